//! Ranks by how many optional conditions are met: one byte per document says how many, and only the documents
//! that can still be on the page get their whole tier.

use std::ops::Range;

use super::super::segment::Segment;
use super::super::tokens::Accepted;
use super::evaluate::{Lists, Source, Tiers};
use super::filters::Filters;
use super::plan::{self, Plan};
use super::selection::Selection;
use super::sets::{self, DocSet, Hit};
use crate::error::IndexError;

/// Most conditions a byte can count.
const MOST: usize = u8::MAX as usize;
/// The documents of one window; a byte for each fits the nearest cache.
const WINDOW: u32 = 1 << 15;
/// Counters looked at together; few enough to be counted in a byte.
const BLOCK: usize = 128;

/// Tells whether a plan only has optional conditions and what is left out is listed.
pub(crate) fn suits(plan: &Plan, filters: &Filters<'_>) -> bool {
    let optional = plan.conditions.iter().all(|condition| !condition.required);
    let listed = filters.outside.iter().all(|set| set.listed().is_some());
    let counted = plan.min_matching > 0 && plan.conditions.len() <= MOST;
    counted && optional && listed && filters.inside.is_empty() && filters.rome.is_none()
}

/// Offers the best of one segment and counts the others.
pub(crate) fn rank(
    segment: &Segment,
    at: u32,
    plan: &Plan,
    lists: &Lists,
    filters: &Filters<'_>,
    dead: &[u32],
    selection: &mut Selection<'_>,
) -> Result<(), IndexError> {
    if plan.min_matching as usize > plan.conditions.len() {
        return Ok(());
    }
    let least = plan.min_matching as u8;
    let mut sources: Vec<(Source<'_>, bool)> = lists
        .sources(plan, Tiers::Order)
        .zip(&plan.conditions)
        .filter(|(source, _)| !source.list.docs.is_empty())
        .map(|(source, condition)| (source, condition.accepted == Accepted::ANY))
        .collect();
    let mut counters = vec![0_u8; WINDOW.min(segment.max_doc()) as usize];
    let (mut total, mut bar) = (0, least.max(plan::met(selection.worst_tier()) as u8));
    let mut hits = Vec::new();
    for start in (0..segment.max_doc()).step_by(WINDOW as usize) {
        let window = start..start.saturating_add(WINDOW).min(segment.max_doc());
        let counters = &mut counters[..window.len()];
        counters.fill(0);
        for (source, any) in &mut sources {
            let (docs, codes) = source.window(window.end);
            let weights = (!*any).then_some(&source.weights);
            count(counters, start, docs, codes, weights);
        }
        leave_out(counters, &window, dead);
        for list in filters.outside.iter().filter_map(DocSet::listed) {
            leave_out(counters, &window, &list.docs);
        }
        total += reaching(counters, least);
        bar = raised(counters, bar, selection.limit());
        collect(&mut hits, counters, start, bar);
    }
    // The bar rose on the way: those listed before are held to it too.
    hits.retain(|(_, met)| *met >= u32::from(bar));
    for (_, tier) in &mut *hits {
        *tier = 0;
    }
    for (source, _) in &sources {
        source.add_whole(&mut hits);
    }
    selection.count_further((total - hits.len()) as u64);
    selection.offer(at, &hits, |doc| segment.order_key(doc))
}

fn count(counters: &mut [u8], start: u32, docs: &[u32], codes: &[u8], weights: Option<&sets::Weights>) {
    match weights {
        None => docs.iter().for_each(|doc| counters[(doc - start) as usize] += 1),
        Some(weights) => {
            for (doc, code) in docs.iter().zip(codes) {
                counters[(doc - start) as usize] += u8::from(weights[usize::from(code & 15)] != 0);
            }
        }
    }
}

/// Forgets what the listed documents of a window meet.
fn leave_out(counters: &mut [u8], window: &Range<u32>, docs: &[u32]) {
    let from = docs.partition_point(|doc| *doc < window.start);
    for doc in docs[from..].iter().take_while(|doc| **doc < window.end) {
        counters[(doc - window.start) as usize] = 0;
    }
}

/// How many counters reach a number.
fn reaching(counters: &[u8], least: u8) -> usize {
    let blocks = counters.chunks(BLOCK);
    blocks.map(|block| usize::from(block.iter().fold(0, |n, met| n + u8::from(*met >= least)))).sum()
}

/// The greatest number that a whole page of counters reaches, but not less than the floor.
fn raised(counters: &[u8], floor: u8, page: usize) -> u8 {
    let greatest = counters.iter().fold(0, |greatest: u8, met| greatest.max(*met));
    (floor..=greatest).rev().find(|bar| reaching(counters, *bar) >= page).unwrap_or(floor)
}

/// Lists the documents whose counters reach the bar, with their counters.
fn collect(hits: &mut Vec<Hit>, counters: &[u8], start: u32, bar: u8) {
    for (block, counted) in (0_u32..).zip(counters.chunks(BLOCK)) {
        // Most blocks hold nobody: their greatest counter is found many at a time.
        if counted.iter().fold(0, |greatest: u8, met| greatest.max(*met)) >= bar {
            let counted = (start + block * BLOCK as u32..).zip(counted.iter().copied());
            hits.extend(counted.filter(|(_, met)| *met >= bar).map(|(doc, met)| (doc, u32::from(met))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_leaves_a_page() {
        let counters = [0, 3, 5, 5, 4, 3, 1];
        assert_eq!(reaching(&counters, 3), 5);
        assert_eq!([1, 2, 3, 4, 6].map(|page| raised(&counters, 3, page)), [5, 5, 4, 3, 3]);
        assert_eq!(raised(&[], 3, 1), 3);
        let mut hits = Vec::new();
        collect(&mut hits, &counters, 100, 4);
        assert_eq!(hits, [(102, 5), (103, 5), (104, 4)]);
    }
}
