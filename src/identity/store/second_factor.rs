//! The second factor: its sealed secret, the last step used, the recovery codes.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::identity::model::totp::{RecoveryCode, Shown};
use crate::ids::PersonId;
use crate::platform::db::Tx;

/// The second factor as stored.
pub struct Stored {
    /// The sealed secret; set once it was shown.
    pub secret: Option<Vec<u8>>,
    /// When a first code proved it; it counts from then on.
    pub confirmed_at: Option<DateTime<Utc>>,
}

/// The second factor of a person, locked with the account.
pub async fn lock(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Stored> {
    sqlx::query_as!(
        Stored,
        "SELECT totp_secret AS secret, totp_confirmed_at AS confirmed_at FROM person WHERE id = $1 FOR UPDATE",
        person.0,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Stores a secret that waits for its first code.
pub async fn start(tx: &mut Tx<'_>, person: PersonId, sealed: &[u8], now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE person SET totp_secret = $2, totp_confirmed_at = NULL, totp_last_step = NULL, updated_at = $3
         WHERE id = $1",
        person.0,
        sealed,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Switches the second factor on, with its recovery codes.
pub async fn enable(
    tx: &mut Tx<'_>,
    person: PersonId,
    codes: &[RecoveryCode],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("UPDATE person SET totp_confirmed_at = $2, updated_at = $2 WHERE id = $1", person.0, now)
        .execute(&mut **tx)
        .await?;
    let hashes: Vec<Vec<u8>> = codes.iter().map(|code| code.hash.clone()).collect();
    sqlx::query!(
        "INSERT INTO recovery_code (person_id, code_hash) SELECT $1, unnest($2::bytea[])",
        person.0,
        &hashes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Switches the second factor off and forgets its recovery codes; says whether it was on.
pub async fn disable(tx: &mut Tx<'_>, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let was_on = lock(tx, person).await?.confirmed_at.is_some();
    sqlx::query!(
        "UPDATE person SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL, updated_at = $2
         WHERE id = $1",
        person.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM recovery_code WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(was_on)
}

/// Uses up what was shown; false when it is worth nothing, or was used before.
pub async fn spend(
    db: impl PgExecutor<'_>,
    person: PersonId,
    shown: Shown,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = match shown {
        Shown::Nothing => return Ok(false),
        Shown::Step(step) => {
            sqlx::query!(
                "UPDATE person SET totp_last_step = $2
                 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)",
                person.0,
                step,
            )
            .execute(db)
            .await?
        }
        Shown::Recovery(hash) => {
            sqlx::query!(
                "UPDATE recovery_code SET used_at = $3 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL",
                person.0,
                hash,
                now,
            )
            .execute(db)
            .await?
        }
    };
    Ok(done.rows_affected() == 1)
}
