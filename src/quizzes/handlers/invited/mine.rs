//! Invitations one received: listed, what to know before one begins, more time, and no.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::{find_own, lock_own};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{CompanyId, QuizInvitationId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::reading::QuizResult;
use crate::quizzes::model::invitation::{InvitationMove, InvitationState, kept_until};
use crate::quizzes::model::notice::{Facts, Notice, SIGNALS, readers};
use crate::quizzes::model::quiz::{Feedback, Settings};
use crate::quizzes::model::taking::clock::ExtraTime;
use crate::quizzes::model::taking::draw::Asks;
use crate::quizzes::model::taking::terms::Terms;
use crate::quizzes::policy;
use crate::quizzes::store::invitations::{self, Invitation, TimeKey};
use crate::quizzes::store::sending;
use crate::quizzes::store::taking::skills::{SkillResult, invited_result};
use crate::quizzes::store::taking::{attempts, drawing, places};

/// An invitation one received, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyQuizInvitation {
    id: QuizInvitationId,
    company_id: CompanyId,
    company_name: String,
    /// What the quiz is called.
    title: String,
    /// What it is for, such as an offer; null: nothing more was said.
    purpose: Option<String>,
    sent_at: DateTime<Utc>,
    /// When it closes.
    closes_at: DateTime<Utc>,
    /// How far it is.
    state: InvitationState,
    /// Whether one may begin now, or go on.
    may_begin: bool,
    /// The result, once published.
    result: Option<QuizResult>,
}

/// What one made of the questions about a skill of the catalogue, which one may put into one's passport.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizSkillResult {
    /// Code of the skill.
    skill: String,
    /// What it was called when the questions were written.
    label: String,
    /// Whole percentage of the points of the questions about it.
    percent: i16,
    /// How many questions were about it.
    questions: i16,
}

impl From<SkillResult> for QuizSkillResult {
    fn from(of: SkillResult) -> Self {
        Self { skill: of.skill.to_string(), label: of.label, percent: of.percent, questions: of.questions }
    }
}

/// What one reads before one begins.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyQuizInvitationNotice {
    #[serde(flatten)]
    invitation: MyQuizInvitation,
    /// What it is about; may be empty.
    description: String,
    /// What to know before one begins; may be empty.
    instructions: String,
    /// Version of the text in force.
    notice_version: &'static str,
    /// The text, in French: that it is optional, what it is for, who reads it, how long it is kept.
    notice_text: &'static str,
    /// Names everything that is shown here: beginning takes it back, and is refused when something else holds by then.
    seen: String,
    /// Who reads the answers and the result, in French.
    readers: String,
    /// The last day on which answers and result are kept.
    kept_until: NaiveDate,
    /// What is counted meanwhile, in French; null: nothing is.
    signals: Option<&'static str>,
    /// The revision of the quiz that is taken.
    revision: i32,
    /// How many questions it asks.
    questions: usize,
    /// How long it lasts, one's own extra time included; null: until it closes.
    seconds: Option<i64>,
    /// What one asked for beyond the others, and has. The company does not see it.
    extra_time: ExtraTime,
    /// From which percentage it is passed; null: nothing is passed or failed.
    pass_percent: Option<i16>,
    /// Share of its points that a wrong answer to a single choice, or to true or false, costs; 0: none.
    negative_percent: i16,
    /// When one sees what was right.
    feedback: Feedback,
    /// Whether whoever grades sees one's name only afterwards.
    hides_names: bool,
    /// What came of it skill by skill, once the result is published; none before.
    skills: Vec<QuizSkillResult>,
}

async fn summary(
    tx: &mut Tx<'_>,
    state: &AppState,
    of: Invitation,
    terms: &Terms,
) -> Result<MyQuizInvitation> {
    let result = match of.attempt.filter(|_| of.state == InvitationState::Published) {
        Some(attempt) => {
            let attempt = attempts::find(&mut **tx, attempt).await?;
            attempt.and_then(|attempt| QuizResult::of(&attempt, terms))
        }
        None => None,
    };
    let now = state.clock.now();
    Ok(MyQuizInvitation {
        id: of.id,
        company_id: of.company,
        may_begin: of.state == InvitationState::Started || policy::ensure_may_answer(&of, now).is_ok(),
        company_name: of.company_name,
        title: of.title,
        purpose: of.purpose,
        sent_at: of.sent_at,
        closes_at: of.closes_at,
        state: of.state,
        result,
    })
}

/// Lists the quizzes companies invited one to, the last sent first.
#[utoipa::path(get, path = "/me/quiz-invitations", tag = "quizzes", params(PageParams),
    responses((status = 200, body = Page<MyQuizInvitation>), Problems))]
pub async fn list_my_quiz_invitations(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<MyQuizInvitation>>> {
    let mut tx = state.pool.begin().await?;
    let limit = page.limit()?;
    let rows = invitations::of_person(&mut *tx, actor.person, page.after()?, i64::from(limit) + 1).await?;
    let cut = Page::cut(rows, limit, |row| TimeKey(row.sent_at, row.id.0));
    let mut items = Vec::with_capacity(cut.items.len());
    for row in cut.items {
        let terms = places::terms(&mut *tx, row.quiz, row.revision.unwrap_or(row.newest)).await?;
        items.push(summary(&mut tx, &state, row, &terms).await?);
    }
    Ok(Json(Page { items, next_cursor: cut.next_cursor }))
}

/// Shows what to know of an invitation before one begins: purpose, duration, who reads the answers, how long they are kept, that it is
/// optional.
#[utoipa::path(get, path = "/me/quiz-invitations/{invitation_id}", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)),
    responses((status = 200, body = MyQuizInvitationNotice), Problems))]
pub async fn get_my_quiz_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
) -> Result<Json<MyQuizInvitationNotice>> {
    let mut tx = state.pool.begin().await?;
    let found = find_own(&mut tx, actor, id).await?;
    Ok(Json(notice(&mut tx, &state, found).await?))
}

/// How many questions an attempt at a revision asks.
async fn count(tx: &mut Tx<'_>, of: &Invitation, revision: i32) -> Result<usize> {
    let items = drawing::items(tx, of.quiz, revision).await?;
    let asked = items.iter().map(|item| match &item.asks {
        Asks::One(_) => 1,
        Asks::Some { count, pool } => (*count).min(pool.len()),
    });
    Ok(asked.sum())
}

/// What came of it skill by skill.
async fn skills(tx: &mut Tx<'_>, of: &Invitation) -> Result<Vec<QuizSkillResult>> {
    let Some(person) = of.person else { return Ok(Vec::new()) };
    let found = invited_result(tx, person, of.id).await?;
    Ok(found.into_iter().flat_map(|result| result.skills).map(QuizSkillResult::from).collect())
}

/// Everything one is told before one begins.
pub async fn notice(tx: &mut Tx<'_>, state: &AppState, of: Invitation) -> Result<MyQuizInvitationNotice> {
    let revision = of.revision.unwrap_or(of.newest);
    let terms = places::terms(&mut **tx, of.quiz, revision).await?;
    let questions = count(tx, &of, revision).await?;
    let Settings { minutes, hides_names, integrity_signals, .. } = terms.settings;
    let seconds = of.extra_time.limit(minutes).map(|limit| limit.num_seconds());
    let kept_until = kept_until(of.closes_at, of.keep_until);
    let facts = Facts {
        invitation: of.id,
        company: &of.company_name,
        title: &of.title,
        purpose: of.purpose.as_deref(),
        revision,
        questions,
        seconds,
        closes_at: of.closes_at,
        kept_until,
        hides_names,
        integrity_signals,
    };
    let (text, extra_time) = (Notice::current(), of.extra_time);
    let skills = skills(tx, &of).await?;
    Ok(MyQuizInvitationNotice {
        seen: text.seen(&facts),
        notice_version: text.version,
        notice_text: text.text,
        readers: readers(&of.company_name, hides_names),
        kept_until,
        signals: integrity_signals.then_some(SIGNALS),
        revision,
        questions,
        seconds,
        extra_time,
        pass_percent: terms.settings.pass_percent,
        negative_percent: terms.settings.negative_percent,
        feedback: terms.settings.feedback,
        hides_names,
        skills,
        description: terms.description.clone(),
        instructions: terms.instructions.clone(),
        invitation: summary(tx, state, of, &terms).await?,
    })
}

impl MyQuizInvitationNotice {
    /// Whether this is what somebody read.
    pub fn is_seen(&self, version: &str, seen: &str) -> bool {
        self.notice_version == version && self.seen == seen
    }
}

/// What one asks for beyond the others. No reason is asked, and there is no place for one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizInvitationAdjustment {
    /// How much more time; `none`: as everybody.
    extra_time: ExtraTime,
}

/// Gives oneself more time before one begins: at once, without a reason, and without the company ever reading it. What is asked for last
/// holds.
#[utoipa::path(put, path = "/me/quiz-invitations/{invitation_id}/adjustment", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)), request_body = QuizInvitationAdjustment,
    responses((status = 200, body = MyQuizInvitationNotice), Problems))]
pub async fn adjust_quiz_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
    Json(asked): Json<QuizInvitationAdjustment>,
) -> Result<Json<MyQuizInvitationNotice>> {
    let mut tx = state.pool.begin().await?;
    let found = lock_own(&mut tx, actor, id).await?;
    found.state.after(InvitationMove::Adjust)?;
    if found.extra_time != asked.extra_time {
        invitations::set_extra_time(&mut tx, id, asked.extra_time).await?;
        // How much is not noted: who reads the trail learns nothing of whoever asked.
        let entry = Entry::new(Event::QuizAdjustmentAsked, state.clock.now(), "quiz_invitation", id.0);
        audit::record(&mut tx, &state.ids, entry.by(actor.person)).await?;
    }
    let found = find_own(&mut tx, actor, id).await?;
    let view = notice(&mut tx, &state, found).await?;
    tx.commit().await?;
    Ok(Json(view))
}

/// Refuses an invitation, or steps back from the quiz while one takes it: what was answered is erased. No reason is asked, and there is no
/// place for one.
#[utoipa::path(post, path = "/me/quiz-invitations/{invitation_id}/withdrawal", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)), responses((status = 204), Problems))]
pub async fn withdraw_quiz_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let found = lock_own(&mut tx, actor, id).await?;
    let now = state.clock.now();
    if !sending::step_back(&mut tx, &state.ids, (&found, InvitationMove::Refuse), now).await? {
        return Err(Error::illegal_state(found.state.as_str()));
    }
    let entry = Entry::new(Event::QuizWithdrawn, now, "quiz_invitation", id.0).by(actor.person);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "from": found.state }))).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
