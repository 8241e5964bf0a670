//! What the slices above need of sessions, slots and participants, and the little they write here.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{
    EnrolmentId, OrganisationId, PersonId, SessionCourseId, SlotId, TrainingId, TrainingSessionId,
};
use crate::orgs::{Membership, Role};
use crate::platform::db::Tx;
use crate::sessions::model::half_days::day_of;
use crate::sessions::model::{EnrolmentStatus, Holidays, Retention, SheetState, SlotKind, Status, Window};
use crate::sessions::policy::Standing;
use crate::trainings::Modality;

/// A session.
#[derive(Clone, Debug)]
pub struct SessionCard {
    /// Its id.
    pub id: TrainingSessionId,
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// The training it gives.
    pub training: TrainingId,
    /// The revision of it, for ever.
    pub revision: i32,
    /// Its state.
    pub status: Status,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Where; empty when nowhere in particular.
    pub place: String,
    /// Where at a distance.
    pub remote_url: Option<String>,
    /// How many can take part; none: no limit.
    pub seats: Option<i32>,
    /// How long it lasts by what was announced, in minutes.
    pub announced_minutes: i32,
    /// The public holidays that hold there.
    pub holidays: Holidays,
    /// How long its papers are kept.
    pub retention: Retention,
    /// Raised by every write of its general part, its courses or its state.
    pub version: i32,
}

/// A slot of a session, with what it takes from it.
#[derive(Clone, Debug)]
pub struct SlotCard {
    /// Its id.
    pub id: SlotId,
    /// The session.
    pub session: TrainingSessionId,
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// State of the session.
    pub status: Status,
    /// What is done in it.
    pub kind: SlotKind,
    /// The course of the session's list.
    pub course: Option<SessionCourseId>,
    /// Title of the course.
    pub course_title: Option<String>,
    /// How the course is held.
    pub modality: Option<Modality>,
    /// What is done, beside or instead of the course; may be empty.
    pub title: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Its place, or else the session's; may be empty.
    pub place: String,
    /// Its address at a distance, or else the session's.
    pub remote_url: Option<String>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// Whether a mark or a signature was taken.
    pub has_attendance: bool,
    /// State of its sheet.
    pub sheet_state: SheetState,
    /// Raised by every write.
    pub version: i32,
}

impl SlotCard {
    /// The day it begins on, in Paris.
    pub fn day(&self) -> NaiveDate {
        day_of(self.starts_at)
    }

    /// What people read: the course, or what it says itself.
    pub fn label(&self) -> &str {
        match self.course_title.as_deref() {
            Some(course) if self.title.is_empty() => course,
            _ if self.title.is_empty() && self.kind == SlotKind::Exam => "Examen",
            _ if self.title.is_empty() => "Séance",
            _ => &self.title,
        }
    }
}

/// Somebody who takes part, or took part, in a session: as the organisation wrote them.
#[derive(Clone, Debug)]
pub struct Participant {
    /// Their enrolment.
    pub enrolment: EnrolmentId,
    /// The account, if one is joined to it.
    pub person: Option<PersonId>,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Address, if there is one.
    pub email: Option<String>,
    /// The organisation's number for them.
    pub reference: Option<String>,
    /// Who employs them.
    pub employer: Option<String>,
    /// State of the enrolment.
    pub status: EnrolmentStatus,
    /// First day on which they are expected.
    pub starts_on: NaiveDate,
    /// The last one; none: until the end.
    pub ends_on: Option<NaiveDate>,
}

impl Participant {
    /// The days on which they are expected.
    pub fn window(&self) -> Window {
        Window { starts_on: self.starts_on, ends_on: self.ends_on }
    }

    /// Whether they are, or were, expected at a slot: their enrolment came about, and its days cover the slot's.
    pub fn is_expected_at(&self, slot: &SlotCard) -> bool {
        self.status.is_expected() && self.window().covers(slot.day())
    }
}

/// Somebody who trains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trainer {
    /// The account; none once it is gone.
    pub person: Option<PersonId>,
    /// First name when they were assigned.
    pub first_name: String,
    /// Last name when they were assigned.
    pub last_name: String,
}

/// A session of the organisation.
pub async fn session_card(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
) -> sqlx::Result<Option<SessionCard>> {
    sqlx::query_as!(
        SessionCard,
        r#"SELECT id AS "id: TrainingSessionId", organisation_id AS "organisation: OrganisationId",
                  training_id AS "training: TrainingId", revision, status AS "status: Status", title, starts_on, ends_on,
                  place, remote_url, seats, announced_minutes, holidays AS "holidays: Holidays",
                  retention AS "retention: Retention", version
           FROM training_session WHERE id = $1 AND organisation_id = $2"#,
        session.0,
        organisation.0,
    )
    .fetch_optional(db)
    .await
}

async fn slots(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
    only: Option<SlotId>,
) -> sqlx::Result<Vec<SlotCard>> {
    sqlx::query_as!(
        SlotCard,
        r#"SELECT s.id AS "id: SlotId", s.session_id AS "session: TrainingSessionId",
                  t.organisation_id AS "organisation: OrganisationId", t.status AS "status: Status",
                  s.kind AS "kind: SlotKind", s.session_course_id AS "course: SessionCourseId",
                  c.title AS "course_title?", c.modality AS "modality?: Modality", s.title, s.starts_at, s.ends_at,
                  CASE WHEN s.place = '' THEN t.place ELSE s.place END AS "place!",
                  coalesce(s.remote_url, t.remote_url) AS remote_url, s.cancelled_at, s.has_attendance,
                  s.sheet_state AS "sheet_state: SheetState", s.version
           FROM session_slot s
           JOIN training_session t ON t.id = s.session_id
           LEFT JOIN session_course c ON c.id = s.session_course_id
           WHERE s.session_id = $1 AND t.organisation_id = $2 AND ($3::uuid IS NULL OR s.id = $3)
           ORDER BY s.starts_at, s.id"#,
        session.0,
        organisation.0,
        only.map(|slot| slot.0),
    )
    .fetch_all(db)
    .await
}

/// A slot of a session of the organisation.
pub async fn slot_card(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
    slot: SlotId,
) -> sqlx::Result<Option<SlotCard>> {
    Ok(slots(db, organisation, session, Some(slot)).await?.pop())
}

/// Every slot of a session, cancelled ones included, by time.
pub async fn slot_cards(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<SlotCard>> {
    slots(db, organisation, session, None).await
}

/// The same, with the slot locked until the transaction ends: its times and its sheet stay as they are.
pub async fn lock_slot(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
    slot: SlotId,
) -> sqlx::Result<Option<SlotCard>> {
    sqlx::query!(
        "SELECT id FROM session_slot WHERE id = $1 AND session_id = $2 FOR NO KEY UPDATE",
        slot.0,
        session.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    slot_card(&mut **tx, organisation, session, slot).await
}

/// Everybody who takes part, or took part, in a session, by name; those who only wait, were invited or never came are not
/// among them.
pub async fn participants(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<Participant>> {
    sqlx::query_as!(
        Participant,
        r#"SELECT id AS "enrolment: EnrolmentId", person_id AS "person: PersonId", first_name, last_name, email, reference,
                  employer, status AS "status: EnrolmentStatus", starts_on, ends_on
           FROM enrolment
           WHERE session_id = $1 AND status IN ('enrolled', 'confirmed', 'finished', 'abandoned')
           ORDER BY lower(last_name), lower(first_name), id"#,
        session.0,
    )
    .fetch_all(db)
    .await
}

/// Who is, or was, expected at a slot, by name.
pub async fn expected(db: impl PgExecutor<'_>, slot: &SlotCard) -> sqlx::Result<Vec<Participant>> {
    let mut everybody = participants(db, slot.session).await?;
    everybody.retain(|participant| participant.is_expected_at(slot));
    Ok(everybody)
}

/// Who trains at a slot today's list says, those replaced left out.
pub async fn slot_trainers(db: impl PgExecutor<'_>, slot: SlotId) -> sqlx::Result<Vec<Trainer>> {
    sqlx::query_as!(
        Trainer,
        r#"SELECT person_id AS "person: PersonId", first_name, last_name FROM slot_trainer
           WHERE slot_id = $1 AND removed_at IS NULL ORDER BY assigned_at, id"#,
        slot.0,
    )
    .fetch_all(db)
    .await
}

/// What somebody is to a session; none when the organisation has no such session.
pub async fn standing(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
    person: PersonId,
) -> sqlx::Result<Option<Standing>> {
    let row = sqlx::query!(
        r#"SELECT m.role AS "role?: Role", o.status AS "status: crate::orgs::Status",
                  EXISTS (SELECT FROM session_trainer r WHERE r.session_id = t.id AND r.person_id = $3)
                  OR EXISTS (SELECT FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
                             WHERE s.session_id = t.id AND r.person_id = $3 AND r.removed_at IS NULL)
                      AS "is_assigned!",
                  (SELECT e.id FROM enrolment e
                   WHERE e.session_id = t.id AND e.person_id = $3
                     AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')) AS "enrolment: EnrolmentId"
           FROM training_session t
           JOIN organisation o ON o.id = t.organisation_id
           LEFT JOIN organisation_member m ON m.organisation_id = o.id AND m.person_id = $3
           WHERE t.id = $1 AND t.organisation_id = $2"#,
        session.0,
        organisation.0,
        person.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Standing {
        membership: row.role.map(|role| Membership { role, status: row.status }),
        is_assigned: row.is_assigned,
        enrolment: row.enrolment,
    }))
}

/// Notes that a slot and these enrolments have attendance: from now on the slot's times change by rectification only, and
/// the enrolments are ended, never cancelled. Twice does no harm.
pub async fn mark_attended(tx: &mut Tx<'_>, slot: SlotId, enrolments: &[EnrolmentId]) -> sqlx::Result<()> {
    let enrolments: Vec<Uuid> = enrolments.iter().map(|id| id.0).collect();
    sqlx::query!(
        "UPDATE session_slot SET has_attendance = true WHERE id = $1 AND NOT has_attendance",
        slot.0
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE enrolment SET has_attendance = true WHERE id = ANY($1) AND NOT has_attendance",
        &enrolments,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Moves the sheet of a slot: a session is closed only when the sheets of all its slots are.
pub async fn set_sheet_state(tx: &mut Tx<'_>, slot: SlotId, state: SheetState) -> sqlx::Result<()> {
    sqlx::query!("UPDATE session_slot SET sheet_state = $2 WHERE id = $1", slot.0, state.as_str())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Says how long the papers of a session are kept, also once it is over.
pub async fn set_retention(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    retention: Retention,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training_session SET retention = $2, version = version + 1, updated_at = $3, updated_by = $4
         WHERE id = $1 AND retention <> $2",
        session.0,
        retention.as_str(),
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
