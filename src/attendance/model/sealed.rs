//! What is sealed of a sheet: everything that it shows. Reasons of absence are not in it: they are for few eyes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::mark::{MarkStatus, Method};
use crate::ids::{EnrolmentId, SlotId, TrainingSessionId};
use crate::orgs::ActionKind;
use crate::sessions::{Part, WordChange};

pub use crate::platform::seal::instant;

/// Who issues, as sealed documents name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedOrganisation {
    /// Its name.
    pub name: String,
    /// Its legal name.
    pub legal_name: Option<String>,
    /// Its SIRET.
    pub siret: Option<String>,
    /// Its number of declaration of activity.
    pub nda: Option<String>,
    /// Its address, on certificates, where the register gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The kinds of action its confirmed Qualiopi certification was valid for that day, as it declared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualiopi_categories: Vec<ActionKind>,
}

/// A half-day of a sealed slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedUnit {
    /// Morning or afternoon.
    pub part: Part,
    /// Its day.
    pub date: NaiveDate,
    /// How long it lasts.
    pub minutes: i32,
}

/// A signature on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedSignature {
    /// How it was given: `drawn`, `password` or `qr`.
    pub method: String,
    /// When.
    pub signed_at: String,
    /// Of the drawing, where there is one.
    pub drawing_sha256: Option<String>,
}

/// A trainer of a sealed slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedTrainer {
    /// First and last name.
    pub name: String,
    /// What they signed, by half-day.
    pub signatures: Vec<(Part, SealedSignature)>,
}

/// That signing was opened again after its window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedReopening {
    /// When.
    pub reopened_at: String,
    /// Until when signatures were taken.
    pub until: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
}

/// The head of a closing: what concerns everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedHead {
    /// `closing`.
    pub kind: String,
    /// Who issues.
    pub organisation: SealedOrganisation,
    /// The session.
    pub session_id: TrainingSessionId,
    /// Its title.
    pub session_title: String,
    /// The slot.
    pub slot_id: SlotId,
    /// What was done in it: its title or its course's.
    pub title: String,
    /// The course.
    pub course: Option<String>,
    /// When it began.
    pub starts_at: String,
    /// When it ended.
    pub ends_at: String,
    /// Where; empty when nowhere in particular.
    pub place: String,
    /// Whether it was held at a distance.
    pub is_remote: bool,
    /// Its half-days.
    pub half_days: Vec<SealedUnit>,
    /// Who trained, and their signatures.
    pub trainers: Vec<SealedTrainer>,
    /// What was taught, in the trainer's words.
    pub taught: String,
    /// SHA-256 of the scanned paper sheet.
    pub paper_sha256: Option<String>,
    /// Each time signing was opened again; what was sealed before this was noted says nothing of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopenings: Vec<SealedReopening>,
    /// Who closed it.
    pub closed_by: String,
}

/// A mark as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedMark {
    /// Its number among the marks of this person in this half-day.
    pub number: i32,
    /// What is said.
    pub status: MarkStatus,
    /// How late.
    pub minutes_late: i32,
    /// Whether what was missed is justified.
    pub justified: bool,
    /// When they came in.
    pub entered_at: Option<String>,
    /// When they left.
    pub left_at: Option<String>,
    /// How it came to be.
    pub method: Method,
    /// When.
    pub marked_at: String,
    /// By whom.
    pub marked_by: String,
}

/// A row of a closing: one person in one half-day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedRow {
    /// Who.
    pub enrolment_id: EnrolmentId,
    /// First name, as the organisation wrote it.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Morning or afternoon.
    pub part: Part,
    /// The mark.
    pub mark: SealedMark,
    /// The signature, if they signed.
    pub signature: Option<SealedSignature>,
}

/// The head of a rectification, a contest or a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedEventHead {
    /// `rectification`, `contest` or `decision`.
    pub kind: String,
    /// The session.
    pub session_id: TrainingSessionId,
    /// The slot.
    pub slot_id: SlotId,
}

/// The head of a link about the times of a slot: everybody on its sheet is concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SealedSheetTimes)]
pub struct SealedTimes {
    /// `times`.
    pub kind: String,
    /// The session.
    pub session_id: TrainingSessionId,
    /// The slot.
    pub slot_id: SlotId,
    /// When it began before.
    pub old_starts_at: String,
    /// When it ended before.
    pub old_ends_at: String,
    /// When it begins since.
    pub new_starts_at: String,
    /// When it ends since.
    pub new_ends_at: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
}

/// The head of a link about what sheets say of their slot: everybody on them is concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SealedSheetWords)]
pub struct SealedWords {
    /// `words`.
    pub kind: String,
    /// The session.
    pub session_id: TrainingSessionId,
    /// The slot; null where it is about every sheet sealed before.
    pub slot_id: Option<SlotId>,
    /// What they say otherwise.
    pub changes: Vec<WordChange>,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
}

/// The head of a link about the whole session: its papers were taken up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedSessionReopening {
    /// `reopening`.
    pub kind: String,
    /// The session.
    pub session_id: TrainingSessionId,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
}

/// The row of a rectification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedRectification {
    /// Who.
    pub enrolment_id: EnrolmentId,
    /// Morning or afternoon.
    pub part: Part,
    /// The mark as it was.
    pub before: SealedMark,
    /// The mark as it is.
    pub after: SealedMark,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
}

/// The row of a contest, or of its decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedContest {
    /// The contest.
    pub contest_id: Uuid,
    /// Who contests.
    pub enrolment_id: EnrolmentId,
    /// Morning or afternoon.
    pub part: Part,
    /// What the trainee says, or why it was decided so.
    pub text: String,
    /// `accepted` or `rejected`, once decided.
    pub decision: Option<String>,
    /// Who wrote it.
    pub by: String,
}
