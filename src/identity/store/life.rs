//! The life of an account: last used, told of it, to be erased, erased.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor};

use crate::identity::model::Email;
use crate::identity::store::throttle;
use crate::ids::{Ids, PersonId, ProfileId};
use crate::platform::db::Tx;
use crate::platform::db::dirty::{self, Urgency};

/// An erasure that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedErasure {
    /// When.
    pub asked_at: DateTime<Utc>,
    /// From when on it is done.
    pub erase_at: DateTime<Utc>,
}

/// The erasure a person asked for, if any.
pub async fn planned(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Option<PlannedErasure>> {
    sqlx::query_as!(
        PlannedErasure,
        r#"SELECT erase_asked_at AS "asked_at!", erase_at AS "erase_at!" FROM person
           WHERE id = $1 AND erase_at IS NOT NULL"#,
        person.0,
    )
    .fetch_optional(db)
    .await
}

/// The same, and the account stays locked until the transaction ends.
pub async fn lock_planned(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Option<PlannedErasure>> {
    sqlx::query!("SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0)
        .fetch_optional(&mut **tx)
        .await?;
    planned(&mut **tx, person).await
}

/// Writes that the account is to be erased, or with nothing that it is not.
pub async fn set_planned(
    tx: &mut Tx<'_>,
    person: PersonId,
    plan: Option<PlannedErasure>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE person SET erase_asked_at = $2, erase_at = $3 WHERE id = $1",
        person.0,
        plan.map(|plan| plan.asked_at),
        plan.map(|plan| plan.erase_at),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Accounts whose erasure is due, the longest due first, after this one.
pub async fn due(
    db: impl PgExecutor<'_>,
    now: DateTime<Utc>,
    after: Option<(DateTime<Utc>, PersonId)>,
    limit: i64,
) -> sqlx::Result<Vec<(DateTime<Utc>, PersonId)>> {
    let (at, id) = after.unzip();
    let rows = sqlx::query!(
        r#"SELECT erase_at AS "at!", id AS "id: PersonId" FROM person
           WHERE erase_at <= $1 AND ($2::timestamptz IS NULL OR (erase_at, id) > ($2, $3))
           ORDER BY erase_at, id LIMIT $4"#,
        now,
        at,
        id.map(|id| id.0),
        limit,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.at, row.id)).collect())
}

/// Accounts last used so long ago, given in whole months, the longest unused first, after this one; `untold` leaves out those
/// who were told, and otherwise `told_before` those who were not told by then.
pub async fn unused(
    db: impl PgExecutor<'_>,
    (now, months): (DateTime<Utc>, i32),
    told: Told,
    after: Option<(DateTime<Utc>, PersonId)>,
    limit: i64,
) -> sqlx::Result<Vec<(DateTime<Utc>, PersonId)>> {
    let (at, id) = after.unzip();
    let told_before = match told {
        Told::NotYet => None,
        Told::Before(time) => Some(time),
    };
    // The first condition is the index's: a month has 28 days at least. The second is exact, in months of the calendar.
    let rows = sqlx::query!(
        r#"SELECT COALESCE(signed_in_at, created_at) AS "at!", id AS "id: PersonId" FROM person
           WHERE COALESCE(signed_in_at, created_at) <= $1::timestamptz - make_interval(days => 28 * $2::integer)
             AND COALESCE(signed_in_at, created_at) + make_interval(months => $2::integer) <= $1
             AND (inactive_told_at <= $3 OR ($3::timestamptz IS NULL AND inactive_told_at IS NULL))
             AND email_confirmed_at IS NOT NULL AND erase_at IS NULL
             AND ($4::timestamptz IS NULL OR (COALESCE(signed_in_at, created_at), id) > ($4, $5))
           ORDER BY COALESCE(signed_in_at, created_at), id LIMIT $6"#,
        now,
        months,
        told_before,
        at,
        id.map(|id| id.0),
        limit,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.at, row.id)).collect())
}

/// Whether people were told that their account will go for want of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// They were not.
    NotYet,
    /// They were, at this time or before.
    Before(DateTime<Utc>),
}

/// Notes that the person was told; false when they signed in meanwhile, or were told before.
pub async fn note_told(
    tx: &mut Tx<'_>,
    person: PersonId,
    last_use: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE person SET inactive_told_at = $3
         WHERE id = $1 AND COALESCE(signed_in_at, created_at) = $2 AND inactive_told_at IS NULL",
        person.0,
        last_use,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An account on its way out, locked.
#[derive(Clone, Debug)]
pub struct Leaving {
    /// The public profile.
    pub profile: ProfileId,
    /// The address.
    pub email: String,
    /// First and last name.
    pub name: (String, String),
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub used_at: DateTime<Utc>,
    /// The erasure that was asked for.
    pub erase_at: Option<DateTime<Utc>>,
}

/// Locks the account against everything that would refer to it.
pub async fn lock_leaving(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Option<Leaving>> {
    let row = sqlx::query!(
        r#"SELECT profile_id AS "profile: ProfileId", email, first_name, last_name, created_at,
                  COALESCE(signed_in_at, created_at) AS "used_at!", erase_at
           FROM person WHERE id = $1 FOR UPDATE"#,
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Leaving {
        profile: row.profile,
        email: row.email,
        name: (row.first_name, row.last_name),
        created_at: row.created_at,
        used_at: row.used_at,
        erase_at: row.erase_at,
    }))
}

/// Which of these accounts there are, by the digests of their ids.
pub async fn with_digests(db: impl PgExecutor<'_>, sha256: &[Vec<u8>]) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: PersonId" FROM person WHERE sha256(uuid_send(id)) = ANY($1) ORDER BY id"#,
        sha256,
    )
    .fetch_all(db)
    .await
}

/// Whether the person runs the platform.
pub async fn runs_the_platform(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<bool> {
    let is_admin = sqlx::query_scalar!("SELECT is_platform_admin FROM person WHERE id = $1", person.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(is_admin.unwrap_or_default())
}

/// Whether somebody else runs the platform, and stays. All administrators stay locked until the transaction ends: of two who leave at
/// once, the second sees that the first does.
pub async fn another_runs_the_platform(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<bool> {
    let admins = sqlx::query!(
        r#"SELECT id AS "id: PersonId", erase_at IS NULL AND disabled_at IS NULL AS "stays!" FROM person
           WHERE is_platform_admin ORDER BY id FOR NO KEY UPDATE"#,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(admins.iter().any(|admin| admin.id != person && admin.stays))
}

/// Everything held about the account, but what proves who one is.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let email =
        sqlx::query_scalar!("SELECT email FROM person WHERE id = $1", person.0).fetch_one(&mut *conn).await?;
    let counted = fingerprint(&email).map_or_else(String::new, |text| format!("%:{text}%"));
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'account', (SELECT to_jsonb(p) - ARRAY['password_hash', 'totp_secret'] FROM person p WHERE p.id = $1),
               'sign_ins', (SELECT COALESCE(jsonb_agg(to_jsonb(f) || jsonb_build_object('renewals', (
                                SELECT COALESCE(jsonb_agg(to_jsonb(t) - ARRAY['token_hash', 'next_hash', 'family_id']
                                                          ORDER BY t.created_at), '[]')
                                FROM refresh_token t WHERE t.family_id = f.id)) ORDER BY f.created_at), '[]')
                            FROM refresh_family f WHERE f.person_id = $1),
               'links_sent_by_mail', (SELECT COALESCE(jsonb_agg(to_jsonb(t) - 'token_hash' ORDER BY t.created_at), '[]')
                                      FROM email_token t WHERE t.person_id = $1),
               'recovery_codes', (SELECT COALESCE(jsonb_agg(to_jsonb(c) - 'code_hash'), '[]')
                                  FROM recovery_code c WHERE c.person_id = $1),
               'counted_attempts', (SELECT COALESCE(jsonb_agg(to_jsonb(l)), '[]')
                                    FROM login_throttle l WHERE l.key LIKE $2)
           ) AS "data!""#,
        person.0,
        counted,
    )
    .fetch_one(conn)
    .await
}

fn fingerprint(email: &str) -> Option<String> {
    Email::parse("", email).ok().map(|email| email.fingerprint())
}

/// Removes the account, and with it everything that is nothing without it.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    _ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let Some(account) = lock_leaving(tx, person).await? else { return Ok(()) };
    if let Some(fingerprint) = fingerprint(&account.email) {
        for counter in ["sign-in", "mail"] {
            throttle::clear_all(&mut **tx, &format!("{counter}:{fingerprint}")).await?;
        }
    }
    dirty::mark(tx, &[account.profile], Urgency::Now, now).await?;
    sqlx::query!("DELETE FROM person WHERE id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}

/// Notes that somebody signed in: whatever was said of want of use is over.
pub async fn note_sign_in(tx: &mut Tx<'_>, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE person SET signed_in_at = $2, inactive_told_at = NULL WHERE id = $1", person.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Who an account is of, as the platform's staff sees it with a reason.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Their first name.
    pub first_name: String,
    /// Their last name.
    pub last_name: String,
    /// The address they sign in with.
    pub email: String,
    /// When they proved it.
    pub email_confirmed_at: Option<DateTime<Utc>>,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub signed_in_at: Option<DateTime<Utc>>,
    /// When it was closed to sign-ins.
    pub disabled_at: Option<DateTime<Utc>>,
    /// When the second factor was switched on.
    pub totp_confirmed_at: Option<DateTime<Utc>>,
    /// When the account is to be erased.
    pub erase_at: Option<DateTime<Utc>>,
}

/// Who this account is of; nothing where there is none.
pub async fn identity(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Option<Identity>> {
    sqlx::query_as!(
        Identity,
        "SELECT first_name, last_name, email, email_confirmed_at, created_at, signed_in_at, disabled_at,
                totp_confirmed_at, erase_at
         FROM person WHERE id = $1",
        person.0,
    )
    .fetch_optional(db)
    .await
}
