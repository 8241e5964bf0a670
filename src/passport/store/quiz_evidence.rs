//! Results of quizzes of companies that a person put into their passport.

use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::declared::stored;
use crate::ids::{EvidenceId, PersonId, QuizInvitationId};
use crate::platform::db::Tx;

/// Where a page of [`list`] starts: after this time and id.
#[derive(Deserialize, Serialize)]
pub struct TimeKey(pub DateTime<Utc>, pub Uuid);

/// A result in a passport, as it was the day it was put there.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: EvidenceId,
    /// Of which invitation.
    pub invitation: QuizInvitationId,
    /// The skill, as it is stored.
    pub skill_code: i32,
    /// What it was called.
    pub skill_label: String,
    /// In which release of the catalogue.
    pub rome_release: i32,
    /// What the quiz was called.
    pub quiz_title: String,
    /// Who asked.
    pub company_name: String,
    /// Whole percentage of the points of the questions about the skill.
    pub percent: i16,
    /// How many questions were about it.
    pub questions: i16,
    /// When the quiz was taken.
    pub taken_at: DateTime<Utc>,
    /// When the person put it there.
    pub proposed_at: DateTime<Utc>,
}

/// What a person put into their passport, the last put first; of one skill, or one of them.
pub async fn list(
    db: impl PgExecutor<'_>,
    person: PersonId,
    skill: Option<SkillCode>,
    before: Option<TimeKey>,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    let (at, id) = before.map_or((None, None), |TimeKey(at, id)| (Some(at), Some(id)));
    sqlx::query_as!(
        Row,
        r#"SELECT id AS "id: EvidenceId", invitation_id AS "invitation: QuizInvitationId", skill_code, skill_label,
                  rome_release, quiz_title, company_name, percent, questions, taken_at, proposed_at
           FROM quiz_evidence
           WHERE person_id = $1 AND ($2::integer IS NULL OR skill_code = $2)
             AND ($3::timestamptz IS NULL OR (proposed_at, id) < ($3, $4))
           ORDER BY proposed_at DESC, id DESC LIMIT $5"#,
        person.0,
        skill.map(stored),
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// The one of this invitation and skill.
pub async fn of_skill(
    db: impl PgExecutor<'_>,
    person: PersonId,
    (invitation, skill): (QuizInvitationId, SkillCode),
) -> sqlx::Result<Option<Row>> {
    sqlx::query_as!(
        Row,
        r#"SELECT id AS "id: EvidenceId", invitation_id AS "invitation: QuizInvitationId", skill_code, skill_label,
                  rome_release, quiz_title, company_name, percent, questions, taken_at, proposed_at
           FROM quiz_evidence WHERE person_id = $1 AND invitation_id = $2 AND skill_code = $3"#,
        person.0,
        invitation.0,
        stored(skill),
    )
    .fetch_optional(db)
    .await
}

/// Puts a result into a passport; false when it is there.
pub async fn insert(tx: &mut Tx<'_>, person: PersonId, row: &Row) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO quiz_evidence (id, person_id, invitation_id, skill_code, skill_label, rome_release, quiz_title, company_name,
                                    percent, questions, taken_at, proposed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT ON CONSTRAINT quiz_evidence_once DO NOTHING",
        row.id.0,
        person.0,
        row.invitation.0,
        row.skill_code,
        row.skill_label,
        row.rome_release,
        row.quiz_title,
        row.company_name,
        row.percent,
        row.questions,
        row.taken_at,
        row.proposed_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a result out of a passport; false when there is none.
pub async fn delete(tx: &mut Tx<'_>, person: PersonId, id: EvidenceId) -> sqlx::Result<bool> {
    let done = sqlx::query!("DELETE FROM quiz_evidence WHERE id = $1 AND person_id = $2", id.0, person.0)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}
