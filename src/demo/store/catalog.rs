//! The part of the catalogue that people are drawn from.

use sqlx::PgConnection;

use crate::demo::model::world::CatalogueRow;

/// The loaded release and its active links; nothing before the first import.
pub async fn load(connection: &mut PgConnection) -> sqlx::Result<Option<(i32, Vec<CatalogueRow>)>> {
    let release =
        sqlx::query_scalar!("SELECT max(version) FROM rome_release").fetch_one(&mut *connection).await?;
    let Some(release) = release else { return Ok(None) };
    let rows = sqlx::query_as!(
        CatalogueRow,
        "SELECT l.job_code AS job, l.skill_code AS skill, s.label, l.is_core
         FROM rome_job_skill l
         JOIN rome_job j ON j.code = l.job_code
         JOIN rome_skill s ON s.code = l.skill_code
         WHERE l.valid_to IS NULL AND j.valid_to IS NULL AND s.valid_to IS NULL",
    )
    .fetch_all(connection)
    .await?;
    Ok(Some((release, rows)))
}
