//! Decoded posting lists, kept while they are used: most searches ask for skills asked before.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use super::tokens::ENTRY_CODES;

/// A list held by at least one document in this many also gets one byte per document.
const DENSE_FROM: usize = 16;

/// A decoded posting list: ascending documents, and for skills the entry of each.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct List {
    /// The documents.
    pub(crate) docs: Vec<u32>,
    /// The entry codes of a skill, one per document listed; empty for other terms.
    pub(crate) codes: Vec<u8>,
    /// The entry code of every document of the segment, zero without entry; only for skills many hold.
    pub(crate) dense: Vec<u8>,
    /// How many documents have each entry code.
    pub(crate) by_code: [u32; ENTRY_CODES],
}

impl List {
    /// Lists documents without entries.
    pub(crate) fn of(docs: Vec<u32>) -> Self {
        Self { docs, ..Self::default() }
    }

    /// Lists the documents that hold a skill, in a segment of this many documents.
    pub(crate) fn with_entries(docs: Vec<u32>, codes: Vec<u8>, max_doc: u32) -> Self {
        let mut dense = Vec::new();
        if docs.len() * DENSE_FROM >= max_doc as usize {
            dense.resize(max_doc as usize, 0);
            for (&doc, &code) in docs.iter().zip(&codes) {
                dense[doc as usize] = code;
            }
        }
        let mut by_code = [0; ENTRY_CODES];
        for &code in &codes {
            by_code[usize::from(code).min(ENTRY_CODES - 1)] += 1;
        }
        Self { docs, codes, dense, by_code }
    }

    fn bytes(&self) -> usize {
        size_of::<Self>() + 64 + self.docs.len() * 4 + self.codes.len() + self.dense.len()
    }
}

/// Lists by term, with a budget; the ones used least recently go first.
pub(crate) struct ListCache<K> {
    lists: RwLock<HashMap<K, Kept, BuildHasherDefault<TermHasher>>>,
    budget: usize,
    bytes: AtomicUsize,
    clock: AtomicU64,
}

struct Kept {
    list: Arc<List>,
    last_use: AtomicU64,
}

impl<K: Eq + Hash> ListCache<K> {
    /// Starts empty.
    pub(crate) fn new(budget: usize) -> Self {
        Self { lists: RwLock::default(), budget, bytes: AtomicUsize::new(0), clock: AtomicU64::new(0) }
    }

    /// Returns the list of a term, decoded at most once while it is kept.
    pub(crate) fn get<E>(&self, term: K, decode: impl FnOnce() -> Result<List, E>) -> Result<Arc<List>, E> {
        let now = self.clock.fetch_add(1, Ordering::Relaxed);
        let lists = self.lists.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = lists.get(&term) {
            kept.last_use.store(now, Ordering::Relaxed);
            return Ok(Arc::clone(&kept.list));
        }
        drop(lists);
        let list = Arc::new(decode()?);
        self.keep(term, &list, now);
        Ok(list)
    }

    /// Returns the lists of terms that are kept.
    pub(crate) fn kept(&self, terms: impl Iterator<Item = K>) -> Vec<Option<Arc<List>>> {
        let now = self.clock.fetch_add(1, Ordering::Relaxed);
        let lists = self.lists.read().unwrap_or_else(PoisonError::into_inner);
        let kept = |term: K| {
            let kept = lists.get(&term)?;
            kept.last_use.store(now, Ordering::Relaxed);
            Some(Arc::clone(&kept.list))
        };
        terms.map(kept).collect()
    }

    fn keep(&self, term: K, list: &Arc<List>, now: u64) {
        let mut lists = self.lists.write().unwrap_or_else(PoisonError::into_inner);
        if self.bytes.load(Ordering::Relaxed) + list.bytes() > self.budget {
            let mut uses: Vec<u64> =
                lists.values().map(|kept| kept.last_use.load(Ordering::Relaxed)).collect();
            uses.sort_unstable();
            let median = uses.get(uses.len() / 2).copied().unwrap_or_default();
            lists.retain(|_, kept| kept.last_use.load(Ordering::Relaxed) > median);
            let left = lists.values().map(|kept| kept.list.bytes()).sum();
            self.bytes.store(left, Ordering::Relaxed);
        }
        let kept = Kept { list: Arc::clone(list), last_use: AtomicU64::new(now) };
        if lists.insert(term, kept).is_none() {
            self.bytes.fetch_add(list.bytes(), Ordering::Relaxed);
        }
    }
}

/// Hashes the short terms of one index, which nobody chooses to make collide.
#[derive(Default)]
pub(crate) struct TermHasher(u64);

impl Hasher for TermHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0 ^ u64::from(value)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23);
    }

    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[test]
    fn lists_are_decoded_once_and_the_oldest_go() {
        let cache = ListCache::new(4 * List::of(vec![0; 100]).bytes());
        let mut decoded = 0;
        let mut ask = |term: u32| {
            let list = cache.get(term, || {
                decoded += 1;
                Ok::<_, Infallible>(List::of(vec![term; 100]))
            });
            assert_eq!(list.unwrap().docs[0], term);
        };
        for term in [1, 2, 3, 4, 1, 2, 3, 4] {
            ask(term);
        }
        for term in [5, 4, 5] {
            ask(term);
        }
        ask(1);
        assert_eq!(decoded, 6, "four at first, one more, and the oldest again");
        assert!(cache.bytes.load(Ordering::Relaxed) <= cache.budget);
    }

    #[test]
    fn skills_many_hold_get_a_byte_per_document() {
        let dense = List::with_entries(vec![1, 3], vec![5, 9], 5);
        assert_eq!(dense.dense, [0, 5, 0, 9, 0]);
        assert!(List::with_entries(vec![1, 3], vec![5, 9], 1_000).dense.is_empty());
    }
}
