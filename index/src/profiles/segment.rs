//! One immutable segment as the search sees it: its dictionaries, its columns and its decoded posting lists.

use std::sync::Arc;

use tantivy::SegmentReader;
use tantivy::index::{InvertedIndexReader, SegmentId};
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;

use super::card;
use super::cards::Cards;
use super::columns::{HeldSkills, Numbers, Places};
use super::lists::{List, ListCache};
use super::schema::{self, Fields};
use super::set::ProfileSet;
use super::tokens;
use crate::codes::SkillCode;
use crate::error::IndexError;

/// The memory kept lists may take, per document: all the skills of a profile need about two hundred bytes.
const SKILL_BYTES_PER_DOC: usize = 224;
const OTHER_BYTES_PER_DOC: usize = 48;
const SET_BYTES_PER_DOC: usize = 16;
const BYTES_AT_LEAST: usize = 1 << 20;

/// Which dictionary a term belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Dictionary {
    /// Skills, with their entries.
    Skill,
    /// Words of names and their beginnings.
    Name,
    /// Places in the catalogue.
    Rome,
    /// Profile ids.
    Id,
}

/// An immutable segment. Everything here outlives commits that leave the segment as it is.
pub(crate) struct Segment {
    id: SegmentId,
    max_doc: u32,
    skill: Arc<InvertedIndexReader>,
    name: Arc<InvertedIndexReader>,
    rome: Arc<InvertedIndexReader>,
    profile: Arc<InvertedIndexReader>,
    keys: Box<[u64]>,
    cards: Cards,
    places: Places,
    held_skills: HeldSkills,
    empty: Arc<List>,
    skill_lists: ListCache<SkillCode>,
    other_lists: ListCache<(Dictionary, Box<[u8]>)>,
    sets: ListCache<u64>,
}

impl Segment {
    pub(crate) fn open(
        reader: &SegmentReader,
        fields: Fields,
        numbers: &Numbers,
    ) -> Result<Self, IndexError> {
        let mut keys = vec![0; reader.max_doc() as usize].into_boxed_slice();
        reader.fast_fields().u64(schema::ORDER)?.values.get_range(0, &mut keys);
        let budget = |per_doc: usize| (reader.max_doc() as usize * per_doc).max(BYTES_AT_LEAST);
        Ok(Self {
            id: reader.segment_id(),
            max_doc: reader.max_doc(),
            skill: reader.inverted_index(fields.skill)?,
            name: reader.inverted_index(fields.name)?,
            rome: reader.inverted_index(fields.rome)?,
            profile: reader.inverted_index(fields.id)?,
            keys,
            cards: Cards::open(reader.fast_fields().u64("card")?, reader.max_doc()),
            places: Places::read(reader, numbers)?,
            held_skills: HeldSkills::open(reader, numbers)?,
            empty: Arc::default(),
            skill_lists: ListCache::new(budget(SKILL_BYTES_PER_DOC)),
            other_lists: ListCache::new(budget(OTHER_BYTES_PER_DOC)),
            sets: ListCache::new(budget(SET_BYTES_PER_DOC)),
        })
    }

    pub(crate) fn id(&self) -> SegmentId {
        self.id
    }

    pub(crate) fn max_doc(&self) -> u32 {
        self.max_doc
    }

    /// Reads the key that breaks ties; documents lie in its order.
    pub(crate) fn order_key(&self, doc: u32) -> u64 {
        self.keys[doc as usize]
    }

    /// The cards.
    pub(crate) fn cards(&self) -> &Cards {
        &self.cards
    }

    /// The skills of each document.
    pub(crate) fn held_skills(&self) -> &HeldSkills {
        &self.held_skills
    }

    /// The places of each document.
    pub(crate) fn places(&self) -> &Places {
        &self.places
    }

    /// Returns a dictionary with its posting lists.
    pub(crate) fn inverted(&self, dictionary: Dictionary) -> &InvertedIndexReader {
        match dictionary {
            Dictionary::Skill => &self.skill,
            Dictionary::Name => &self.name,
            Dictionary::Rome => &self.rome,
            Dictionary::Id => &self.profile,
        }
    }

    /// Returns who holds each of some skills, given with their numbers, and how; nobody holds an unknown one.
    pub(crate) fn skill_lists(
        &self,
        skills: impl Iterator<Item = (SkillCode, Option<u32>)>,
    ) -> Result<Vec<Arc<List>>, IndexError> {
        let held = |number: Option<u32>| number.is_some_and(|number| self.held_skills.holds(number));
        let skills: Vec<(SkillCode, bool)> = skills.map(|(skill, number)| (skill, held(number))).collect();
        let asked = skills.iter().filter(|(_, held)| *held).map(|(skill, _)| *skill);
        let mut kept = self.skill_lists.kept(asked).into_iter();
        let list = |(skill, held): &(SkillCode, bool)| match if *held { kept.next() } else { None } {
            None => Ok(Arc::clone(&self.empty)),
            Some(Some(list)) => Ok(list),
            Some(None) => self
                .skill_lists
                .get(*skill, || self.decode_term(Dictionary::Skill, tokens::skill_term(*skill).as_bytes())),
        };
        skills.iter().map(list).collect()
    }

    /// Returns the documents of a term of another dictionary; an unknown term has none.
    pub(crate) fn list(&self, dictionary: Dictionary, term: &[u8]) -> Result<Arc<List>, IndexError> {
        self.other_lists.get((dictionary, Box::from(term)), || self.decode_term(dictionary, term))
    }

    /// Returns the documents of the profiles of a set.
    pub(crate) fn members(&self, set: &ProfileSet) -> Result<Arc<List>, IndexError> {
        if set.is_empty() {
            return Ok(Arc::clone(&self.empty));
        }
        self.sets.get(set.number(), || self.find_members(set))
    }

    /// Looks for the fewer of the two: each document in the set, or each profile of the set in the dictionary.
    fn find_members(&self, set: &ProfileSet) -> Result<List, IndexError> {
        let mut docs = Vec::new();
        if set.ids().len() > self.max_doc as usize {
            let mut buffer = Vec::new();
            for doc in 0..self.max_doc {
                let id = card::decode_id(self.cards.read(doc, &mut buffer));
                if set.contains(id.ok_or_else(IndexError::unreadable_card)?) {
                    docs.push(doc);
                }
            }
        } else {
            let terms = self.profile.terms();
            for id in set.ids() {
                if let Some(term) = terms.get(id.0.to_be_bytes())? {
                    docs.extend(self.decode(Dictionary::Id, &term)?.docs);
                }
            }
            docs.sort_unstable();
        }
        Ok(List::of(docs))
    }

    fn decode_term(&self, dictionary: Dictionary, term: &[u8]) -> Result<List, IndexError> {
        match self.inverted(dictionary).terms().get(term)? {
            Some(found) => self.decode(dictionary, &found),
            None => Ok(List::default()),
        }
    }

    /// Decodes the list of a term found in the dictionary, without keeping it.
    pub(crate) fn decode(&self, dictionary: Dictionary, term: &TermInfo) -> Result<List, IndexError> {
        let with_entries = dictionary == Dictionary::Skill;
        let asked = if with_entries { IndexRecordOption::WithFreqs } else { IndexRecordOption::Basic };
        let mut blocks = self.inverted(dictionary).read_block_postings_from_terminfo(term, asked)?;
        let length = blocks.doc_freq() as usize;
        let mut docs = Vec::with_capacity(length);
        let mut codes = Vec::with_capacity(if with_entries { length } else { 0 });
        while !blocks.docs().is_empty() {
            docs.extend_from_slice(blocks.docs());
            if with_entries {
                codes.extend(blocks.freqs().iter().map(|&occurrences| occurrences as u8));
            }
            blocks.advance();
        }
        Ok(if with_entries { List::with_entries(docs, codes, self.max_doc) } else { List::of(docs) })
    }
}
