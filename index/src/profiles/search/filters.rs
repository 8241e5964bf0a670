//! What leaves profiles out whatever their conditions: places, names, excluded skills, blocked ids, deletes.

use tantivy::fastfield::AliveBitSet;

use super::super::columns::Numbers;
use super::super::request::{RomeFilter, SearchRequest};
use super::super::segment::{Dictionary, Segment};
use super::super::tokens;
use super::names;
use super::sets::{self, DocSet, Hit};
use crate::error::IndexError;

/// The filters of a request in one segment.
pub(crate) struct Filters<'a> {
    alive: Option<&'a AliveBitSet>,
    /// Each of these sets holds every result.
    pub(crate) inside: Vec<DocSet>,
    /// None of these sets holds a result.
    pub(crate) outside: Vec<DocSet>,
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
        let mut filters = Self { alive, inside: Vec::new(), outside: Vec::new(), rome: None };
        for word in request.name.iter().flat_map(super::super::request::NameQuery::words) {
            filters.inside.push(names::matching(segment, word)?);
        }
        let excluded = numbers.skills.known(request.exclude.iter().copied());
        let excluded = segment.skill_lists(request.exclude.iter().copied().zip(excluded))?;
        filters.outside.extend(excluded.into_iter().map(DocSet::Listed));
        if !request.blocked.is_empty() {
            filters.outside.push(blocked(request, segment)?);
        }
        if !request.rome.is_empty() {
            filters.rome = Some(places(&request.rome, segment)?);
        }
        Ok(filters)
    }

    /// Tells whether only deletes leave anybody out.
    pub(crate) fn are_none(&self) -> bool {
        self.inside.is_empty() && self.outside.is_empty() && self.rome.is_none()
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

fn blocked(request: &SearchRequest, segment: &Segment) -> Result<DocSet, IndexError> {
    let terms = segment.inverted(Dictionary::Id).terms();
    let mut docs = Vec::new();
    for id in &request.blocked {
        if let Some(term) = terms.get(id.0.to_be_bytes())? {
            docs.extend(segment.decode(Dictionary::Id, &term)?.docs);
        }
    }
    Ok(DocSet::of(docs))
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
