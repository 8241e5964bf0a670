//! Everything a passport says, read with one query per table, however much there is.

use std::collections::HashMap;

use carnet_index::SkillCode;
use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{FileId, GridId, PersonId, ValidationId};
use crate::passport::model::export::{
    Choice, Declaration, Evidence, GivenLevel, Grid, GridStep, Holder, Organisation, Reply, ReplyAuthor,
    Revocation, Session, SkillName, Validation, standing,
};
use crate::passport::store::declared;
use crate::passport::store::validations::skill;
use crate::platform::seal::instant;

/// Whose passport it is. Names that organisations wrote otherwise are told with the note that they are the same person.
pub async fn holder(db: &mut PgConnection, person: PersonId, choice: &Choice) -> sqlx::Result<Holder> {
    let row = sqlx::query!("SELECT first_name, last_name, email FROM person WHERE id = $1", person.0)
        .fetch_one(&mut *db)
        .await?;
    let others = sqlx::query!(
        "SELECT first_name, last_name, max(created_at) AS last_used FROM enrolment
         WHERE person_id = $1 AND (first_name, last_name) <> ($2, $3)
         GROUP BY first_name, last_name ORDER BY last_used DESC, last_name, first_name",
        person.0,
        row.first_name,
        row.last_name,
    )
    .fetch_all(db)
    .await?;
    Ok(Holder {
        former_names: others.into_iter().map(|one| format!("{} {}", one.first_name, one.last_name)).collect(),
        email: choice.with_contact.then_some(row.email),
        first_name: row.first_name,
        last_name: row.last_name,
    })
}

/// What the person declares, of what is chosen.
pub async fn declarations(
    db: &mut PgConnection,
    person: PersonId,
    choice: &Choice,
) -> sqlx::Result<Vec<(SkillName, Declaration)>> {
    let said = declared::list(db, person).await?.into_iter();
    let chosen = said.filter(|one| {
        let day = one.at.with_timezone(&Paris).date_naive();
        choice.has_skill(one.skill) && choice.has_days(Some(day), Some(day))
    });
    let told = chosen.map(|one| {
        let name = SkillName { code: one.skill.to_string(), label: one.label, release: one.release };
        (name, Declaration { level: one.level.get(), declared_at: instant(one.at) })
    });
    Ok(told.collect())
}

/// A file that a validation rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceFile {
    /// The validation.
    pub validation: ValidationId,
    /// Its place among what it rests on.
    pub place: usize,
    /// The piece of evidence.
    pub id: Uuid,
    /// The file.
    pub file: FileId,
}

/// Every validation that is chosen, the oldest first, as it stands on this day; and the files they rest on.
pub async fn validations(
    db: &mut PgConnection,
    person: PersonId,
    choice: &Choice,
    today: NaiveDate,
) -> sqlx::Result<(Vec<Validation>, Vec<EvidenceFile>)> {
    let (mut evidence, mut files) = evidence(&mut *db, person, choice).await?;
    let mut replies = replies(&mut *db, person).await?;
    let experiences = experiences_of(&mut *db, person).await?;
    let rows = sqlx::query!(
        r#"SELECT v.id AS "id: ValidationId", v.skill_code, v.skill_label, v.rome_release, v.organisation_name,
                  v.organisation_legal_name, v.organisation_siret, v.organisation_siret_check, v.organisation_nda,
                  v.organisation_nda_check, v.organisation_qualiopi, v.organisation_qualiopi_categories,
                  v.organisation_checked_at, v.validator_name, v.confirmed_by_name, v.origin, v.session_id, s.title AS "session_title?", v.is_off_programme,
                  v.grid_id AS "grid_id: GridId", v.grid_version, v.step_position, v.step_name, v.common_level, v.passing,
                  v.comment, v.job_codes, v.validated_at, v.expires_on,
                  r.revoked_at AS "revoked_at?", r.reason_code AS "reason_code?", r.reason AS "reason?",
                  r.superseded_by AS "superseded_by?: ValidationId", before.validation_id AS "supersedes?: ValidationId"
           FROM validation v
           LEFT JOIN training_session s ON s.id = v.session_id
           LEFT JOIN validation_revocation r ON r.validation_id = v.id
           LEFT JOIN validation_revocation before ON before.superseded_by = v.id
           WHERE v.person_id = $1 ORDER BY v.validated_at, v.id"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    let chosen = rows.into_iter().filter(|row| {
        let day = row.validated_at.with_timezone(&Paris).date_naive();
        choice.has_skill(skill(row.skill_code)) && choice.has_days(Some(day), Some(day))
    });
    let told =
        chosen.map(|row| Validation {
            id: row.id,
            skill: name(row.skill_code, row.skill_label, row.rome_release),
            standing: standing(row.passing, row.reason_code.as_deref(), row.expires_on, today),
            level: GivenLevel {
                grid_id: row.grid_id,
                grid_version: row.grid_version,
                step: row.step_position,
                name: row.step_name,
                common_level: common(row.common_level),
                is_passing: row.passing,
            },
            origin: row.origin,
            organisation: Organisation {
                name: row.organisation_name,
                legal_name: row.organisation_legal_name,
                siret: row.organisation_siret,
                siret_check: row.organisation_siret_check,
                nda: row.organisation_nda,
                nda_check: row.organisation_nda_check,
                qualiopi: row.organisation_qualiopi,
                qualiopi_categories: row.organisation_qualiopi_categories,
                checked_at: row.organisation_checked_at.map(instant),
            },
            session: row.session_id.zip(row.session_title).map(|(id, title)| Session { id, title }),
            is_outside_programme: row.is_off_programme,
            validated_by: row.validator_name,
            confirmed_by: row.confirmed_by_name,
            comment: row.comment,
            jobs: row.job_codes,
            evidence: evidence.remove(&row.id).unwrap_or_default(),
            validated_at: instant(row.validated_at),
            expires_on: row.expires_on,
            experience: experiences.get(&row.id).copied(),
            supersedes: row.supersedes,
            superseded_by: row.superseded_by,
            revocation: row.revoked_at.zip(row.reason_code).zip(row.reason).map(
                |((at, reason_code), reason)| Revocation { revoked_at: instant(at), reason_code, reason },
            ),
            replies: replies.remove(&row.id).unwrap_or_default(),
        });
    let told: Vec<Validation> = told.collect();
    files.retain(|one| told.iter().any(|entry| entry.id == one.validation));
    Ok((told, files))
}

/// A skill as it was named.
pub fn name(code: i32, label: String, release: i32) -> SkillName {
    SkillName { code: SkillCode(code.unsigned_abs()).to_string(), label, release }
}

/// A place on the common scale.
pub fn common(level: Option<i16>) -> Option<u8> {
    level.and_then(|level| u8::try_from(level).ok())
}

type ByValidation<T> = HashMap<ValidationId, Vec<T>>;

async fn evidence(
    db: &mut PgConnection,
    person: PersonId,
    choice: &Choice,
) -> sqlx::Result<(ByValidation<Evidence>, Vec<EvidenceFile>)> {
    let rows = sqlx::query!(
        r#"SELECT e.validation_id AS "validation: ValidationId", e.id, e.kind, e.title, e.note, e.file_sha256,
                  e.file_id AS "file: FileId"
           FROM validation_evidence e JOIN validation v ON v.id = e.validation_id
           WHERE v.person_id = $1 AND ($2 OR e.visibility = 'shared') ORDER BY e.validation_id, e.position"#,
        person.0,
        choice.tells_all(),
    )
    .fetch_all(db)
    .await?;
    let (mut found, mut files) = (ByValidation::<Evidence>::new(), Vec::new());
    for row in rows {
        let told = found.entry(row.validation).or_default();
        let (validation, place) = (row.validation, told.len());
        files.extend(row.file.map(|file| EvidenceFile { validation, place, id: row.id, file }));
        told.push(Evidence {
            kind: row.kind,
            title: row.title,
            note: row.note,
            sha256: row.file_sha256,
            path: None,
        });
    }
    Ok((found, files))
}

async fn replies(db: &mut PgConnection, person: PersonId) -> sqlx::Result<ByValidation<Reply>> {
    let rows = sqlx::query!(
        r#"SELECT p.validation_id AS "validation: ValidationId", p.text, p.replied_at, p.answer, p.answered_at
           FROM validation_reply p JOIN validation v ON v.id = p.validation_id
           WHERE v.person_id = $1 ORDER BY p.replied_at, p.id"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    let mut found = ByValidation::<Reply>::new();
    for row in rows {
        let said = found.entry(row.validation).or_default();
        said.push(Reply { author: ReplyAuthor::Holder, at: instant(row.replied_at), text: row.text });
        let answer = row.answer.zip(row.answered_at);
        said.extend(answer.map(|(text, at)| Reply {
            author: ReplyAuthor::Organisation,
            at: instant(at),
            text,
        }));
    }
    Ok(found)
}

/// Out of which experience each validation came.
async fn experiences_of(
    db: &mut PgConnection,
    person: PersonId,
) -> sqlx::Result<HashMap<ValidationId, Uuid>> {
    let rows = sqlx::query!(
        r#"SELECT j.validation_id AS "validation!: ValidationId", s.experience_id
           FROM experience e
           JOIN experience_submission s ON s.experience_id = e.id
           JOIN experience_judgement j ON j.submission_id = s.id
           WHERE e.person_id = $1 AND j.validation_id IS NOT NULL"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.validation, row.experience_id)).collect())
}

/// The versions of grids these validations were read from.
pub async fn grids(db: &mut PgConnection, validations: &[Validation]) -> sqlx::Result<Vec<Grid>> {
    let mut used: Vec<(GridId, i32)> =
        validations.iter().filter_map(|one| Some((one.level.grid_id?, one.level.grid_version?))).collect();
    used.sort_unstable();
    used.dedup();
    let (ids, versions): (Vec<Uuid>, Vec<i32>) =
        used.into_iter().map(|(id, version)| (id.0, version)).unzip();
    let rows = sqlx::query!(
        r#"SELECT g.id AS "id: GridId", g.version, g.name, s.name AS step, s.common_level, s.passing
           FROM unnest($1::uuid[], $2::integer[]) AS used (id, version)
           JOIN grid g ON g.id = used.id AND g.version = used.version
           JOIN grid_step s ON s.grid_id = g.id AND s.grid_version = g.version
           ORDER BY g.id, g.version, s.position"#,
        &ids,
        &versions,
    )
    .fetch_all(db)
    .await?;
    let mut grids: Vec<Grid> = Vec::new();
    for row in rows {
        let step =
            GridStep { name: row.step, common_level: common(row.common_level), is_passing: row.passing };
        match grids.last_mut().filter(|grid| (grid.id, grid.version) == (row.id, row.version)) {
            Some(grid) => grid.steps.push(step),
            None => grids.push(Grid { id: row.id, version: row.version, name: row.name, steps: vec![step] }),
        }
    }
    Ok(grids)
}
