//! Enrolments: who takes part, in which state, on which days.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{EnrolmentId, PersonId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};
use crate::platform::state::AppState;
use crate::sessions::model::enrolment::employer_in_french;
use crate::sessions::model::{EnrolmentStatus, Window};

/// An enrolment.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// The account, if one is joined to it.
    pub person: Option<PersonId>,
    /// First name, as the organisation wrote it; so are the others.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Address.
    pub email: Option<String>,
    /// The organisation's number.
    pub reference: Option<String>,
    /// Who employs them.
    pub employer: Option<String>,
    /// Its state.
    pub status: EnrolmentStatus,
    /// Since when.
    pub status_at: DateTime<Utc>,
    /// Why, when it ended early.
    pub reason: Option<String>,
    /// First day on which they are expected.
    pub starts_on: NaiveDate,
    /// The last one.
    pub ends_on: Option<NaiveDate>,
    /// Whether a mark or a signature was taken.
    pub has_attendance: bool,
    /// The enrolment that stands for it.
    pub merged_into: Option<EnrolmentId>,
    /// Raised by every write.
    pub version: i32,
    /// When it was written first.
    pub created_at: DateTime<Utc>,
}

impl Enrolment {
    /// The days on which they are expected.
    pub fn window(&self) -> Window {
        Window { starts_on: self.starts_on, ends_on: self.ends_on }
    }
}

/// The enrolments of a session by name, or one of them.
pub async fn list(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    only: Option<EnrolmentId>,
) -> sqlx::Result<Vec<Enrolment>> {
    sqlx::query_as!(
        Enrolment,
        r#"SELECT id AS "id: EnrolmentId", person_id AS "person: PersonId", first_name, last_name, email, reference,
                  employer, status AS "status: EnrolmentStatus", status_at, reason, starts_on, ends_on, has_attendance,
                  merged_into AS "merged_into: EnrolmentId", version, created_at
           FROM enrolment WHERE session_id = $1 AND ($2::uuid IS NULL OR id = $2)
           ORDER BY lower(last_name), lower(first_name), id"#,
        session.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// One enrolment of a session. The session is locked by whoever writes, and with it its enrolments.
pub async fn find(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    id: EnrolmentId,
) -> sqlx::Result<Option<Enrolment>> {
    Ok(list(&mut **tx, session, Some(id)).await?.pop())
}

/// Somebody to enrol.
#[derive(Clone, Debug)]
pub struct NewEnrolment {
    /// The account, of somebody known in the organisation.
    pub person: Option<PersonId>,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Address.
    pub email: Option<String>,
    /// The organisation's number.
    pub reference: Option<String>,
    /// Who employs them.
    pub employer: Option<String>,
    /// The state it begins in.
    pub status: EnrolmentStatus,
    /// First day on which they are expected.
    pub starts_on: NaiveDate,
    /// The last one.
    pub ends_on: Option<NaiveDate>,
}

/// Writes a new enrolment, and the beginning of its history.
pub async fn insert(
    tx: &mut Tx<'_>,
    state: &AppState,
    session: TrainingSessionId,
    new: &NewEnrolment,
    by: PersonId,
) -> Result<EnrolmentId> {
    let (id, now): (EnrolmentId, _) = (state.ids.ordered(), state.clock.now());
    sqlx::query!(
        "INSERT INTO enrolment (id, session_id, person_id, first_name, last_name, email, reference, employer, status,
             status_at, starts_on, ends_on, version, created_at, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $10, $10, $13)",
        id.0,
        session.0,
        new.person.map(|person| person.0),
        new.first_name,
        new.last_name,
        new.email,
        new.reference,
        new.employer,
        new.status.as_str(),
        now,
        new.starts_on,
        new.ends_on,
        by.0,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("enrolment_person_once", Code::AlreadyEnrolled)
    .on_constraint("enrolment_email_once", Code::AlreadyEnrolled)?;
    let what = What { event: "enrol", on: None, reason: None };
    note(tx, state, id, (None, new.status), &what, Some(by)).await?;
    Ok(id)
}

/// What an organisation writes of a participant.
pub struct Written<'a> {
    /// First name.
    pub first_name: &'a str,
    /// Last name.
    pub last_name: &'a str,
    /// Address.
    pub email: Option<&'a str>,
    /// Its own number.
    pub reference: Option<&'a str>,
    /// Who employs them.
    pub employer: Option<&'a str>,
    /// First day on which they are expected.
    pub starts_on: NaiveDate,
    /// The last one.
    pub ends_on: Option<NaiveDate>,
}

impl Written<'_> {
    /// The days on which they are expected.
    pub fn window(&self) -> Window {
        Window { starts_on: self.starts_on, ends_on: self.ends_on }
    }
}

/// Writes an enrolment anew, raises its version, and notes in its history the days and the employer that it had before and
/// has now.
pub async fn update(
    tx: &mut Tx<'_>,
    state: &AppState,
    before: &Enrolment,
    written: &Written<'_>,
    by: PersonId,
) -> Result<()> {
    sqlx::query!(
        "UPDATE enrolment
         SET first_name = $2, last_name = $3, email = $4, reference = $5, employer = $6, starts_on = $7, ends_on = $8,
             version = version + 1, updated_at = $9, updated_by = $10
         WHERE id = $1",
        before.id.0,
        written.first_name,
        written.last_name,
        written.email,
        written.reference,
        written.employer,
        written.starts_on,
        written.ends_on,
        state.clock.now(),
        by.0,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("enrolment_email_once", Code::AlreadyEnrolled)?;
    let (old, new) = (before.window(), written.window());
    let days = (old != new).then(|| format!("{} (auparavant {})", new.in_french(), old.in_french()));
    let employer = employer_in_french(before.employer.as_deref(), written.employer);
    let changes: Vec<_> = days.into_iter().chain(employer).collect();
    let reason = (!changes.is_empty()).then(|| changes.join(", "));
    let what = What { event: "write", on: None, reason: reason.as_deref() };
    note(tx, state, before.id, (Some(before.status), before.status), &what, Some(by)).await?;
    Ok(())
}

/// What happens to an enrolment, for its history.
#[derive(Clone, Copy, Debug, Default)]
pub struct What<'a> {
    /// Its name.
    pub event: &'a str,
    /// The day it is about.
    pub on: Option<NaiveDate>,
    /// Why.
    pub reason: Option<&'a str>,
}

/// Moves an enrolment to another state, and writes its history. `ends_on` becomes the last day where the window changes.
pub async fn set_status(
    tx: &mut Tx<'_>,
    state: &AppState,
    enrolment: &Enrolment,
    (status, ends_on): (EnrolmentStatus, Option<NaiveDate>),
    what: &What<'_>,
    by: Option<PersonId>,
) -> sqlx::Result<()> {
    let now = state.clock.now();
    sqlx::query!(
        "UPDATE enrolment
         SET status = $2, status_at = $3, reason = $4, ends_on = $5, version = version + 1, updated_at = $3,
             updated_by = coalesce($6, updated_by)
         WHERE id = $1",
        enrolment.id.0,
        status.as_str(),
        now,
        what.reason,
        ends_on,
        by.map(|person| person.0),
    )
    .execute(&mut **tx)
    .await?;
    note(tx, state, enrolment.id, (Some(enrolment.status), status), what, by).await
}

/// Has somebody who comes in only now be expected from today on: the days before went by without them.
pub async fn start_from(tx: &mut Tx<'_>, id: EnrolmentId, today: NaiveDate) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE enrolment SET starts_on = $2 WHERE id = $1 AND starts_on < $2 AND (ends_on IS NULL OR ends_on >= $2)",
        id.0,
        today,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Joins an account to an enrolment, in this state.
pub async fn join(
    tx: &mut Tx<'_>,
    state: &AppState,
    enrolment: &Enrolment,
    (person, status): (PersonId, EnrolmentStatus),
    what: &What<'_>,
    by: PersonId,
) -> Result<()> {
    let now = state.clock.now();
    sqlx::query!(
        "UPDATE enrolment
         SET person_id = $2, status = $3, status_at = CASE WHEN status = $3 THEN status_at ELSE $4 END,
             version = version + 1, updated_at = $4, updated_by = $5
         WHERE id = $1",
        enrolment.id.0,
        person.0,
        status.as_str(),
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("enrolment_person_once", Code::AlreadyEnrolled)?;
    note(tx, state, enrolment.id, (Some(enrolment.status), status), what, Some(by)).await?;
    Ok(())
}

/// Ends an enrolment because another one of the same person stands for it. The account goes over to that one, and the
/// employer where that one names none.
pub async fn merge(
    tx: &mut Tx<'_>,
    state: &AppState,
    enrolment: &Enrolment,
    into: EnrolmentId,
    by: PersonId,
) -> sqlx::Result<()> {
    let now = state.clock.now();
    sqlx::query!(
        "UPDATE enrolment
         SET status = 'cancelled', status_at = $3, merged_into = $2, version = version + 1, updated_at = $3, updated_by = $4
         WHERE id = $1",
        enrolment.id.0,
        into.0,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    // The groups somebody belongs to go over with them.
    sqlx::query!(
        "INSERT INTO session_room_member (room_id, enrolment_id)
         SELECT room_id, $2 FROM session_room_member WHERE enrolment_id = $1 ON CONFLICT DO NOTHING",
        enrolment.id.0,
        into.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM session_room_member WHERE enrolment_id = $1", enrolment.id.0)
        .execute(&mut **tx)
        .await?;
    keep_employer(tx, state, enrolment, into, by).await?;
    let what = What { event: "merge", on: None, reason: None };
    note(tx, state, enrolment.id, (Some(enrolment.status), EnrolmentStatus::Cancelled), &what, Some(by)).await
}

/// Writes the employer of an enrolment that ends into the one that stands for it, unless that one names its own.
async fn keep_employer(
    tx: &mut Tx<'_>,
    state: &AppState,
    ended: &Enrolment,
    into: EnrolmentId,
    by: PersonId,
) -> sqlx::Result<()> {
    let Some(employer) = ended.employer.as_deref() else { return Ok(()) };
    let status = sqlx::query_scalar!(
        r#"UPDATE enrolment SET employer = $2, version = version + 1, updated_at = $3, updated_by = $4
           WHERE id = $1 AND employer IS NULL
           RETURNING status AS "status: EnrolmentStatus""#,
        into.0,
        employer,
        state.clock.now(),
        by.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(status) = status else { return Ok(()) };
    let reason = employer_in_french(None, Some(employer));
    let what = What { event: "write", on: None, reason: reason.as_deref() };
    note(tx, state, into, (Some(status), status), &what, Some(by)).await
}

async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    id: EnrolmentId,
    (from, to): (Option<EnrolmentStatus>, EnrolmentStatus),
    what: &What<'_>,
    by: Option<PersonId>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO enrolment_event (id, enrolment_id, event, from_status, to_status, on_date, reason, at, by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        state.ids.ordered::<Uuid>(),
        id.0,
        what.event,
        from.map(EnrolmentStatus::as_str),
        to.as_str(),
        what.on,
        what.reason,
        state.clock.now(),
        by.map(|person| person.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Something that happened to an enrolment.
pub struct Happened {
    /// Its name.
    pub event: String,
    /// The state before.
    pub from_status: Option<EnrolmentStatus>,
    /// The state after.
    pub to_status: EnrolmentStatus,
    /// The day it is about.
    pub on_date: Option<NaiveDate>,
    /// Why.
    pub reason: Option<String>,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: Option<String>,
}

/// What happened to an enrolment, in order.
pub async fn history(db: impl PgExecutor<'_>, id: EnrolmentId) -> sqlx::Result<Vec<Happened>> {
    sqlx::query_as!(
        Happened,
        r#"SELECT e.event, e.from_status AS "from_status: EnrolmentStatus", e.to_status AS "to_status: EnrolmentStatus",
                  e.on_date, e.reason, e.at, p.first_name || ' ' || p.last_name AS by
           FROM enrolment_event e LEFT JOIN person p ON p.id = e.by
           WHERE e.enrolment_id = $1 ORDER BY e.id"#,
        id.0,
    )
    .fetch_all(db)
    .await
}

/// The enrolment that a person has in a session, called off ones left out.
pub async fn of_person(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    person: PersonId,
) -> sqlx::Result<Option<EnrolmentId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: EnrolmentId" FROM enrolment
           WHERE session_id = $1 AND person_id = $2 AND status <> 'cancelled'"#,
        session.0,
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await
}
