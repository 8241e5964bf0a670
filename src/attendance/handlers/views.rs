//! A sheet as those who take attendance see it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::half_days::{UnitView, unit_views};
use super::seals::{SealView, seals};
use crate::attendance::model::{MarkStatus, Method, Part, Reason, units};
use crate::attendance::store::contests::{self, Contest};
use crate::attendance::store::marks::{self, Written};
use crate::attendance::store::settings;
use crate::attendance::store::sheets;
use crate::attendance::store::signatures::{self, Signature, SignatureMethod};
use crate::files::{self, FileCard};
use crate::ids::{ContestId, EnrolmentId, FileId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::sessions::{self, EnrolmentStatus, Participant, SheetState, SlotCard, SlotKind, Status};

/// A mark.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceMark)]
pub struct MarkView {
    /// Its number among the marks of this person in this half-day: what the next change names as seen.
    pub number: i32,
    /// What it says.
    pub status: MarkStatus,
    /// How late, in minutes.
    pub minutes_late: i32,
    /// Whether what was missed is justified.
    pub justified: bool,
    /// Why.
    pub reason: Option<Reason>,
    /// A remark.
    pub note: Option<String>,
    /// What proves the reason.
    pub proof_file_id: Option<FileId>,
    /// When they came in.
    pub entered_at: Option<DateTime<Utc>>,
    /// When they left.
    pub left_at: Option<DateTime<Utc>>,
    /// How it came to be.
    pub method: Method,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it rectifies a sealed mark.
    pub is_rectified: bool,
}

impl From<&Written> for MarkView {
    fn from(written: &Written) -> Self {
        let mark = &written.mark;
        Self {
            number: written.number,
            status: mark.status,
            minutes_late: mark.minutes_late,
            justified: mark.justified,
            reason: mark.reason,
            note: mark.note.clone(),
            proof_file_id: written.proof_file,
            entered_at: mark.entered_at,
            left_at: mark.left_at,
            method: written.method,
            by: written.by_name.clone(),
            at: written.at,
            is_rectified: written.link.is_some(),
        }
    }
}

/// That somebody signed, and how. The drawing stays on the sheet.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceSignature)]
pub struct SignatureView {
    /// Morning or afternoon.
    pub part: Part,
    /// How.
    pub method: SignatureMethod,
    /// When.
    pub signed_at: DateTime<Utc>,
}

impl From<&Signature> for SignatureView {
    fn from(signature: &Signature) -> Self {
        Self { part: signature.part, method: signature.method, signed_at: signature.signed_at }
    }
}

/// One person in one half-day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceCell)]
pub struct CellView {
    /// Morning or afternoon.
    pub part: Part,
    /// The newest mark; null while nobody has said anything.
    pub mark: Option<MarkView>,
    /// The signature; null while they have not signed.
    pub signature: Option<SignatureView>,
    /// How many minutes after the beginning they said of themselves to be there, if that was late and nobody who calls
    /// the roll has spoken since. They are noted late by as much, unless it was near the end of the half-day or after it.
    pub declared_late_minutes: Option<i32>,
}

/// How late somebody said of themselves to be there.
fn declared_late(slot: &SlotCard, mark: &Written) -> Option<i32> {
    let said = mark.mark.status.was_there() && mark.method.is_own();
    let unit = units(slot.starts_at, slot.ends_at).into_iter().find(|unit| unit.part == mark.part);
    unit.filter(|_| said)?.minutes_late(mark.mark.entered_at.unwrap_or(mark.at))
}

/// One person of the roll.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceRow)]
pub struct RowView {
    /// Their enrolment.
    pub enrolment_id: EnrolmentId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The organisation's number for them.
    pub reference: Option<String>,
    /// State of the enrolment.
    pub enrolment_status: EnrolmentStatus,
    /// Whether they have an account to sign with.
    pub has_account: bool,
    /// Whether they are expected today; false for somebody who was marked and is no longer.
    pub is_expected: bool,
    /// Their half-days.
    pub half_days: Vec<CellView>,
}

/// A trainer of the slot.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceTrainer)]
pub struct TrainerView {
    /// The account.
    pub person_id: Option<PersonId>,
    /// First and last name.
    pub name: String,
    /// Whether they train here now; false for somebody who signed and was replaced since.
    pub is_assigned: bool,
    /// What they signed.
    pub signatures: Vec<SignatureView>,
}

/// Something without which a sheet is not closed.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = MissingOnSheet)]
pub struct Missing {
    /// `unmarked` or `trainer_signature`.
    pub code: &'static str,
    /// Morning or afternoon.
    pub part: Part,
    /// Who is not marked.
    pub enrolment_id: Option<EnrolmentId>,
}

/// A contest.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceContest)]
pub struct ContestView {
    /// Its id.
    pub id: ContestId,
    /// The slot.
    pub slot_id: SlotId,
    /// Morning or afternoon.
    pub part: Part,
    /// Who contests.
    pub enrolment_id: EnrolmentId,
    /// What they say.
    pub text: String,
    /// When.
    pub contested_at: DateTime<Utc>,
    /// `accepted` or `rejected`; null until it is decided.
    pub decision: Option<String>,
    /// Why.
    pub decision_reason: Option<String>,
    /// By whom.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
}

impl From<Contest> for ContestView {
    fn from(contest: Contest) -> Self {
        Self {
            id: contest.id,
            slot_id: contest.slot,
            part: contest.part,
            enrolment_id: contest.enrolment,
            text: contest.text,
            contested_at: contest.contested_at,
            decision: contest.decision,
            decision_reason: contest.decision_reason,
            decided_by: contest.decided_by_name,
            decided_at: contest.decided_at,
        }
    }
}

/// A sheet, whole.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceSheet)]
pub struct SheetView {
    /// The slot.
    pub slot_id: SlotId,
    /// The session.
    pub session_id: TrainingSessionId,
    /// State of the session.
    pub session_status: Status,
    /// What people call the slot.
    pub label: String,
    /// What is done in it.
    pub kind: SlotKind,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Where; may be empty.
    pub place: String,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// State of the sheet.
    pub state: SheetState,
    /// Raised by every write on the sheet.
    pub version: i32,
    /// The time on the server.
    pub now: DateTime<Utc>,
    /// Its half-days.
    pub half_days: Vec<UnitView>,
    /// Whether entry and exit are noted.
    pub asks_entry_exit: bool,
    /// Until when signing was opened again.
    pub reopened_until: Option<DateTime<Utc>>,
    /// Why.
    pub reopened_reason: Option<String>,
    /// What was taught.
    pub taught: String,
    /// The scanned paper sheet.
    pub paper: Option<FileCard>,
    /// Everybody expected, by name.
    pub rows: Vec<RowView>,
    /// Who trains.
    pub trainers: Vec<TrainerView>,
    /// What is missing to close it.
    pub missing: Vec<Missing>,
    /// What trainees say against it.
    pub contests: Vec<ContestView>,
    /// What sealed it, and what was added since.
    pub seals: Vec<SealView>,
}

/// What is missing to close a sheet: a final status for everybody expected, and the signature of each half-day by somebody who
/// trains at the slot now, which a scanned paper sheet bears.
pub fn missing(
    rows: &[RowView],
    trainers: &[TrainerView],
    units: &[UnitView],
    has_paper: bool,
) -> Vec<Missing> {
    let mut found = Vec::new();
    for unit in units {
        let signs = |trainer: &TrainerView| {
            trainer.is_assigned && trainer.signatures.iter().any(|signed| signed.part == unit.part)
        };
        if !has_paper && !trainers.iter().any(signs) {
            found.push(Missing { code: "trainer_signature", part: unit.part, enrolment_id: None });
        }
    }
    for row in rows.iter().filter(|row| row.is_expected) {
        for cell in &row.half_days {
            if !cell.mark.as_ref().is_some_and(|mark| mark.status.is_final()) {
                let enrolment_id = Some(row.enrolment_id);
                found.push(Missing { code: "unmarked", part: cell.part, enrolment_id });
            }
        }
    }
    found
}

/// The rows of a sheet: everybody expected, and whoever was marked before they were not.
fn rows(
    participants: Vec<Participant>,
    slot: &SlotCard,
    units: &[UnitView],
    marks: &[Written],
    signed: &[Signature],
) -> Vec<RowView> {
    let marks: HashMap<_, _> = marks.iter().map(|mark| ((mark.enrolment, mark.part), mark)).collect();
    let signed: HashMap<_, _> =
        signed.iter().filter_map(|one| Some(((one.enrolment?, one.part), one))).collect();
    let row = |person: Participant| {
        let is_marked = units.iter().any(|unit| marks.contains_key(&(person.enrolment, unit.part)));
        // Nobody is expected on a sealed sheet who is not on it.
        let is_expected = person.is_expected_at(slot) && (slot.sheet_state == SheetState::Open || is_marked);
        let cell = |unit: &UnitView| {
            let mark = marks.get(&(person.enrolment, unit.part)).copied();
            CellView {
                part: unit.part,
                mark: mark.map(MarkView::from),
                signature: signed.get(&(person.enrolment, unit.part)).map(|one| SignatureView::from(*one)),
                declared_late_minutes: mark.and_then(|mark| declared_late(slot, mark)),
            }
        };
        (is_expected || is_marked).then(|| RowView {
            enrolment_id: person.enrolment,
            has_account: person.person.is_some(),
            enrolment_status: person.status,
            is_expected,
            half_days: units.iter().map(cell).collect(),
            first_name: person.first_name,
            last_name: person.last_name,
            reference: person.reference,
        })
    };
    participants.into_iter().filter_map(row).collect()
}

/// The trainers of a slot and whoever signed as one, with their signatures.
async fn trainers(tx: &mut Tx<'_>, slot: SlotId, signed: &[Signature]) -> Result<Vec<TrainerView>> {
    let mut views: Vec<TrainerView> = Vec::new();
    for trainer in sessions::slot_trainers(&mut **tx, slot).await? {
        let name = format!("{} {}", trainer.first_name, trainer.last_name);
        views.push(TrainerView {
            person_id: trainer.person,
            name,
            is_assigned: true,
            signatures: Vec::new(),
        });
    }
    for one in signed.iter().filter(|one| one.is_trainer) {
        let known = views.iter_mut().find(|view| match one.person {
            Some(person) => view.person_id == Some(person),
            None => view.name == one.name,
        });
        match known {
            Some(view) => view.signatures.push(one.into()),
            None => views.push(TrainerView {
                person_id: one.person,
                name: one.name.clone(),
                is_assigned: false,
                signatures: vec![one.into()],
            }),
        }
    }
    Ok(views)
}

/// The whole sheet of a slot.
pub async fn view(tx: &mut Tx<'_>, state: &AppState, slot: SlotCard) -> Result<SheetView> {
    let now = state.clock.now();
    let sheet = sheets::find(&mut **tx, slot.session, slot.id).await?;
    let half_days = unit_views(&slot, &sheet, now);
    let participants = sessions::participants(&mut **tx, slot.session).await?;
    let marks = marks::newest(&mut **tx, slot.id).await?;
    let signed = signatures::of_session(&mut **tx, slot.session, Some(slot.id), false).await?;
    let trainers = trainers(tx, slot.id, &signed).await?;
    let rows = rows(participants, &slot, &half_days, &marks, &signed);
    let paper = match sheet.paper_file {
        Some(file) => files::card(&mut **tx, file).await?,
        None => None,
    };
    let seals = seals(tx, &slot).await?;
    let contests = contests::of_session(&mut **tx, slot.session, Some(slot.id)).await?;
    let missing = match slot.sheet_state {
        SheetState::Open => missing(&rows, &trainers, &half_days, sheet.paper_file.is_some()),
        SheetState::Closed | SheetState::Contested => Vec::new(),
    };
    Ok(SheetView {
        slot_id: slot.id,
        session_id: slot.session,
        session_status: slot.status,
        label: slot.label().to_owned(),
        kind: slot.kind,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        place: slot.place.clone(),
        cancelled_at: slot.cancelled_at,
        state: slot.sheet_state,
        version: sheet.version,
        now,
        half_days,
        asks_entry_exit: settings::of_session(&mut **tx, slot.session).await?.asks_entry_exit,
        reopened_until: sheet.reopened_until,
        reopened_reason: sheet.reopened_reason,
        taught: sheet.taught,
        paper,
        rows,
        trainers,
        missing,
        contests: contests.into_iter().map(ContestView::from).collect(),
        seals,
    })
}
