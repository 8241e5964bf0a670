//! Organisations that anybody signed in may name.

use sqlx::PgExecutor;

use crate::ids::OrganisationId;

/// Most that one search answers.
const MOST: i64 = 20;

/// An active organisation, as anybody finds it.
pub struct Named {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its establishment number.
    pub siret: Option<String>,
}

/// The active organisations whose name holds this text, whatever its case, or whose SIRET it is; twenty at most, by name.
pub async fn active_named(db: impl PgExecutor<'_>, text: &str) -> sqlx::Result<Vec<Named>> {
    sqlx::query_as!(
        Named,
        r#"SELECT id AS "id: OrganisationId", name, siret FROM organisation
           WHERE status = 'active' AND (strpos(lower(name), lower($1)) > 0 OR siret = $1)
           ORDER BY lower(name), id LIMIT $2"#,
        text,
        MOST,
    )
    .fetch_all(db)
    .await
}

/// The name of an organisation that is active.
pub async fn active_name(db: impl PgExecutor<'_>, id: OrganisationId) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("SELECT name FROM organisation WHERE id = $1 AND status = 'active'", id.0)
        .fetch_optional(db)
        .await
}
