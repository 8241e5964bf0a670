//! Who looks at a submission, and what more is asked for.

use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::queue::view;
use super::views::ReviewView;
use super::{Place, begin, letters};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{ExperienceSubmissionId, OrganisationId, PersonId};
use crate::orgs::{Role, active_name, membership};
use crate::passport::model::experience::status::Step;
use crate::passport::store::experience::review;
use crate::passport::store::experience::submissions::{self, StepKind};
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Error, FieldError, Json, Path, Problems, Result, texts};
use crate::platform::state::AppState;

/// Who looks at a submission.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignSubmission {
    /// An admin of the organisation; null: nobody in particular.
    person_id: Option<PersonId>,
}

/// Gives a submission to an admin of the organisation, who is reminded of it alone.
#[utoipa::path(put, path = "/organisations/{id}/experience-submissions/{submission_id}/assignee", tag = "passport",
    params(("id" = OrganisationId, Path), ("submission_id" = ExperienceSubmissionId, Path)),
    request_body = AssignSubmission, responses((status = 200, body = ReviewView), Problems))]
pub async fn assign_experience_submission(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(body): Json<AssignSubmission>,
) -> Result<Json<ReviewView>> {
    let (mut tx, found) = begin(&state, actor, place).await?;
    found.status.after(Step::Assign)?;
    if let Some(person) = body.person_id {
        let role = membership(&mut *tx, place.id, person).await?.map(|member| member.role);
        if role != Some(Role::Admin) || person == found.person {
            let message = "Seul un administrateur de l’organisme peut examiner cette expérience.";
            return Err(Error::Invalid(vec![FieldError::new("/person_id", "not_an_admin", message)]));
        }
    }
    review::assign(&mut tx, found.id, body.person_id).await?;
    let said = json!({ "assigned_to": body.person_id });
    record(&mut tx, &state, (actor, place, Event::SubmissionAssigned), said).await?;
    let after = view(&mut tx, &state, place).await?;
    tx.commit().await?;
    Ok(Json(after))
}

/// What is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskComplement {
    /// In words, 3 to 2000 characters; the person reads it.
    text: String,
}

/// Asks for more: it goes back to the person, and comes back to whoever looked at it once they sent it again.
#[utoipa::path(post, path = "/organisations/{id}/experience-submissions/{submission_id}/ask", tag = "passport",
    params(("id" = OrganisationId, Path), ("submission_id" = ExperienceSubmissionId, Path)),
    request_body = AskComplement, responses((status = 200, body = ReviewView), Problems))]
pub async fn ask_complement(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(body): Json<AskComplement>,
) -> Result<Json<ReviewView>> {
    let (mut tx, found) = begin(&state, actor, place).await?;
    let status = found.status.after(Step::Ask)?;
    let text = texts::paragraphs("/text", &body.text, 3..=2000);
    let text = text.map_err(|fault| Error::Invalid(vec![fault]))?;
    submissions::set_status(&mut tx, found.id, status).await?;
    review::assign(&mut tx, found.id, Some(actor.person)).await?;
    let line = (StepKind::Asked, actor.person, Some(text.as_str()));
    submissions::note(&mut tx, &state, found.id, line).await?;
    let organisation = active_name(&mut *tx, place.id).await?.unwrap_or_default();
    letters::tell_asked(&mut tx, &state, &found, (organisation.as_str(), text.as_str())).await?;
    record(&mut tx, &state, (actor, place, Event::ComplementAsked), json!({ "status": status })).await?;
    let after = view(&mut tx, &state, place).await?;
    tx.commit().await?;
    Ok(Json(after))
}

/// Writes the audit entry of something an organisation did with a submission.
pub async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, place, event): (Actor, Place, Event),
    after: Value,
) -> Result<()> {
    let entry = audit::Entry::new(event, state.clock.now(), "experience_submission", place.submission_id.0);
    audit::record(tx, &state.ids, entry.by(actor.person).within(place.id).change(None, after)).await?;
    Ok(())
}
