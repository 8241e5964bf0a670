//! The single writer: profiles in, commits with their payload out.

use std::thread;
use std::time::Duration;

use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexWriter, TantivyDocument, Term};

use super::card;
use super::cards;
use super::cursor::order_key;
use super::document::VisibleProfile;
use super::index::ProfileIndex;
use super::payload::CommitPayload;
use super::purge::Purge;
use super::tokens;
use crate::codes::ProfileId;
use crate::error::IndexError;

/// Small batches follow one another: little memory makes each commit quick.
pub(crate) const LIVE: Effort = Effort { threads: 1, memory_per_thread: 24 << 20 };
/// A rebuild writes everything at once.
pub(crate) const REBUILD: Effort = Effort { threads: 2, memory_per_thread: 160 << 20 };
const MERGE_THREADS: usize = 1;
/// Deletes slow every search of their segment down and keep erased values on disk: merge early.
const DELETED_RATIO_BEFORE_MERGE: f32 = 0.05;
/// A commit brings a small segment; this many of one size are merged into one.
const SEGMENTS_BEFORE_MERGE: usize = 6;
const EXPUNGE_PATIENCE: Duration = Duration::from_millis(20);
const EXPUNGE_ATTEMPTS: usize = 3_000;

/// How many threads write, and how much each may gather before it writes a segment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    threads: usize,
    memory_per_thread: usize,
}

/// The writer of one generation. Nothing it accepts can be searched before [`ProfileWriter::commit`].
pub struct ProfileWriter {
    index: ProfileIndex,
    effort: Effort,
    /// Absent after a failure: what the search library holds in memory then is not to be trusted.
    writer: Option<IndexWriter>,
}

impl ProfileWriter {
    pub(crate) fn open(index: ProfileIndex, effort: Effort) -> Result<Self, IndexError> {
        let mut opened = Self { index, effort, writer: None };
        opened.writer()?;
        Ok(opened)
    }

    /// Returns the index this writer writes.
    pub fn index(&self) -> &ProfileIndex {
        &self.index
    }

    /// Replaces whatever the index holds under the profile's id.
    pub fn upsert(&mut self, profile: &VisibleProfile) -> Result<(), IndexError> {
        profile.check()?;
        self.delete(profile.id)?;
        self.add(profile)
    }

    /// Adds a profile whose id the caller knows to be absent; a rebuild adds millions of them.
    pub fn insert(&mut self, profile: &VisibleProfile) -> Result<(), IndexError> {
        profile.check()?;
        self.add(profile)
    }

    /// Removes a profile; an unknown id is not an error.
    pub fn delete(&mut self, id: ProfileId) -> Result<(), IndexError> {
        let term = id_term(&self.index, id);
        self.writer()?.delete_term(term);
        Ok(())
    }

    /// Makes everything accepted so far durable under this payload, and publishes it to new searchers.
    ///
    /// After an error nothing since the last successful commit counts: the caller replays it.
    pub fn commit(&mut self, payload: &CommitPayload) -> Result<(), IndexError> {
        let payload = serde_json::to_string(payload)?;
        let committed = self.writer()?.prepare_commit().and_then(|mut prepared| {
            prepared.set_payload(&payload);
            prepared.commit()
        });
        if let Err(failure) = committed {
            self.reopen();
            return Err(failure.into());
        }
        self.index.reload()
    }

    /// Drops everything not committed; the next operation starts from the last commit.
    pub fn reopen(&mut self) {
        self.writer = None;
    }

    /// Rewrites every committed segment that holds deleted profiles, so that their values leave the disk, and waits
    /// for it.
    pub fn expunge_deleted(&mut self) -> Result<(), IndexError> {
        let mut purge = Purge::default();
        for _ in 0..EXPUNGE_ATTEMPTS {
            if self.purge_deleted(&mut purge)? {
                return Ok(());
            }
            thread::sleep(EXPUNGE_PATIENCE);
        }
        Err(IndexError::Damaged("deleted profiles could not be expunged".into()))
    }

    /// Takes a purge one step further and waits for nothing: the rewriting goes on beside commits and searches.
    ///
    /// True once the values of every profile deleted in a commit before the purge began have left the disk, and
    /// new searchers no longer hold the files they were in. After an error the purge has to be begun anew.
    pub fn purge_deleted(&mut self, purge: &mut Purge) -> Result<bool, IndexError> {
        let outcome = self.step(purge);
        if outcome.is_err() {
            self.reopen();
        }
        outcome
    }

    fn step(&mut self, purge: &mut Purge) -> Result<bool, IndexError> {
        let is_idle = purge.harvest()?;
        // The list of segments keeps their files: it goes before they are collected.
        let stale = purge.stale(&self.index.tantivy().searchable_segment_metas()?);
        if is_idle && stale.is_empty() {
            self.index.reload()?;
            self.writer()?.garbage_collect_files().wait()?;
            return Ok(true);
        }
        for segment in stale {
            let rewriting = self.writer()?.merge(&[segment]);
            purge.follow(segment, rewriting);
        }
        Ok(false)
    }

    fn add(&mut self, profile: &VisibleProfile) -> Result<(), IndexError> {
        let document = document(&self.index, profile);
        if let Err(failure) = self.writer()?.add_document(document) {
            self.reopen();
            return Err(failure.into());
        }
        Ok(())
    }

    fn writer(&mut self) -> Result<&mut IndexWriter, IndexError> {
        if self.writer.is_none() {
            self.writer = Some(open_writer(&self.index, self.effort)?);
        }
        self.writer.as_mut().ok_or_else(|| IndexError::Damaged("no writer".into()))
    }
}

fn open_writer(index: &ProfileIndex, effort: Effort) -> Result<IndexWriter, IndexError> {
    let options = IndexWriterOptions::builder()
        .num_worker_threads(effort.threads)
        .memory_budget_per_thread(effort.memory_per_thread)
        .num_merge_threads(MERGE_THREADS)
        .build();
    let writer = index.tantivy().writer_with_options(options)?;
    let mut policy = LogMergePolicy::default();
    policy.set_del_docs_ratio_before_merge(DELETED_RATIO_BEFORE_MERGE);
    policy.set_min_num_segments(SEGMENTS_BEFORE_MERGE);
    writer.set_merge_policy(Box::new(policy));
    // What a failed commit or a crash left behind bears the names of the next commit's files, which could not be created.
    // Where even that cannot be written, the next commit says so.
    drop(writer.garbage_collect_files().wait());
    Ok(writer)
}

/// Builds the term that names one profile: the bytes of its id, as they are.
pub(crate) fn id_term(index: &ProfileIndex, id: ProfileId) -> Term {
    Term::from_field_bytes(index.fields().id, &id.0.to_be_bytes())
}

fn document(index: &ProfileIndex, profile: &VisibleProfile) -> TantivyDocument {
    let fields = index.fields();
    let profile = profile.clone().normalised();
    let mut document = TantivyDocument::default();
    document.add_bytes(fields.id, &profile.id.0.to_be_bytes());
    document.add_text(fields.name, tokens::name_text(&profile));
    document.add_text(fields.skill, tokens::skill_text(&profile));
    document.add_text(fields.rome, tokens::rome_text(&profile));
    document.add_u64(fields.order, order_key(profile.id));
    for word in cards::words(&card::encode(&profile)) {
        document.add_u64(fields.card, word);
    }
    document
}
