//! What is left of accounts that were erased: digests, and counts by month.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{PersonId, ProfileId};
use crate::platform::db::Tx;
use crate::privacy::model::erasure::Why;

/// What an account had, for the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// When it was made.
    pub registered_at: DateTime<Utc>,
    /// Entries of its passport.
    pub validations: i64,
    /// Experiences.
    pub experiences: i64,
    /// Enrolments.
    pub sessions: i64,
}

/// Counts an erased account in its month.
pub async fn count(tx: &mut Tx<'_>, counted: Counted, why: Why, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO erased_month (erased_in, registered_in, why, people, validations, experiences, sessions)
         VALUES (date_trunc('month', $1::timestamptz AT TIME ZONE 'Europe/Paris')::date,
                 date_trunc('month', $2::timestamptz AT TIME ZONE 'Europe/Paris')::date, $3, 1, $4, $5, $6)
         ON CONFLICT ON CONSTRAINT erased_month_pkey
         DO UPDATE SET people = erased_month.people + 1, validations = erased_month.validations + excluded.validations,
                       experiences = erased_month.experiences + excluded.experiences,
                       sessions = erased_month.sessions + excluded.sessions",
        now,
        counted.registered_at,
        why.as_str(),
        counted.validations as i32,
        counted.experiences as i32,
        counted.sessions as i32,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes the digest of an erased account.
pub async fn note(db: impl PgExecutor<'_>, sha256: &[u8], at: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO erased_person (sha256, erased_at) VALUES ($1, $2)
         ON CONFLICT ON CONSTRAINT erased_person_pkey DO NOTHING",
        sha256,
        at,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Which of these digests the database does not know.
pub async fn unknown(db: impl PgExecutor<'_>, sha256: &[Vec<u8>]) -> sqlx::Result<Vec<Vec<u8>>> {
    sqlx::query_scalar!(
        r#"SELECT digest AS "digest!" FROM unnest($1::bytea[]) AS digest
           WHERE NOT EXISTS (SELECT FROM erased_person e WHERE e.sha256 = digest)"#,
        sha256,
    )
    .fetch_all(db)
    .await
}

/// Forgets digests of this instant and before; tells how many.
pub async fn purge(db: impl PgExecutor<'_>, upto: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("DELETE FROM erased_person WHERE erased_at <= $1", upto).execute(db).await?;
    Ok(done.rows_affected())
}

/// Forgets what is set aside of a profile that the index refused, and the marks of copies are left to follow.
pub async fn unpark(tx: &mut Tx<'_>, profile: ProfileId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM search_parked WHERE profile_id = $1", profile.0).execute(&mut **tx).await?;
    Ok(())
}

/// Whether anything of the person is still there: the proof that a transaction erased whom it said.
pub async fn is_there(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"SELECT EXISTS (SELECT FROM person WHERE id = $1) AS "is_there!""#, person.0)
        .fetch_one(db)
        .await
}
