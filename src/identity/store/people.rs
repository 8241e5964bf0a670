//! Persons: found by address or id.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::identity::model::{Email, PersonName};
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

/// An account as it is registered.
pub struct NewPerson<'a> {
    /// The account.
    pub id: PersonId,
    /// The public profile.
    pub profile: ProfileId,
    /// The address.
    pub email: &'a Email,
    /// The first name.
    pub first_name: &'a PersonName,
    /// The last name.
    pub last_name: &'a PersonName,
    /// The hashed password.
    pub password_hash: &'a str,
}

/// Writes a new account; false when the address has one.
pub async fn insert(tx: &mut Tx<'_>, person: &NewPerson<'_>, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO person (id, profile_id, email, first_name, last_name, password_hash, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
         ON CONFLICT (lower(email)) DO NOTHING",
        person.id.0,
        person.profile.0,
        person.email.as_str(),
        person.first_name.as_str(),
        person.last_name.as_str(),
        person.password_hash,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that the address was proved; false when it was already.
pub async fn confirm_email(tx: &mut Tx<'_>, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE person SET email_confirmed_at = $2, updated_at = $2 WHERE id = $1 AND email_confirmed_at IS NULL",
        person.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whom a mail about an account is for.
pub struct Recipient {
    /// The account.
    pub id: PersonId,
    /// The address, as its owner writes it.
    pub email: String,
    /// The first name.
    pub first_name: String,
    /// Whether the address was proved.
    pub is_confirmed: bool,
}

/// The account to write to at this address.
pub async fn recipient(db: impl PgExecutor<'_>, email: &Email) -> sqlx::Result<Option<Recipient>> {
    sqlx::query_as!(
        Recipient,
        r#"SELECT id AS "id: PersonId", email, first_name, email_confirmed_at IS NOT NULL AS "is_confirmed!"
           FROM person WHERE lower(email) = lower($1) AND disabled_at IS NULL"#,
        email.as_str(),
    )
    .fetch_optional(db)
    .await
}

/// The stored password hash of a person.
pub async fn password_hash(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<String> {
    sqlx::query_scalar!("SELECT password_hash FROM person WHERE id = $1", person.0).fetch_one(db).await
}

/// Gives a person another first name, last name, or both; false when nothing changes.
pub async fn set_name(
    tx: &mut Tx<'_>,
    person: PersonId,
    (first_name, last_name): (Option<&str>, Option<&str>),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE person SET first_name = COALESCE($2, first_name), last_name = COALESCE($3, last_name), updated_at = $4
         WHERE id = $1 AND (first_name, last_name) <> (COALESCE($2, first_name), COALESCE($3, last_name))",
        person.0,
        first_name,
        last_name,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
