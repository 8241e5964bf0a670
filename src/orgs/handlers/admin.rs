//! Organisations as the platform's admins see them: created with a first admin, suspended, reinstated.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::identity::ask;
use super::invitations::invite;
use crate::actor::Actor;
use crate::events::Event;
use crate::identity::Email;
use crate::ids::OrganisationId;
use crate::orgs::model::{
    Contradiction, Identity, Move, Reason, Role, Standing, Status, parse_nda, parse_organisation_name,
};
use crate::orgs::store::organisations::{self, Draft, Listed, NameKey};
use crate::orgs::store::{identity, withdrawals};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Fields, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::siret::Siret;
use crate::platform::state::AppState;

/// An organisation to create.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrganisation {
    name: String,
    siret: Option<String>,
    /// Numéro de déclaration d'activité, 11 digits.
    nda: Option<String>,
    /// Who is invited as its first admin.
    admin_email: String,
}

/// An organisation in the platform's list.
#[derive(Serialize, ToSchema)]
pub struct OrganisationRow {
    id: OrganisationId,
    name: String,
    siret: Option<String>,
    /// SIRETs that were taken from it: it cannot declare them.
    withdrawn_sirets: Vec<String>,
    nda: Option<String>,
    legal_name: Option<String>,
    /// Where its identity stands.
    standing: Standing,
    /// Where the registers say otherwise than the organisation.
    contradictions: Vec<Contradiction>,
    /// When the registers last told.
    checked_at: Option<DateTime<Utc>>,
    status: Status,
    status_reason: Option<String>,
    members: i64,
    created_at: DateTime<Utc>,
}

impl OrganisationRow {
    fn new(
        Listed { organisation: o, members }: Listed,
        identity: Identity,
        withdrawn_sirets: Vec<String>,
    ) -> Self {
        let (standing, contradictions) = (identity.standing(), identity.contradictions());
        Self {
            id: o.id,
            name: o.name,
            siret: o.siret,
            withdrawn_sirets,
            nda: o.nda,
            checked_at: identity.told_at(),
            legal_name: identity.declared.legal_name,
            standing,
            contradictions,
            status: o.status,
            status_reason: o.status_reason,
            members,
            created_at: o.created_at,
        }
    }
}

/// Creates an organisation and invites its first admin.
#[utoipa::path(post, path = "/admin/organisations", tag = "orgs", request_body = NewOrganisation,
    responses((status = 201, body = OrganisationRow), Problems))]
pub async fn create_organisation(
    State(state): State<AppState>,
    actor: Actor,
    Json(request): Json<NewOrganisation>,
) -> Result<(StatusCode, Json<OrganisationRow>)> {
    actor.ensure_platform_admin()?;
    let (draft, email) = parse(&request)?;
    let now = state.clock.now();
    let id: OrganisationId = state.ids.ordered();
    let mut tx = state.pool.begin().await?;
    organisations::create(&mut tx, id, &draft, now).await?;
    let entry = Entry::new(Event::OrganisationCreated, now, "organisation", id.0).by(actor.person).within(id);
    audit::record(&mut tx, &state.ids, entry).await?;
    ask(&mut tx, &state, id, draft.siret.as_deref()).await?;
    invite(&mut tx, &state, actor, id, &email, Role::Admin).await?;
    let organisation = organisations::find(&mut *tx, id).await?;
    let identity = identity::find(&mut *tx, id).await?.ok_or_else(Error::not_found)?;
    tx.commit().await?;
    let row = OrganisationRow::new(Listed { organisation, members: 0 }, identity, Vec::new());
    Ok((StatusCode::CREATED, Json(row)))
}

fn parse(request: &NewOrganisation) -> Result<(Draft, Email)> {
    let mut fields = Fields::default();
    let name = fields.check(parse_organisation_name("/name", &request.name));
    let siret = request.siret.as_deref().and_then(|text| fields.check(Siret::from_field(text, "/siret")));
    let nda = request.nda.as_deref().and_then(|text| fields.check(parse_nda("/nda", text)));
    let email = fields.check(Email::parse("/admin_email", &request.admin_email));
    fields.finish()?;
    let (Some(name), Some(email)) = (name, email) else { return Err(Error::Invalid(Vec::new())) };
    Ok((Draft { name, siret: siret.map(|siret| siret.to_string()), nda }, email))
}

/// Lists every organisation by name.
#[utoipa::path(get, path = "/admin/organisations", tag = "orgs", params(PageParams),
    responses((status = 200, body = Page<OrganisationRow>), Problems))]
pub async fn list_organisations(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<OrganisationRow>>> {
    actor.ensure_platform_admin()?;
    let limit = params.limit()?;
    let rows = organisations::list(&state.pool, params.after()?, limit).await?;
    let key = |listed: &Listed| NameKey(listed.organisation.name.clone(), listed.organisation.id.0);
    let Page { items, next_cursor } = Page::cut(rows, limit, key);
    let ids: Vec<OrganisationId> = items.iter().map(|listed| listed.organisation.id).collect();
    let mut identities: HashMap<_, _> = identity::of(&state.pool, &ids).await?.into_iter().collect();
    let mut withdrawn: HashMap<OrganisationId, Vec<String>> = HashMap::new();
    for (id, siret) in withdrawals::list(&state.pool, &ids).await? {
        withdrawn.entry(id).or_default().push(siret);
    }
    let row = |listed: Listed| {
        let id = listed.organisation.id;
        let identity = identities.remove(&id)?;
        Some(OrganisationRow::new(listed, identity, withdrawn.remove(&id).unwrap_or_default()))
    };
    Ok(Json(Page { items: items.into_iter().filter_map(row).collect(), next_cursor }))
}

/// Why an organisation is suspended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    reason: String,
}

/// Suspends an organisation: its members read, nothing is written.
#[utoipa::path(post, path = "/admin/organisations/{id}/suspend", tag = "orgs",
    params(("id" = OrganisationId, Path)), request_body = Suspension,
    responses((status = 204), Problems))]
pub async fn suspend_organisation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
    Json(request): Json<Suspension>,
) -> Result<StatusCode> {
    actor.ensure_platform_admin()?;
    let reason = Reason::parse("/reason", &request.reason).map_err(|fault| Error::Invalid(vec![fault]))?;
    change(&state, actor, id, Move::Suspend, Some(&reason)).await
}

/// Lets a suspended organisation work again.
#[utoipa::path(post, path = "/admin/organisations/{id}/reinstate", tag = "orgs",
    params(("id" = OrganisationId, Path)),
    responses((status = 204), Problems))]
pub async fn reinstate_organisation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
) -> Result<StatusCode> {
    actor.ensure_platform_admin()?;
    change(&state, actor, id, Move::Reinstate, None).await
}

async fn change(
    state: &AppState,
    actor: Actor,
    id: OrganisationId,
    step: Move,
    reason: Option<&Reason>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let current = organisations::lock(&mut tx, id).await?.ok_or_else(Error::not_found)?;
    let status = current.after(step).ok_or_else(|| Error::illegal_state(current.as_str()))?;
    let reason = reason.map(Reason::as_str);
    organisations::set_status(&mut tx, id, status, reason, now).await?;
    let event = match step {
        Move::Suspend => Event::OrganisationSuspended,
        Move::Reinstate => Event::OrganisationReinstated,
    };
    let mut entry = Entry::new(event, now, "organisation", id.0)
        .by(actor.person)
        .within(id)
        .change(json!({ "status": current }), json!({ "status": status }));
    if let Some(reason) = reason {
        entry = entry.because(reason);
    }
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
