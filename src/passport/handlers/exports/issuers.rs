//! Who issues the badges: the address by which each of them names its issuer.

use axum::extract::State;
use serde_json::Value;

use crate::ids::OrganisationId;
use crate::orgs;
use crate::passport::model::badges::BadgeIssuer;
use crate::passport::store::exports::statuses;
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;

/// The profile of an organisation that badges name as their issuer, in the words of Open Badges 3.0. One of which no badge
/// was ever made is answered with 404.
#[utoipa::path(get, path = "/badge-issuers/{organisation_id}", tag = "passport", security(()),
    params(("organisation_id" = OrganisationId, Path)), responses((status = 200, body = Object), Problems))]
pub async fn get_badge_issuer(
    State(state): State<AppState>,
    Path(id): Path<OrganisationId>,
) -> Result<Json<Value>> {
    if !statuses::has_issued(&state.pool, id.0).await? {
        return Err(Error::not_found());
    }
    let issuer = orgs::issuer(&state.pool, id, state.clock.today()).await?.ok_or_else(Error::not_found)?;
    let issuer = BadgeIssuer {
        id: id.0,
        name: &issuer.name,
        siret: issuer.siret.as_deref(),
        nda: issuer.nda.as_deref(),
    };
    Ok(Json(issuer.profile(&state.config.public_url())))
}
