//! One round: marks and rows in one snapshot, into the index, commit, and only then the marks away.

use std::collections::HashMap;
use std::time::Instant;

use carnet_index::{CommitPayload, IndexError, ProfileId, ProfileIndex, ProfileWriter};
use uuid::Uuid;

use super::context::Context;
use super::session::Session;
use crate::indexing::model::claim;
use crate::indexing::store::{self, Batch, Refused};
use crate::profiles::{RawProfile, Vocabulary, project};

/// Most profiles of one commit.
const LARGEST_BATCH: usize = 1000;

/// What a round found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Round {
    /// Nothing to do.
    Idle,
    /// One commit; when it is full, more is likely to wait.
    Applied {
        /// Whether the batch was as large as it may be.
        is_full: bool,
        /// Whether something was withdrawn.
        withdrew: bool,
    },
    /// The copy is off the register: marks may have been missed.
    Unlisted,
    /// The index could not be written; nothing was lost, the marks are still there.
    Failed(String),
}

/// Where one copy stands.
#[derive(Debug)]
pub struct Follower {
    /// Its id: its marks bear it.
    pub id: Uuid,
    /// What its last commit says.
    pub payload: CommitPayload,
    /// The number of the last commit tried.
    attempt: u64,
    /// Most profiles of the next commit: halved by a failure until the guilty profile is alone, then doubled.
    limit: usize,
}

impl Follower {
    /// Follows from this commit on.
    pub fn new(id: Uuid, payload: CommitPayload) -> Self {
        Self { id, payload, attempt: payload.batch, limit: LARGEST_BATCH }
    }

    /// Does one round.
    pub async fn round(
        &mut self,
        context: &Context,
        session: &mut Session,
        writer: &mut ProfileWriter,
    ) -> sqlx::Result<Round> {
        let probe = store::probe(&mut session.connection, self.id).await?;
        if !probe.is_listed {
            return Ok(Round::Unlisted);
        }
        if !probe.is_marked && probe.epoch <= self.payload.epoch {
            return Ok(Round::Idle);
        }
        let began = Instant::now();
        let mut batch =
            store::read_batch(&mut session.connection, self.id, self.limit, context.clock.today()).await?;
        let words = context.words.now();
        let alone = (batch.marks.len() == 1).then(|| batch.people.first().cloned()).flatten();
        let staged = stage(writer, &mut batch, &words);
        let Some(number) = store::start_batch(&mut session.connection, self.id).await? else {
            return Ok(Round::Unlisted);
        };
        self.attempt = number;
        let payload = CommitPayload {
            epoch: claim(self.payload.epoch, batch.epoch, batch.withdrawals_left),
            batch: number,
            ..self.payload
        };
        let committed = staged.and_then(|refused| writer.commit(&payload).map(|()| refused));
        let guilty = || alone.is_some_and(|raw| !is_indexable(raw, &words, &payload));
        let refused =
            match committed.or_else(|failure| self.isolate(writer, &batch, &payload, guilty, failure)) {
                Ok(refused) => refused,
                Err(failure) => return Ok(Round::Failed(failure.to_string())),
            };
        let (now, marks) = (context.clock.now(), &batch.marks);
        store::remove_marks(&mut session.connection, self.id, marks, &refused, payload.batch, now).await?;
        self.payload = payload;
        let is_full = marks.len() >= self.limit;
        let withdrew = marks.iter().any(|mark| mark.is_urgent);
        self.limit = (self.limit * 2).min(LARGEST_BATCH);
        metrics::histogram!("carnet_index_batch_seconds").record(began.elapsed().as_secs_f64());
        metrics::counter!("carnet_index_profiles_total").increment(marks.len() as u64);
        Ok(Round::Applied { is_full, withdrew })
    }

    /// Whether smaller batches can still tell a guilty profile from a fault of the whole house.
    pub fn is_narrowing(&self) -> bool {
        self.limit > 1
    }

    /// Whether a commit with this payload is one of ours.
    pub fn is_own(&self, payload: &CommitPayload) -> bool {
        [self.payload.batch, self.attempt].contains(&payload.batch)
    }

    /// After a failed batch: the next one is half as large. A profile that fails alone and is guilty is set aside.
    fn isolate(
        &mut self,
        writer: &mut ProfileWriter,
        batch: &Batch,
        payload: &CommitPayload,
        is_guilty: impl FnOnce() -> bool,
        failure: IndexError,
    ) -> Result<Vec<Refused>, IndexError> {
        writer.reopen();
        self.limit = (batch.marks.len() / 2).max(1);
        let [alone] = batch.marks.as_slice() else { return Err(failure) };
        if !is_guilty() {
            return Err(failure);
        }
        writer.delete(ProfileId(alone.profile_id.as_u128()))?;
        writer.commit(payload)?;
        Ok(vec![Refused { profile_id: alone.profile_id, error: failure.to_string() }])
    }
}

/// Puts a batch into the writer; what the index refuses leaves it, and is named.
fn stage(
    writer: &mut ProfileWriter,
    batch: &mut Batch,
    words: &Vocabulary,
) -> Result<Vec<Refused>, IndexError> {
    let people = std::mem::take(&mut batch.people).into_iter();
    let mut people: HashMap<Uuid, RawProfile> = people.map(|raw| (raw.profile_id.0, raw)).collect();
    let mut refused = Vec::new();
    for mark in &batch.marks {
        let id = ProfileId(mark.profile_id.as_u128());
        let Some(raw) = people.remove(&mark.profile_id) else {
            writer.delete(id)?;
            continue;
        };
        if let Some(error) = refusal(writer.upsert(&project(raw, words)))? {
            writer.delete(id)?;
            refused.push(Refused { profile_id: mark.profile_id, error });
        }
    }
    Ok(refused)
}

/// Whether a profile can be indexed where no disk can be full and no file be damaged: what fails elsewhere is then not its
/// fault.
fn is_indexable(raw: RawProfile, words: &Vocabulary, payload: &CommitPayload) -> bool {
    let indexed = || {
        let mut writer = ProfileIndex::in_memory()?.writer()?;
        writer.upsert(&project(raw, words))?;
        writer.commit(payload)
    };
    indexed().is_ok()
}

/// Why the index refuses this one profile, if it does; any other failure is not the profile's.
pub fn refusal(outcome: Result<(), IndexError>) -> Result<Option<String>, IndexError> {
    match outcome {
        Err(refused) if refused.is_refusal() => Ok(Some(refused.to_string())),
        outcome => outcome.map(|()| None),
    }
}
