//! Who reads what is shared with a company: the people who may recruit for it, while they may.

use sqlx::PgConnection;

use crate::ids::{CompanyId, PersonId};
use crate::sharing::model::ShareKind;

/// The people who recruit for a company, but this one: nobody is told of what they did themselves.
pub async fn readers(
    connection: &mut PgConnection,
    company: CompanyId,
    but: PersonId,
) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT r.person_id AS "person: PersonId"
           FROM recruiter r JOIN person p ON p.id = r.person_id
           WHERE r.company_id = $1 AND r.status = 'granted' AND p.disabled_at IS NULL AND r.person_id <> $2
           ORDER BY r.person_id"#,
        company.0,
        but.0,
    )
    .fetch_all(connection)
    .await
}

/// The people with whom something of this kind is shared now: what they read has changed.
pub async fn readers_of(
    connection: &mut PgConnection,
    person: PersonId,
    kind: ShareKind,
) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT r.person_id AS "person: PersonId"
           FROM share s JOIN recruiter r ON r.company_id = s.company_id
           WHERE s.person_id = $1 AND s.item = $2 AND s.ended_at IS NULL AND r.status = 'granted'"#,
        person.0,
        kind.as_str(),
    )
    .fetch_all(connection)
    .await
}
