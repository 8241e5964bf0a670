//! What a training of an organisation may refer to, read in one go.

use std::collections::HashMap;

use carnet_index::SkillCode;
use sqlx::PgConnection;

use crate::catalog::CatalogSnapshot;
use crate::ids::{CourseId, GridId, OrganisationId, OwnSkillId};
use crate::orgs::{Grid, newest_grids};
use crate::trainings::model::draft::{Known, KnownCourse, KnownSkill};
use crate::trainings::model::{Modality, Scale};

/// Reads an organisation's own skills, courses and grids.
pub async fn read<'a>(
    db: &mut PgConnection,
    organisation: OrganisationId,
    catalog: &'a CatalogSnapshot,
) -> sqlx::Result<Known<'a>> {
    let skills = sqlx::query!(
        r#"SELECT id AS "id: OwnSkillId", label, skill_code FROM own_skill WHERE organisation_id = $1"#,
        organisation.0,
    )
    .fetch_all(&mut *db)
    .await?;
    let courses = sqlx::query!(
        r#"SELECT id AS "id: CourseId", title, minutes, modality AS "modality: Modality"
           FROM course WHERE organisation_id = $1"#,
        organisation.0,
    )
    .fetch_all(&mut *db)
    .await?;
    let grids = newest_grids(&mut *db, organisation, None).await?;
    let scale = |grid: Grid| {
        let steps = grid.steps.into_iter().map(|step| step.name).collect();
        (grid.id, Scale::Grid { id: grid.id, version: grid.version, name: grid.name, steps })
    };
    Ok(Known {
        catalog,
        skills: skills
            .into_iter()
            .map(|row| {
                let linked = row.skill_code.map(|code| SkillCode(code.cast_unsigned()));
                (row.id, KnownSkill { label: row.label, linked })
            })
            .collect(),
        courses: courses
            .into_iter()
            .map(|row| {
                (row.id, KnownCourse { title: row.title, minutes: row.minutes, modality: row.modality })
            })
            .collect(),
        grids: grids.into_iter().map(scale).collect::<HashMap<GridId, Scale>>(),
    })
}
