//! The last word on who may be seen: asked for every page that leaves.

use sqlx::PgPool;
use uuid::Uuid;

use crate::companies::Siren;
use crate::ids::{PersonId, ProfileId, SessionId};
use crate::platform::db::ReadyConnections;

/// What PostgreSQL says about a page of the search.
#[derive(Clone, Debug)]
pub struct Recheck {
    /// The revocation epoch: the index must have reached it.
    pub epoch: i64,
    /// Number of the last change to any block list.
    pub blocks: i64,
    /// Those of the page that the company may see.
    pub seen: Vec<ProfileId>,
    /// Whether the session is still one of a recruiter who may search for this company.
    pub is_verified: bool,
}

/// Checks a page and whoever asks for it: one statement, hence one snapshot.
pub async fn recheck(
    connections: &ReadyConnections,
    page: &[Uuid],
    session: SessionId,
    siren: Siren,
) -> sqlx::Result<Recheck> {
    let siren = siren.as_str();
    let statement = || {
        sqlx::query_as!(
            Recheck,
            r#"SELECT epoch, blocks,
                      ARRAY(SELECT s.profile_id
                            FROM searchable_person s
                            WHERE s.profile_id = ANY($1)
                              AND NOT EXISTS (SELECT FROM blocked_company b
                                              WHERE b.person_id = s.person_id AND b.siren = $2)) AS "seen!: Vec<ProfileId>",
                      EXISTS (SELECT FROM verified_recruiter v
                              WHERE v.session_id = $3 AND v.siren = $2) AS "is_verified!"
               FROM search_epoch"#,
            page,
            siren,
            session.0,
        )
    };
    connections.fetch_one(statement).await
}

/// Whether this session of the company may see this profile.
pub async fn is_seen_by(
    connections: &ReadyConnections,
    profile: ProfileId,
    session: SessionId,
    siren: Siren,
) -> sqlx::Result<bool> {
    let recheck = recheck(connections, &[profile.0], session, siren).await?;
    Ok(recheck.is_verified && recheck.seen.contains(&profile))
}

/// Whether recruiters may find the person.
pub async fn is_visible(pool: &PgPool, person: PersonId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM searchable_person WHERE person_id = $1) AS "visible!""#,
        person.0
    )
    .fetch_one(pool)
    .await
}
