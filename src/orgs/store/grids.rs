//! Grids: each version written once.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{GridId, OrganisationId};
use crate::orgs::model::{GridDraft, StepDraft};
use crate::platform::db::Tx;

/// One version of a grid.
pub struct Grid {
    /// The grid, whatever its version.
    pub id: GridId,
    /// The version.
    pub version: i32,
    /// Its name.
    pub name: String,
    /// Its steps, lowest first.
    pub steps: Vec<StepDraft>,
}

/// Writes one version of a grid.
pub async fn write(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (id, version): (GridId, i32),
    draft: &GridDraft,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO grid (id, organisation_id, version, name, created_at) VALUES ($1, $2, $3, $4, $5)",
        id.0,
        organisation.0,
        version,
        draft.name,
        now,
    )
    .execute(&mut **tx)
    .await?;
    for (position, step) in (0_i16..).zip(&draft.steps) {
        sqlx::query!(
            "INSERT INTO grid_step (grid_id, grid_version, position, name, common_level, passing)
             VALUES ($1, $2, $3, $4, $5, $6)",
            id.0,
            version,
            position,
            step.name,
            step.common_level,
            step.passing,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// The newest version of each of an organisation's grids (or of one of them), by name.
pub async fn newest(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    only: Option<GridId>,
) -> sqlx::Result<Vec<Grid>> {
    let rows = sqlx::query!(
        r#"SELECT g.id AS "id: GridId", g.version, g.name,
                  s.name AS step_name, s.common_level, s.passing
           FROM grid g JOIN grid_step s ON s.grid_id = g.id AND s.grid_version = g.version
           WHERE g.organisation_id = $1 AND ($2::uuid IS NULL OR g.id = $2)
             AND g.version = (SELECT max(version) FROM grid WHERE id = g.id)
           ORDER BY lower(g.name), g.id, s.position"#,
        organisation.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await?;
    let mut grids: Vec<Grid> = Vec::new();
    let mut places: HashMap<GridId, usize> = HashMap::new();
    for row in rows {
        let place = *places.entry(row.id).or_insert_with(|| {
            let (id, version, name) = (row.id, row.version, row.name);
            grids.push(Grid { id, version, name, steps: Vec::new() });
            grids.len() - 1
        });
        let step = StepDraft { name: row.step_name, common_level: row.common_level, passing: row.passing };
        grids[place].steps.push(step);
    }
    Ok(grids)
}

/// One step of the newest version of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridStep {
    /// The grid.
    pub grid: GridId,
    /// Its newest version.
    pub version: i32,
    /// The step's place, counted from 0.
    pub position: i16,
    /// The step's name.
    pub name: String,
    /// Its place on the common scale 1..4, if it has one.
    pub common_level: Option<i16>,
    /// Whether reaching it means the skill is acquired.
    pub passing: bool,
}

/// The step at this place of the newest version of one of the organisation's grids.
pub async fn grid_step(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    grid: GridId,
    position: i16,
) -> sqlx::Result<Option<GridStep>> {
    sqlx::query_as!(
        GridStep,
        r#"SELECT g.id AS "grid: GridId", g.version, s.position, s.name, s.common_level, s.passing
           FROM grid g JOIN grid_step s ON s.grid_id = g.id AND s.grid_version = g.version
           WHERE g.organisation_id = $1 AND g.id = $2 AND s.position = $3
             AND g.version = (SELECT max(version) FROM grid WHERE id = g.id)"#,
        organisation.0,
        grid.0,
        position,
    )
    .fetch_optional(db)
    .await
}

/// The steps of a version of one of the organisation's grids, lowest first; without a version, of the newest.
pub async fn grid_steps(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    grid: GridId,
    version: Option<i32>,
) -> sqlx::Result<Vec<GridStep>> {
    sqlx::query_as!(
        GridStep,
        r#"SELECT g.id AS "grid: GridId", g.version, s.position, s.name, s.common_level, s.passing
           FROM grid g JOIN grid_step s ON s.grid_id = g.id AND s.grid_version = g.version
           WHERE g.organisation_id = $1 AND g.id = $2
             AND g.version = coalesce($3, (SELECT max(version) FROM grid WHERE id = g.id))
           ORDER BY s.position"#,
        organisation.0,
        grid.0,
        version,
    )
    .fetch_all(db)
    .await
}
