//! The audit trail as it is about one person, and what this slice holds about them.

use serde_json::Value;
use sqlx::PgConnection;

use crate::ids::PersonId;

/// What the person did, and what was done to their account.
pub async fn journal(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT COALESCE(jsonb_agg((to_jsonb(a) - 'actor_id') || jsonb_build_object('by_you', a.actor_id IS NOT DISTINCT FROM $1)
                                     ORDER BY a.at, a.id), '[]') AS "data!"
           FROM audit_event a
           WHERE a.actor_id = $1 OR (a.subject_kind = 'person' AND a.subject_id = $1)"#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// What this slice holds about the person.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'downloads', (SELECT COALESCE(jsonb_agg(to_jsonb(e) ORDER BY e.requested_at), '[]')
                             FROM data_export e WHERE e.person_id = $1),
               'looked_at_by_staff', (SELECT COALESCE(jsonb_agg(to_jsonb(a) - 'admin_id' ORDER BY a.at), '[]')
                                      FROM data_access a WHERE a.person_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}
