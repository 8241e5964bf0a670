//! Persons: found by address or id.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::identity::model::Email;
use crate::ids::{PersonId, ProfileId};
use crate::platform::db::Tx;

/// What signing in needs to know of an account.
pub struct Credentials {
    /// The account.
    pub id: PersonId,
    /// The stored password hash.
    pub password_hash: String,
    /// When the address was confirmed.
    pub email_confirmed_at: Option<DateTime<Utc>>,
    /// When the account was closed to sign-ins.
    pub disabled_at: Option<DateTime<Utc>>,
    /// The sealed secret of the second factor, when it is on.
    pub totp_secret: Option<Vec<u8>>,
}

/// The account of this address.
pub async fn credentials(db: impl PgExecutor<'_>, email: &Email) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as!(
        Credentials,
        r#"SELECT id AS "id: PersonId", password_hash, email_confirmed_at, disabled_at,
                  CASE WHEN totp_confirmed_at IS NOT NULL THEN totp_secret END AS totp_secret
           FROM person WHERE lower(email) = lower($1)"#,
        email.as_str(),
    )
    .fetch_optional(db)
    .await
}

/// What a person sees of their own account.
pub struct Account {
    /// The account.
    pub id: PersonId,
    /// The address they sign in with.
    pub email: String,
    /// Their first name.
    pub first_name: String,
    /// Their last name.
    pub last_name: String,
    /// Their public profile.
    pub profile_id: ProfileId,
    /// Whether the second factor is on.
    pub totp_enabled: bool,
    /// Whether they run the platform.
    pub platform_admin: bool,
}

/// The account of this person.
pub async fn account(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Account> {
    sqlx::query_as!(
        Account,
        r#"SELECT id AS "id: PersonId", email, first_name, last_name, profile_id AS "profile_id: ProfileId",
                  totp_confirmed_at IS NOT NULL AS "totp_enabled!", is_platform_admin AS platform_admin
           FROM person WHERE id = $1"#,
        person.0,
    )
    .fetch_one(db)
    .await
}

/// Stores another password hash.
pub async fn set_password_hash(
    tx: &mut Tx<'_>,
    person: PersonId,
    hash: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("UPDATE person SET password_hash = $2, updated_at = $3 WHERE id = $1", person.0, hash, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The address a person signs in with.
pub async fn email_of(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<String> {
    sqlx::query_scalar!("SELECT email FROM person WHERE id = $1", person.0).fetch_one(db).await
}
