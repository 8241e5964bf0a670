//! Results of quizzes of companies in one's passport: put there by oneself alone, as evidence of what one declares, never a validation.

use axum::extract::State;
use axum::http::StatusCode;
use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::super::store::quiz_evidence::{self, Row, TimeKey};
use crate::actor::Actor;
use crate::catalog::Catalog;
use crate::events::Event;
use crate::ids::{EvidenceId, QuizInvitationId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::quizzes::{self, QuizInvitationState};

/// A result of a company's quiz in one's passport. Said by the person: no organisation stands behind it.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizEvidence {
    id: EvidenceId,
    /// Of which invitation; what was answered there goes after three months.
    invitation_id: QuizInvitationId,
    /// Code of the skill.
    skill: String,
    /// What it was called then.
    skill_label: String,
    /// What the quiz was called.
    quiz_title: String,
    /// Who asked.
    company_name: String,
    /// Whole percentage of the points of the questions about this skill.
    percent: i16,
    /// How many questions were about it.
    questions: i16,
    /// When the quiz was taken.
    taken_at: DateTime<Utc>,
    /// When it was put here.
    proposed_at: DateTime<Utc>,
}

impl From<Row> for QuizEvidence {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            invitation_id: row.invitation,
            skill: SkillCode(row.skill_code.unsigned_abs()).to_string(),
            skill_label: row.skill_label,
            quiz_title: row.quiz_title,
            company_name: row.company_name,
            percent: row.percent,
            questions: row.questions,
            taken_at: row.taken_at,
            proposed_at: row.proposed_at,
        }
    }
}

/// Which skill a result is put in evidence for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizResultProposal {
    /// Code of a skill that questions of the quiz were about.
    skill: String,
}

/// Puts the published result of a company's quiz into one's passport, as evidence for one skill its questions were about. Nobody but
/// whoever took it can. Put there before, it is given back as it is (200).
#[utoipa::path(post, path = "/me/quiz-invitations/{invitation_id}/proposal", tag = "passport",
    params(("invitation_id" = QuizInvitationId, Path)), request_body = QuizResultProposal,
    responses((status = 201, body = QuizEvidence), (status = 200, body = QuizEvidence), Problems))]
pub async fn propose_quiz_result(
    State(state): State<AppState>,
    actor: Actor,
    Path(invitation): Path<QuizInvitationId>,
    Json(proposal): Json<QuizResultProposal>,
) -> Result<(StatusCode, Json<QuizEvidence>)> {
    let mut tx = state.pool.begin().await?;
    let unknown = || {
        Error::field("/skill", "unknown_skill", "Aucune question de ce test ne porte sur cette compétence.")
    };
    let skill = proposal.skill.trim().parse::<SkillCode>().ok();
    if let Some(skill) = skill
        && let Some(there) = quiz_evidence::of_skill(&mut *tx, actor.person, (invitation, skill)).await?
    {
        return Ok((StatusCode::OK, Json(there.into())));
    }
    let found = quizzes::invited_result(&mut tx, actor.person, invitation).await?;
    let result = found.ok_or_else(Error::not_found)?;
    let (QuizInvitationState::Published, Some(taken_at)) = (result.state, result.taken_at) else {
        return Err(Error::illegal_state(result.state.as_str()));
    };
    let of_skill = result.skills.iter().find(|one| Some(one.skill) == skill).ok_or_else(unknown)?;
    let catalog = state.part::<Catalog>().snapshot();
    let row = Row {
        id: state.ids.ordered(),
        invitation,
        skill_code: of_skill.skill.0.cast_signed(),
        skill_label: of_skill.label.clone(),
        rome_release: catalog.release().map_or(0, |card| card.release.version),
        quiz_title: result.quiz_title,
        company_name: result.company_name,
        percent: of_skill.percent,
        questions: of_skill.questions,
        taken_at,
        proposed_at: state.clock.now(),
    };
    if !quiz_evidence::insert(&mut tx, actor.person, &row).await? {
        // Another tab was faster.
        let there = quiz_evidence::of_skill(&mut *tx, actor.person, (invitation, of_skill.skill)).await?;
        return Ok((StatusCode::OK, Json(there.ok_or_else(Error::not_found)?.into())));
    }
    let entry = Entry::new(Event::QuizResultProposed, state.clock.now(), "quiz_evidence", row.id.0);
    let told = json!({ "invitation_id": invitation, "skill": of_skill.skill.to_string() });
    audit::record(&mut tx, &state.ids, entry.by(actor.person).change(None, told)).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(row.into())))
}

/// Which results.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuizEvidence {
    /// For this skill only.
    skill: Option<String>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Lists the results of companies' quizzes in one's passport, the last put there first.
#[utoipa::path(get, path = "/me/quiz-evidence", tag = "passport", params(ListQuizEvidence),
    responses((status = 200, body = Page<QuizEvidence>), Problems))]
pub async fn list_quiz_evidence(
    State(state): State<AppState>,
    actor: Actor,
    Query(query): Query<ListQuizEvidence>,
) -> Result<Json<Page<QuizEvidence>>> {
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let skill = query.skill.as_deref().map(|text| {
        let unknown =
            || Error::field("/skill", "unknown_skill", "Cette compétence n’existe pas au référentiel.");
        text.parse::<SkillCode>().map_err(|_| unknown())
    });
    let skill = skill.transpose()?;
    let wanted = i64::from(limit) + 1;
    let rows = quiz_evidence::list(&state.pool, actor.person, skill, page.after()?, wanted).await?;
    let key = |row: &Row| TimeKey(row.proposed_at, row.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(QuizEvidence::from)))
}

/// Takes a result out of one's passport. It can be put there again while what was answered is kept.
#[utoipa::path(delete, path = "/me/quiz-evidence/{evidence_id}", tag = "passport",
    params(("evidence_id" = EvidenceId, Path)), responses((status = 204), Problems))]
pub async fn remove_quiz_evidence(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<EvidenceId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    if !quiz_evidence::delete(&mut tx, actor.person, id).await? {
        return Err(Error::not_found());
    }
    let entry = Entry::new(Event::QuizResultTakenOut, state.clock.now(), "quiz_evidence", id.0);
    audit::record(&mut tx, &state.ids, entry.by(actor.person)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
