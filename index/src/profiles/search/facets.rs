//! Counts of what each further choice would leave, exact and free of its own filter.

use std::collections::{BTreeMap, HashMap};

use tantivy::columnar::StrColumn;

use super::super::page::{Facets, LevelCount, RomeCount, SkillCount, StatusChoice, StatusCount};
use super::super::request::{RomeFilter, SearchRequest};
use super::super::tokens::{Accepted, ENTRY_CODES, EntryCode};
use super::sets::Hit;
use crate::codes::{RomeCode, SkillCode};
use crate::error::IndexError;
use crate::level::Level;

/// Most skills shown.
const SKILLS_SHOWN: usize = 30;

/// Counts under way over all segments.
#[derive(Default)]
pub(crate) struct Counts {
    rome: BTreeMap<RomeFilter, u64>,
    skills: HashMap<SkillCode, u64>,
    /// By criterion: how many profiles of its ground have each entry.
    pub(crate) entries: Vec<[u64; ENTRY_CODES]>,
}

/// Counts under way in one segment, by position in a column's dictionary.
pub(crate) struct ColumnCounts<'a> {
    column: Option<&'a StrColumn>,
    counts: Vec<u32>,
}

impl<'a> ColumnCounts<'a> {
    /// Starts on a column, or on nothing when the counts are not asked for.
    pub(crate) fn new(column: Option<&'a StrColumn>) -> Self {
        Self { column, counts: vec![0; column.map_or(0, |column| column.num_terms())] }
    }

    /// Counts the values of the hits.
    pub(crate) fn add(&mut self, hits: &[Hit]) {
        let Some(column) = self.column else { return };
        let ordinals = column.ords();
        for &(doc, _) in hits {
            for ordinal in ordinals.values_for_doc(doc) {
                self.counts[ordinal as usize] += 1;
            }
        }
    }

    fn for_each(&self, mut visit: impl FnMut(&str, u64)) -> Result<(), IndexError> {
        let Some(column) = self.column else { return Ok(()) };
        let mut value = String::new();
        for (ordinal, &count) in self.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            column.ord_to_str(ordinal as u64, &mut value)?;
            visit(&value, u64::from(count));
        }
        Ok(())
    }
}

impl Counts {
    /// Starts with no count.
    pub(crate) fn new(request: &SearchRequest) -> Self {
        Self { entries: vec![[0; ENTRY_CODES]; request.criteria.len()], ..Self::default() }
    }

    /// Adds the places of a segment: the mark of a job says whether it opens its letter and its domain.
    pub(crate) fn add_rome(&mut self, counts: &ColumnCounts<'_>) -> Result<(), IndexError> {
        counts.for_each(|value, count| {
            let Some(code) = value.get(1..).and_then(|code| RomeCode::parse(code).ok()) else { return };
            let mut add = |place| *self.rome.entry(place).or_default() += count;
            let mark = value.as_bytes()[0];
            if mark == b'f' {
                add(RomeFilter::Family(code));
                return;
            }
            add(RomeFilter::Job(code));
            if mark >= b'1' {
                add(RomeFilter::Domain(code.domain()));
            }
            if mark == b'2' {
                add(RomeFilter::Letter(code.letter()));
            }
        })
    }

    /// Adds the skills of a segment.
    pub(crate) fn add_skills(&mut self, counts: &ColumnCounts<'_>) -> Result<(), IndexError> {
        counts.for_each(|value, count| {
            if let Ok(code) = value.parse() {
                *self.skills.entry(SkillCode(code)).or_default() += count;
            }
        })
    }

    /// Ends with the counts asked for.
    pub(crate) fn finish(self, request: &SearchRequest) -> Facets {
        let asked = request.facets;
        Facets {
            levels: asked.levels.then(|| self.levels(request)),
            statuses: asked.statuses.then(|| self.statuses(request)),
            skills: asked.skills.then(|| top_skills(self.skills, request)),
            rome: asked.rome.then(|| sorted_places(self.rome)),
        }
    }

    fn levels(&self, request: &SearchRequest) -> Vec<LevelCount> {
        let criteria = request.criteria.iter().zip(&self.entries);
        criteria
            .flat_map(|(criterion, entries)| {
                Level::ALL.map(|level| {
                    let accepted = Accepted::new(Some(level), None, criterion.validated_only);
                    LevelCount { skill: criterion.skill, level, count: sum(entries, accepted) }
                })
            })
            .collect()
    }

    fn statuses(&self, request: &SearchRequest) -> Vec<StatusCount> {
        let criteria = request.criteria.iter().zip(&self.entries);
        criteria
            .flat_map(|(criterion, entries)| {
                [StatusChoice::Any, StatusChoice::Validated].map(|status| {
                    let validated_only = status == StatusChoice::Validated;
                    let accepted = Accepted::new(criterion.min_level, criterion.max_level, validated_only);
                    StatusCount { skill: criterion.skill, status, count: sum(entries, accepted) }
                })
            })
            .collect()
    }
}

fn sum(entries: &[u64; ENTRY_CODES], accepted: Accepted) -> u64 {
    EntryCode::all().filter(|code| accepted.contains(code.0)).map(|code| entries[usize::from(code.0)]).sum()
}

fn top_skills(counts: HashMap<SkillCode, u64>, request: &SearchRequest) -> Vec<SkillCount> {
    let asked_for = |skill: SkillCode| request.criteria.iter().any(|criterion| criterion.skill == skill);
    let others = counts.into_iter().filter(|(skill, _)| !asked_for(*skill));
    let mut counts: Vec<SkillCount> = others.map(|(skill, count)| SkillCount { skill, count }).collect();
    counts.sort_unstable_by_key(|count| (std::cmp::Reverse(count.count), count.skill));
    counts.truncate(SKILLS_SHOWN);
    counts
}

fn sorted_places(counts: BTreeMap<RomeFilter, u64>) -> Vec<RomeCount> {
    let kind = |place: &RomeFilter| match place {
        RomeFilter::Letter(_) => 0,
        RomeFilter::Domain(_) => 1,
        RomeFilter::Job(_) => 2,
        RomeFilter::Family(_) => 3,
    };
    let mut counts: Vec<RomeCount> =
        counts.into_iter().map(|(value, count)| RomeCount { value, count }).collect();
    counts.sort_by_key(|line| (kind(&line.value), std::cmp::Reverse(line.count), line.value));
    counts
}
