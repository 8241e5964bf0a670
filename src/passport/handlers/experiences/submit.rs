//! One's own experience before organisations of one's choice.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::proofs::is_usable;
use super::views::{ExperienceView, Hanging};
use super::{SubmissionPlace, lock, record, view};
use crate::actor::Actor;
use crate::events::Event;
use crate::files;
use crate::ids::{ExperienceId, ExperienceSubmissionId, OrganisationId};
use crate::orgs;
use crate::passport::handlers::reviews::letters::{self, Letter};
use crate::passport::model::experience::review::{DAYS_TO_ANSWER, MOST_ROUNDS};
use crate::passport::model::experience::status::{Move, Step};
use crate::passport::store::experience::own::{self as experiences, Experience};
use crate::passport::store::experience::submissions::{self, NewSubmission, StepKind, SubmissionRecord};
use crate::platform::db::Tx;
use crate::platform::http::{
    Code, Error, FieldError, Json, Page, Path, Problems, Query, Result, Versioned, texts,
};
use crate::platform::state::AppState;

/// Which organisations.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListReviewers {
    /// A part of the name (2 characters at least), or a SIRET.
    name: String,
}

/// An organisation that an experience can be put before.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceReviewer)]
pub struct ReviewerView {
    id: OrganisationId,
    name: String,
    siret: Option<String>,
}

/// Finds organisations to put an experience before, twenty at most, by name.
#[utoipa::path(get, path = "/experience-reviewers", tag = "passport", params(ListReviewers),
    responses((status = 200, body = Page<ReviewerView>), Problems))]
pub async fn list_experience_reviewers(
    State(state): State<AppState>,
    _actor: Actor,
    Query(query): Query<ListReviewers>,
) -> Result<Json<Page<ReviewerView>>> {
    let name = texts::line("/name", &query.name, 2..=200);
    let name = name.map_err(|fault| Error::Invalid(vec![fault]))?;
    let found = orgs::active_named(&state.pool, &name).await?;
    let view = |of: orgs::Named| ReviewerView { id: of.id, name: of.name, siret: of.siret };
    Ok(Json(Page::whole(found.into_iter().map(view).collect())))
}

/// Where an experience goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitExperience {
    /// Any active organisation; one has not to belong to it.
    organisation_id: OrganisationId,
    /// A word to it, 2000 characters at most.
    #[serde(default)]
    message: String,
}

/// A word that goes with an experience.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResubmitExperience {
    /// What was added or put right, 2000 characters at most.
    #[serde(default)]
    message: String,
}

fn message(text: &str) -> Result<String> {
    texts::paragraphs("/message", text, 0..=2000).map_err(|fault| Error::Invalid(vec![fault]))
}

/// Puts a declared experience before an organisation: its admins see it, and what is shown of its proofs, until the person
/// takes it back. Several organisations may have it at once, each in a state of its own.
#[utoipa::path(post, path = "/me/experiences/{experience_id}/submissions", tag = "passport",
    params(("experience_id" = ExperienceId, Path)), request_body = SubmitExperience,
    responses((status = 201, body = ExperienceView), Problems))]
pub async fn submit_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
    Json(body): Json<SubmitExperience>,
) -> Result<(StatusCode, Versioned<ExperienceView>)> {
    let mut tx = state.pool.begin().await?;
    let found = lock(&mut tx, actor, id).await?;
    found.status.after(Move::Use)?;
    let message = message(&body.message)?;
    let organisation = orgs::active_name(&mut *tx, body.organisation_id).await?;
    let organisation = organisation.ok_or_else(|| {
        let message = "Cet organisme n’existe pas, ou n’examine rien en ce moment.";
        Error::Invalid(vec![FieldError::new("/organisation_id", "unknown_organisation", message)])
    })?;
    ensure_presentable(&mut tx, &state, &found).await?;
    let rounds = rounds(&mut tx, id, body.organisation_id).await?;
    let new = NewSubmission {
        id: state.ids.ordered(),
        experience: id,
        organisation: (body.organisation_id, organisation.as_str()),
        message: &message,
        round: rounds + 1,
        at: state.clock.now(),
        due_on: due_on(state.clock.today()),
    };
    submissions::insert(&mut tx, &new).await?;
    let line = (StepKind::Submitted, actor.person, Some(message.as_str()).filter(|text| !text.is_empty()));
    submissions::note(&mut tx, &state, new.id, line).await?;
    let letter = Letter {
        organisation: body.organisation_id,
        submission: new.id,
        title: &found.title,
        assigned_to: None,
    };
    letters::tell_submitted(&mut tx, &state, actor.person, &letter).await?;
    let said = json!({ "organisation": body.organisation_id, "submission": new.id });
    record(&mut tx, &state, (actor, Event::ExperienceSubmitted, id), said).await?;
    let after = view(&mut tx, &state, actor, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(after.version, after)))
}

/// What is put before an organisation can be opened, and can still be attested.
async fn ensure_presentable(tx: &mut Tx<'_>, state: &AppState, found: &Experience) -> Result<()> {
    if found.expires_on.is_some_and(|last| last < state.clock.today()) {
        return Err(Code::ExperienceExpired.into());
    }
    let hanging = Hanging::read(&mut *tx, &[found.id]).await?;
    if is_usable(&hanging, state) { Ok(()) } else { Err(Code::NoUsableProof.into()) }
}

/// How often it was put before this organisation, when once more is allowed.
async fn rounds(tx: &mut Tx<'_>, id: ExperienceId, organisation: OrganisationId) -> Result<i16> {
    let rounds = submissions::rounds(tx, id, organisation).await?;
    match i16::try_from(rounds) {
        Ok(rounds) if rounds < MOST_ROUNDS => Ok(rounds),
        _ => Err(Code::TooManySubmissions.into()),
    }
}

fn due_on(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(DAYS_TO_ANSWER)).unwrap_or(today)
}

async fn find(tx: &mut Tx<'_>, place: SubmissionPlace) -> Result<SubmissionRecord> {
    let mut all = submissions::of_experiences(&mut **tx, &[place.experience_id]).await?.into_iter();
    all.find(|one| one.id == place.submission_id).ok_or_else(Error::not_found)
}

/// Sends an experience back to the organisation that asked for more.
#[utoipa::path(post, path = "/me/experiences/{experience_id}/submissions/{submission_id}/resubmit", tag = "passport",
    params(("experience_id" = ExperienceId, Path), ("submission_id" = ExperienceSubmissionId, Path)),
    request_body = ResubmitExperience, responses((status = 200, body = ExperienceView), Problems))]
pub async fn resubmit_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<SubmissionPlace>,
    Json(body): Json<ResubmitExperience>,
) -> Result<Versioned<ExperienceView>> {
    let mut tx = state.pool.begin().await?;
    let found = lock(&mut tx, actor, place.experience_id).await?;
    let submission = find(&mut tx, place).await?;
    submission.status.after(Step::Resubmit)?;
    let message = message(&body.message)?;
    ensure_presentable(&mut tx, &state, &found).await?;
    rounds(&mut tx, found.id, submission.organisation).await?;
    let times = (state.clock.now(), due_on(state.clock.today()));
    submissions::resubmit(&mut tx, submission.id, &message, times).await?;
    let line = (StepKind::Resubmitted, actor.person, Some(message.as_str()).filter(|text| !text.is_empty()));
    submissions::note(&mut tx, &state, submission.id, line).await?;
    let assigned_to = submission.assigned_to;
    let letter = Letter {
        organisation: submission.organisation,
        submission: submission.id,
        title: &found.title,
        assigned_to,
    };
    letters::tell_submitted(&mut tx, &state, actor.person, &letter).await?;
    let said = json!({ "organisation": submission.organisation, "submission": submission.id });
    record(&mut tx, &state, (actor, Event::ExperienceSubmitted, found.id), said).await?;
    let after = view(&mut tx, &state, actor, found.id).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, after))
}

/// Takes an experience back from one organisation before it decided: it sees nothing of it any more.
#[utoipa::path(post, path = "/me/experiences/{experience_id}/submissions/{submission_id}/withdraw", tag = "passport",
    params(("experience_id" = ExperienceId, Path), ("submission_id" = ExperienceSubmissionId, Path)),
    responses((status = 200, body = ExperienceView), Problems))]
pub async fn withdraw_submission(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<SubmissionPlace>,
) -> Result<Versioned<ExperienceView>> {
    let mut tx = state.pool.begin().await?;
    let found = lock(&mut tx, actor, place.experience_id).await?;
    let submission = find(&mut tx, place).await?;
    let status = submission.status.after(Step::Withdraw)?;
    submissions::set_status(&mut tx, submission.id, status).await?;
    let line = (StepKind::Withdrawn, actor.person, None);
    submissions::note(&mut tx, &state, submission.id, line).await?;
    let said = json!({ "organisation": submission.organisation, "submission": submission.id });
    record(&mut tx, &state, (actor, Event::SubmissionWithdrawn, found.id), said).await?;
    let after = view(&mut tx, &state, actor, found.id).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, after))
}

/// Downloads the document that an organisation attached to its decision.
#[utoipa::path(get, path = "/me/experiences/{experience_id}/submissions/{submission_id}/file", tag = "passport",
    params(("experience_id" = ExperienceId, Path), ("submission_id" = ExperienceSubmissionId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_experience_decision_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<SubmissionPlace>,
    headers: HeaderMap,
) -> Result<Response> {
    let own = experiences::list(&state.pool, actor.person, Some(place.experience_id), None, 1).await?;
    let own = own.first().ok_or_else(Error::not_found)?;
    let all = submissions::of_experiences(&state.pool, &[own.id]).await?;
    let one = all.into_iter().find(|one| one.id == place.submission_id);
    let file = one.and_then(|one| one.decision_file).ok_or_else(Error::not_found)?;
    files::serve(&state, file, &headers).await
}
