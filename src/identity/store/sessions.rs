//! Sessions: one family of refresh tokens per sign-in, of which one token at a time is alive.

use chrono::{DateTime, Duration, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use crate::actor::Actor;
use crate::identity::store::life;
use crate::ids::{Ids, PersonId, ProfileId, SessionId};
use crate::platform::db::Tx;
use crate::platform::tokens::{AccessClaims, OpaqueToken};

/// A device left alone this long must sign in again.
const IDLE: Duration = Duration::days(30);
/// Every device must sign in again after this long.
const LONGEST: Duration = Duration::days(90);

/// The pair of tokens a device holds.
pub struct NewSession {
    /// The session.
    pub session: SessionId,
    /// The id its access token must carry.
    pub access: Uuid,
    /// Its refresh token.
    pub refresh: OpaqueToken,
    /// Until when the refresh token can be used.
    pub expires_at: DateTime<Utc>,
}

/// Opens a session: a new family with its first pair of tokens.
pub async fn open_session(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<NewSession> {
    let session: SessionId = ids.ordered();
    let access: Uuid = ids.opaque();
    sqlx::query!(
        "INSERT INTO refresh_family (id, person_id, created_at, current_access) VALUES ($1, $2, $3, $4)",
        session.0,
        person.0,
        now,
        access,
    )
    .execute(&mut **tx)
    .await?;
    life::note_sign_in(tx, person, now).await?;
    let refresh = OpaqueToken::draw(ids);
    let expires_at = now + IDLE;
    insert_token(tx, session, &refresh, now, expires_at).await?;
    Ok(NewSession { session, access, refresh, expires_at })
}

async fn insert_token(
    tx: &mut Tx<'_>,
    session: SessionId,
    token: &OpaqueToken,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO refresh_token (token_hash, family_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        token.hash(),
        session.0,
        now,
        expires_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The person behind an access token, as long as the session and the account live.
pub async fn actor(pool: &PgPool, claims: &AccessClaims, now: DateTime<Utc>) -> sqlx::Result<Option<Actor>> {
    let row = sqlx::query!(
        r#"SELECT p.profile_id AS "profile: ProfileId", p.is_platform_admin,
                  f.current_access = $3 AND f.current_access_used_at IS NULL AS "is_first_use!"
           FROM refresh_family f JOIN person p ON p.id = f.person_id
           WHERE f.id = $1 AND f.person_id = $2 AND f.revoked_at IS NULL AND p.disabled_at IS NULL"#,
        claims.sid.0,
        claims.sub.0,
        claims.jti,
    )
    .fetch_optional(pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if row.is_first_use {
        note_use(pool, claims, now).await?;
    }
    Ok(Some(Actor {
        person: claims.sub,
        profile: row.profile,
        session: claims.sid,
        is_platform_admin: row.is_platform_admin,
    }))
}

/// Of these sessions, those that live, and whose account does.
pub async fn living(conn: &mut PgConnection, sessions: &[SessionId]) -> sqlx::Result<Vec<SessionId>> {
    let sessions: Vec<Uuid> = sessions.iter().map(|session| session.0).collect();
    sqlx::query_scalar!(
        r#"SELECT f.id AS "session: SessionId" FROM refresh_family f JOIN person p ON p.id = f.person_id
           WHERE f.id = ANY($1) AND f.revoked_at IS NULL AND p.disabled_at IS NULL"#,
        &sessions,
    )
    .fetch_all(conn)
    .await
}

/// Notes that the newest access token reached its owner: the refresh token before it is spent for good.
async fn note_use(pool: &PgPool, claims: &AccessClaims, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE refresh_family SET current_access_used_at = $3 WHERE id = $1 AND current_access = $2",
        claims.sid.0,
        claims.jti,
        now,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// What a presented refresh token turned out to be.
pub enum Presented {
    /// Unknown, expired, or of a session that is over.
    Dead,
    /// Alive: it can be exchanged.
    Alive(Family),
    /// Spent, but its answer got lost: the pair it gave was never used.
    Lost(Family),
    /// Spent, and back: somebody holds a copy.
    Stolen(Family),
}

/// The session a refresh token belongs to.
#[derive(Clone, Copy)]
pub struct Family {
    /// The session.
    pub session: SessionId,
    /// Whose account it is.
    pub person: PersonId,
    opened_at: DateTime<Utc>,
}

/// Locks the family of a presented refresh token and says what the token is worth.
pub async fn present(tx: &mut Tx<'_>, token: &OpaqueToken, now: DateTime<Utc>) -> sqlx::Result<Presented> {
    let row = sqlx::query!(
        r#"SELECT f.id AS "session: SessionId", f.person_id AS "person: PersonId", f.created_at,
                  f.revoked_at IS NOT NULL OR p.disabled_at IS NOT NULL AS "is_over!",
                  f.current_access_used_at IS NOT NULL AS "is_access_used!"
           FROM refresh_token t JOIN refresh_family f ON f.id = t.family_id JOIN person p ON p.id = f.person_id
           WHERE t.token_hash = $1
           FOR UPDATE OF f"#,
        token.hash(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(Presented::Dead) };
    // Read again under the lock: a parallel refresh may have spent it while this one waited.
    let token = sqlx::query!(
        r#"SELECT t.expires_at, t.consumed_at, t.retried_at,
                  n.token_hash IS NOT NULL AND n.consumed_at IS NULL AS "is_next_unused!"
           FROM refresh_token t LEFT JOIN refresh_token n ON n.token_hash = t.next_hash
           WHERE t.token_hash = $1"#,
        token.hash(),
    )
    .fetch_one(&mut **tx)
    .await?;
    let family = Family { session: row.session, person: row.person, opened_at: row.created_at };
    Ok(if row.is_over || token.expires_at <= now {
        Presented::Dead
    } else if token.consumed_at.is_none() {
        Presented::Alive(family)
    } else if token.retried_at.is_none() && token.is_next_unused && !row.is_access_used {
        Presented::Lost(family)
    } else {
        Presented::Stolen(family)
    })
}

/// Spends a refresh token for the next pair. Whatever the token gave before is spent too: one branch lives.
pub async fn rotate(
    tx: &mut Tx<'_>,
    ids: &Ids,
    token: &OpaqueToken,
    family: Family,
    now: DateTime<Utc>,
) -> sqlx::Result<NewSession> {
    let refresh = OpaqueToken::draw(ids);
    let access: Uuid = ids.opaque();
    let expires_at = (now + IDLE).min(family.opened_at + LONGEST);
    insert_token(tx, family.session, &refresh, now, expires_at).await?;
    sqlx::query!(
        "UPDATE refresh_token SET consumed_at = $2
         WHERE token_hash = (SELECT next_hash FROM refresh_token WHERE token_hash = $1)",
        token.hash(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE refresh_token
         SET retried_at = CASE WHEN consumed_at IS NOT NULL THEN $3::timestamptz END,
             consumed_at = COALESCE(consumed_at, $3), next_hash = $2
         WHERE token_hash = $1",
        token.hash(),
        refresh.hash(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE refresh_family SET current_access = $2, current_access_used_at = NULL WHERE id = $1",
        family.session.0,
        access,
    )
    .execute(&mut **tx)
    .await?;
    Ok(NewSession { session: family.session, access, refresh, expires_at })
}

/// Ends one session.
pub async fn revoke(
    db: impl PgExecutor<'_>,
    session: SessionId,
    reason: &'static str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE refresh_family SET revoked_at = $2, revoked_reason = $3 WHERE id = $1 AND revoked_at IS NULL",
        session.0,
        now,
        reason,
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Ends every session of a person, but the one to keep.
pub async fn revoke_all(
    db: impl PgExecutor<'_>,
    person: PersonId,
    keep: Option<SessionId>,
    reason: &'static str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE refresh_family SET revoked_at = $3, revoked_reason = $4
         WHERE person_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $2",
        person.0,
        keep.map(|session| session.0),
        now,
        reason,
    )
    .execute(db)
    .await?;
    Ok(())
}
