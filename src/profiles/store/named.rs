//! Companies that search without names, and whose names they see all the same.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::companies::Siren;
use crate::ids::{CompanyId, PersonId, ProfileId};
use crate::platform::db::Tx;
use crate::profiles::model::Names;

/// The names of those of these people who are on a list of the company, whoever of it put them there.
pub async fn among(
    connection: &mut PgConnection,
    company: CompanyId,
    profiles: &[Uuid],
) -> sqlx::Result<Names> {
    let listed = sqlx::query_scalar!(
        r#"SELECT p.profile_id AS "profile: ProfileId" FROM person p
           WHERE p.profile_id = ANY($2)
             AND EXISTS (SELECT FROM candidate_list_entry e JOIN candidate_list l ON l.id = e.list_id
                         WHERE e.person_id = p.id AND l.company_id = $1)"#,
        company.0,
        profiles,
    )
    .fetch_all(connection)
    .await?;
    Ok(Names::Of(listed.into_iter().collect()))
}

/// Whether the company searches without names.
pub async fn is_blind(executor: impl PgExecutor<'_>, company: CompanyId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM company_search_setting WHERE company_id = $1 AND blind) AS "blind!""#,
        company.0,
    )
    .fetch_one(executor)
    .await
}

/// Says whether the company searches without names; false when nothing changes.
pub async fn set_blind(
    tx: &mut Tx<'_>,
    company: CompanyId,
    is_blind: bool,
    at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO company_search_setting AS s (company_id, blind, changed_at)
         SELECT $1, $2, $3 WHERE $2 OR EXISTS (SELECT FROM company_search_setting WHERE company_id = $1)
         ON CONFLICT ON CONSTRAINT company_search_setting_pkey
         DO UPDATE SET blind = excluded.blind, changed_at = excluded.changed_at WHERE s.blind <> excluded.blind",
        company.0,
        is_blind,
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether a legal unit sees the name of a person, as the person may know it. That it searches without names is told of a
/// company that opened their profile; of any other it would tell that it uses Carnet.
pub async fn shown_to(connection: &mut PgConnection, person: PersonId, siren: Siren) -> sqlx::Result<Names> {
    let is_withheld = sqlx::query_scalar!(
        r#"SELECT coalesce(bool_and(coalesce(s.blind, false) AND NOT EXISTS (
                      SELECT FROM candidate_list_entry e JOIN candidate_list l ON l.id = e.list_id
                      WHERE e.person_id = $1 AND l.company_id = c.id)), false) AS "withheld!"
           FROM company c LEFT JOIN company_search_setting s ON s.company_id = c.id
           WHERE c.siren = $2
             AND EXISTS (SELECT FROM profile_access a WHERE a.person_id = $1 AND a.company_id = c.id)"#,
        person.0,
        siren.as_str(),
    )
    .fetch_one(connection)
    .await?;
    Ok(if is_withheld { Names::Of(HashSet::new()) } else { Names::Everybody })
}
