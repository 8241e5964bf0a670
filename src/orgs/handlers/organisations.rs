//! Organisations as their members see them.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::ids::OrganisationId;
use crate::orgs::model::{Issuer, Role, Status};
use crate::orgs::policy::Asker;
use crate::orgs::store::{identity, members, organisations};
use crate::platform::http::{Error, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;

/// One of the person's organisations.
#[derive(Serialize, ToSchema)]
pub struct MyOrganisation {
    id: OrganisationId,
    name: String,
    role: Role,
    status: Status,
}

/// Lists the organisations one belongs to.
#[utoipa::path(get, path = "/me/organisations", tag = "orgs",
    responses((status = 200, body = Page<MyOrganisation>), Problems))]
pub async fn list_my_organisations(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<Page<MyOrganisation>>> {
    let mine = organisations::list_of(&state.pool, actor.person).await?;
    let items =
        mine.into_iter().map(|o| MyOrganisation { id: o.id, name: o.name, role: o.role, status: o.status });
    Ok(Json(Page::whole(items.collect())))
}

/// An organisation.
#[derive(Serialize, ToSchema)]
pub struct OrganisationView {
    id: OrganisationId,
    name: String,
    siret: Option<String>,
    /// Numéro de déclaration d'activité.
    nda: Option<String>,
    /// How it signs what it issues.
    issuer: Issuer,
    status: Status,
    /// Why it is suspended.
    status_reason: Option<String>,
    /// The reader's role; null for a platform admin who is not a member.
    role: Option<Role>,
}

/// Shows an organisation to its members.
#[utoipa::path(get, path = "/organisations/{id}", tag = "orgs", params(("id" = OrganisationId, Path)),
    responses((status = 200, body = OrganisationView), Problems))]
pub async fn get_organisation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
) -> Result<Json<OrganisationView>> {
    let asker = members::asker(&state.pool, id, actor).await?;
    let organisation = organisations::find(&state.pool, id).await?;
    let issuer =
        identity::issuer(&state.pool, id, state.clock.today()).await?.ok_or_else(Error::not_found)?;
    let role = match asker {
        Asker::Member(role) => Some(role),
        Asker::Platform => None,
    };
    Ok(Json(OrganisationView {
        id,
        name: organisation.name,
        siret: organisation.siret,
        nda: organisation.nda,
        issuer,
        status: organisation.status,
        status_reason: organisation.status_reason,
        role,
    }))
}
