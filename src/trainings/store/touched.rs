//! Which grids of levels an import touches: those by which a line of a training measures a skill it changed.

use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{GridId, OrganisationId};
use crate::platform::db::Tx;

/// Writes down the grids that the notices of an import concern, as trainings in use measure by them now.
pub async fn write_grids(tx: &mut Tx<'_>, import: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO catalog_review_grid (import_id, grid_id, grid_version, lines)
         SELECT $1, s.grid_id, s.grid_version, count(*)
         FROM training_notice n
         JOIN LATERAL (SELECT max(number) AS number FROM training_revision r WHERE r.training_id = n.training_id) newest
              ON true
         JOIN training_skill s ON s.training_id = n.training_id AND s.revision = newest.number
              AND coalesce(s.skill_code, s.linked_code)::text = n.code
         WHERE n.import_id = $1 AND n.subject = 'skill' AND s.grid_id IS NOT NULL
         GROUP BY s.grid_id, s.grid_version",
        import,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A grid that an import touches.
#[derive(Debug)]
pub struct TouchedGrid {
    /// The grid.
    pub id: GridId,
    /// Its name today.
    pub name: String,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The organisation's name.
    pub organisation_name: String,
    /// Lines of trainings that measured by it a skill the import changed.
    pub lines: i64,
}

/// Where a page of [`touched_grids`] starts: after this organisation, name and id.
#[derive(Debug, Deserialize, Serialize)]
pub struct GridKey(pub String, pub String, pub Uuid);

/// The grids an import touches, by organisation and name.
pub async fn touched_grids(
    db: impl PgExecutor<'_>,
    import: Uuid,
    after: Option<GridKey>,
    limit: i64,
) -> sqlx::Result<Vec<TouchedGrid>> {
    let (organisation, name, id) = after.map_or((None, None, None), |GridKey(organisation, name, id)| {
        (Some(organisation), Some(name), Some(id))
    });
    sqlx::query_as!(
        TouchedGrid,
        r#"SELECT t.id AS "id: GridId", g.name, o.id AS "organisation: OrganisationId",
                  o.name AS organisation_name, t.lines AS "lines!"
           FROM (SELECT grid_id AS id, sum(lines) AS lines FROM catalog_review_grid
                 WHERE import_id = $1 GROUP BY grid_id) t
           JOIN LATERAL (SELECT name, organisation_id FROM grid WHERE grid.id = t.id ORDER BY version DESC LIMIT 1) g
                ON true
           JOIN organisation o ON o.id = g.organisation_id
           WHERE $2::text IS NULL OR (lower(o.name), lower(g.name), t.id) > (lower($2), lower($3), $4)
           ORDER BY lower(o.name), lower(g.name), t.id LIMIT $5"#,
        import,
        organisation,
        name,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}
