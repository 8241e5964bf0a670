//! What organisations hold about a person: membership, and invitations to their address.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;

use crate::ids::{Ids, OrganisationId, PersonId};
use crate::orgs::store::named::Named;
use crate::platform::db::Tx;

/// Everything held about the person.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'memberships', (SELECT COALESCE(jsonb_agg(to_jsonb(m) || jsonb_build_object('organisation', o.name)
                                                         ORDER BY m.joined_at), '[]')
                               FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id
                               WHERE m.person_id = $1),
               'invitations_received', (SELECT COALESCE(jsonb_agg(to_jsonb(i) - ARRAY['token_hash', 'invited_by']
                                                                  || jsonb_build_object('organisation', o.name)
                                                                  ORDER BY i.created_at), '[]')
                                        FROM organisation_invitation i
                                        JOIN organisation o ON o.id = i.organisation_id
                                        JOIN person p ON lower(p.email) = lower(i.email) AND p.id = $1),
               'invitations_sent', (SELECT COALESCE(jsonb_agg(jsonb_build_object('organisation', o.name, 'role', i.role,
                                                                                 'created_at', i.created_at)
                                                              ORDER BY i.created_at), '[]')
                                    FROM organisation_invitation i JOIN organisation o ON o.id = i.organisation_id
                                    WHERE i.invited_by = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// Removes it. Grids, and what the organisation declares, are not about the person.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    _ids: &Ids,
    person: PersonId,
    _now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM organisation_invitation i USING person p WHERE p.id = $1 AND lower(i.email) = lower(p.email)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("UPDATE organisation_invitation SET invited_by = NULL WHERE invited_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM organisation_member WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}

/// The working organisations that would have no admin left without this person, all of theirs locked until the transaction
/// ends: of two admins who leave at once, the second sees that the first does.
pub async fn left_without_admin(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Vec<Named>> {
    sqlx::query!(
        "SELECT o.id FROM organisation o JOIN organisation_member m ON m.organisation_id = o.id
         WHERE m.person_id = $1 AND m.role = 'admin' ORDER BY o.id FOR NO KEY UPDATE OF o",
        person.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    sqlx::query_as!(
        Named,
        r#"SELECT o.id AS "id: OrganisationId", o.name, o.siret
           FROM organisation o JOIN organisation_member m ON m.organisation_id = o.id
           WHERE m.person_id = $1 AND m.role = 'admin' AND o.status = 'active'
             AND NOT EXISTS (SELECT FROM organisation_member other JOIN person p ON p.id = other.person_id
                             WHERE other.organisation_id = o.id AND other.role = 'admin' AND other.person_id <> $1
                               AND p.erase_at IS NULL)
           ORDER BY o.id"#,
        person.0,
    )
    .fetch_all(&mut **tx)
    .await
}
