//! Sets of documents and what they do to a window of hits.

use std::sync::Arc;

use super::super::lists::List;

/// A hit under way: its document, and its tier so far.
pub(crate) type Hit = (u32, u32);

/// What an entry adds to the tier, by entry code; zero leaves the hit out.
pub(crate) type Weights = [u32; 16];

/// A set of documents of one segment.
pub(crate) enum DocSet {
    /// The documents of one posting list, ascending.
    Listed(Arc<List>),
    /// One bit per document.
    Bits(Vec<u64>),
}

impl DocSet {
    /// Unites lists.
    pub(crate) fn union(lists: Vec<Arc<List>>, max_doc: u32) -> Self {
        let mut lists: Vec<Arc<List>> = lists.into_iter().filter(|list| !list.docs.is_empty()).collect();
        if lists.len() <= 1 {
            return Self::Listed(lists.pop().unwrap_or_default());
        }
        let total: usize = lists.iter().map(|list| list.docs.len()).sum();
        if total < max_doc as usize / 32 {
            let mut docs: Vec<u32> = lists.iter().flat_map(|list| &list.docs).copied().collect();
            docs.sort_unstable();
            docs.dedup();
            return Self::Listed(Arc::new(List::of(docs)));
        }
        let mut bits = vec![0_u64; (max_doc as usize).div_ceil(64)];
        for &doc in lists.iter().flat_map(|list| &list.docs) {
            bits[doc as usize / 64] |= 1 << (doc % 64);
        }
        Self::Bits(bits)
    }

    /// Returns the documents when they are listed.
    pub(crate) fn listed(&self) -> Option<&Arc<List>> {
        match self {
            Self::Listed(list) => Some(list),
            Self::Bits(_) => None,
        }
    }

    /// Keeps the hits that are in the set, or those that are not.
    pub(crate) fn retain(&self, hits: &mut Vec<Hit>, inside: bool) {
        match self {
            Self::Bits(bits) => {
                keep(hits, |doc| (bits[doc as usize / 64] >> (doc % 64) & 1 == 1) == inside);
            }
            Self::Listed(list) if !list.dense.is_empty() => {
                keep(hits, |doc| (list.dense[doc as usize] != 0) == inside);
            }
            Self::Listed(list) => {
                let Some(&(first, _)) = hits.first() else { return };
                let mut at = list.docs.partition_point(|&doc| doc < first);
                keep(hits, |doc| {
                    at = seek(&list.docs, at, doc);
                    (list.docs.get(at) == Some(&doc)) == inside
                });
            }
        }
    }
}

/// Keeps the hits whose document is wanted; written so that no branch depends on the answer.
pub(crate) fn keep(hits: &mut Vec<Hit>, mut wanted: impl FnMut(u32) -> bool) {
    let mut kept = 0;
    for index in 0..hits.len() {
        let hit = hits[index];
        hits[kept] = hit;
        kept += usize::from(wanted(hit.0));
    }
    hits.truncate(kept);
}

/// Finds the first position from `at` on whose document is not before `target`.
pub(crate) fn seek(docs: &[u32], at: usize, target: u32) -> usize {
    let rest = &docs[at..];
    if rest.first().is_none_or(|&doc| doc >= target) {
        return at;
    }
    let mut step = 1;
    while rest.get(step).is_some_and(|&doc| doc < target) {
        step *= 2;
    }
    let (low, high) = (step / 2 + 1, step.min(rest.len()));
    at + low + rest[low..high].partition_point(|&doc| doc < target)
}

/// The documents without some of them, both ascending; nothing when none of these is among them.
pub(crate) fn without(docs: &[u32], some: &[u32]) -> Option<Vec<u32>> {
    let mut left = Vec::new();
    let (mut from, mut at) = (0, 0);
    for doc in some {
        at = seek(docs, at, *doc);
        if docs.get(at) == Some(doc) {
            left.extend_from_slice(&docs[from..at]);
            from = at + 1;
        }
    }
    (from > 0).then(|| {
        left.extend_from_slice(&docs[from..]);
        left
    })
}

/// Starts hits from a list: every document whose entry weighs something.
pub(crate) fn start(hits: &mut Vec<Hit>, docs: &[u32], codes: &[u8], weights: &Weights) {
    hits.resize(docs.len(), (0, 0));
    let mut kept = 0;
    for (&doc, &code) in docs.iter().zip(codes) {
        let weight = weights[usize::from(code & 15)];
        hits[kept] = (doc, weight);
        kept += usize::from(weight != 0);
    }
    hits.truncate(kept);
}

/// Keeps the hits that are in a list with an entry that weighs something, and adds its weight.
pub(crate) fn intersect(hits: &mut Vec<Hit>, docs: &[u32], codes: &[u8], weights: &Weights) {
    let (mut kept, mut at) = (0, 0);
    for index in 0..hits.len() {
        let (doc, tier) = hits[index];
        at = seek(docs, at, doc);
        match docs.get(at) {
            None => break,
            Some(&found) if found == doc => {
                let weight = weights[usize::from(codes[at] & 15)];
                hits[kept] = (doc, tier + weight);
                kept += usize::from(weight != 0);
            }
            Some(_) => {}
        }
    }
    hits.truncate(kept);
}

/// Does the same with the entry of every document at hand.
pub(crate) fn intersect_dense(hits: &mut Vec<Hit>, dense: &[u8], weights: &Weights) {
    let mut kept = 0;
    for index in 0..hits.len() {
        let (doc, tier) = hits[index];
        let weight = weights[usize::from(dense[doc as usize] & 15)];
        hits[kept] = (doc, tier + weight);
        kept += usize::from(weight != 0);
    }
    hits.truncate(kept);
}

/// Adds the weights of a list to the hits it holds.
pub(crate) fn add(hits: &mut [Hit], docs: &[u32], codes: &[u8], weights: &Weights) {
    let mut at = 0;
    for (doc, tier) in hits {
        at = seek(docs, at, *doc);
        match docs.get(at) {
            None => break,
            Some(found) if found == doc => *tier += weights[usize::from(codes[at] & 15)],
            Some(_) => {}
        }
    }
}

/// Does the same with the entry of every document at hand.
pub(crate) fn add_dense(hits: &mut [Hit], dense: &[u8], weights: &Weights) {
    for (doc, tier) in hits {
        *tier += weights[usize::from(dense[*doc as usize] & 15)];
    }
}

/// Appends the documents of a window whose counter reaches a tier.
pub(crate) fn reaching(hits: &mut Vec<Hit>, counters: &[u32], from: u32, tier: u32) {
    const BLOCK: usize = 64;
    for (block, counted) in (0_u32..).zip(counters.chunks(BLOCK)) {
        // Most blocks hold nobody: their greatest counter is found many at a time.
        if counted.iter().fold(0, |greatest, &counter| greatest.max(counter)) < tier {
            continue;
        }
        let first = from + block * BLOCK as u32;
        hits.extend((first..).zip(counted.iter().copied()).filter(|&(_, counter)| counter >= tier));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sets_agree_with_a_plain_set(
            wanted in prop::collection::btree_set(0_u32..300, 0..80),
            parts in prop::collection::vec(prop::collection::btree_set(0_u32..300, 0..60), 0..4),
            inside: bool,
        ) {
            let lists = parts.iter().map(|part| {
                Arc::new(List::of(part.iter().copied().collect()))
            }).collect();
            let union: BTreeSet<u32> = parts.iter().flatten().copied().collect();
            let mut hits: Vec<Hit> = wanted.iter().map(|&doc| (doc, 7)).collect();
            DocSet::union(lists, 300).retain(&mut hits, inside);
            let expected: Vec<Hit> = wanted.iter().filter(|doc| union.contains(doc) == inside).map(|&doc| (doc, 7)).collect();
            prop_assert_eq!(hits, expected);
        }

        #[test]
        fn what_is_left_agrees_with_a_plain_set(
            docs in prop::collection::btree_set(0_u32..200, 0..80),
            some in prop::collection::btree_set(0_u32..200, 0..80),
        ) {
            let left: Vec<u32> = docs.difference(&some).copied().collect();
            let changed = left.len() < docs.len();
            let docs: Vec<u32> = docs.into_iter().collect();
            let some: Vec<u32> = some.into_iter().collect();
            prop_assert_eq!(without(&docs, &some), changed.then_some(left));
        }

        #[test]
        fn seeking_is_exact(docs in prop::collection::btree_set(0_u32..500, 0..200), from in 0_u32..500, target in 0_u32..520) {
            let docs: Vec<u32> = docs.into_iter().collect();
            let at = docs.partition_point(|&doc| doc < from.min(target));
            prop_assert_eq!(seek(&docs, at, target), docs.partition_point(|&doc| doc < target));
        }
    }
}
