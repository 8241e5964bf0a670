//! Ranks the holders of one skill: their number is known before any of them is looked at, and documents lie in the
//! order of their keys, so that the search ends with the first page of the best entry.

use std::cmp::Reverse;

use super::super::segment::Segment;
use super::super::tokens::ENTRY_CODES;
use super::evaluate::{self, Lists, Tiers};
use super::filters::Filters;
use super::plan::Plan;
use super::selection::Selection;
use super::sets::Hit;
use crate::error::IndexError;

/// Tells whether a plan has one required condition and nothing else.
pub(crate) fn suits(plan: &Plan, filters: &Filters<'_>) -> bool {
    let [condition] = &plan.conditions[..] else { return false };
    condition.required && plan.min_matching == 0 && filters.are_by_id()
}

/// Offers the best of one segment and counts the others, given how many documents that are gone have each entry.
pub(crate) fn rank(
    segment: &Segment,
    at: u32,
    plan: &Plan,
    lists: &Lists,
    gone: [u32; ENTRY_CODES],
    selection: &mut Selection<'_>,
    is_gone: impl Fn(u32) -> bool,
) -> Result<(), IndexError> {
    let list = &lists.0[0];
    let weights = evaluate::weights(plan, 0, Tiers::Order);
    let mut best: Vec<usize> = (1..ENTRY_CODES).filter(|code| weights[*code] > 0).collect();
    best.sort_unstable_by_key(|code| Reverse(weights[*code]));
    // Of each entry, those that fit on a page after all better ones.
    let (mut total, mut page) = (0, [0; ENTRY_CODES]);
    for code in best {
        let left = list.by_code[code].saturating_sub(gone[code]);
        page[code] = left.min((selection.limit() as u32).saturating_sub(total));
        total += left;
    }
    let mut open: u32 = page.iter().sum();
    let mut hits: Vec<Hit> = Vec::with_capacity(open as usize);
    // The key at which the page of an entry ends, and the greatest of them.
    let (mut ends, mut end) = ([None; ENTRY_CODES], None);
    for (&doc, &code) in list.docs.iter().zip(&list.codes) {
        let key = || Some(segment.order_key(doc));
        if open == 0 && key() != end {
            break;
        }
        let code = usize::from(code).min(ENTRY_CODES - 1);
        if page[code] > 0 {
            if !is_gone(doc) {
                hits.push((doc, weights[code]));
                (page[code], open) = (page[code] - 1, open - 1);
                if page[code] == 0 {
                    end = key();
                    ends[code] = end;
                }
            }
        } else if ends[code].is_some() && ends[code] == key() && !is_gone(doc) {
            // Documents that share a key are ordered by their ids, later: the page may end with any of them.
            hits.push((doc, weights[code]));
        }
    }
    selection.count_further(u64::from(total) - hits.len() as u64);
    selection.offer(at, &hits, |doc| segment.order_key(doc))
}
