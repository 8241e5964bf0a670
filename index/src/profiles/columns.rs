//! What the counts read: the places and skills of each document, as dense numbers.

use tantivy::SegmentReader;
use tantivy::columnar::{Column, StrColumn};

use super::interner::Interner;
use crate::codes::{RomeCode, SkillCode};
use crate::error::IndexError;

/// The numbers of codes, shared by the segments of a generation.
#[derive(Debug)]
pub(crate) struct Numbers {
    /// Jobs and families.
    pub(crate) rome: Interner<RomeCode>,
    /// Skills.
    pub(crate) skills: Interner<SkillCode>,
}

impl Numbers {
    /// Starts with no number.
    pub(crate) fn new() -> Self {
        Self { rome: Interner::new(), skills: Interner::new() }
    }
}

/// What a place counts for, in the low bits of its value; the rest is the number of its code.
pub(crate) mod role {
    /// A job whose domain an earlier job of the same profile has opened.
    pub(crate) const JOB: u32 = 0;
    /// A job that opens its domain.
    pub(crate) const OPENS_DOMAIN: u32 = 1;
    /// A job that opens its letter and its domain.
    pub(crate) const OPENS_LETTER: u32 = 2;
    /// A family.
    pub(crate) const FAMILY: u32 = 3;
    /// How many roles there are.
    pub(crate) const COUNT: usize = 4;
}

/// The places of every document of a segment, in memory: counts go through them for every hit.
#[derive(Debug, Default)]
pub(crate) struct Places {
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl Places {
    /// Reads the column of places.
    pub(crate) fn read(reader: &SegmentReader, numbers: &Numbers) -> Result<Self, IndexError> {
        let Some(column) = reader.fast_fields().str("rome")? else { return Ok(Self::default()) };
        let mut by_ordinal = Vec::with_capacity(column.num_terms());
        for_each_term(&column, |term| {
            by_ordinal.push(place(term, numbers));
        })?;
        let mut places =
            Self { starts: Vec::with_capacity(reader.max_doc() as usize + 1), values: Vec::new() };
        for doc in 0..reader.max_doc() {
            places.starts.push(places.values.len() as u32);
            let ordinals = column.ords().values_for_doc(doc);
            places
                .values
                .extend(ordinals.filter_map(|ordinal| by_ordinal.get(ordinal as usize).copied().flatten()));
        }
        places.starts.push(places.values.len() as u32);
        places.values.shrink_to_fit();
        Ok(places)
    }

    /// Returns the places of a document: the number of a code times four, plus its role.
    pub(crate) fn of(&self, doc: u32) -> &[u32] {
        let doc = doc as usize;
        match self.starts.get(doc..doc + 2) {
            Some(&[start, end]) => &self.values[start as usize..end as usize],
            _ => &[],
        }
    }
}

fn place(term: &[u8], numbers: &Numbers) -> Option<u32> {
    let (mark, code) = std::str::from_utf8(term).ok()?.split_at_checked(1)?;
    let code = RomeCode::parse(code).ok()?;
    let role = match mark {
        "0" => role::JOB,
        "1" => role::OPENS_DOMAIN,
        "2" => role::OPENS_LETTER,
        _ => role::FAMILY,
    };
    Some(numbers.rome.number(code) * role::COUNT as u32 + role)
}

/// The skills of every document of a segment, read from the column when counted.
pub(crate) struct HeldSkills {
    ordinals: Option<Column<u64>>,
    by_ordinal: Vec<u32>,
    /// One bit per skill: whether anybody here holds it.
    held: Vec<u64>,
}

impl HeldSkills {
    /// Opens the column of skills.
    pub(crate) fn open(reader: &SegmentReader, numbers: &Numbers) -> Result<Self, IndexError> {
        let Some(column) = reader.fast_fields().str("skill")? else {
            return Ok(Self { ordinals: None, by_ordinal: Vec::new(), held: Vec::new() });
        };
        let mut by_ordinal = Vec::with_capacity(column.num_terms());
        let mut readable = true;
        for_each_term(&column, |term| {
            let code = std::str::from_utf8(term).ok().and_then(|code| code.parse().ok());
            readable &= code.is_some();
            by_ordinal.push(numbers.skills.number(SkillCode(code.unwrap_or_default())));
        })?;
        if !readable {
            return Err(IndexError::Damaged("a skill of a column is no code".into()));
        }
        let mut held = vec![0; by_ordinal.iter().max().map_or(0, |last| *last as usize / 64 + 1)];
        for number in &by_ordinal {
            held[*number as usize / 64] |= 1 << (number % 64);
        }
        Ok(Self { ordinals: Some(column.ords().clone()), by_ordinal, held })
    }

    /// Tells whether any document, living or deleted, holds a skill.
    pub(crate) fn holds(&self, number: u32) -> bool {
        self.held.get(number as usize / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }

    /// Adds one to the count of each skill of a document.
    pub(crate) fn count(&self, doc: u32, counts: &mut [u32]) {
        for ordinal in self.ordinals.iter().flat_map(|ordinals| ordinals.values_for_doc(doc)) {
            counts[self.by_ordinal[ordinal as usize] as usize] += 1;
        }
    }
}

fn for_each_term(column: &StrColumn, mut visit: impl FnMut(&[u8])) -> Result<(), IndexError> {
    let mut terms = column.dictionary().stream()?;
    while terms.advance() {
        visit(terms.key());
    }
    Ok(())
}
