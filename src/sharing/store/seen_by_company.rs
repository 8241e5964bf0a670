//! Whom a company sees, where nobody of it asks: for what is looked for in its name.

use sqlx::PgConnection;
use uuid::Uuid;

use crate::companies::Siren;
use crate::ids::ProfileId;

/// Those of these people whom the company may see at this moment: the rule of `recheck`, without a session.
pub async fn seen_by_company(
    connection: &mut PgConnection,
    profiles: &[ProfileId],
    siren: Siren,
) -> sqlx::Result<Vec<ProfileId>> {
    let profiles: Vec<Uuid> = profiles.iter().map(|profile| profile.0).collect();
    sqlx::query_scalar!(
        r#"SELECT s.profile_id AS "profile!: ProfileId" FROM searchable_person s
           WHERE s.profile_id = ANY($1)
             AND NOT EXISTS (SELECT FROM blocked_company b WHERE b.person_id = s.person_id AND b.siren = $2)
             AND (NOT s.chosen_only
                  OR EXISTS (SELECT FROM chosen_company c WHERE c.person_id = s.person_id AND c.siren = $2))"#,
        &profiles,
        siren.as_str(),
    )
    .fetch_all(connection)
    .await
}
