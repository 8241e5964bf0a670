//! What a revision says, to and from its tables.

use std::collections::HashMap;

use carnet_index::{RomeCode, SkillCode};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::catalog::model::SkillKind;
use crate::ids::{CourseId, GridId, OwnSkillId, PersonId, TrainingId};
use crate::orgs::ActionKind;
use crate::platform::db::Tx;
use crate::trainings::model::{
    Certification, Content, CourseLine, JobLine, Levels, Marks, Modality, Scale, SkillLine, SkillRef, Texts,
};

/// Writes what a revision says, in place of what it said; the revision comes into being if need be.
pub async fn write(
    tx: &mut Tx<'_>,
    training: TrainingId,
    number: i32,
    release: i32,
    content: &Content,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    let (texts, certification) = (&content.texts, &content.certification);
    // The lines hang on the revision: all go and come with it.
    sqlx::query!("DELETE FROM training_revision WHERE training_id = $1 AND number = $2", training.0, number)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "INSERT INTO training_revision (training_id, number, release, title, nature, description, objectives, audience,
             prerequisites, access_delay, price, methods, assessment, accessibility, certification, blocks, formacodes,
             specialities, written_at, written_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        training.0,
        number,
        release,
        content.title,
        content.nature.as_str(),
        texts.description,
        texts.objectives,
        texts.audience,
        texts.prerequisites,
        texts.access_delay,
        texts.price,
        texts.methods,
        texts.assessment,
        texts.accessibility,
        certification.code,
        &certification.blocks,
        &certification.formacodes,
        &certification.specialities,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    write_jobs(tx, training, number, &content.jobs).await?;
    write_skills(tx, training, number, &content.skills).await?;
    write_courses(tx, training, number, content).await
}

async fn write_jobs(
    tx: &mut Tx<'_>,
    training: TrainingId,
    number: i32,
    jobs: &[JobLine],
) -> sqlx::Result<()> {
    for (position, job) in (0_i16..).zip(jobs) {
        sqlx::query!(
            "INSERT INTO training_job (training_id, revision, position, job_code, label, appellation)
             VALUES ($1, $2, $3, $4, $5, $6)",
            training.0,
            number,
            position,
            job.code.as_str(),
            job.label,
            job.appellation,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

async fn write_skills(
    tx: &mut Tx<'_>,
    training: TrainingId,
    number: i32,
    skills: &[SkillLine],
) -> sqlx::Result<()> {
    let of_catalog = |line: &SkillLine| match line.skill {
        SkillRef::Catalog(code) => Some(code.0.cast_signed()),
        SkillRef::Own(_) => None,
    };
    let own = |line: &SkillLine| match line.skill {
        SkillRef::Catalog(_) => None,
        SkillRef::Own(id) => Some(id.0),
    };
    let jobs = |line: &SkillLine| line.jobs.iter().map(RomeCode::as_str).collect::<Vec<_>>().join(" ");
    sqlx::query!(
        r#"INSERT INTO training_skill (training_id, revision, position, skill_code, own_skill_id, label, kind, jobs,
               grid_id, grid_version, target, pass, linked_code, is_core, is_emerging)
           SELECT $1, $2, n - 1, skill, own, label, kind, string_to_array(jobs, ' '), grid, version, target, pass, linked,
                  core, emerging
           FROM unnest($3::integer[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::integer[],
                       $10::smallint[], $11::smallint[], $12::integer[], $13::boolean[], $14::boolean[])
               WITH ORDINALITY
               AS line (skill, own, label, kind, jobs, grid, version, target, pass, linked, core, emerging, n)"#,
        training.0,
        number,
        &skills.iter().map(of_catalog).collect::<Vec<_>>() as &[Option<i32>],
        &skills.iter().map(own).collect::<Vec<_>>() as &[Option<Uuid>],
        &skills.iter().map(|line| line.label.clone()).collect::<Vec<_>>(),
        &skills.iter().map(|line| line.kind.map(SkillKind::as_str)).collect::<Vec<_>>() as &[Option<&str>],
        &skills.iter().map(jobs).collect::<Vec<_>>(),
        &skills.iter().map(|line| line.levels.scale.grid().map(|(id, _)| id.0)).collect::<Vec<_>>()
            as &[Option<Uuid>],
        &skills.iter().map(|line| line.levels.scale.grid().map(|(_, version)| version)).collect::<Vec<_>>()
            as &[Option<i32>],
        &skills.iter().map(|line| line.levels.target).collect::<Vec<_>>(),
        &skills.iter().map(|line| line.levels.pass).collect::<Vec<_>>(),
        &skills.iter().map(|line| line.linked.map(|code| code.0.cast_signed())).collect::<Vec<_>>()
            as &[Option<i32>],
        &skills.iter().map(|line| line.marks.core).collect::<Vec<_>>(),
        &skills.iter().map(|line| line.marks.emerging).collect::<Vec<_>>(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn write_courses(
    tx: &mut Tx<'_>,
    training: TrainingId,
    number: i32,
    content: &Content,
) -> sqlx::Result<()> {
    let places: HashMap<SkillRef, i16> = content.skills.iter().map(|line| line.skill).zip(0..).collect();
    for (position, course) in (0_i16..).zip(&content.courses) {
        sqlx::query!(
            "INSERT INTO training_course (training_id, revision, position, course_id, title, minutes, modality)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            training.0,
            number,
            position,
            course.course.0,
            course.title,
            course.minutes,
            course.modality.as_str(),
        )
        .execute(&mut **tx)
        .await?;
        let taught: Vec<i16> = course.skills.iter().filter_map(|skill| places.get(skill).copied()).collect();
        sqlx::query!(
            "INSERT INTO training_course_skill (training_id, revision, course_position, skill_position)
             SELECT $1, $2, $3, * FROM unnest($4::smallint[])",
            training.0,
            number,
            position,
            &taught,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Reads what a revision says; nothing when there is no such revision.
pub async fn read(db: &mut PgConnection, training: TrainingId, number: i32) -> sqlx::Result<Option<Content>> {
    let row = sqlx::query!(
        r#"SELECT title, nature AS "nature: ActionKind", description, objectives, audience, prerequisites, access_delay,
                  price, methods, assessment, accessibility, certification, blocks, formacodes, specialities
           FROM training_revision WHERE training_id = $1 AND number = $2"#,
        training.0,
        number,
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let jobs = read_jobs(db, training, number).await?;
    let skills = read_skills(db, training, number).await?;
    let courses = read_courses(db, training, number, &skills).await?;
    Ok(Some(Content {
        title: row.title,
        nature: row.nature,
        texts: Texts {
            description: row.description,
            objectives: row.objectives,
            audience: row.audience,
            prerequisites: row.prerequisites,
            access_delay: row.access_delay,
            price: row.price,
            methods: row.methods,
            assessment: row.assessment,
            accessibility: row.accessibility,
        },
        certification: Certification {
            code: row.certification,
            blocks: row.blocks,
            formacodes: row.formacodes,
            specialities: row.specialities,
        },
        jobs,
        skills,
        courses,
    }))
}

async fn read_jobs(db: &mut PgConnection, training: TrainingId, number: i32) -> sqlx::Result<Vec<JobLine>> {
    let rows = sqlx::query!(
        "SELECT job_code, label, appellation FROM training_job
         WHERE training_id = $1 AND revision = $2 ORDER BY position",
        training.0,
        number,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(JobLine { code: job_code(&row.job_code)?, label: row.label, appellation: row.appellation })
        })
        .collect()
}

async fn read_skills(
    db: &mut PgConnection,
    training: TrainingId,
    number: i32,
) -> sqlx::Result<Vec<SkillLine>> {
    let rows = sqlx::query!(
        r#"SELECT s.skill_code, s.own_skill_id AS "own: OwnSkillId", s.label, s.kind, s.jobs, s.target, s.pass,
                  s.linked_code, s.is_core, s.is_emerging, s.grid_id AS "grid_id: GridId", s.grid_version,
                  g.name AS "grid_name?",
                  ARRAY(SELECT step.name FROM grid_step step
                        WHERE step.grid_id = s.grid_id AND step.grid_version = s.grid_version
                        ORDER BY step.position) AS "steps!"
           FROM training_skill s LEFT JOIN grid g ON g.id = s.grid_id AND g.version = s.grid_version
           WHERE s.training_id = $1 AND s.revision = $2 ORDER BY s.position"#,
        training.0,
        number,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let code = |code: i32| SkillCode(code.cast_unsigned());
            let scale = match (row.grid_id, row.grid_version) {
                (Some(id), Some(version)) => {
                    Scale::Grid { id, version, name: row.grid_name.unwrap_or_default(), steps: row.steps }
                }
                _ => Scale::Common,
            };
            let skill = match (row.skill_code, row.own) {
                (Some(skill), _) => SkillRef::Catalog(code(skill)),
                (None, Some(id)) => SkillRef::Own(id),
                (None, None) => return Err(unreadable("a skill without code and id")),
            };
            Ok(SkillLine {
                skill,
                label: row.label,
                kind: row.kind.as_deref().and_then(SkillKind::parse),
                jobs: row.jobs.iter().map(|text| job_code(text)).collect::<sqlx::Result<_>>()?,
                marks: Marks { core: row.is_core, emerging: row.is_emerging },
                levels: Levels { scale, target: row.target, pass: row.pass },
                linked: row.linked_code.map(code),
            })
        })
        .collect()
}

async fn read_courses(
    db: &mut PgConnection,
    training: TrainingId,
    number: i32,
    skills: &[SkillLine],
) -> sqlx::Result<Vec<CourseLine>> {
    let rows = sqlx::query!(
        r#"SELECT c.course_id AS "course: CourseId", c.title, c.minutes, c.modality AS "modality: Modality",
                  ARRAY(SELECT m.skill_position FROM training_course_skill m
                        WHERE m.training_id = c.training_id AND m.revision = c.revision
                          AND m.course_position = c.position
                        ORDER BY m.skill_position) AS "skills!"
           FROM training_course c WHERE c.training_id = $1 AND c.revision = $2 ORDER BY c.position"#,
        training.0,
        number,
    )
    .fetch_all(db)
    .await?;
    let skill = |place: &i16| skills.get(usize::try_from(*place).ok()?).map(|line| line.skill);
    Ok(rows
        .into_iter()
        .map(|row| CourseLine {
            course: row.course,
            title: row.title,
            minutes: row.minutes,
            modality: row.modality,
            skills: row.skills.iter().filter_map(skill).collect(),
        })
        .collect())
}

fn job_code(text: &str) -> sqlx::Result<RomeCode> {
    RomeCode::parse(text).map_err(|_| unreadable("a job code"))
}

fn unreadable(what: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("{what} in a training is not understood").into())
}
