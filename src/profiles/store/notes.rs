//! What companies note about people. A note that is over is neither shown nor changed, whether it was purged yet or not.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{CompanyId, PersonId, ProfileId, ProfileNoteId, RecruiterId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Result};
use crate::profiles::model::{MOST_NOTES, expiry};

/// Most notes deleted in one statement.
const BATCH: i64 = 1000;

/// A note, as the company's people see it.
pub struct Note {
    /// Its id.
    pub id: ProfileNoteId,
    /// Who wrote it; nothing once they left.
    pub author: Option<RecruiterId>,
    /// Their first name.
    pub author_first_name: Option<String>,
    /// Their last name.
    pub author_last_name: Option<String>,
    /// What it says.
    pub text: String,
    /// Raised by every write.
    pub version: i32,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// When it goes.
    pub expires_at: DateTime<Utc>,
}

/// Where a page of [`list`] starts: before this time and note.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct NoteKey(pub DateTime<Utc>, pub Uuid);

/// Which notes of a company.
#[derive(Default)]
pub struct Filter {
    /// Those about this person only.
    pub profile: Option<ProfileId>,
    /// This one only.
    pub id: Option<ProfileNoteId>,
    /// Where the page starts.
    pub after: Option<NoteKey>,
}

/// The company's notes, newest first, as many rows as asked for.
pub async fn list(
    connection: &mut PgConnection,
    company: CompanyId,
    filter: Filter,
    (rows, now): (i64, DateTime<Utc>),
) -> sqlx::Result<Vec<Note>> {
    let (after_at, after_id) = filter.after.map(|NoteKey(at, id)| (at, id)).unzip();
    sqlx::query_as!(
        Note,
        r#"SELECT n.id AS "id: ProfileNoteId", n.author_id AS "author: RecruiterId",
                  w.first_name AS "author_first_name?", w.last_name AS "author_last_name?",
                  n.text, n.version, n.created_at, n.updated_at, n.expires_at
           FROM profile_note n
           JOIN person p ON p.id = n.person_id
           LEFT JOIN recruiter r ON r.id = n.author_id
           LEFT JOIN person w ON w.id = r.person_id
           WHERE n.company_id = $1 AND n.expires_at > $2
             AND ($3::uuid IS NULL OR p.profile_id = $3) AND ($4::uuid IS NULL OR n.id = $4)
             AND ($5::timestamptz IS NULL OR (n.created_at, n.id) < ($5, $6))
           ORDER BY n.created_at DESC, n.id DESC LIMIT $7"#,
        company.0,
        now,
        filter.profile.map(|profile| profile.0),
        filter.id.map(|id| id.0),
        after_at,
        after_id,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// One note of the company.
pub async fn find(
    connection: &mut PgConnection,
    company: CompanyId,
    id: ProfileNoteId,
    now: DateTime<Utc>,
) -> Result<Note> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    list(connection, company, filter, (1, now)).await?.pop().ok_or_else(Error::not_found)
}

/// A note that stays locked until the transaction ends.
pub struct Locked {
    /// Who wrote it; nothing once they left.
    pub author: Option<RecruiterId>,
    /// Its version.
    pub version: i32,
}

/// Locks a note of the company; nothing when it has no such one.
pub async fn lock(
    tx: &mut Tx<'_>,
    company: CompanyId,
    id: ProfileNoteId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Locked>> {
    sqlx::query_as!(
        Locked,
        r#"SELECT author_id AS "author: RecruiterId", version FROM profile_note
           WHERE id = $1 AND company_id = $2 AND expires_at > $3 FOR UPDATE"#,
        id.0,
        company.0,
        now,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Writes a new note about somebody. Refuses one too many.
pub async fn insert(
    tx: &mut Tx<'_>,
    (company, author): (CompanyId, RecruiterId),
    (id, profile): (ProfileNoteId, ProfileId),
    text: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    // The person is locked, so that notes about them are counted one at a time.
    let person = sqlx::query_scalar!(
        r#"SELECT id AS "person: PersonId" FROM person WHERE profile_id = $1 FOR NO KEY UPDATE"#,
        profile.0
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or_else(Error::not_found)?;
    let held = sqlx::query_scalar!(
        r#"SELECT count(*) AS "held!" FROM profile_note WHERE company_id = $1 AND person_id = $2 AND expires_at > $3"#,
        company.0,
        person.0,
        now,
    )
    .fetch_one(&mut **tx)
    .await?;
    if held >= MOST_NOTES {
        return Err(Code::TooManyNotes.into());
    }
    sqlx::query!(
        "INSERT INTO profile_note (id, company_id, person_id, author_id, text, version, created_at, updated_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, 1, $6, $6, $7)",
        id.0,
        company.0,
        person.0,
        author.0,
        text,
        now,
        expiry(now),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes a note anew: it is kept two years from now on.
pub async fn update(tx: &mut Tx<'_>, id: ProfileNoteId, text: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE profile_note SET text = $2, updated_at = $3, expires_at = $4, version = version + 1 WHERE id = $1",
        id.0,
        text,
        now,
        expiry(now),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes a note.
pub async fn delete(tx: &mut Tx<'_>, id: ProfileNoteId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM profile_note WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Deletes some of the notes that are over; how many. To be called until none goes.
pub async fn purge(tx: &mut Tx<'_>, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "DELETE FROM profile_note WHERE id IN (
             SELECT id FROM profile_note WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)",
        now,
        BATCH,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected())
}
