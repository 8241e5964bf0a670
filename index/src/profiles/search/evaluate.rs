//! Runs the conditions of a plan over one segment, a window of documents at a time.

use std::cell::Cell;
use std::sync::Arc;

use super::super::lists::List;
use super::super::segment::Segment;
use super::super::tokens::EntryCode;
use super::filters::Filters;
use super::plan::{self, Plan};
use super::sets::{self, Hit, Weights};
use crate::error::IndexError;

/// The documents of one window; its counters fit the cache.
const WINDOW: u32 = 1 << 16;

thread_local! {
    /// Room for the hits of a window, used by one search after the other.
    static SPARE: Cell<Vec<Hit>> = const { Cell::new(Vec::new()) };
}

/// One posting list and what its entries add to the tier.
pub(crate) struct Source<'a> {
    pub(crate) list: &'a List,
    pub(crate) weights: Weights,
    at: usize,
}

impl<'a> Source<'a> {
    /// Moves to a window and returns its part of the list.
    pub(crate) fn window(&mut self, end: u32) -> (&'a [u32], &'a [u8]) {
        let from = self.at;
        self.at = sets::seek(&self.list.docs, from, end);
        (&self.list.docs[from..self.at], &self.list.codes[from..self.at])
    }

    /// Leaves out the hits of a window that this list does not hold as it should.
    fn intersect(&mut self, hits: &mut Vec<Hit>, end: u32) {
        let Self { list, weights, .. } = *self;
        if list.dense.is_empty() {
            let (docs, codes) = self.window(end);
            sets::intersect(hits, docs, codes, &weights);
        } else {
            sets::intersect_dense(hits, &list.dense, &weights);
        }
    }

    /// Adds what this list says of hits anywhere.
    pub(crate) fn add_whole(&self, hits: &mut [Hit]) {
        let Self { list, weights, .. } = self;
        if list.dense.is_empty() {
            sets::add(hits, &list.docs, &list.codes, weights);
        } else {
            sets::add_dense(hits, &list.dense, weights);
        }
    }

    /// Adds what this list says of the hits of a window.
    fn add(&mut self, hits: &mut [Hit], end: u32) {
        let Self { list, weights, .. } = *self;
        if list.dense.is_empty() {
            let (docs, codes) = self.window(end);
            sets::add(hits, docs, codes, &weights);
        } else {
            sets::add_dense(hits, &list.dense, &weights);
        }
    }
}

/// Where hits come from before anything is left out.
enum Lead<'a> {
    /// The shortest list every result is in; skills have weights, other lists none.
    List(Source<'a>, bool),
    /// The union of the optional lists, counted per document.
    Counters(Vec<u32>),
    /// Every document.
    All,
}

/// The posting lists of a plan's conditions in one segment.
pub(crate) struct Lists(pub(crate) Vec<Arc<List>>);

impl Lists {
    /// Takes the lists of the skills, whose numbers are given.
    pub(crate) fn of(plan: &Plan, numbers: &[Option<u32>], segment: &Segment) -> Result<Self, IndexError> {
        let skills = plan.conditions.iter().map(|condition| condition.skill).zip(numbers);
        segment.skill_lists(skills.map(|(skill, number)| (skill, *number))).map(Self)
    }

    /// Returns every list with what its entries add to a tier.
    pub(crate) fn sources(&self, plan: &Plan, tiers: Tiers) -> impl Iterator<Item = Source<'_>> {
        let weighed = (0..).zip(&self.0);
        weighed.map(move |(at, list)| Source { list, weights: weights(plan, at, tiers), at: 0 })
    }
}

/// What the tier of a hit should say.
#[derive(Clone, Copy)]
pub(crate) enum Tiers {
    /// The published order.
    Order,
    /// The entry of one condition, in the low bits.
    Entry(usize),
}

/// Reads the entry code from a tier made by [`Tiers::Entry`].
pub(crate) fn entry_of(tier: u32) -> usize {
    (tier & 15) as usize
}

pub(crate) fn weights(plan: &Plan, at: usize, tiers: Tiers) -> Weights {
    let mut weights = [0; 16];
    for code in EntryCode::all().filter(|code| plan.conditions[at].accepted.contains(code.0)) {
        let order = plan::weight(code);
        weights[usize::from(code.0)] = match tiers {
            Tiers::Order => order,
            Tiers::Entry(tracked) => plan::one_met() + if tracked == at { u32::from(code.0) } else { 0 },
        };
    }
    weights
}

/// Runs a plan and hands over the hits of each window, everything but the places applied.
pub(crate) fn evaluate(
    segment: &Segment,
    plan: &Plan,
    lists: &Lists,
    filters: &Filters<'_>,
    tiers: Tiers,
    mut sink: impl FnMut(&mut Vec<Hit>) -> Result<(), IndexError>,
) -> Result<(), IndexError> {
    let (mut required, mut optional) = (Vec::new(), Vec::new());
    for (source, condition) in lists.sources(plan, tiers).zip(&plan.conditions) {
        if condition.required { required.push(source) } else { optional.push(source) }
    }
    required.sort_by_key(|source| source.list.docs.len());
    let least = plan.min_matching + required.len() as u32;
    let nobody = required.first().is_some_and(|source| source.list.docs.is_empty());
    if nobody || least as usize > plan.conditions.len() {
        return Ok(());
    }
    let mut lead = lead(segment, &mut required, plan.min_matching > 0, filters);
    let mut hits = SPARE.take();
    let mut start = 0;
    while start < segment.max_doc() {
        let end = start.saturating_add(WINDOW).min(segment.max_doc());
        begin(&mut lead, &mut optional, start..end, least, &mut hits);
        for source in &mut required {
            source.intersect(&mut hits, end);
        }
        filters.apply(&mut hits);
        if !matches!(lead, Lead::Counters(_)) {
            for source in &mut optional {
                source.add(&mut hits, end);
            }
        }
        if plan.min_matching > 0 {
            hits.retain(|&(_, tier)| plan::met(tier) >= least);
        }
        if !hits.is_empty() {
            sink(&mut hits)?;
        }
        start = end;
    }
    SPARE.set(hits);
    Ok(())
}

/// Chooses where to start: the shortest list every result is in, if there is one.
fn lead<'a>(
    segment: &Segment,
    required: &mut Vec<Source<'a>>,
    some_optional: bool,
    filters: &'a Filters<'_>,
) -> Lead<'a> {
    let listed = filters.inside.iter().filter_map(|set| set.listed());
    let shortest = listed.min_by_key(|list| list.docs.len());
    let conditions = required.first().map(|source| source.list.docs.len());
    match shortest.filter(|list| conditions.is_none_or(|length| list.docs.len() < length)) {
        Some(list) => Lead::List(Source { list, weights: [0; 16], at: 0 }, false),
        None if !required.is_empty() => Lead::List(required.remove(0), true),
        None if some_optional => Lead::Counters(vec![0; WINDOW.min(segment.max_doc()) as usize]),
        None => Lead::All,
    }
}

fn begin(
    lead: &mut Lead<'_>,
    optional: &mut [Source<'_>],
    window: std::ops::Range<u32>,
    least: u32,
    hits: &mut Vec<Hit>,
) {
    hits.clear();
    match lead {
        Lead::All => hits.extend(window.map(|doc| (doc, 0))),
        Lead::List(source, true) => {
            let Source { weights, .. } = *source;
            let (docs, codes) = source.window(window.end);
            sets::start(hits, docs, codes, &weights);
        }
        Lead::List(source, false) => {
            let from = source.at;
            source.at = sets::seek(&source.list.docs, from, window.end);
            hits.extend(source.list.docs[from..source.at].iter().map(|&doc| (doc, 0)));
        }
        Lead::Counters(counters) => {
            counters.fill(0);
            for source in optional {
                let Source { weights, .. } = *source;
                let (docs, codes) = source.window(window.end);
                for (&doc, &code) in docs.iter().zip(codes) {
                    counters[(doc - window.start) as usize] += weights[usize::from(code & 15)];
                }
            }
            sets::reaching(hits, counters, window.start, plan::one_met() * least);
        }
    }
}
