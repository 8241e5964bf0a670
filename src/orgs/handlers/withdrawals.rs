//! A SIRET that an organisation declared without right: taken away by the platform, and allowed again.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::identity::numbers;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::OrganisationId;
use crate::orgs::mails;
use crate::orgs::model::{Declared, Reason};
use crate::orgs::store::{identity, organisations, withdrawals};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Fields, Json, Path, Problems, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::siret::Siret;
use crate::platform::state::AppState;

/// Which SIRET is taken away, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SiretWithdrawal {
    /// The SIRET that the organisation declares.
    siret: String,
    /// What its admins are told, 500 characters at most.
    reason: String,
}

/// Takes a SIRET away from an organisation that declared it without right.
///
/// Its identity is declared no more, and it cannot declare this SIRET again until that is allowed; its admins are told why.
/// Validations keep what they bear.
#[utoipa::path(post, path = "/admin/organisations/{id}/withdraw-siret", tag = "orgs",
    params(("id" = OrganisationId, Path)), request_body = SiretWithdrawal,
    responses((status = 204), Problems))]
pub async fn withdraw_organisation_siret(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
    Json(request): Json<SiretWithdrawal>,
) -> Result<StatusCode> {
    actor.ensure_platform_admin()?;
    let (siret, reason) = parse(&request)?;
    let mut tx = state.pool.begin().await?;
    organisations::lock(&mut tx, id).await?.ok_or_else(Error::not_found)?;
    let identity = identity::find(&mut *tx, id).await?.ok_or_else(Error::not_found)?;
    // Another number than the one that was looked at is not taken away unseen.
    if identity.declared.siret.as_deref() != Some(siret.as_str()) {
        let message = "L’organisme ne déclare pas ce SIRET.";
        return Err(Error::field("/siret", "not_declared", message));
    }
    let (now, after) = (state.clock.now(), Declared::default());
    identity::write(&mut tx, id, &after, now).await?;
    identity::follow(&mut tx, id, None, now).await?;
    withdrawals::insert(&mut tx, id, siret.as_str(), now).await?;
    let entry = Entry::new(Event::OrganisationSiretWithdrawn, now, "organisation", id.0)
        .by(actor.person)
        .within(id)
        .change(numbers(&identity.declared), numbers(&after))
        .because(reason.as_str());
    audit::record(&mut tx, &state.ids, entry).await?;
    tell(&mut tx, &state, id, &identity.name, siret.as_str(), &reason).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

fn parse(request: &SiretWithdrawal) -> Result<(Siret, Reason)> {
    let mut fields = Fields::default();
    let siret = fields.check(Siret::from_field(&request.siret, "/siret"));
    let reason = fields.check(Reason::parse("/reason", &request.reason));
    fields.finish()?;
    siret.zip(reason).ok_or_else(|| Error::Invalid(Vec::new()))
}

async fn tell(
    tx: &mut Tx<'_>,
    state: &AppState,
    id: OrganisationId,
    name: &str,
    siret: &str,
    reason: &Reason,
) -> Result<()> {
    for admin in withdrawals::admins(tx, id).await? {
        let context = context! {
            organisation => name, first_name => admin.first_name, siret, reason => reason.as_str(),
        };
        let letter = Mail { to: &admin.email, template: &mails::SIRET_WITHDRAWN, context };
        mail::send(tx, state, letter).await?;
    }
    Ok(())
}

/// Lets an organisation declare again a SIRET that was taken from it.
#[utoipa::path(delete, path = "/admin/organisations/{id}/withdrawn-sirets/{siret}", tag = "orgs",
    params(("id" = OrganisationId, Path), ("siret" = String, Path)),
    responses((status = 204), Problems))]
pub async fn allow_organisation_siret(
    State(state): State<AppState>,
    actor: Actor,
    Path((id, siret)): Path<(OrganisationId, String)>,
) -> Result<StatusCode> {
    actor.ensure_platform_admin()?;
    let mut tx = state.pool.begin().await?;
    organisations::lock(&mut tx, id).await?.ok_or_else(Error::not_found)?;
    if !withdrawals::delete(&mut tx, id, &siret).await? {
        return Err(Error::not_found());
    }
    let entry = Entry::new(Event::OrganisationSiretAllowed, state.clock.now(), "organisation", id.0);
    let entry = entry.by(actor.person).within(id).change(None, json!({ "siret": siret }));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Refuses what was taken from the organisation.
pub async fn ensure_allowed(tx: &mut Tx<'_>, id: OrganisationId, siret: Option<&str>) -> Result<()> {
    let Some(siret) = siret else { return Ok(()) };
    let withdrawn = withdrawals::list(&mut **tx, &[id]).await?;
    if withdrawn.iter().any(|(_, taken)| taken == siret) {
        let message = "La plateforme a retiré ce SIRET à votre organisme.";
        return Err(Error::field("/siret", "siret_withdrawn", message));
    }
    Ok(())
}
