//! Sessions: their general part and their state.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::cards::{SessionCard, session_card};
use crate::ids::{OrganisationId, PersonId, TrainingId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::model::general::{General, folded};
use crate::sessions::model::{Holidays, Retention, Status};

/// A session, as lists and pages show it.
pub struct Session {
    /// Its id.
    pub id: TrainingSessionId,
    /// The training it gives.
    pub training: TrainingId,
    /// The revision of it.
    pub revision: i32,
    /// The newest published revision today.
    pub newest_revision: i32,
    /// Its state.
    pub status: Status,
    /// Why it was cancelled, or taken up again.
    pub status_reason: Option<String>,
    /// Since when it is in this state.
    pub status_at: DateTime<Utc>,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Where.
    pub place: String,
    /// Where at a distance.
    pub remote_url: Option<String>,
    /// What participants read.
    pub information: String,
    /// How many can take part.
    pub seats: Option<i32>,
    /// How long it lasts by what was announced.
    pub announced_minutes: i32,
    /// The public holidays that hold there.
    pub holidays: Holidays,
    /// How long its papers are kept.
    pub retention: Retention,
    /// Why it was started although something was not ready.
    pub start_override: Option<String>,
    /// The session it was copied from.
    pub copied_from: Option<TrainingSessionId>,
    /// Raised by every write.
    pub version: i32,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
    /// Who wrote it last.
    pub updated_by: Option<String>,
    /// People who hold a seat.
    pub taken: i64,
    /// People who wait for one.
    pub waiting: i64,
    /// Slots that take place.
    pub slots: i64,
    /// The next of them, or the one that is under way.
    pub next_slot_at: Option<DateTime<Utc>>,
    /// Names of the trainers.
    pub trainers: Vec<String>,
}

/// Where a page of [`list`] starts: after this first day and id.
#[derive(Deserialize, Serialize)]
pub struct DayKey(pub NaiveDate, pub Uuid);

/// Which sessions.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<TrainingSessionId>,
    /// Of this training.
    pub training: Option<TrainingId>,
    /// In this state.
    pub status: Option<Status>,
    /// Whose title holds these words, folded.
    pub words: Option<String>,
    /// That take place on this day or later.
    pub from: Option<NaiveDate>,
    /// That take place on this day or earlier.
    pub to: Option<NaiveDate>,
    /// Where this person trains.
    pub trainer: Option<PersonId>,
    /// Where the page starts.
    pub before: Option<DayKey>,
}

/// The organisation's sessions, the last to start first.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: Filter,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<Session>> {
    let (day, id) = filter.before.map_or((None, None), |DayKey(day, id)| (Some(day), Some(id)));
    sqlx::query_as!(
        Session,
        r#"SELECT s.id AS "id: TrainingSessionId", s.training_id AS "training: TrainingId", s.revision,
                  t.revision AS newest_revision, s.status AS "status: Status", s.status_reason, s.status_at, s.title,
                  s.starts_on, s.ends_on, s.place, s.remote_url, s.information, s.seats, s.announced_minutes,
                  s.holidays AS "holidays: Holidays", s.retention AS "retention: Retention", s.start_override,
                  s.copied_from AS "copied_from: TrainingSessionId", s.version, s.updated_at,
                  p.first_name || ' ' || p.last_name AS updated_by,
                  (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id
                     AND e.status IN ('invited', 'enrolled', 'confirmed', 'finished')) AS "taken!",
                  (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id AND e.status = 'waiting') AS "waiting!",
                  (SELECT count(*) FROM session_slot l WHERE l.session_id = s.id AND l.cancelled_at IS NULL) AS "slots!",
                  (SELECT min(l.starts_at) FROM session_slot l
                   WHERE l.session_id = s.id AND l.cancelled_at IS NULL AND l.ends_at > $9) AS next_slot_at,
                  ARRAY(SELECT r.first_name || ' ' || r.last_name FROM session_trainer r
                        WHERE r.session_id = s.id ORDER BY r.added_at, r.id) AS "trainers!"
           FROM training_session s
           JOIN training t ON t.id = s.training_id
           LEFT JOIN person p ON p.id = s.updated_by
           WHERE s.organisation_id = $1 AND ($2::uuid IS NULL OR s.id = $2)
             AND ($3::uuid IS NULL OR s.training_id = $3) AND ($4::text IS NULL OR s.status = $4)
             AND ($5::text IS NULL OR strpos(s.search_key, $5) > 0)
             AND ($6::date IS NULL OR s.ends_on >= $6) AND ($7::date IS NULL OR s.starts_on <= $7)
             AND ($8::uuid IS NULL
                  OR EXISTS (SELECT FROM session_trainer r WHERE r.session_id = s.id AND r.person_id = $8)
                  OR EXISTS (SELECT FROM slot_trainer r JOIN session_slot l ON l.id = r.slot_id
                             WHERE l.session_id = s.id AND r.person_id = $8 AND r.removed_at IS NULL))
             AND ($10::date IS NULL OR (s.starts_on, s.id) < ($10, $11))
           ORDER BY s.starts_on DESC, s.id DESC LIMIT $12"#,
        organisation.0,
        filter.id.map(|id| id.0),
        filter.training.map(|id| id.0),
        filter.status.map(Status::as_str),
        filter.words,
        filter.from,
        filter.to,
        filter.trainer.map(|id| id.0),
        now,
        day,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// Locks a session until the transaction ends; none when the organisation has no such session.
pub async fn lock(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TrainingSessionId,
) -> sqlx::Result<Option<SessionCard>> {
    sqlx::query!(
        "SELECT id FROM training_session WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE",
        id.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    session_card(&mut **tx, organisation, id).await
}

/// What a new session starts from.
pub struct Origin {
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// The training.
    pub training: TrainingId,
    /// Its revision.
    pub revision: i32,
    /// The session it is a copy of.
    pub copied_from: Option<TrainingSessionId>,
}

/// Writes a new session, a draft.
pub async fn insert(
    tx: &mut Tx<'_>,
    id: TrainingSessionId,
    origin: &Origin,
    general: &General,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO training_session (id, organisation_id, training_id, revision, status_at, title, search_key, starts_on,
             ends_on, place, remote_url, information, seats, announced_minutes, holidays, retention, copied_from, version,
             created_at, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1, $5, $5, $18)",
        id.0,
        origin.organisation.0,
        origin.training.0,
        origin.revision,
        now,
        general.title,
        general.search_key(),
        general.starts_on,
        general.ends_on,
        general.place,
        general.remote_url,
        general.information,
        general.seats,
        general.announced_minutes,
        general.holidays.as_str(),
        general.retention.as_str(),
        origin.copied_from.map(|id| id.0),
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes the general part of a session anew, and raises its version.
pub async fn update(
    tx: &mut Tx<'_>,
    id: TrainingSessionId,
    general: &General,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training_session
         SET title = $2, search_key = $3, starts_on = $4, ends_on = $5, place = $6, remote_url = $7, information = $8,
             seats = $9, announced_minutes = $10, holidays = $11, retention = $12, version = version + 1,
             updated_at = $13, updated_by = $14
         WHERE id = $1",
        id.0,
        general.title,
        general.search_key(),
        general.starts_on,
        general.ends_on,
        general.place,
        general.remote_url,
        general.information,
        general.seats,
        general.announced_minutes,
        general.holidays.as_str(),
        general.retention.as_str(),
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes what an ended session should have been called, and where it took place.
pub async fn put_right(
    tx: &mut Tx<'_>,
    id: TrainingSessionId,
    (title, place): (&str, &str),
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training_session
         SET title = $2, search_key = $3, place = $4, version = version + 1, updated_at = $5, updated_by = $6
         WHERE id = $1",
        id.0,
        title,
        folded(title),
        place,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Raises the version: something that belongs to the session as a whole was written.
pub async fn touch(
    tx: &mut Tx<'_>,
    id: TrainingSessionId,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training_session SET version = version + 1, updated_at = $2, updated_by = $3 WHERE id = $1",
        id.0,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Moves a session to another state. Nobody in particular does it when the clock does.
pub async fn set_status(
    tx: &mut Tx<'_>,
    id: TrainingSessionId,
    (status, reason): (Status, Option<&str>),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training_session
         SET status = $2, status_reason = $3, status_at = $4, version = version + 1, updated_at = $4,
             updated_by = coalesce($5, updated_by)
         WHERE id = $1",
        id.0,
        status.as_str(),
        reason,
        now,
        by.map(|id| id.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Keeps why a session was started although something was not ready.
pub async fn set_start_override(tx: &mut Tx<'_>, id: TrainingSessionId, reason: &str) -> sqlx::Result<()> {
    sqlx::query!("UPDATE training_session SET start_override = $2 WHERE id = $1", id.0, reason)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Deletes a draft with everything in it.
pub async fn delete(tx: &mut Tx<'_>, id: TrainingSessionId) -> sqlx::Result<()> {
    // Courses are kept from going while slots name them.
    sqlx::query!("DELETE FROM session_slot WHERE session_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM training_session WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Whether anybody is, or was, among the participants.
pub async fn has_people(tx: &mut Tx<'_>, id: TrainingSessionId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM enrolment WHERE session_id = $1 AND status <> 'cancelled') AS "exists!""#,
        id.0,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Newest published revision of a training that sessions may be opened from.
pub struct Opening {
    /// Its state.
    pub status: crate::trainings::Status,
    /// Number of the newest published revision; 0 before the first.
    pub revision: i32,
}

/// The training of the organisation, kept as it is until the transaction ends.
pub async fn opening(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    training: TrainingId,
) -> sqlx::Result<Option<Opening>> {
    sqlx::query_as!(
        Opening,
        r#"SELECT status AS "status: crate::trainings::Status", revision FROM training
           WHERE id = $1 AND organisation_id = $2 FOR KEY SHARE"#,
        training.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await
}
