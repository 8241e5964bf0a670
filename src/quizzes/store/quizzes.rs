//! Quizzes, whatever they say: their state, version, newest revision.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

pub use super::questions::TimeKey;
use crate::ids::{PersonId, QuizId};
use crate::platform::db::Tx;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::quiz::{Kind, Status};

/// A quiz.
pub struct Row {
    /// Its id.
    pub id: QuizId,
    /// What it is.
    pub kind: Kind,
    /// Its state.
    pub status: Status,
    /// Raised by every write.
    pub version: i32,
    /// Number of its newest published revision; 0 before the first.
    pub revision: i32,
    /// Whether something was written since.
    pub has_draft: bool,
    /// Its title, published or not.
    pub title: String,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
    /// Who wrote it last: first and last name; nobody once the account is gone.
    pub updated_by: Option<String>,
    /// How many questions its newest revision asks.
    pub questions: i64,
    /// How many sessions take it.
    pub sessions: i64,
    /// How many people it was sent to, of those that are still known.
    pub invitations: i64,
}

/// Which quizzes.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<QuizId>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// In this state.
    pub status: Option<Status>,
    /// Whose title holds these words, folded.
    pub words: Option<String>,
    /// Where the page starts.
    pub before: Option<TimeKey>,
}

/// The owner's quizzes, the last written first.
pub async fn list(
    db: impl PgExecutor<'_>,
    owner: Owner,
    filter: Filter,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    let (at, id) = filter.before.map_or((None, None), |TimeKey(at, id)| (Some(at), Some(id)));
    sqlx::query_as!(
        Row,
        r#"SELECT q.id AS "id: QuizId", q.kind AS "kind: Kind", q.status AS "status: Status", q.version, q.revision,
                  newest.number > q.revision AS "has_draft!", q.title, q.updated_at,
                  p.first_name || ' ' || p.last_name AS updated_by,
                  (SELECT coalesce(sum(coalesce(i.draw_count, 1)), 0) FROM quiz_revision_item i
                   WHERE i.quiz_id = q.id AND i.revision = newest.number) AS "questions!",
                  (SELECT count(*) FROM session_quiz s WHERE s.quiz_id = q.id) AS "sessions!",
                  (SELECT count(*) FROM quiz_invitation i WHERE i.quiz_id = q.id AND i.erased_at IS NULL) AS "invitations!"
           FROM quiz q
           JOIN LATERAL (SELECT max(number) AS number FROM quiz_revision r WHERE r.quiz_id = q.id) newest ON true
           LEFT JOIN person p ON p.id = q.updated_by
           WHERE q.owner_id = $1 AND ($2::uuid IS NULL OR q.id = $2)
             AND ($3::text IS NULL OR q.kind = $3) AND ($4::text IS NULL OR q.status = $4)
             AND ($5::text IS NULL OR strpos(q.search_key, $5) > 0)
             AND ($6::timestamptz IS NULL OR (q.updated_at, q.id) < ($6, $7))
           ORDER BY q.updated_at DESC, q.id DESC LIMIT $8"#,
        owner.id(),
        filter.id.map(|id| id.0),
        filter.kind.map(Kind::as_str),
        filter.status.map(Status::as_str),
        filter.words,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// What a write starts from.
#[derive(Clone, Copy, Debug)]
pub struct Locked {
    /// What it is.
    pub kind: Kind,
    /// The state.
    pub status: Status,
    /// The version.
    pub version: i32,
    /// Number of the newest published revision; 0 before the first.
    pub revision: i32,
}

/// Locks a quiz until the transaction ends; none when the owner has no such quiz.
pub async fn lock(tx: &mut Tx<'_>, owner: Owner, id: QuizId) -> sqlx::Result<Option<Locked>> {
    sqlx::query_as!(
        Locked,
        r#"SELECT kind AS "kind: Kind", status AS "status: Status", version, revision FROM quiz
           WHERE id = $1 AND owner_id = $2 FOR NO KEY UPDATE"#,
        id.0,
        owner.id(),
    )
    .fetch_optional(&mut **tx)
    .await
}

/// A title, and the words it is found by.
pub struct Title<'a> {
    /// As it is read.
    pub text: &'a str,
    /// Folded.
    pub key: &'a str,
}

/// Writes a new quiz, without content.
pub async fn insert(
    tx: &mut Tx<'_>,
    (owner, id, kind): (Owner, QuizId, Kind),
    title: &Title<'_>,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO quiz (id, organisation_id, company_id, kind, version, title, search_key, created_at, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $7, $8)",
        id.0,
        owner.organisation().map(|id| id.0),
        owner.company().map(|id| id.0),
        kind.as_str(),
        title.text,
        title.key,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Raises the version, and keeps the title that lists show.
pub async fn touch(
    tx: &mut Tx<'_>,
    id: QuizId,
    title: &Title<'_>,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz SET version = version + 1, title = $2, search_key = $3, updated_at = $4, updated_by = $5
         WHERE id = $1",
        id.0,
        title.text,
        title.key,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Moves a quiz to another state, with the number of its newest revision.
pub async fn set_status(
    tx: &mut Tx<'_>,
    id: QuizId,
    (status, revision): (Status, i32),
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz SET status = $2, revision = $3, version = version + 1, updated_at = $4, updated_by = $5
         WHERE id = $1",
        id.0,
        status.as_str(),
        revision,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes a quiz that was never published, with what it says.
pub async fn delete(tx: &mut Tx<'_>, id: QuizId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM quiz WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}
