//! Experiences as they are exported, and the files that prove them.

use std::collections::HashMap;

use carnet_index::SkillCode;
use chrono::NaiveDate;
use sqlx::PgConnection;
use uuid::Uuid;

use super::gather::{common, name};
use crate::ids::{FileId, PersonId, ValidationId};
use crate::passport::model::export::{
    Choice, Experience, ExperienceClaim, ExperienceProof, Judgement, Submission, SubmissionStep,
};
use crate::passport::store::validations::skill;
use crate::platform::seal::{hex, instant};

/// A file that may go with an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredProof {
    /// The proof.
    pub id: Uuid,
    /// The file: the original, or the copy that others see.
    pub file: FileId,
}

/// The experiences that are chosen, the oldest first, and the files of theirs that whoever it is for may have: the person
/// themself the originals, others the copies where zones are masked. What an organisation proposed and the person did not accept
/// is none of theirs.
pub async fn experiences(
    db: &mut PgConnection,
    person: PersonId,
    choice: &Choice,
) -> sqlx::Result<(Vec<Experience>, Vec<StoredProof>)> {
    let mut claims = claims(&mut *db, person).await?;
    let mut jobs = jobs(&mut *db, person).await?;
    let mut proofs = proofs(&mut *db, person, choice.tells_all()).await?;
    let mut submissions = submissions(&mut *db, person).await?;
    let rows = sqlx::query!(
        "SELECT id, status, title, organisation_name, place, started_on, ended_on, description, expires_on, created_at
         FROM experience WHERE person_id = $1 AND status <> 'proposed' AND ($2 OR status <> 'draft')
         ORDER BY created_at, id",
        person.0,
        choice.tells_all(),
    )
    .fetch_all(db)
    .await?;
    let (mut told, mut files) = (Vec::new(), Vec::new());
    for row in rows {
        let claims = claims.remove(&row.id).unwrap_or_default();
        if !is_chosen(choice, &claims, (row.started_on, row.ended_on)) {
            continue;
        }
        let (proofs, stored) = proofs.remove(&row.id).unwrap_or_default();
        files.extend(stored);
        told.push(Experience {
            id: row.id,
            status: row.status,
            title: row.title,
            organisation: row.organisation_name,
            place: row.place,
            started_on: row.started_on,
            ended_on: row.ended_on,
            description: row.description,
            expires_on: row.expires_on,
            created_at: instant(row.created_at),
            claims: claims.into_iter().map(|(_, claim)| claim).collect(),
            jobs: jobs.remove(&row.id).unwrap_or_default(),
            proofs,
            submissions: submissions.remove(&row.id).unwrap_or_default(),
        });
    }
    Ok((told, files))
}

type Claims = Vec<(SkillCode, ExperienceClaim)>;

/// One without claims goes with the whole of what is claimed, not with single skills.
fn is_chosen(choice: &Choice, claims: &Claims, days: (Option<NaiveDate>, Option<NaiveDate>)) -> bool {
    let is_claimed = choice.skills.is_empty() || claims.iter().any(|(code, _)| choice.has_skill(*code));
    is_claimed && choice.has_days(days.0, days.1)
}

async fn claims(db: &mut PgConnection, person: PersonId) -> sqlx::Result<HashMap<Uuid, Claims>> {
    let rows = sqlx::query!(
        "SELECT k.experience_id, k.skill_code, k.level, k.skill_label, k.rome_release
         FROM experience_skill k JOIN experience e ON e.id = k.experience_id
         WHERE e.person_id = $1 ORDER BY k.experience_id, k.skill_code",
        person.0,
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Claims> = HashMap::new();
    for row in rows {
        let level = common(Some(row.level)).unwrap_or_default();
        let claim = ExperienceClaim { skill: name(row.skill_code, row.skill_label, row.rome_release), level };
        found.entry(row.experience_id).or_default().push((skill(row.skill_code), claim));
    }
    Ok(found)
}

async fn jobs(db: &mut PgConnection, person: PersonId) -> sqlx::Result<HashMap<Uuid, Vec<String>>> {
    let rows = sqlx::query!(
        "SELECT j.experience_id, j.job_code FROM experience_job j JOIN experience e ON e.id = j.experience_id
         WHERE e.person_id = $1 ORDER BY j.experience_id, j.job_code",
        person.0,
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in rows {
        found.entry(row.experience_id).or_default().push(row.job_code);
    }
    Ok(found)
}

type Proofs = (Vec<ExperienceProof>, Vec<StoredProof>);

async fn proofs(
    db: &mut PgConnection,
    person: PersonId,
    is_for_holder: bool,
) -> sqlx::Result<HashMap<Uuid, Proofs>> {
    let rows = sqlx::query!(
        r#"SELECT p.id, p.experience_id, p.file_id AS "file: FileId", p.name, p.media_type, p.bytes, p.sha256, p.added_at,
                  p.removed_at, p.mask, p.copy_file_id AS "copy: FileId", p.copy_sha256
           FROM experience_proof p JOIN experience e ON e.id = p.experience_id
           WHERE e.person_id = $1 ORDER BY p.experience_id, p.added_at, p.id"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Proofs> = HashMap::new();
    for row in rows {
        let (told, stored) = found.entry(row.experience_id).or_default();
        // Others see the original only where nothing of it is masked.
        let file = match (is_for_holder, row.mask.as_str()) {
            (true, _) | (false, "none") => row.file,
            (false, _) => row.copy,
        };
        stored.extend(file.map(|file| StoredProof { id: row.id, file }));
        told.push(ExperienceProof {
            id: row.id,
            name: row.name,
            media_type: row.media_type,
            bytes: row.bytes,
            sha256: hex(&row.sha256),
            copy_sha256: row.copy_sha256.as_deref().map(hex),
            added_at: instant(row.added_at),
            removed_at: row.removed_at.map(instant),
            path: None,
        });
    }
    Ok(found)
}

async fn submissions(
    db: &mut PgConnection,
    person: PersonId,
) -> sqlx::Result<HashMap<Uuid, Vec<Submission>>> {
    let mut judgements = judgements(&mut *db, person).await?;
    let mut steps = steps(&mut *db, person).await?;
    let rows = sqlx::query!(
        "SELECT s.id, s.experience_id, s.organisation_name, s.status, s.submitted_at, s.decided_at, s.decided_by_name,
                s.proofs_judgement, s.proofs_reason, s.refusal, s.decision_text
         FROM experience_submission s JOIN experience e ON e.id = s.experience_id
         WHERE e.person_id = $1 ORDER BY s.experience_id, s.submitted_at, s.id",
        person.0,
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Submission>> = HashMap::new();
    for row in rows {
        found.entry(row.experience_id).or_default().push(Submission {
            organisation: row.organisation_name,
            status: row.status,
            submitted_at: instant(row.submitted_at),
            decided_at: row.decided_at.map(instant),
            decided_by: row.decided_by_name,
            proofs_judgement: row.proofs_judgement,
            proofs_reason: row.proofs_reason,
            refusal: row.refusal,
            text: row.decision_text,
            judgements: judgements.remove(&row.id).unwrap_or_default(),
            steps: steps.remove(&row.id).unwrap_or_default(),
        });
    }
    Ok(found)
}

async fn judgements(db: &mut PgConnection, person: PersonId) -> sqlx::Result<HashMap<Uuid, Vec<Judgement>>> {
    let rows = sqlx::query!(
        r#"SELECT j.submission_id, j.skill_code, j.skill_label, j.outcome, j.claimed_level, j.common_level, j.step_name,
                  j.reason, j.validation_id AS "validation: ValidationId"
           FROM experience_judgement j
           JOIN experience_submission s ON s.id = j.submission_id
           JOIN experience e ON e.id = s.experience_id
           WHERE e.person_id = $1 ORDER BY j.submission_id, j.skill_code"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Judgement>> = HashMap::new();
    for row in rows {
        found.entry(row.submission_id).or_default().push(Judgement {
            skill: skill(row.skill_code).to_string(),
            label: row.skill_label,
            outcome: row.outcome,
            claimed_level: common(row.claimed_level),
            level: common(row.common_level),
            step_name: row.step_name,
            reason: row.reason,
            validation: row.validation,
        });
    }
    Ok(found)
}

async fn steps(db: &mut PgConnection, person: PersonId) -> sqlx::Result<HashMap<Uuid, Vec<SubmissionStep>>> {
    let rows = sqlx::query!(
        "SELECT t.submission_id, t.kind, t.at, t.text
         FROM experience_step t
         JOIN experience_submission s ON s.id = t.submission_id
         JOIN experience e ON e.id = s.experience_id
         WHERE e.person_id = $1 ORDER BY t.submission_id, t.at, t.id",
        person.0,
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<SubmissionStep>> = HashMap::new();
    for row in rows {
        let step = SubmissionStep { at: instant(row.at), kind: row.kind, text: row.text };
        found.entry(row.submission_id).or_default().push(step);
    }
    Ok(found)
}
