//! The deleted documents of a segment that is still searched, and what they hold: counts leave them out.

use std::collections::HashMap;

use tantivy::SegmentReader;

use super::card::ProfileCard;
use super::columns::Numbers;
use super::segment::Segment;
use super::tokens::{ENTRY_CODES, EntryCode};
use crate::error::IndexError;

/// The deleted documents of one segment at one commit.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dead {
    docs: Vec<u32>,
    /// By the number of a skill: how many of them have each entry.
    entries: HashMap<u32, [u32; ENTRY_CODES]>,
}

impl Dead {
    /// Lists the deleted documents of a segment, given those of an earlier commit.
    pub(crate) fn of(
        reader: &SegmentReader,
        segment: &Segment,
        earlier: Option<&Self>,
        numbers: &Numbers,
    ) -> Result<Self, IndexError> {
        let Some(alive) = reader.alive_bitset() else { return Ok(Self::default()) };
        let docs: Vec<u32> = (0..reader.max_doc()).filter(|doc| alive.is_deleted(*doc)).collect();
        let (known, mut entries) =
            earlier.map_or_else(Default::default, |earlier| (&earlier.docs[..], earlier.entries.clone()));
        let mut buffer = Vec::new();
        for doc in docs.iter().filter(|doc| known.binary_search(doc).is_err()) {
            let card = ProfileCard::take(segment.cards().read(*doc, &mut buffer));
            for skill in card.ok_or_else(IndexError::unreadable_card)?.skills() {
                let entries = entries.entry(numbers.skills.number(skill.code)).or_default();
                entries[usize::from(EntryCode::of(skill).0)] += 1;
            }
        }
        Ok(Self { docs, entries })
    }

    /// The documents, ascending.
    pub(crate) fn docs(&self) -> &[u32] {
        &self.docs
    }

    /// How many of them have each entry of a skill, given by its number.
    pub(crate) fn having(&self, skill: Option<u32>) -> [u32; ENTRY_CODES] {
        skill.and_then(|skill| self.entries.get(&skill)).copied().unwrap_or_default()
    }
}
