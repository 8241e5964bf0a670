//! What the grid of a session shows: an organisation's entries of skills and people, and what people declare.

use std::collections::{HashMap, HashSet};

use carnet_index::{Level, SkillCode};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::model::cell::{CellEntry, End};
use super::declared::{level, stored};
use super::validations::skill;
use crate::ids::{GridId, OrganisationId, PersonId, TrainingSessionId, ValidationId};

/// A skill of a person.
pub type Place = (PersonId, SkillCode);

fn numbers(people: &[PersonId], skills: &[SkillCode]) -> (Vec<Uuid>, Vec<i32>) {
    (people.iter().map(|person| person.0).collect(), skills.iter().map(|skill| stored(*skill)).collect())
}

/// What an organisation wrote of these skills of these people, newest first.
pub async fn entries(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    people: &[PersonId],
    skills: &[SkillCode],
) -> sqlx::Result<HashMap<Place, Vec<CellEntry>>> {
    let (people, skills) = numbers(people, skills);
    let rows = sqlx::query!(
        r#"SELECT v.id AS "id: ValidationId", v.person_id AS "person: PersonId", v.skill_code,
                  v.session_id AS "session: TrainingSessionId", v.grid_id AS "grid: GridId", v.grid_version,
                  v.step_position, v.step_name, v.common_level, v.passing, v.validated_at, v.expires_on,
                  r.reason_code AS "reason_code?"
           FROM validation v LEFT JOIN validation_revocation r ON r.validation_id = v.id
           WHERE v.organisation_id = $1 AND v.person_id = ANY($2) AND v.skill_code = ANY($3)
           ORDER BY v.validated_at DESC, v.id DESC"#,
        organisation.0,
        &people,
        &skills,
    )
    .fetch_all(db)
    .await?;
    let mut entries: HashMap<Place, Vec<CellEntry>> = HashMap::new();
    for row in rows {
        let step = row.grid.zip(row.grid_version).zip(row.step_position);
        entries.entry((row.person, skill(row.skill_code))).or_default().push(CellEntry {
            id: row.id,
            session: row.session,
            step: step.map(|((grid, version), position)| (grid, version, position)),
            step_name: row.step_name,
            common_level: row.common_level.and_then(level),
            passing: row.passing,
            validated_at: row.validated_at,
            expires_on: row.expires_on,
            end: row.reason_code.map(|code| end_of(&code)),
        });
    }
    Ok(entries)
}

/// What the stored reason of an end means.
pub fn end_of(reason_code: &str) -> End {
    match reason_code {
        super::entries::SUPERSEDED => End::Superseded,
        _ => End::Revoked,
    }
}

/// What these people declare of these skills.
pub async fn declared(
    db: impl PgExecutor<'_>,
    people: &[PersonId],
    skills: &[SkillCode],
) -> sqlx::Result<HashMap<Place, Level>> {
    let (people, skills) = numbers(people, skills);
    let rows = sqlx::query!(
        r#"SELECT person_id AS "person: PersonId", skill_code, level FROM declared_skill
           WHERE person_id = ANY($1) AND skill_code = ANY($2)"#,
        &people,
        &skills,
    )
    .fetch_all(db)
    .await?;
    let declared =
        rows.into_iter().filter_map(|row| Some(((row.person, skill(row.skill_code)), level(row.level)?)));
    Ok(declared.collect())
}

/// Where a proposal of the organisation waits for a second person.
pub async fn waiting(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    people: &[PersonId],
) -> sqlx::Result<HashSet<Place>> {
    let (people, _) = numbers(people, &[]);
    let rows = sqlx::query!(
        r#"SELECT person_id AS "person: PersonId", skill_code FROM validation_proposal
           WHERE organisation_id = $1 AND person_id = ANY($2) AND status = 'waiting'"#,
        organisation.0,
        &people,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.person, skill(row.skill_code))).collect())
}

/// The skills outside the programme of a session of which an entry was written in it, with their label then.
pub async fn off_programme(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<(SkillCode, String)>> {
    let rows = sqlx::query!(
        "SELECT DISTINCT ON (skill_code) skill_code, skill_label FROM validation
         WHERE session_id = $1 AND is_off_programme ORDER BY skill_code, validated_at DESC",
        session.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (skill(row.skill_code), row.skill_label)).collect())
}
