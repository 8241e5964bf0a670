//! Names of companies, for those who only know a number.

use std::collections::HashMap;

use sqlx::PgExecutor;

use super::super::model::siret::Siren;

/// The names of legal units that some recruiter brought here; one we do not know, or whose name is masked, is absent.
pub async fn company_names(
    executor: impl PgExecutor<'_>,
    sirens: &[Siren],
) -> sqlx::Result<HashMap<Siren, String>> {
    let asked: Vec<String> = sirens.iter().map(ToString::to_string).collect();
    let rows = sqlx::query!(
        r#"SELECT DISTINCT ON (siren) siren, name AS "name!" FROM company
           WHERE siren = ANY($1) AND name IS NOT NULL ORDER BY siren, register_checked_at DESC NULLS LAST, id"#,
        &asked
    )
    .fetch_all(executor)
    .await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.siren.parse().ok()?, row.name))).collect())
}
