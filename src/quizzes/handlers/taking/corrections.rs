//! Regrading after a corrected key: what it would change is shown first, and then done exactly so.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::copies::takers;
use super::correcting::{Change, Plan, plan};
use super::{Admitted, OfQuiz, note_place, read, telling, write};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{
    EnrolmentId, OrganisationId, PersonId, QuestionId, QuizCorrectionId, QuizInvitationId, SessionQuizId,
    TrainingSessionId,
};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, Path, Problems, Result, texts};
use crate::platform::seal::sha256;
use crate::platform::state::AppState;
use crate::quizzes::model::question::Points;
use crate::quizzes::model::taking::place::{PlaceId, Taker};
use crate::quizzes::model::taking::state::{AttemptState, Move};
use crate::quizzes::policy;
use crate::quizzes::store::taking::corrections::{self, Correction, Line};
use crate::quizzes::store::taking::{answers, attempts};

/// Which key corrects which question.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizCorrectionQuestion {
    /// The question.
    question_id: QuestionId,
    /// Its version that holds the right key: newer than what was asked.
    number: i32,
}

/// Whose points a correction changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizCorrectionLine {
    /// Who takes part; null while names are hidden and the attempt is not graded, and of a company's quiz.
    enrolment_id: Option<EnrolmentId>,
    /// Who was invited; left out while names are hidden and the attempt is not graded, and of a quiz of a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation_id: Option<QuizInvitationId>,
    first_name: Option<String>,
    last_name: Option<String>,
    /// How far the attempt is.
    state: AttemptState,
    /// Points of the question before.
    before_points: Points,
    /// Points of the question afterwards.
    after_points: Points,
    /// Percentage of the attempt before; null while it is not graded.
    before_percent: Option<i16>,
    /// Percentage afterwards.
    after_percent: Option<i16>,
}

/// What a correction would change.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizCorrectionPreview {
    /// The question.
    question_id: QuestionId,
    /// The version that scores it.
    number: i32,
    /// The versions that were asked.
    from_numbers: Vec<i32>,
    /// Attempts that were asked it and are handed in.
    attempts: usize,
    /// Those whose points change, by name; nameless ones last.
    lines: Vec<QuizCorrectionLine>,
    /// Names what is shown: applying takes it back, and is refused when something else would happen meanwhile.
    seen: String,
}

fn points(hundredths: i32) -> Points {
    Points::of_hundredths(hundredths)
}

fn preview(of: (QuestionId, i32), plan: &Plan, people: &[Taker], hidden: &[bool]) -> QuizCorrectionPreview {
    let line = |(change, hidden): (&Change, &bool)| {
        let author = people.iter().find(|person| person.id == change.attempt.taker && !hidden);
        QuizCorrectionLine {
            enrolment_id: author.and_then(|_| change.attempt.enrolment()),
            invitation_id: author.and(change.attempt.invitation),
            first_name: author.map(|person| person.first_name.clone()),
            last_name: author.map(|person| person.last_name.clone()),
            state: change.attempt.state,
            before_points: points(change.line.before_points),
            after_points: points(change.line.after_points),
            before_percent: change.line.before_percent,
            after_percent: change.line.after_percent,
        }
    };
    let mut lines: Vec<_> = plan.changes.iter().zip(hidden).map(line).collect();
    let name = |line: &QuizCorrectionLine| {
        let named = line.last_name.as_deref().zip(line.first_name.as_deref());
        (named.is_none(), named.map(|(last, first)| (last.to_lowercase(), first.to_lowercase())))
    };
    lines.sort_by_key(name);
    QuizCorrectionPreview {
        question_id: of.0,
        number: of.1,
        from_numbers: plan.from.clone(),
        attempts: plan.looked_at,
        lines,
        seen: fingerprint(of, plan),
    }
}

/// Of what a correction does: the same as long as it does the same.
fn fingerprint(of: (QuestionId, i32), plan: &Plan) -> String {
    let mut lines: Vec<&Line> = plan.changes.iter().map(|change| &change.line).collect();
    lines.sort_by_key(|line| line.attempt);
    sha256(format!("{} {} {:?} {lines:?}", of.0, of.1, plan.from))
}

/// What would happen, and how it is shown.
async fn look(
    tx: &mut Tx<'_>,
    (place, people): (PlaceId, &[Taker]),
    of: (QuestionId, i32),
) -> Result<(Plan, QuizCorrectionPreview)> {
    let plan = plan(tx, place, of).await?;
    let mut hidden = Vec::with_capacity(plan.changes.len());
    let known = super::results::known(tx, place).await?;
    for change in &plan.changes {
        let found = known.iter().find(|known| known.attempt.id == change.attempt.id);
        hidden.push(found.is_some_and(|known| super::results::is_hidden(&known.terms, known.attempt.state)));
    }
    let shown = preview(of, &plan, people, &hidden);
    Ok((plan, shown))
}

/// What a corrected key would change at a quiz.
pub async fn preview_of(
    tx: &mut Tx<'_>,
    at: (PlaceId, &[Taker]),
    question: &QuizCorrectionQuestion,
) -> Result<QuizCorrectionPreview> {
    Ok(look(tx, at, (question.question_id, question.number)).await?.1)
}

/// Shows what a corrected key would change, before and afterwards. Nothing is changed.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/correction-preview",
    tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    request_body = QuizCorrectionQuestion, responses((status = 200, body = QuizCorrectionPreview), Problems))]
pub async fn preview_quiz_correction(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
    Json(question): Json<QuizCorrectionQuestion>,
) -> Result<Json<QuizCorrectionPreview>> {
    let Admitted { mut tx, place, .. } = read(&state, actor, of, policy::may_grade).await?;
    let people = takers(&mut tx, place.session).await?;
    Ok(Json(preview_of(&mut tx, (place.id.into(), &people), &question).await?))
}

/// A correction to apply.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizCorrectionDraft {
    /// The question.
    question_id: QuestionId,
    /// Its version that holds the right key.
    number: i32,
    /// Why, 3 to 500 characters; those whose result changes read it.
    reason: String,
    /// `seen` of the preview.
    seen: String,
}

/// A correction.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuizCorrection)]
pub struct CorrectionView {
    id: QuizCorrectionId,
    /// The question.
    question_id: QuestionId,
    /// The version that was asked.
    from_number: i32,
    /// The version that scores it.
    to_number: i32,
    /// Why.
    reason: String,
    applied_at: DateTime<Utc>,
    /// By whom; null once the account is gone.
    applied_by: Option<String>,
    /// How many attempts it changed.
    changed: i64,
}

impl From<Correction> for CorrectionView {
    fn from(correction: Correction) -> Self {
        Self {
            id: correction.id,
            question_id: correction.question,
            from_number: correction.from_number,
            to_number: correction.to_number,
            reason: correction.reason,
            applied_at: correction.applied_at,
            applied_by: correction.applied_by,
            changed: correction.changed,
        }
    }
}

/// Lists the corrections that were applied to a quiz, the newest first, on one page.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/corrections", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    responses((status = 200, body = Page<CorrectionView>), Problems))]
pub async fn list_quiz_corrections(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
) -> Result<Json<Page<CorrectionView>>> {
    let Admitted { mut tx, place, .. } = read(&state, actor, of, policy::may_see_results).await?;
    Ok(Json(list(&mut tx, place.id.into()).await?))
}

/// The corrections that were applied to a quiz.
pub async fn list(tx: &mut Tx<'_>, place: PlaceId) -> Result<Page<CorrectionView>> {
    let rows = corrections::list(&mut **tx, place).await?;
    Ok(Page::whole(rows.into_iter().map(CorrectionView::from).collect()))
}

/// Applies a corrected key: every attempt that was asked an older version is scored with it, those that are handed in later too.
/// Whoever had seen another result is told. Refused with what would happen now when that is not what was shown (412).
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/corrections", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    request_body = QuizCorrectionDraft, responses((status = 201, body = QuizCorrectionPreview), Problems))]
pub async fn apply_quiz_correction(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
    Json(draft): Json<QuizCorrectionDraft>,
) -> Result<(StatusCode, Json<QuizCorrectionPreview>)> {
    let Admitted { mut tx, place, .. } = write(&state, actor, of, policy::may_grade).await?;
    let people = takers(&mut tx, place.session).await?;
    let at = (place.id.into(), &people[..], place.title.as_str());
    let (shown, told) = apply(&mut tx, &state, at, (actor.person, &draft)).await?;
    note_place(&mut tx, &state, (&place, Some(actor.person)), (Event::QuizCorrected, told)).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(shown)))
}

/// Applies a corrected key at a quiz; what was shown of it, and what the audit trail says of it.
pub async fn apply(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, people, title): (PlaceId, &[Taker], &str),
    (by, draft): (PersonId, &QuizCorrectionDraft),
) -> Result<(QuizCorrectionPreview, Value)> {
    let reason = texts::line("/reason", &draft.reason, 3..=500);
    let reason = reason.map_err(|fault| Error::Invalid(vec![fault]))?;
    // Whoever scores an attempt waits from here on, and sees the correction.
    corrections::lock(tx, place).await?;
    let (plan, shown) = look(tx, (place, people), (draft.question_id, draft.number)).await?;
    if draft.seen != shown.seen {
        return Err(Error::Stale(serde_json::to_value(&shown).map_err(anyhow::Error::from)?));
    }
    let now = state.clock.now();
    for from_number in &plan.from {
        let correction = Correction {
            id: state.ids.ordered(),
            question: draft.question_id,
            from_number: *from_number,
            to_number: draft.number,
            reason: reason.clone(),
            applied_at: now,
            applied_by: None,
            changed: 0,
        };
        corrections::insert(tx, place, &correction, by).await?;
        let of_version: Vec<&Change> =
            plan.changes.iter().filter(|change| change.asked == *from_number).collect();
        let lines: Vec<Line> = of_version.iter().map(|change| change.line).collect();
        corrections::insert_lines(tx, correction.id, &lines).await?;
    }
    for change in &plan.changes {
        apply_one(tx, state, title, change).await?;
    }
    let told = json!({
        "question_id": draft.question_id, "from": plan.from, "to": draft.number, "changed": plan.changes.len(),
    });
    Ok((shown, told))
}

/// Writes the new points of an answer and the new result of its attempt, and tells whoever had seen another one.
async fn apply_one(tx: &mut Tx<'_>, state: &AppState, title: &str, change: &Change) -> Result<()> {
    let id = change.attempt.id;
    let before = attempts::lock(tx, id).await?.ok_or_else(Error::not_found)?;
    let reached = before.state.after(Move::Regrade)?;
    answers::write_scores(tx, id, &[(change.position, Some(change.scored))]).await?;
    if let Some(total) = change.total {
        attempts::set_result(tx, id, reached, total, state.clock.now()).await?;
        let after = attempts::find(&mut **tx, id).await?.ok_or_else(Error::not_found)?;
        telling::changed(tx, state, (&before, &after), title).await?;
    }
    Ok(())
}
