//! The codes sent to prove an address.

use sqlx::types::chrono::{DateTime, Utc};

use super::super::model::proof::{ATTEMPTS, LIFETIME, Sending, Sent};
use crate::ids::{PersonId, RecruiterId};
use crate::platform::db::Tx;

/// Locks the last code sent to a person.
pub async fn lock(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Option<Sent>> {
    let row = sqlx::query!(
        r#"SELECT recruiter_id AS "recruiter: RecruiterId", email, code_hash, attempts, expires_at,
                  hour_started_at, sent_in_hour, last_sent_at
           FROM company_email_proof WHERE person_id = $1 FOR UPDATE"#,
        person.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Sent {
        recruiter: row.recruiter,
        email: row.email,
        code_hash: row.code_hash,
        attempts: row.attempts,
        expires_at: row.expires_at,
        sending: Sending {
            hour_started_at: row.hour_started_at,
            sent_in_hour: row.sent_in_hour,
            last_sent_at: row.last_sent_at,
        },
    }))
}

/// Keeps a new code in place of the last one.
pub async fn keep(
    tx: &mut Tx<'_>,
    person: PersonId,
    recruiter: RecruiterId,
    email: &str,
    code_hash: &[u8],
    sending: Sending,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO company_email_proof
             (person_id, recruiter_id, email, code_hash, attempts, expires_at, hour_started_at, sent_in_hour, last_sent_at)
         VALUES ($1, $2, $3, $4, 0, $5, $6, $7, $8)
         ON CONFLICT ON CONSTRAINT company_email_proof_pkey DO UPDATE
         SET recruiter_id = excluded.recruiter_id, email = excluded.email, code_hash = excluded.code_hash,
             attempts = 0, expires_at = excluded.expires_at, hour_started_at = excluded.hour_started_at,
             sent_in_hour = excluded.sent_in_hour, last_sent_at = excluded.last_sent_at",
        person.0,
        recruiter.0,
        email,
        code_hash,
        sending.last_sent_at + LIFETIME,
        sending.hour_started_at,
        sending.sent_in_hour,
        sending.last_sent_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Counts a wrong try.
pub async fn count_try(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!("UPDATE company_email_proof SET attempts = attempts + 1 WHERE person_id = $1", person.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Uses the code up. The count of codes sent stays, so that using one gives no more of them.
pub async fn use_up(tx: &mut Tx<'_>, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE company_email_proof SET attempts = $2, expires_at = LEAST(expires_at, $3) WHERE person_id = $1",
        person.0,
        ATTEMPTS,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
