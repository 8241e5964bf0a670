//! One immutable segment as the search sees it: its dictionaries, its columns and its decoded posting lists.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::SegmentReader;
use tantivy::columnar::ColumnValues;
use tantivy::index::{InvertedIndexReader, SegmentId};
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;

use super::columns::{HeldSkills, Numbers, Places};
use super::schema::Fields;
use crate::error::IndexError;

/// Decoded lists may take this much memory per document; the skills of a profile need about a hundred bytes.
const LIST_BYTES_PER_DOC: usize = 160;
const LIST_BYTES_AT_LEAST: usize = 1 << 20;

/// A decoded posting list: ascending documents, and for skills the entry of each.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct List {
    /// The documents.
    pub(crate) docs: Vec<u32>,
    /// The entry codes of a skill, one per document; empty for other terms.
    pub(crate) codes: Vec<u8>,
}

impl List {
    fn bytes(&self) -> usize {
        64 + self.docs.len() * 4 + self.codes.len()
    }
}

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

/// A term of one dictionary.
type TermKey = (Dictionary, Box<[u8]>);

struct Kept {
    list: Arc<List>,
    last_use: AtomicU64,
}

/// An immutable segment. Everything here outlives commits that leave the segment as it is.
pub(crate) struct Segment {
    id: SegmentId,
    max_doc: u32,
    skill: Arc<InvertedIndexReader>,
    name: Arc<InvertedIndexReader>,
    rome: Arc<InvertedIndexReader>,
    profile: Arc<InvertedIndexReader>,
    order: Arc<dyn ColumnValues<u64>>,
    places: Places,
    held_skills: HeldSkills,
    lists: RwLock<HashMap<TermKey, Kept>>,
    list_bytes: AtomicUsize,
    clock: AtomicU64,
}

impl Segment {
    pub(crate) fn open(
        reader: &SegmentReader,
        fields: Fields,
        numbers: &Numbers,
    ) -> Result<Self, IndexError> {
        let order = reader.fast_fields().u64("order")?;
        Ok(Self {
            id: reader.segment_id(),
            max_doc: reader.max_doc(),
            skill: reader.inverted_index(fields.skill)?,
            name: reader.inverted_index(fields.name)?,
            rome: reader.inverted_index(fields.rome)?,
            profile: reader.inverted_index(fields.id)?,
            order: order.values,
            places: Places::read(reader, numbers)?,
            held_skills: HeldSkills::open(reader, numbers)?,
            lists: RwLock::default(),
            list_bytes: AtomicUsize::new(0),
            clock: AtomicU64::new(0),
        })
    }

    pub(crate) fn id(&self) -> SegmentId {
        self.id
    }

    pub(crate) fn max_doc(&self) -> u32 {
        self.max_doc
    }

    /// Reads the key that breaks ties.
    pub(crate) fn order_key(&self, doc: u32) -> u64 {
        self.order.get_val(doc)
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

    /// Returns the decoded list of a term, kept for the next search; an unknown term has an empty one.
    pub(crate) fn list(&self, dictionary: Dictionary, term: &[u8]) -> Result<Arc<List>, IndexError> {
        let key = (dictionary, Box::from(term));
        let now = self.clock.fetch_add(1, Ordering::Relaxed);
        let lists = self.lists.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = lists.get(&key) {
            kept.last_use.store(now, Ordering::Relaxed);
            return Ok(Arc::clone(&kept.list));
        }
        drop(lists);
        let list = Arc::new(match self.inverted(dictionary).terms().get(term)? {
            Some(found) => self.decode(dictionary, &found)?,
            None => List::default(),
        });
        self.keep(key, &list, now);
        Ok(list)
    }

    /// Decodes the list of a term found in the dictionary, without keeping it.
    pub(crate) fn decode(&self, dictionary: Dictionary, term: &TermInfo) -> Result<List, IndexError> {
        let with_entries = dictionary == Dictionary::Skill;
        let asked = if with_entries { IndexRecordOption::WithFreqs } else { IndexRecordOption::Basic };
        let mut blocks = self.inverted(dictionary).read_block_postings_from_terminfo(term, asked)?;
        let length = blocks.doc_freq() as usize;
        let mut list = List { docs: Vec::with_capacity(length), codes: Vec::new() };
        if with_entries {
            list.codes.reserve_exact(length);
        }
        while !blocks.docs().is_empty() {
            list.docs.extend_from_slice(blocks.docs());
            if with_entries {
                list.codes.extend(blocks.freqs().iter().map(|&occurrences| occurrences as u8));
            }
            blocks.advance();
        }
        Ok(list)
    }

    fn keep(&self, key: TermKey, list: &Arc<List>, now: u64) {
        let budget = (self.max_doc as usize * LIST_BYTES_PER_DOC).max(LIST_BYTES_AT_LEAST);
        let bytes = list.bytes() + key.1.len();
        let mut lists = self.lists.write().unwrap_or_else(PoisonError::into_inner);
        if self.list_bytes.load(Ordering::Relaxed) + bytes > budget {
            self.forget_older_half(&mut lists);
        }
        let kept = Kept { list: Arc::clone(list), last_use: AtomicU64::new(now) };
        if lists.insert(key, kept).is_none() {
            self.list_bytes.fetch_add(bytes, Ordering::Relaxed);
        }
    }

    fn forget_older_half(&self, lists: &mut HashMap<TermKey, Kept>) {
        let mut uses: Vec<u64> = lists.values().map(|kept| kept.last_use.load(Ordering::Relaxed)).collect();
        uses.sort_unstable();
        let Some(&median) = uses.get(uses.len() / 2) else { return };
        lists.retain(|_, kept| kept.last_use.load(Ordering::Relaxed) > median);
        let left = lists.iter().map(|((_, term), kept)| kept.list.bytes() + term.len()).sum();
        self.list_bytes.store(left, Ordering::Relaxed);
    }
}
