//! What leaves profiles out whatever their conditions: places, names, excluded skills, blocked and hidden ids, deletes.

use std::sync::Arc;

use tantivy::fastfield::AliveBitSet;

use super::super::columns::Numbers;
use super::super::lists::List;
use super::super::request::{RomeFilter, SearchRequest};
use super::super::segment::{Dictionary, Segment};
use super::super::set::ProfileSet;
use super::super::tokens::{self, ENTRY_CODES};
use super::names;
use super::sets::{self, DocSet, Hit};
use crate::codes::ProfileId;
use crate::error::IndexError;

/// The filters of a request in one segment.
pub(crate) struct Filters<'a> {
    alive: Option<&'a AliveBitSet>,
    /// Each of these sets holds every result.
    pub(crate) inside: Vec<DocSet>,
    /// None of these sets holds a result.
    pub(crate) outside: Vec<DocSet>,
    /// Those of them that are there by id, not by skill.
    pub(crate) left_out: Vec<Arc<List>>,
    /// The places, apart: their own counts lift them.
    pub(crate) rome: Option<DocSet>,
}

impl<'a> Filters<'a> {
    pub(crate) fn of(
        request: &SearchRequest,
        segment: &Segment,
        numbers: &Numbers,
        alive: Option<&'a AliveBitSet>,
    ) -> Result<Self, IndexError> {
        let mut filters =
            Self { alive, inside: Vec::new(), outside: Vec::new(), left_out: Vec::new(), rome: None };
        for word in request.name.iter().flat_map(super::super::request::NameQuery::words) {
            filters.inside.push(names::matching(segment, word)?);
        }
        let excluded = numbers.skills.known(request.exclude.iter().copied());
        let excluded = segment.skill_lists(request.exclude.iter().copied().zip(excluded))?;
        filters.outside.extend(excluded.into_iter().map(DocSet::Listed));
        filters.left_out = left_out(request, segment)?;
        filters.outside.extend(filters.left_out.iter().map(|list| DocSet::Listed(Arc::clone(list))));
        if !request.rome.is_empty() {
            filters.rome = Some(places(&request.rome, segment)?);
        }
        Ok(filters)
    }

    /// Tells whether only deletes and ids leave anybody out.
    pub(crate) fn are_by_id(&self) -> bool {
        self.inside.is_empty() && self.outside.len() == self.left_out.len() && self.rome.is_none()
    }

    /// Tells whether a document is deleted or left out by id.
    pub(crate) fn is_gone(&self, doc: u32) -> bool {
        let is_dead = self.alive.is_some_and(|alive| alive.is_deleted(doc));
        is_dead || self.left_out.iter().any(|list| list.docs.binary_search(&doc).is_ok())
    }

    /// Counts by entry the living documents of a list that are left out by id, each once.
    pub(crate) fn count_left_out(&self, list: &List) -> [u32; ENTRY_CODES] {
        let mut counts = [0; ENTRY_CODES];
        for (at, out) in self.left_out.iter().enumerate() {
            let earlier = &self.left_out[..at];
            in_both(list, &out.docs, |doc, code| {
                let is_dead = self.alive.is_some_and(|alive| alive.is_deleted(doc));
                let is_counted = earlier.iter().any(|earlier| earlier.docs.binary_search(&doc).is_ok());
                if !is_dead && !is_counted {
                    counts[usize::from(code).min(ENTRY_CODES - 1)] += 1;
                }
            });
        }
        counts
    }

    /// Leaves out everything but what the places decide.
    pub(crate) fn apply(&self, hits: &mut Vec<Hit>) {
        if let Some(alive) = self.alive {
            sets::keep(hits, |doc| alive.is_alive(doc));
        }
        self.inside.iter().for_each(|set| set.retain(hits, true));
        self.outside.iter().for_each(|set| set.retain(hits, false));
    }

    /// Leaves out what is in none of the places.
    pub(crate) fn apply_rome(&self, hits: &mut Vec<Hit>) {
        if let Some(rome) = &self.rome {
            rome.retain(hits, true);
        }
    }
}

/// Shows the documents that are both in a list of a skill and among these, with their entries.
fn in_both(list: &List, docs: &[u32], mut visit: impl FnMut(u32, u8)) {
    if !list.dense.is_empty() {
        let entries = docs.iter().map(|&doc| (doc, list.dense[doc as usize]));
        return entries.filter(|(_, code)| *code != 0).for_each(|(doc, code)| visit(doc, code));
    }
    let mut at = 0;
    for &doc in docs {
        at = sets::seek(&list.docs, at, doc);
        match list.docs.get(at) {
            None => break,
            Some(&found) if found == doc => visit(doc, list.codes[at]),
            Some(_) => {}
        }
    }
}

/// The documents that are left out by id, in as few lists as there are reasons; none of them is empty.
fn left_out(request: &SearchRequest, segment: &Segment) -> Result<Vec<Arc<List>>, IndexError> {
    let shown = members(&request.shown, segment)?;
    let mut lists = members(&request.hidden, segment)?;
    for list in &mut lists {
        for shown in &shown {
            if let Some(left) = sets::without(&list.docs, &shown.docs) {
                *list = Arc::new(List::of(left));
            }
        }
    }
    if !request.blocked.is_empty() {
        lists.push(blocked(&request.blocked, segment)?);
    }
    lists.retain(|list| !list.docs.is_empty());
    Ok(lists)
}

/// The documents of some sets; sets without any are left away.
fn members(sets: &[ProfileSet], segment: &Segment) -> Result<Vec<Arc<List>>, IndexError> {
    let mut lists = sets.iter().map(|set| segment.members(set)).collect::<Result<Vec<_>, _>>()?;
    lists.retain(|list| !list.docs.is_empty());
    Ok(lists)
}

fn blocked(ids: &[ProfileId], segment: &Segment) -> Result<Arc<List>, IndexError> {
    let terms = segment.inverted(Dictionary::Id).terms();
    let mut docs = Vec::new();
    for id in ids {
        if let Some(term) = terms.get(id.0.to_be_bytes())? {
            docs.extend(segment.decode(Dictionary::Id, &term)?.docs);
        }
    }
    docs.sort_unstable();
    docs.dedup();
    Ok(Arc::new(List::of(docs)))
}

fn places(values: &[RomeFilter], segment: &Segment) -> Result<DocSet, IndexError> {
    let mut lists = Vec::with_capacity(values.len());
    for value in values {
        let term = match value {
            RomeFilter::Family(parent) => tokens::family_term(*parent),
            place => place.to_string(),
        };
        lists.push(segment.list(Dictionary::Rome, term.as_bytes())?);
    }
    Ok(DocSet::union(lists, segment.max_doc()))
}
