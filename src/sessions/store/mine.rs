//! A person's own sessions, invitations and calendar.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;

use crate::ids::{EnrolmentId, OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::model::{EnrolmentStatus, SlotKind, Status};

/// A session in which somebody takes part, or trains.
pub struct MySession {
    /// Its id.
    pub id: TrainingSessionId,
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// State of the session.
    pub status: Status,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Where; may be empty.
    pub place: String,
    /// Whether they train in it.
    pub trains: bool,
    /// Their enrolment.
    pub enrolment: Option<EnrolmentId>,
    /// State of it.
    pub enrolment_status: Option<EnrolmentStatus>,
    /// The next slot, or the one that is under way.
    pub next_slot_at: Option<DateTime<Utc>>,
}

/// The announced sessions of a person, the last to start first.
pub async fn sessions(
    db: impl PgExecutor<'_>,
    person: PersonId,
    only: Option<TrainingSessionId>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<MySession>> {
    sqlx::query_as!(
        MySession,
        r#"WITH mine AS (
               SELECT t.id, e.id AS enrolment, e.status AS enrolment_status,
                      m.role IN ('trainer', 'manager', 'admin') AND (
                          EXISTS (SELECT FROM session_trainer r WHERE r.session_id = t.id AND r.person_id = $1)
                          OR EXISTS (SELECT FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
                                     WHERE s.session_id = t.id AND r.person_id = $1 AND r.removed_at IS NULL)) AS trains
               FROM training_session t
               LEFT JOIN enrolment e ON e.session_id = t.id AND e.person_id = $1
                   AND e.status IN ('waiting', 'enrolled', 'confirmed', 'finished', 'abandoned')
               LEFT JOIN organisation_member m ON m.organisation_id = t.organisation_id AND m.person_id = $1
               WHERE t.status <> 'draft' AND t.id IN (
                   SELECT session_id FROM enrolment WHERE person_id = $1
                   UNION SELECT session_id FROM session_trainer WHERE person_id = $1
                   UNION SELECT s.session_id FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
                         WHERE r.person_id = $1 AND r.removed_at IS NULL)
           )
           SELECT t.id AS "id: TrainingSessionId", o.id AS "organisation: OrganisationId", o.name AS organisation_name,
                  t.status AS "status: Status", t.title, t.starts_on, t.ends_on, t.place,
                  coalesce(mine.trains, false) AS "trains!", mine.enrolment AS "enrolment?: EnrolmentId",
                  mine.enrolment_status AS "enrolment_status?: EnrolmentStatus",
                  (SELECT min(s.starts_at) FROM session_slot s
                   WHERE s.session_id = t.id AND s.cancelled_at IS NULL AND s.ends_at > $2 AND t.status <> 'cancelled')
                      AS next_slot_at
           FROM mine
           JOIN training_session t ON t.id = mine.id
           JOIN organisation o ON o.id = t.organisation_id
           WHERE (mine.trains OR mine.enrolment IS NOT NULL) AND ($3::uuid IS NULL OR t.id = $3)
           ORDER BY t.starts_on DESC, t.id DESC
           LIMIT 500"#,
        person.0,
        now,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// An invitation to a session, or a participation to join one's account to.
pub struct Invitation {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The session.
    pub session: TrainingSessionId,
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Title of the session.
    pub title: String,
    /// First day on which the person is expected.
    pub starts_on: NaiveDate,
    /// Last day of the session.
    pub ends_on: NaiveDate,
    /// Where; may be empty.
    pub place: String,
    /// State of the enrolment.
    pub status: EnrolmentStatus,
    /// Since when.
    pub status_at: DateTime<Utc>,
}

/// What waits at a person's address, newest first; or one of it.
pub async fn invitations(
    db: impl PgExecutor<'_>,
    email: &str,
    only: Option<EnrolmentId>,
) -> sqlx::Result<Vec<Invitation>> {
    sqlx::query_as!(
        Invitation,
        r#"SELECT e.id AS "enrolment: EnrolmentId", t.id AS "session: TrainingSessionId",
                  o.id AS "organisation: OrganisationId", o.name AS organisation_name, t.title,
                  greatest(e.starts_on, t.starts_on) AS "starts_on!", t.ends_on, t.place,
                  e.status AS "status: EnrolmentStatus", e.status_at
           FROM enrolment e
           JOIN training_session t ON t.id = e.session_id
           JOIN organisation o ON o.id = t.organisation_id
           WHERE lower(e.email) = lower($1) AND e.person_id IS NULL
             AND e.status IN ('invited', 'enrolled', 'confirmed', 'finished', 'abandoned')
             AND t.status NOT IN ('draft', 'cancelled') AND o.status = 'active'
             AND ($2::uuid IS NULL OR e.id = $2)
           ORDER BY e.status_at DESC, e.id LIMIT 200"#,
        email,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// In which quality a slot is somebody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = CalendarRole)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum CalendarRole {
    /// They train.
    Trainer,
    /// They take part.
    Trainee,
    /// They run the organisation.
    Staff,
}

/// A slot in a calendar.
pub struct Entry {
    /// The slot.
    pub slot: SlotId,
    /// The session.
    pub session: TrainingSessionId,
    /// Its title.
    pub session_title: String,
    /// State of the session.
    pub status: Status,
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// In which quality it is somebody's.
    pub role: CalendarRole,
    /// What is done in it.
    pub kind: SlotKind,
    /// Title of the course.
    pub course_title: Option<String>,
    /// What is done, beside or instead of the course.
    pub title: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Where; may be empty.
    pub place: String,
    /// Where at a distance.
    pub remote_url: Option<String>,
    /// Names of those who train.
    pub trainers: Vec<String>,
    /// Whether it does not take place.
    pub is_cancelled: bool,
    /// Raised by every change.
    pub sequence: i32,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// Whose calendar.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    /// Everything of a person: where they train and where they take part, in announced sessions.
    Person(PersonId),
    /// Everything of an organisation, or of one of its sessions; drafts too.
    Organisation(OrganisationId, Option<TrainingSessionId>),
    /// What somebody trains in an organisation, or in one of its sessions.
    Trainer(OrganisationId, Option<TrainingSessionId>, PersonId),
}

/// The slots of a calendar that lie between two instants, by time.
pub async fn calendar(
    db: impl PgExecutor<'_>,
    whose: Whose,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    limit: i64,
) -> sqlx::Result<Vec<Entry>> {
    let (person, organisation, session, all) = match whose {
        Whose::Person(person) => (Some(person), None, None, false),
        Whose::Organisation(organisation, session) => (None, Some(organisation), session, true),
        Whose::Trainer(organisation, session, person) => (Some(person), Some(organisation), session, false),
    };
    sqlx::query_as!(
        Entry,
        r#"WITH own AS (
               SELECT s.id, 'trainer' AS role
               FROM slot_trainer r
               JOIN session_slot s ON s.id = r.slot_id
               JOIN training_session t ON t.id = s.session_id
               JOIN organisation_member m ON m.organisation_id = t.organisation_id AND m.person_id = r.person_id
                   AND m.role IN ('trainer', 'manager', 'admin')
               WHERE r.person_id = $1 AND r.removed_at IS NULL AND (t.status <> 'draft' OR $2::uuid IS NOT NULL)
               UNION
               SELECT s.id, 'trainee'
               FROM enrolment e
               JOIN session_slot s ON s.session_id = e.session_id
               JOIN training_session t ON t.id = s.session_id
               WHERE e.person_id = $1 AND $2::uuid IS NULL AND t.status <> 'draft'
                 AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')
                 AND (s.starts_at AT TIME ZONE 'Europe/Paris')::date >= e.starts_on
                 AND (e.ends_on IS NULL OR (s.starts_at AT TIME ZONE 'Europe/Paris')::date <= e.ends_on)
               UNION
               SELECT s.id, 'staff'
               FROM session_slot s JOIN training_session t ON t.id = s.session_id
               WHERE $4 AND t.organisation_id = $2
           ), once AS (SELECT id, max(role) AS role FROM own GROUP BY id)
           SELECT s.id AS "slot: SlotId", t.id AS "session: TrainingSessionId", t.title AS session_title,
                  t.status AS "status: Status", o.id AS "organisation: OrganisationId", o.name AS organisation_name,
                  once.role AS "role!: CalendarRole", s.kind AS "kind: SlotKind", c.title AS "course_title?", s.title,
                  s.starts_at, s.ends_at, CASE WHEN s.place = '' THEN t.place ELSE s.place END AS "place!",
                  coalesce(s.remote_url, t.remote_url) AS remote_url,
                  ARRAY(SELECT r.first_name || ' ' || r.last_name FROM slot_trainer r
                        WHERE r.slot_id = s.id AND r.removed_at IS NULL ORDER BY r.assigned_at, r.id) AS "trainers!",
                  s.cancelled_at IS NOT NULL AS "is_cancelled!", s.sequence,
                  s.updated_at
           FROM once
           JOIN session_slot s ON s.id = once.id
           JOIN training_session t ON t.id = s.session_id
           JOIN organisation o ON o.id = t.organisation_id
           LEFT JOIN session_course c ON c.id = s.session_course_id
           WHERE s.starts_at < $6 AND s.ends_at > $5 AND ($2::uuid IS NULL OR t.organisation_id = $2)
             AND ($3::uuid IS NULL OR t.id = $3)
           ORDER BY s.starts_at, s.id LIMIT $7"#,
        person.map(|id| id.0),
        organisation.map(|id| id.0),
        session.map(|id| id.0),
        all,
        from,
        to,
        limit,
    )
    .fetch_all(db)
    .await
}

/// When the calendar address of a person was given out; nothing when there is none.
pub async fn feed(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!("SELECT created_at FROM calendar_feed WHERE person_id = $1", person.0)
        .fetch_optional(db)
        .await
}

/// Gives a person a calendar address; one before is unknown from then on.
pub async fn open_feed(
    tx: &mut Tx<'_>,
    person: PersonId,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO calendar_feed (person_id, token_hash, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, created_at = EXCLUDED.created_at",
        person.0,
        token_hash,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Withdraws the calendar address of a person; false when there is none.
pub async fn close_feed(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<bool> {
    let done =
        sqlx::query!("DELETE FROM calendar_feed WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(done.rows_affected() == 1)
}

/// Whose calendar an address shows; nobody's when the account is disabled.
pub async fn owner_of_feed(db: impl PgExecutor<'_>, token_hash: &[u8]) -> sqlx::Result<Option<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT f.person_id AS "id: PersonId" FROM calendar_feed f JOIN person p ON p.id = f.person_id
           WHERE f.token_hash = $1 AND p.disabled_at IS NULL"#,
        token_hash,
    )
    .fetch_optional(db)
    .await
}
