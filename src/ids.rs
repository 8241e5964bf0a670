//! Typed ids, and the source of new ones. Ids and randomness are passed in, never drawn in place.

use std::sync::Arc;

use parking_lot::Mutex;
use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::platform::clock::Clock;

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            Serialize, Deserialize, ToSchema, sqlx::Type,
        )]
        #[serde(transparent)]
        #[sqlx(transparent)]
        #[schema(value_type = Uuid)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

typed_ids! {
    /// An account holder. Never shown to recruiters.
    PersonId;
    /// The public, random id of a person's profile: the only one a recruiter sees.
    ProfileId;
    /// A signed-in device: the family its refresh tokens belong to.
    SessionId;
    /// A training organisation.
    OrganisationId;
    /// A level grid of an organisation, whatever its version.
    GridId;
    /// A file of the object store.
    FileId;
    /// A training, whatever its revision.
    TrainingId;
    /// A course (module) of an organisation.
    CourseId;
    /// A skill in an organisation's own words.
    OwnSkillId;
    /// A line of a training that a release of the catalogue says otherwise.
    NoticeId;
    /// A company establishment.
    CompanyId;
    /// A recruiter account: one person for one company.
    RecruiterId;
    /// A session of a training. ([`SessionId`] is a signed-in device.)
    TrainingSessionId;
    /// A course in a session's own list.
    SessionCourseId;
    /// A slot of a session.
    SlotId;
    /// A participant of a session.
    EnrolmentId;
    /// A file of participants that was read and waits for its confirmation.
    EnrolmentImportId;
    /// A file, link or video that goes with a session.
    ResourceId;
    /// A room of a session.
    RoomId;
    /// A quiz of a session: the place where one is taken.
    SessionQuizId;
    /// A question of a bank, whatever its version.
    QuestionId;
    /// A choice of a question. Random: its order tells nothing of which is right.
    ChoiceId;
    /// A file of questions that was read and waits for its confirmation.
    QuestionImportId;
    /// A quiz or an assignment, whatever its revision.
    QuizId;
    /// One time that somebody takes a quiz of a session.
    QuizAttemptId;
    /// The same for those who grade it while names are hidden. Random: it tells neither who nor when.
    QuizCopyId;
    /// A corrected key, as it was applied to a quiz of a session.
    QuizCorrectionId;
    /// A signature on a sheet.
    SignatureId;
    /// A trainee's contest of a sealed mark.
    ContestId;
    /// An element that proves attendance beside signatures.
    ProofId;
    /// A certificate.
    CertificateId;
    /// A search that a recruiter keeps.
    SavedSearchId;
    /// What somebody learnt elsewhere, in their own words.
    ExperienceId;
    /// A file that proves an experience.
    ExperienceProofId;
    /// An experience put before an organisation.
    ExperienceSubmissionId;
    /// One validation entry.
    ValidationId;
    /// A validation that was proposed and waits for a second person.
    ProposalId;
    /// What an entry rests on.
    EvidenceId;
    /// What a person says of an entry.
    ReplyId;
    /// A thing a person is told inside the app.
    NotificationId;
    /// A quiz of a company.
    CompanyQuizId;
    /// An invitation of one person to a quiz of a company.
    QuizInvitationId;
    /// Something a person shares with one company for one purpose.
    ShareId;
    /// A receipt of a consent.
    ReceiptId;
    /// An offer, whoever it is sent to.
    OfferId;
    /// What one person received of an offer. The purpose of what they share for it.
    OfferRecipientId;
    /// A list of people that a company keeps.
    ListId;
    /// One person on a list. Random: it tells nothing of who that is.
    ListEntryId;
    /// Somebody a company leaves out of its searches. Random, for the same reason.
    ExclusionId;
    /// What a company notes about a person.
    ProfileNoteId;
    /// A search that was made.
    SearchHistoryId;
    /// An invitation to recruit for a company.
    CompanyInvitationId;
    /// A room people write in, of a session or private.
    ChatRoomId;
    /// A message of a room.
    MessageId;
    /// A report about a message.
    ReportId;
}

/// Draws ids and secrets: from the system in production, from a seed in tests and demos.
#[derive(Clone)]
pub struct Ids {
    clock: Clock,
    source: Arc<Mutex<Source>>,
}

struct Source {
    rng: StdRng,
    /// Millisecond and count of the last ordered id.
    last: (u64, u32),
}

/// Ordered ids of one millisecond are counted within this many bits.
const COUNT_BITS: u32 = 26;

impl Source {
    fn new(rng: StdRng) -> Arc<Mutex<Self>> {
        Arc::new(Mutex::new(Self { rng, last: (0, 0) }))
    }

    /// The next ordered id: after every one drawn before it, also within a millisecond or when the clock steps back.
    fn next_ordered(&mut self, now: u64) -> Uuid {
        let (millis, count) = self.last;
        self.last = if now > millis {
            // Starting anywhere in the lower half keeps two nodes apart and leaves room to count.
            (now, self.rng.next_u32() >> (33 - COUNT_BITS))
        } else if count + 1 < 1 << COUNT_BITS {
            (millis, count + 1)
        } else {
            (millis + 1, 0)
        };
        let (millis, count) = self.last;
        let mut tail = [0; 10];
        self.rng.fill_bytes(&mut tail);
        // The bits that version and variant leave free, highest first: 4 + 8, then 6 + 8.
        tail[0] = (count >> 22) as u8;
        tail[1] = (count >> 14) as u8;
        tail[2] = (count >> 8) as u8 & 0x3f;
        tail[3] = count as u8;
        uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }
}

impl Ids {
    /// Draws from a generator seeded by the operating system.
    pub fn random(clock: Clock) -> anyhow::Result<Self> {
        let mut seed = [0; 32];
        SysRng.try_fill_bytes(&mut seed)?;
        Ok(Self { clock, source: Source::new(StdRng::from_seed(seed)) })
    }

    /// Draws the same sequence for the same seed: for tests and reproducible demos.
    pub fn seeded(clock: Clock, seed: u64) -> Self {
        Self { clock, source: Source::new(StdRng::seed_from_u64(seed)) }
    }

    /// A time-ordered id, for rows nobody outside must date.
    pub fn ordered<T: From<Uuid>>(&self) -> T {
        let millis = self.clock.now().timestamp_millis().unsigned_abs();
        T::from(self.source.lock().next_ordered(millis))
    }

    /// A fully random id, for ids that strangers see.
    pub fn opaque<T: From<Uuid>>(&self) -> T {
        T::from(uuid::Builder::from_random_bytes(self.secret()).into_uuid())
    }

    /// Random bytes for tokens and keys.
    pub fn secret<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.source.lock().rng.fill_bytes(&mut bytes);
        bytes
    }

    /// A six-digit code, uniformly drawn.
    pub fn six_digits(&self) -> String {
        // 2^64 is so much larger than 10^6 that the modulo's bias is below 10^-13.
        format!("{:06}", u64::from_be_bytes(self.secret()) % 1_000_000)
    }
}

impl From<ProfileId> for carnet_index::ProfileId {
    fn from(id: ProfileId) -> Self {
        Self(id.0.as_u128())
    }
}

impl From<carnet_index::ProfileId> for ProfileId {
    fn from(id: carnet_index::ProfileId) -> Self {
        Self(Uuid::from_u128(id.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordered_ids_keep_their_order_within_a_millisecond_and_when_the_clock_steps_back() {
        let mut source = Source { rng: StdRng::seed_from_u64(1), last: (0, 0) };
        let mut drawn = Vec::new();
        for now in [1_000, 1_000, 1_000, 999, 1_001, 1_001] {
            drawn.push(source.next_ordered(now));
        }
        source.last = (1_001, (1 << COUNT_BITS) - 1);
        drawn.push(source.next_ordered(1_001));
        assert!(drawn.is_sorted_by(|a, b| a < b), "{drawn:?}");
        assert!(drawn.iter().all(|id| id.get_version_num() == 7));
    }
}
