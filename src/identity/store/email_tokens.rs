//! Tokens that travel by mail: to confirm an address, to choose another password.

use chrono::{DateTime, Duration, Utc};
use sqlx::PgExecutor;

use crate::ids::{Ids, PersonId};
use crate::platform::db::Tx;
use crate::platform::tokens::OpaqueToken;

/// What a mailed token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To prove one reads the address.
    ConfirmEmail,
    /// To choose another password.
    ResetPassword,
}

impl Purpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::ConfirmEmail => "confirm_email",
            Self::ResetPassword => "reset_password",
        }
    }

    /// How long it is valid; the mails say so.
    const fn validity(self) -> Duration {
        match self {
            Self::ConfirmEmail => Duration::hours(24),
            Self::ResetPassword => Duration::hours(1),
        }
    }
}

/// Draws a token for a mail. Those sent earlier for the same purpose stay valid until they run out.
pub async fn draw(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> sqlx::Result<OpaqueToken> {
    let token = OpaqueToken::draw(ids);
    sqlx::query!(
        "INSERT INTO email_token (token_hash, person_id, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        token.hash(),
        person.0,
        purpose.as_str(),
        now,
        now + purpose.validity(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(token)
}

/// Whose token this is, while it is valid and unused.
pub async fn owner(
    db: impl PgExecutor<'_>,
    token: &OpaqueToken,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM email_token
           WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3 AND used_at IS NULL"#,
        token.hash(),
        purpose.as_str(),
        now,
    )
    .fetch_optional(db)
    .await
}

/// What using a token found.
pub enum Used {
    /// It was valid, and is spent now.
    Now(PersonId),
    /// It was spent before, and has not run out yet.
    Before,
}

/// Spends a token, once: of two uses at the same time one wins.
pub async fn spend(
    tx: &mut Tx<'_>,
    token: &OpaqueToken,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Used>> {
    let row = sqlx::query!(
        r#"SELECT person_id AS "person: PersonId", used_at FROM email_token
           WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3 FOR UPDATE"#,
        token.hash(),
        purpose.as_str(),
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if row.used_at.is_some() {
        return Ok(Some(Used::Before));
    }
    sqlx::query!("UPDATE email_token SET used_at = $2 WHERE token_hash = $1", token.hash(), now)
        .execute(&mut **tx)
        .await?;
    Ok(Some(Used::Now(row.person)))
}

/// Makes every unused token of this purpose worthless.
pub async fn cancel(tx: &mut Tx<'_>, person: PersonId, purpose: Purpose) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM email_token WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL",
        person.0,
        purpose.as_str(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
