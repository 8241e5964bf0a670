//! What organisations made of each skill.

use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::super::model::experience::review::Verdict;
use super::super::declared::{Named, stored};
use super::super::validations::skill;
use crate::ids::{ExperienceId, ExperienceSubmissionId, ValidationId};
use crate::platform::db::Tx;

/// A judgement to write.
pub struct NewJudgement<'a> {
    /// The submission it belongs to.
    pub submission: ExperienceSubmissionId,
    /// The skill.
    pub skill: &'a Named<'a>,
    /// What was made of it.
    pub verdict: Verdict,
    /// What was claimed.
    pub claimed: Option<i16>,
    /// What was attested, on the common scale.
    pub common_level: Option<i16>,
    /// The step that was attested.
    pub step_name: Option<&'a str>,
    /// Why it is refused, or otherwise than claimed.
    pub reason: Option<&'a str>,
    /// The entry that attests it.
    pub validation: Option<ValidationId>,
}

/// Writes a judgement.
pub async fn insert(tx: &mut Tx<'_>, new: &NewJudgement<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO experience_judgement (submission_id, skill_code, skill_label, outcome, claimed_level, common_level,
                                           step_name, reason, validation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        new.submission.0,
        stored(new.skill.code),
        new.skill.label,
        new.verdict.as_str(),
        new.claimed,
        new.common_level,
        new.step_name,
        new.reason,
        new.validation.map(|id| id.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A judgement.
pub struct Judgement {
    /// The submission it belongs to.
    pub submission: ExperienceSubmissionId,
    /// The experience.
    pub experience: ExperienceId,
    /// The organisation, by its name when it was chosen.
    pub organisation_name: String,
    /// When it decided.
    pub decided_at: DateTime<Utc>,
    /// The skill.
    pub skill: SkillCode,
    /// Its label that day.
    pub label: String,
    /// What was made of it.
    pub verdict: Verdict,
    /// What was claimed.
    pub claimed: Option<i16>,
    /// What was attested, on the common scale.
    pub common_level: Option<i16>,
    /// The step that was attested.
    pub step_name: Option<String>,
    /// Why it is refused, or otherwise than claimed.
    pub reason: Option<String>,
    /// The entry that attests it.
    pub validation: Option<ValidationId>,
    /// Whether that entry was revoked, or replaced, since.
    pub is_ended: bool,
}

/// What was judged of these experiences, newest decision first.
pub async fn of_experiences(
    db: impl PgExecutor<'_>,
    experiences: &[ExperienceId],
) -> sqlx::Result<Vec<Judgement>> {
    let ids: Vec<Uuid> = experiences.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT j.submission_id AS "submission: ExperienceSubmissionId", s.experience_id AS "experience: ExperienceId",
                  s.organisation_name, s.decided_at AS "decided_at!", j.skill_code, j.skill_label,
                  j.outcome AS "verdict: Verdict", j.claimed_level, j.common_level, j.step_name, j.reason,
                  j.validation_id AS "validation: ValidationId",
                  EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = j.validation_id) AS "is_ended!"
           FROM experience_judgement j JOIN experience_submission s ON s.id = j.submission_id
           WHERE s.experience_id = ANY($1)
           ORDER BY s.decided_at DESC, s.id DESC, j.skill_code"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    let judgements = rows.into_iter().map(|row| Judgement {
        submission: row.submission,
        experience: row.experience,
        organisation_name: row.organisation_name,
        decided_at: row.decided_at,
        skill: skill(row.skill_code),
        label: row.skill_label,
        verdict: row.verdict,
        claimed: row.claimed_level,
        common_level: row.common_level,
        step_name: row.step_name,
        reason: row.reason,
        validation: row.validation,
        is_ended: row.is_ended,
    });
    Ok(judgements.collect())
}
