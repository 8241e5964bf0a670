//! The last word on who may be seen: asked for every page that leaves.

use serde::Serialize;
use sqlx::{PgConnection, PgPool};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::companies::Siren;
use crate::ids::{PersonId, ProfileId, SessionId};
use crate::platform::db::ReadyConnections;

/// What PostgreSQL says about a page of the search.
#[derive(Clone, Debug)]
pub struct Recheck {
    /// The revocation epoch: the index must have reached it.
    pub epoch: i64,
    /// Number of the last change to any block list, or to whom somebody shows themselves.
    pub blocks: i64,
    /// Those of the page that the company may see.
    pub seen: Vec<ProfileId>,
    /// Whether the session is still one of a recruiter who may search for this company.
    pub is_verified: bool,
    /// Whether that company searches without names.
    pub is_blind: bool,
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
                                              WHERE b.person_id = s.person_id AND b.siren = $2)
                              AND (NOT s.chosen_only
                                   OR EXISTS (SELECT FROM chosen_company c
                                              WHERE c.person_id = s.person_id AND c.siren = $2)))
                          AS "seen!: Vec<ProfileId>",
                      v.session_id IS NOT NULL AS "is_verified!", coalesce(v.is_blind, false) AS "is_blind!"
               FROM search_epoch
               LEFT JOIN verified_recruiter v ON v.session_id = $3 AND v.siren = $2"#,
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

/// Why a company does not see a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HiddenBecause {
    /// The person is not visible to recruiters.
    NotVisible,
    /// The person blocked the company.
    Blocked,
    /// The person chose which companies see them, and not this one.
    NotChosen,
}

/// Why this company does not see the person; nothing when it does.
pub async fn hidden_because(
    connection: &mut PgConnection,
    person: PersonId,
    siren: Siren,
) -> sqlx::Result<Option<HiddenBecause>> {
    let row = sqlx::query!(
        r#"SELECT EXISTS (SELECT FROM searchable_person s WHERE s.person_id = $1) AS "is_visible!",
                  EXISTS (SELECT FROM searchable_person s WHERE s.person_id = $1 AND s.chosen_only) AS "is_restricted!",
                  EXISTS (SELECT FROM blocked_company b WHERE b.person_id = $1 AND b.siren = $2) AS "is_blocked!",
                  EXISTS (SELECT FROM chosen_company c WHERE c.person_id = $1 AND c.siren = $2) AS "is_chosen!""#,
        person.0,
        siren.as_str(),
    )
    .fetch_one(connection)
    .await?;
    Ok(match (row.is_visible, row.is_blocked, row.is_restricted && !row.is_chosen) {
        (false, ..) => Some(HiddenBecause::NotVisible),
        (_, true, _) => Some(HiddenBecause::Blocked),
        (.., true) => Some(HiddenBecause::NotChosen),
        _ => None,
    })
}
