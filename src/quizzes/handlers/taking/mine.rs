//! The quizzes one is invited to, what to know before one begins, and asking for more time.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::note_place;
use super::reading::QuizResult;
use super::starting::left;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, QuizAttemptId, QuizId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::quiz::{Feedback, Grading};
use crate::quizzes::model::taking::clock::ExtraTime;
use crate::quizzes::model::taking::draw::Asks;
use crate::quizzes::model::taking::place::{Own, Place};
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::model::taking::terms::{Counted, Terms, counted};
use crate::quizzes::policy;
use crate::quizzes::store::taking::adjustments::{self, Adjustment};
use crate::quizzes::store::taking::attempts::{self, Attempt};
use crate::quizzes::store::taking::retention::kept_until;
use crate::quizzes::store::taking::{drawing, places};
use crate::sessions::QuizPurpose;

/// A quiz one takes, or took, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyQuizSummary {
    /// The quiz of the session.
    id: SessionQuizId,
    session_id: TrainingSessionId,
    session_title: String,
    organisation_id: OrganisationId,
    organisation_name: String,
    title: String,
    /// What it is for.
    purpose: QuizPurpose,
    /// When it opens; null: at once.
    opens_at: Option<DateTime<Utc>>,
    /// When it closes.
    closes_at: DateTime<Utc>,
    /// How far the last attempt is; `invited` before the first.
    state: AttemptState,
    /// The last attempt.
    attempt_id: Option<QuizAttemptId>,
    /// Attempts that are left.
    attempts_left: i32,
    /// Whether one may begin now, or go on.
    may_begin: bool,
    /// The percentage that counts, of the attempts that are published.
    percent: Option<i16>,
    /// Whether that is enough; null where nothing is passed or failed.
    is_passed: Option<bool>,
}

/// An attempt of one's own, in the notice.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyAttemptSummary {
    id: QuizAttemptId,
    number: i32,
    state: AttemptState,
    started_at: Option<DateTime<Utc>>,
    submitted_at: Option<DateTime<Utc>>,
    /// When it ends, while it runs.
    deadline: Option<DateTime<Utc>>,
    /// Its result, once published.
    result: Option<QuizResult>,
}

/// What one reads before one begins.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyQuizNotice {
    #[serde(flatten)]
    quiz: MyQuizSummary,
    /// What it is about; may be empty.
    description: String,
    /// What to know before one begins; may be empty.
    instructions: String,
    /// What it is for, in French.
    purpose_text: &'static str,
    /// Who reads the answers and the result, in French.
    readers: String,
    /// The last day on which answers and results are kept.
    kept_until: NaiveDate,
    /// What one may do otherwise, in French.
    choice: &'static str,
    /// How many questions it asks.
    questions: usize,
    /// How long an attempt lasts, one's own extra time included; null: until it closes.
    seconds: Option<i64>,
    /// Which of several attempts counts.
    grading: Grading,
    /// From which percentage it is passed; null: nothing is passed or failed.
    pass_percent: Option<i16>,
    /// Share of its points that a wrong answer to a single choice, or to true or false, costs; 0: none.
    negative_percent: i16,
    /// When one sees what was right.
    feedback: Feedback,
    /// Whether whoever grades sees one's name only afterwards.
    hides_names: bool,
    /// What one asked for beyond the others, and was not decided yet.
    asked_time: Option<ExtraTime>,
    /// One's own attempts.
    attempts: Vec<MyAttemptSummary>,
}

const fn purpose_text(purpose: QuizPurpose) -> &'static str {
    match purpose {
        QuizPurpose::Positioning => {
            "Situer votre niveau avant la formation, pour adapter ce qui vous est proposé."
        }
        QuizPurpose::Assessment => "Évaluer ce que vous avez acquis pendant la formation.",
    }
}

const CHOICE: &str = "Vous pouvez vous retirer avant de commencer ou en cours de route\u{a0}: vos réponses sont alors effacées, \
                      et la tentative est comptée.";

fn readers(place: &Place, hides_names: bool) -> String {
    let names = if hides_names { " Les copies sont corrigées sans votre nom." } else { "" };
    format!(
        "Les formateurs de la session et les responsables de l’organisme {}, et personne d’autre.{names}",
        place.organisation_name
    )
}

/// The result that counts among published attempts.
pub fn counting(terms: &Terms, attempts: &[&Attempt]) -> Option<Counted<QuizAttemptId>> {
    let published = attempts.iter().filter(|attempt| attempt.state == AttemptState::Published);
    let results: Vec<_> = published
        .filter_map(|attempt| Some(Counted { attempt: attempt.id, percent: attempt.percent? }))
        .collect();
    counted(terms.settings.grading, &results)
}

fn summary(
    place: &Place,
    own: &Own,
    terms: &Terms,
    (adjustment, attempts): (&Adjustment, &[&Attempt]),
    now: DateTime<Utc>,
) -> MyQuizSummary {
    let last = attempts.last();
    let attempts_left = left(terms, adjustment, attempts.len());
    let runs = attempts.iter().any(|attempt| attempt.state == AttemptState::Started);
    let result = counting(terms, attempts);
    MyQuizSummary {
        id: place.id,
        session_id: place.session,
        session_title: place.session_title.clone(),
        organisation_id: place.organisation,
        organisation_name: place.organisation_name.clone(),
        title: place.title.clone(),
        purpose: place.purpose,
        opens_at: place.opens_at,
        closes_at: place.closing,
        state: last.map_or(AttemptState::Invited, |attempt| attempt.state),
        attempt_id: last.map(|attempt| attempt.id),
        attempts_left,
        may_begin: runs || (attempts_left > 0 && policy::ensure_may_begin(place, own, now).is_ok()),
        percent: result.map(|result| result.percent),
        is_passed: result.and_then(|result| terms.is_passed(result.percent)),
    }
}

/// Lists the quizzes of the sessions in which one takes part, those that close first before the others, on one page.
#[utoipa::path(get, path = "/me/quizzes", tag = "quizzes", responses((status = 200, body = Page<MyQuizSummary>), Problems))]
pub async fn list_my_quizzes(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<Page<MyQuizSummary>>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let own = places::own(&mut *tx, actor.person, None).await?;
    let ids: Vec<SessionQuizId> = own.iter().map(|own| own.place).collect();
    let mut terms: HashMap<(QuizId, i32), Terms> = HashMap::new();
    let mut items = Vec::with_capacity(ids.len());
    for place in places::list(&mut *tx, &ids).await? {
        let (Some(asks), Some(own)) = (place.asks(), own.iter().find(|own| own.place == place.id)) else {
            continue;
        };
        let attempts = attempts::list(&mut *tx, place.id.into(), Some(own.enrolment.into())).await?;
        let adjustment = adjustments::find(&mut *tx, place.id, own.enrolment).await?;
        if let Entry::Vacant(unread) = terms.entry(asks) {
            unread.insert(places::terms(&mut *tx, asks.0, asks.1).await?);
        }
        let attempts: Vec<&Attempt> = attempts.iter().collect();
        let known = (&adjustment, &attempts[..]);
        items.push(summary(&place, own, &terms[&asks], known, state.clock.now()));
    }
    Ok(Json(Page::whole(items)))
}

/// Shows what to know of a quiz before one begins: purpose, duration, who reads the answers, how long they are kept; and one's own
/// attempts.
#[utoipa::path(get, path = "/me/quizzes/{quiz_id}", tag = "quizzes", params(("quiz_id" = SessionQuizId, Path)),
    responses((status = 200, body = MyQuizNotice), Problems))]
pub async fn get_my_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<SessionQuizId>,
) -> Result<Json<MyQuizNotice>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let own = places::own(&mut *tx, actor.person, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    Ok(Json(notice(&mut tx, &state, own).await?))
}

async fn notice(tx: &mut Tx<'_>, state: &AppState, own: Own) -> Result<MyQuizNotice> {
    let place = places::find(&mut **tx, own.place).await?.ok_or_else(Error::not_found)?;
    let (quiz, revision) = place.asks().ok_or_else(Error::not_found)?;
    let terms = places::terms(&mut **tx, quiz, revision).await?;
    let adjustment = adjustments::find(&mut **tx, own.place, own.enrolment).await?;
    let attempts = attempts::list(&mut **tx, own.place.into(), Some(own.enrolment.into())).await?;
    let asked = drawing::items(tx, quiz, revision).await?;
    let questions = asked.iter().map(|item| match &item.asks {
        Asks::One(_) => 1,
        Asks::Some { count, pool } => (*count).min(pool.len()),
    });
    let refs: Vec<&Attempt> = attempts.iter().collect();
    let summary = summary(&place, &own, &terms, (&adjustment, &refs), state.clock.now());
    let settings = &terms.settings;
    let seconds = adjustment.extra_time.limit(settings.minutes).map(|limit| limit.num_seconds());
    let attempt = |attempt: &Attempt| MyAttemptSummary {
        id: attempt.id,
        number: attempt.number,
        state: attempt.state,
        started_at: attempt.started_at,
        submitted_at: attempt.submitted_at,
        deadline: (attempt.state == AttemptState::Started).then_some(attempt.deadline),
        result: QuizResult::of(attempt, &terms).filter(|_| attempt.state == AttemptState::Published),
    };
    Ok(MyQuizNotice {
        quiz: summary,
        description: terms.description.clone(),
        instructions: terms.instructions.clone(),
        purpose_text: purpose_text(place.purpose),
        readers: readers(&place, settings.hides_names),
        kept_until: kept_until(place.retention, place.ends_on),
        choice: CHOICE,
        questions: questions.sum(),
        seconds,
        grading: settings.grading,
        pass_percent: settings.pass_percent,
        negative_percent: settings.negative_percent,
        feedback: settings.feedback,
        hides_names: settings.hides_names,
        asked_time: adjustment.asked_time,
        attempts: attempts.iter().map(attempt).collect(),
    })
}

/// What one asks for beyond the others. No reason is asked, and there is no place for one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjustmentRequest {
    /// How much more time; `none`: nothing any more.
    extra_time: ExtraTime,
}

/// Asks those who train for more time at a quiz, or takes the request back. Why is not asked.
#[utoipa::path(put, path = "/me/quizzes/{quiz_id}/adjustment-request", tag = "quizzes",
    params(("quiz_id" = SessionQuizId, Path)), request_body = AdjustmentRequest,
    responses((status = 200, body = MyQuizNotice), Problems))]
pub async fn request_quiz_adjustment(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<SessionQuizId>,
    Json(request): Json<AdjustmentRequest>,
) -> Result<Json<MyQuizNotice>> {
    let mut tx = state.pool.begin().await?;
    let own = places::own(&mut *tx, actor.person, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    attempts::lock_enrolment(&mut tx, own.enrolment).await?;
    let place = places::find(&mut *tx, id).await?.ok_or_else(Error::not_found)?;
    let before = adjustments::find(&mut *tx, id, own.enrolment).await?;
    let now = state.clock.now();
    let asked_time = (request.extra_time != ExtraTime::None).then_some(request.extra_time);
    if asked_time != before.asked_time {
        let asked = Adjustment {
            asked_time,
            asked_at: asked_time.map(|_| now),
            version: before.version + 1,
            ..before
        };
        adjustments::write(&mut tx, id, &asked, (actor.person, now)).await?;
        let told = json!({ "extra_time": request.extra_time, "enrolment_id": own.enrolment });
        let event = (Event::QuizAdjustmentAsked, told);
        note_place(&mut tx, &state, (&place, Some(actor.person)), event).await?;
    }
    let view = notice(&mut tx, &state, own).await?;
    tx.commit().await?;
    Ok(Json(view))
}
