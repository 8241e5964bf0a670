//! Notices of one person: listed newest first, counted, read.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{NotificationId, PersonId};

/// A notice.
pub struct Told {
    /// Its id.
    pub id: NotificationId,
    /// Its kind.
    pub kind: String,
    /// What it is about.
    pub subject: Uuid,
    /// What is needed to word it.
    pub facts: Value,
    /// When it was last told.
    pub created_at: DateTime<Utc>,
    /// When it was read.
    pub read_at: Option<DateTime<Utc>>,
}

/// A place in the list.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Place(pub DateTime<Utc>, pub NotificationId);

/// Which notices.
pub struct Filter<'a> {
    /// Of these kinds.
    pub kinds: &'a [String],
    /// Read ones, unread ones, or both.
    pub unread: Option<bool>,
    /// After this place: older.
    pub after: Option<Place>,
}

/// Lists a person's notices, newest first.
pub async fn list(
    conn: &mut PgConnection,
    person: PersonId,
    filter: Filter<'_>,
    limit: i64,
) -> sqlx::Result<Vec<Told>> {
    sqlx::query_as!(
        Told,
        r#"SELECT id AS "id: NotificationId", kind, subject_id AS subject, facts, created_at, read_at
           FROM notification
           WHERE person_id = $1 AND kind = ANY($2)
             AND ($3::boolean IS NULL OR (read_at IS NULL) = $3)
             AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5))
           ORDER BY created_at DESC, id DESC
           LIMIT $6"#,
        person.0,
        filter.kinds,
        filter.unread,
        filter.after.map(|place| place.0),
        filter.after.map(|place| place.1.0),
        limit,
    )
    .fetch_all(conn)
    .await
}

/// How many notices of these kinds a person has not read.
pub async fn count_unread(conn: &mut PgConnection, person: PersonId, kinds: &[String]) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM notification
           WHERE person_id = $1 AND kind = ANY($2) AND read_at IS NULL"#,
        person.0,
        kinds,
    )
    .fetch_one(conn)
    .await
}

/// The newest notice of these kinds.
pub async fn newest(
    conn: &mut PgConnection,
    person: PersonId,
    kinds: &[String],
) -> sqlx::Result<Option<NotificationId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: NotificationId" FROM notification
           WHERE person_id = $1 AND kind = ANY($2)
           ORDER BY created_at DESC, id DESC
           LIMIT 1"#,
        person.0,
        kinds,
    )
    .fetch_optional(conn)
    .await
}

/// What became of a notice that was to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The person has no such notice.
    Unknown,
    /// It was read before.
    Before,
    /// It is read now.
    Now,
}

/// Marks one notice as read.
pub async fn read(
    conn: &mut PgConnection,
    person: PersonId,
    id: NotificationId,
    now: DateTime<Utc>,
) -> sqlx::Result<Reading> {
    let done = sqlx::query!(
        "UPDATE notification SET read_at = $3 WHERE id = $1 AND person_id = $2 AND read_at IS NULL",
        id.0,
        person.0,
        now,
    )
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() > 0 {
        return Ok(Reading::Now);
    }
    let is_there = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM notification WHERE id = $1 AND person_id = $2) AS "is_there!""#,
        id.0,
        person.0,
    )
    .fetch_one(conn)
    .await?;
    Ok(if is_there { Reading::Before } else { Reading::Unknown })
}

/// Marks every notice up to a place of the list as read; gives how many were not.
pub async fn read_up_to(
    conn: &mut PgConnection,
    person: PersonId,
    place: Place,
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "UPDATE notification SET read_at = $4
         WHERE person_id = $1 AND read_at IS NULL AND (created_at, id) <= ($2, $3)",
        person.0,
        place.0,
        place.1.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}
