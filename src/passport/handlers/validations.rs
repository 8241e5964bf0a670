//! Validations of an organisation: recorded by its trainers, listed, revoked by a new entry.

use axum::extract::State;
use axum::http::StatusCode;
use carnet_index::{RomeCode, SkillCode};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::super::model::draft;
use super::super::model::level::Outcome;
use super::super::policy;
use super::super::store::declared::Named;
use super::super::store::entries::{self, Ending, NewEntry, Origin};
use super::super::store::validations::{self, Filter};
use super::letters;
use super::views::ValidationView;
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::ids::{GridId, OrganisationId, PersonId, ValidationId};
use crate::orgs::{GridStep, grid_step, membership};
use crate::platform::db::Tx;
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::http::{
    Error, FieldError, Fields, Json, Page, PageParams, Path, Problems, Query, Result,
};
use crate::platform::search::Search;
use crate::platform::state::AppState;

/// A validation to record.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateValidation {
    /// A trainee of the organisation.
    person_id: PersonId,
    /// Code of the skill.
    skill: String,
    /// A grid of the organisation; its newest version counts.
    grid_id: GridId,
    /// Place of the step reached, counted from 0.
    step: i16,
    /// What the trainer adds, 2000 characters at most.
    comment: Option<String>,
    /// Codes of the training's jobs.
    #[serde(default)]
    jobs: Vec<String>,
    /// Last day on which it counts (Europe/Paris); null = for ever.
    expires_on: Option<NaiveDate>,
}

/// Which entries.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListValidations {
    /// About this person only.
    person_id: Option<PersonId>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Why a validation is revoked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeValidation {
    reason_code: ReasonCode,
    /// In words, 1000 characters at most; the person reads it.
    reason: String,
}

/// Kinds of reasons.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RevocationReason)]
enum ReasonCode {
    /// The entry was wrong.
    Mistake,
    /// The skill was not really shown.
    Fraud,
    /// Anything else.
    Other,
}

impl ReasonCode {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Mistake => "mistake",
            Self::Fraud => "fraud",
            Self::Other => "other",
        }
    }
}

/// Records a validation: an entry that is never changed. A failed step is recorded too, and validates nothing.
#[utoipa::path(post, path = "/organisations/{id}/validations", tag = "passport",
    params(("id" = OrganisationId, Path)), request_body = CreateValidation,
    responses((status = 201, body = ValidationView), Problems))]
pub async fn create_validation(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Json(body): Json<CreateValidation>,
) -> Result<(StatusCode, Json<ValidationView>)> {
    let mut tx = state.pool.begin().await?;
    let trainer = membership(&mut *tx, organisation, actor.person).await?;
    policy::may_validate(trainer, actor.person, body.person_id)?;
    let catalog = state.part::<Catalog>().snapshot();
    let draft = parse(&mut tx, organisation, &body, &catalog, state.clock.today()).await?;
    let id = write(&mut tx, &state, (organisation, actor), body.person_id, &draft).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(view(&state, organisation, id).await?)))
}

/// A validation that may be written.
struct Draft<'a> {
    skill: Named<'a>,
    step: GridStep,
    comment: Option<String>,
    jobs: Vec<RomeCode>,
    expires_on: Option<NaiveDate>,
}

async fn parse<'a>(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    body: &CreateValidation,
    catalog: &'a CatalogSnapshot,
    today: NaiveDate,
) -> Result<Draft<'a>> {
    let mut fields = Fields::default();
    if !policy::is_trainee(membership(&mut **tx, organisation, body.person_id).await?) {
        let message = "Cette personne n’est pas stagiaire de l’organisme.";
        fields.push(FieldError::new("/person_id", "not_a_trainee", message));
    }
    let step = grid_step(&mut **tx, organisation, body.grid_id, body.step).await?;
    let step = fields.check(step.ok_or_else(|| {
        FieldError::new("/step", "unknown_step", "Cette grille de l’organisme n’a pas cet échelon.")
    }));
    let skill = fields.check(draft::skill_code(&body.skill).and_then(|code| named(catalog, code)));
    let comment = fields.check(draft::comment(body.comment.as_deref()));
    let jobs = fields.check(draft::job_codes(&body.jobs, |code| catalog.job(code).is_some()));
    let expires_on = fields.check(draft::expiry(body.expires_on, today));
    fields.finish()?;
    match (skill, step, comment, jobs, expires_on) {
        (Some(skill), Some(step), Some(comment), Some(jobs), Some(expires_on)) => {
            Ok(Draft { skill, step, comment, jobs, expires_on })
        }
        _ => Err(Error::Internal(anyhow::anyhow!("a field without value and without fault"))),
    }
}

/// The skill with its words today. A retired one may still be validated: trainings outlive releases.
pub fn named(catalog: &CatalogSnapshot, code: SkillCode) -> std::result::Result<Named<'_>, FieldError> {
    let card = catalog.skill(code).ok_or_else(draft::unknown_skill)?;
    let release = catalog.release().map_or(0, |card| card.release.version);
    Ok(Named { code, label: &card.skill.label, release })
}

async fn write(
    tx: &mut Tx<'_>,
    state: &AppState,
    (organisation, actor): (OrganisationId, Actor),
    person: PersonId,
    draft: &Draft<'_>,
) -> Result<ValidationId> {
    let new = NewEntry {
        person,
        skill: Named { ..draft.skill },
        organisation,
        validator: actor.person,
        confirmed_by: None,
        outcome: &Outcome::step(&draft.step),
        comment: draft.comment.as_deref(),
        jobs: &draft.jobs,
        expires_on: draft.expires_on,
        origin: Origin::Organisation,
        supersedes: None,
        evidence: &[],
    };
    let id = entries::write(tx, state, &new).await?;
    letters::tell_written(tx, state, person, &[id]).await?;
    Ok(id)
}

/// The organisation's own entries, newest first, revoked ones included.
#[utoipa::path(get, path = "/organisations/{id}/validations", tag = "passport",
    params(("id" = OrganisationId, Path), ListValidations),
    responses((status = 200, body = Page<ValidationView>), Problems))]
pub async fn list_validations(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListValidations>,
) -> Result<Json<Page<ValidationView>>> {
    policy::may_read(membership(&state.pool, organisation, actor.person).await?)?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let before: Option<(DateTime<Utc>, Uuid)> = page.after()?;
    let filter = Filter { person: query.person_id, before, id: None };
    let rows = validations::list(&state.pool, organisation, filter, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.validated_at, row.id)).map(ValidationView::from)))
}

/// Revokes a validation by a new entry: it stays in the history and stops counting at once.
#[utoipa::path(post, path = "/organisations/{id}/validations/{validation_id}/revoke", tag = "passport",
    params(("id" = OrganisationId, Path), ("validation_id" = ValidationId, Path)),
    request_body = RevokeValidation, responses((status = 201, body = ValidationView), Problems))]
pub async fn revoke_validation(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, ValidationId)>,
    Json(body): Json<RevokeValidation>,
) -> Result<(StatusCode, Json<ValidationView>)> {
    let mut tx = state.pool.begin().await?;
    let member = membership(&mut *tx, organisation, actor.person).await?;
    policy::may_read(member)?;
    let entry = validations::find(&mut tx, organisation, id).await?.ok_or_else(Error::not_found)?;
    policy::may_revoke(member, actor.person, entry.validator)?;
    let reason = draft::reason(&body.reason).map_err(|fault| Error::Invalid(vec![fault]))?;
    let ending = Ending {
        by: actor.person,
        reason_code: body.reason_code.as_str(),
        reason: &reason,
        superseded_by: None,
    };
    if entries::end(&mut tx, &state, organisation, id, &ending).await? {
        let profile = validations::profile_of(&mut tx, entry.person).await?;
        dirty::mark(&mut tx, &[profile], Urgency::Now, state.clock.now()).await?;
    }
    letters::tell_revoked(&mut tx, &state, entry.person, id).await?;
    tx.commit().await?;
    state.part::<Search>().settle(&state.pool).await?;
    Ok((StatusCode::CREATED, Json(view(&state, organisation, id).await?)))
}

async fn view(state: &AppState, organisation: OrganisationId, id: ValidationId) -> Result<ValidationView> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let rows = validations::list(&state.pool, organisation, filter, 1).await?;
    rows.into_iter().next().map(ValidationView::from).ok_or_else(Error::not_found)
}
