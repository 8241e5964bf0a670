//! A fixed view of the index: what was published by one reload.

use std::sync::Arc;

use tantivy::fastfield::AliveBitSet;
use tantivy::index::SegmentId;
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, Term};

use super::card::{self, ProfileCard};
use super::columns::Numbers;
use super::dead::Dead;
use super::document::VisibleProfile;
use super::page::SearchPage;
use super::payload::CommitPayload;
use super::request::SearchRequest;
use super::schema::Fields;
use super::search;
use super::segment::Segment;
use super::set::ProfileSet;
use crate::codes::ProfileId;
use crate::error::IndexError;

/// Everything one reload published.
pub(crate) struct Snapshot {
    searcher: Searcher,
    pub(crate) segments: Vec<Arc<Segment>>,
    /// The deleted documents of each segment.
    pub(crate) dead: Vec<Arc<Dead>>,
    pub(crate) numbers: Arc<Numbers>,
    fields: Fields,
    payload: Option<CommitPayload>,
    generation: u64,
}

impl Snapshot {
    pub(crate) fn new(
        searcher: Searcher,
        fields: Fields,
        numbers: &Arc<Numbers>,
        payload: Option<CommitPayload>,
        generation: u64,
        previous: Option<&Self>,
    ) -> Result<Self, IndexError> {
        let mut segments = Vec::with_capacity(searcher.segment_readers().len());
        let mut dead = Vec::with_capacity(segments.capacity());
        for reader in searcher.segment_readers() {
            let known = previous.and_then(|previous| previous.known(reader.segment_id()));
            let segment = match known {
                Some((segment, _)) => Arc::clone(segment),
                None => Arc::new(Segment::open(reader, fields, numbers)?),
            };
            dead.push(match known.map(|(_, dead)| dead) {
                Some(dead) if dead.docs().len() == reader.num_deleted_docs() as usize => Arc::clone(dead),
                earlier => Arc::new(Dead::of(reader, &segment, earlier.map(Arc::as_ref), numbers)?),
            });
            segments.push(segment);
        }
        Ok(Self { searcher, segments, dead, numbers: Arc::clone(numbers), fields, payload, generation })
    }

    /// Finds a segment and its deleted documents.
    fn known(&self, id: SegmentId) -> Option<(&Arc<Segment>, &Arc<Dead>)> {
        self.segments.iter().zip(&self.dead).find(|(segment, _)| segment.id() == id)
    }

    /// Returns the living documents of a segment, absent when all of them live.
    pub(crate) fn alive(&self, segment: usize) -> Option<&AliveBitSet> {
        self.searcher.segment_readers()[segment].alive_bitset()
    }

    /// Reads the id of one stored profile.
    pub(crate) fn profile_id(&self, address: DocAddress) -> Result<ProfileId, IndexError> {
        self.with_card(address, &mut Vec::new(), card::decode_id)
    }

    /// Reads one stored profile.
    pub(crate) fn profile(&self, address: DocAddress) -> Result<VisibleProfile, IndexError> {
        let card = self.with_card(address, &mut Vec::new(), ProfileCard::take)?;
        Ok(card.profile())
    }

    /// Reads one card through a buffer.
    pub(crate) fn with_card<T>(
        &self,
        address: DocAddress,
        buffer: &mut Vec<u8>,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<T, IndexError> {
        read(self.segments[address.segment_ord as usize].cards().read(address.doc_id, buffer))
            .ok_or_else(IndexError::unreadable_card)
    }

    /// Finds the living document of a profile.
    pub(crate) fn find(&self, id: ProfileId) -> Result<Option<DocAddress>, IndexError> {
        let term = Term::from_field_bytes(self.fields.id, &id.0.to_be_bytes());
        for (segment, reader) in self.searcher.segment_readers().iter().enumerate() {
            let inverted = reader.inverted_index(self.fields.id)?;
            let Some(mut postings) =
                inverted.read_postings(&term, tantivy::schema::IndexRecordOption::Basic)?
            else {
                continue;
            };
            while postings.doc() != TERMINATED {
                if !reader.is_deleted(postings.doc()) {
                    return Ok(Some(DocAddress::new(segment as u32, postings.doc())));
                }
                postings.advance();
            }
        }
        Ok(None)
    }
}

/// A fixed view of the index, taken from [`super::ProfileIndex::searcher`].
#[derive(Clone)]
pub struct ProfileSearcher {
    snapshot: Arc<Snapshot>,
}

impl ProfileSearcher {
    pub(crate) fn new(snapshot: Arc<Snapshot>) -> Self {
        Self { snapshot }
    }

    /// Answers a search.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchPage, IndexError> {
        search::search(&self.snapshot, request)
    }

    /// Finds the documents of a set in every segment, so that no search has to.
    pub fn prepare(&self, set: &ProfileSet) -> Result<(), IndexError> {
        self.snapshot.segments.iter().try_for_each(|segment| segment.members(set).map(drop))
    }

    /// Reads one profile, absent when the index does not hold it.
    pub fn get(&self, id: ProfileId) -> Result<Option<VisibleProfile>, IndexError> {
        self.snapshot.find(id)?.map(|address| self.snapshot.profile(address)).transpose()
    }

    /// Returns the number of profiles.
    pub fn count(&self) -> u64 {
        self.snapshot.searcher.num_docs()
    }

    /// Returns the number of segments.
    pub fn segments(&self) -> usize {
        self.snapshot.searcher.segment_readers().len()
    }

    /// Shows every profile once, in no particular order.
    pub fn for_each_live(&self, visit: &mut dyn FnMut(VisibleProfile)) -> Result<(), IndexError> {
        for (segment, reader) in self.snapshot.searcher.segment_readers().iter().enumerate() {
            for doc in reader.doc_ids_alive() {
                visit(self.snapshot.profile(DocAddress::new(segment as u32, doc))?);
            }
        }
        Ok(())
    }

    /// Returns the payload of the commit this view shows, absent before the first one.
    pub fn payload(&self) -> Option<&CommitPayload> {
        self.snapshot.payload.as_ref()
    }

    /// Returns the generation this view belongs to.
    pub fn generation(&self) -> u64 {
        self.snapshot.generation
    }
}
