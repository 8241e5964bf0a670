//! Everything that attendance knows of a session, read in one snapshot: for totals, anomalies, exports and certificates.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;

use super::contests::{self, Contest};
use super::links::{self, Stored};
use super::marks::{self, Written};
use super::proofs::{self, Proof};
use super::reopenings::{self, Reopening};
use super::sheets::{self, Sheet};
use super::signatures::{self, Signature};
use crate::attendance::model::{MarkStatus, Part, Totals, units};
use crate::ids::{EnrolmentId, FileId, PersonId, SlotId, TrainingSessionId};
use crate::orgs::{self, ActionKind, Issuer};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::sessions::{self, Participant, SessionCard, SheetState, SlotCard, Trainer};

/// What is wanted beside slots, people, marks and signatures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// The drawings of signatures.
    pub drawings: bool,
    /// The chain with what it says, and elements of proof.
    pub papers: bool,
    /// Marks and signatures of this person alone; of everybody unless said.
    pub only: Option<EnrolmentId>,
}

/// What is known of a session.
pub struct Facts {
    /// The session.
    pub session: SessionCard,
    /// When it was called off, if it was.
    pub called_off_at: Option<DateTime<Utc>>,
    /// What the training was called when the session's revision was published.
    pub training_title: String,
    /// What kind of action it is, by that revision.
    pub nature: ActionKind,
    /// Who issues its documents.
    pub issuer: Issuer,
    /// Where the register says that it is.
    pub address: Option<String>,
    /// Every slot, cancelled ones included, by time.
    pub slots: Vec<SlotCard>,
    /// Their trainers.
    pub trainers: HashMap<SlotId, Vec<Trainer>>,
    /// Their sheets, where written.
    pub sheets: HashMap<SlotId, Sheet>,
    /// Everybody who takes part, or took part, by name.
    pub participants: Vec<Participant>,
    /// The newest marks.
    pub marks: HashMap<(SlotId, Part, EnrolmentId), Written>,
    /// Every signature, by time.
    pub signatures: Vec<Signature>,
    /// The chain.
    pub chain: Vec<Stored>,
    /// The contests.
    pub contests: Vec<Contest>,
    /// The elements of proof.
    pub proofs: Vec<Proof>,
    /// Signing that was opened again, the oldest first.
    pub reopenings: Vec<Reopening>,
    /// Times of slots that were put right after attendance was taken, the oldest first.
    pub moved: Vec<Moved>,
    by_trainee: HashMap<(SlotId, Part, EnrolmentId), usize>,
}

/// Times of a slot that were put right.
pub struct Moved {
    /// The slot.
    pub slot: SlotId,
    /// When it began and ended before.
    pub before: (DateTime<Utc>, DateTime<Utc>),
    /// When it begins and ends since.
    pub after: (DateTime<Utc>, DateTime<Utc>),
    /// Why.
    pub reason: String,
    /// By whom; empty once the account is gone.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

async fn moved_slots(tx: &mut Tx<'_>, session: TrainingSessionId) -> sqlx::Result<Vec<Moved>> {
    let rows = sqlx::query!(
        r#"SELECT r.slot_id AS "slot: SlotId", r.old_starts_at, r.old_ends_at, r.new_starts_at, r.new_ends_at, r.reason,
                  coalesce(p.first_name || ' ' || p.last_name, '') AS "by!", r.rectified_at
           FROM slot_rectification r
           JOIN session_slot s ON s.id = r.slot_id
           LEFT JOIN person p ON p.id = r.rectified_by
           WHERE s.session_id = $1 ORDER BY r.rectified_at, r.id"#,
        session.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let moved = rows.into_iter().map(|row| Moved {
        slot: row.slot,
        before: (row.old_starts_at, row.old_ends_at),
        after: (row.new_starts_at, row.new_ends_at),
        reason: row.reason,
        by: row.by,
        at: row.rectified_at,
    });
    Ok(moved.collect())
}

/// Reads a session, and how its organisation signs today.
pub async fn of_session(
    tx: &mut Tx<'_>,
    session: SessionCard,
    wanted: Wanted,
    today: NaiveDate,
) -> Result<Facts> {
    let id = session.id;
    let issuer = orgs::issuer(&mut **tx, session.organisation, today).await?;
    let issuer = issuer.ok_or_else(Error::not_found)?;
    let called_off_at = sqlx::query_scalar!(
        "SELECT status_at FROM training_session WHERE id = $1 AND status = 'cancelled'",
        id.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let address = orgs::address(&mut **tx, session.organisation).await?;
    let revision = sqlx::query!(
        r#"SELECT title, nature AS "nature: ActionKind" FROM training_revision WHERE training_id = $1 AND number = $2"#,
        session.training.0,
        session.revision,
    )
    .fetch_one(&mut **tx)
    .await?;
    let slots = sessions::slot_cards(&mut **tx, session.organisation, id).await?;
    let trainers = trainers(tx, id).await?;
    let sheets = sheets::of_session(&mut **tx, id, None).await?.into_iter().collect();
    let participants = sessions::participants(&mut **tx, id).await?;
    let marks = marks::newest_of_session(&mut **tx, id, wanted.only).await?;
    let marks = marks.into_iter().map(|mark| ((mark.slot, mark.part, mark.enrolment), mark)).collect();
    let signatures = signatures::of_person(&mut **tx, id, wanted.only, wanted.drawings).await?;
    let by_trainee = signatures
        .iter()
        .enumerate()
        .filter_map(|(position, one)| Some(((one.slot, one.part, one.enrolment?), position)))
        .collect();
    let contests = contests::of_session(&mut **tx, id, None).await?;
    let (mut chain, mut proofs, mut moved) = (Vec::new(), Vec::new(), Vec::new());
    let mut reopenings = Vec::new();
    if wanted.papers {
        reopenings = reopenings::of_session(&mut **tx, id, None).await?;
        chain = links::chain(&mut **tx, id, None).await?;
        moved = moved_slots(tx, id).await?;
        proofs = proofs::of_session(&mut **tx, id).await?;
    }
    Ok(Facts {
        session,
        called_off_at,
        training_title: revision.title,
        nature: revision.nature,
        issuer,
        address,
        slots,
        trainers,
        sheets,
        participants,
        marks,
        signatures,
        chain,
        contests,
        proofs,
        reopenings,
        moved,
        by_trainee,
    })
}

/// The trainers of every slot of a session, those replaced left out.
async fn trainers(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
) -> sqlx::Result<HashMap<SlotId, Vec<Trainer>>> {
    let rows = sqlx::query!(
        r#"SELECT r.slot_id AS "slot: SlotId", r.person_id AS "person: PersonId", r.first_name, r.last_name
           FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
           WHERE s.session_id = $1 AND r.removed_at IS NULL ORDER BY r.assigned_at, r.id"#,
        session.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut trainers: HashMap<SlotId, Vec<Trainer>> = HashMap::new();
    for row in rows {
        let trainer = Trainer { person: row.person, first_name: row.first_name, last_name: row.last_name };
        trainers.entry(row.slot).or_default().push(trainer);
    }
    Ok(trainers)
}

impl Facts {
    /// What is said of somebody; unmarked where nothing is.
    pub fn status(&self, slot: SlotId, part: Part, enrolment: EnrolmentId) -> MarkStatus {
        self.mark(slot, part, enrolment).map_or(MarkStatus::Unmarked, |written| written.mark.status)
    }

    /// The newest mark of somebody.
    pub fn mark(&self, slot: SlotId, part: Part, enrolment: EnrolmentId) -> Option<&Written> {
        self.marks.get(&(slot, part, enrolment))
    }

    /// The signature of a trainee.
    pub fn signature(&self, slot: SlotId, part: Part, enrolment: EnrolmentId) -> Option<&Signature> {
        Some(&self.signatures[*self.by_trainee.get(&(slot, part, enrolment))?])
    }

    /// Whether a trainer signed a half-day.
    pub fn trainer_signed(&self, slot: SlotId, part: Part) -> bool {
        self.signatures.iter().any(|one| one.is_trainer && one.slot == slot && one.part == part)
    }

    /// Each time signing of a slot was opened again.
    pub fn reopenings_of(&self, slot: SlotId) -> impl Iterator<Item = &Reopening> {
        self.reopenings.iter().filter(move |one| one.slot == slot)
    }

    /// The slots that take place.
    pub fn held(&self) -> impl Iterator<Item = &SlotCard> {
        self.slots.iter().filter(|slot| slot.cancelled_at.is_none())
    }

    /// Whether somebody is, or was, expected at a slot: its day is one of theirs, and a sealed sheet has them on it.
    pub fn expects(&self, slot: &SlotCard, person: &Participant) -> bool {
        let is_on = |part| self.mark(slot.id, part, person.enrolment).is_some();
        person.is_expected_at(slot) && (!is_sealed(slot) || [Part::Am, Part::Pm].into_iter().any(is_on))
    }

    /// The slots that were to take place: those cancelled with the whole session too.
    pub fn promised(&self) -> impl Iterator<Item = &SlotCard> {
        let with_session = |at| self.called_off_at.is_some_and(|called_off| called_off <= at);
        self.slots.iter().filter(move |slot| slot.cancelled_at.is_none_or(with_session))
    }

    /// The totals of somebody over the slots this lets through.
    pub fn totals(&self, person: &Participant, counts: impl Fn(&SlotCard) -> bool) -> Totals {
        let mut totals = Totals::default();
        for slot in self.held().filter(|slot| counts(slot) && person.is_expected_at(slot)) {
            self.count(&mut totals, slot, person.enrolment);
        }
        totals
    }

    /// The totals of somebody over the sealed sheets of these days: what certificates attest.
    pub fn sealed_totals(&self, person: &Participant, from: NaiveDate, to: NaiveDate) -> Totals {
        self.totals(person, |slot| is_sealed(slot) && (from..=to).contains(&slot.day()))
    }

    /// Counts the half-days of one slot. Nobody is expected on a sealed sheet who is not on it.
    pub fn count(&self, totals: &mut Totals, slot: &SlotCard, enrolment: EnrolmentId) {
        for unit in units(slot.starts_at, slot.ends_at) {
            match self.mark(slot.id, unit.part, enrolment) {
                Some(written) => {
                    let mark = &written.mark;
                    totals.count(mark.status, unit.minutes, mark.minutes_late, mark.justified);
                }
                None if is_sealed(slot) => {}
                None => totals.count(MarkStatus::Unmarked, unit.minutes, 0, false),
            }
        }
    }

    /// First and last name of a participant.
    pub fn name(&self, enrolment: EnrolmentId) -> String {
        let person = self.participants.iter().find(|person| person.enrolment == enrolment);
        person.map_or_else(String::new, |person| format!("{} {}", person.first_name, person.last_name))
    }
}

/// Whether the sheet of a slot is sealed, contested or not.
pub fn is_sealed(slot: &SlotCard) -> bool {
    slot.sheet_state != SheetState::Open
}

/// What participants of a session are told.
pub async fn information(db: impl PgExecutor<'_>, session: TrainingSessionId) -> sqlx::Result<String> {
    sqlx::query_scalar!("SELECT information FROM training_session WHERE id = $1", session.0)
        .fetch_one(db)
        .await
}

/// Whether a file belongs to the attendance of a session.
pub async fn has_file(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    file: FileId,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM attendance_sheet WHERE session_id = $1 AND paper_file_id = $2)
               OR EXISTS (SELECT FROM attendance_proof WHERE session_id = $1 AND file_id = $2)
               OR EXISTS (SELECT FROM attendance_mark m JOIN session_slot s ON s.id = m.slot_id
                          WHERE s.session_id = $1 AND m.proof_file_id = $2) AS "has!""#,
        session.0,
        file.0,
    )
    .fetch_one(db)
    .await
}
