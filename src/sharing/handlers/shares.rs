//! What the person shares, by company; taken back in one gesture.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::ids::ShareId;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sharing::model::ShareEnd;
use crate::sharing::store::{self, Mine, OpenFilter, ShareState, ShareView};

/// An establishment, and everything that was ever shared with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyShares {
    /// Its number.
    siret: String,
    /// Its name, or its number where the register masks it.
    name: String,
    /// How many shares are not over.
    open: usize,
    /// The shares, newest first, ended ones included.
    shares: Vec<ShareView>,
}

/// What to take back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeShares {
    /// The establishment's number; null or absent: from everybody.
    siret: Option<String>,
}

/// What was taken back.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevokedShares {
    /// How many shares ended.
    revoked: usize,
}

/// Lists what one shares and shared, by establishment, the one something was last shared with first.
#[utoipa::path(get, path = "/me/shares", tag = "sharing", params(PageParams),
    responses((status = 200, body = Page<CompanyShares>), Problems))]
pub async fn list_shares(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<CompanyShares>>> {
    let (limit, before) = (params.limit()?, params.after::<(DateTime<Utc>, Uuid)>()?);
    let mut connection = state.pool.acquire().await?;
    let rows = i64::from(limit) + 1;
    let companies = store::companies(&mut connection, actor.person, before, rows).await?;
    let page = Page::cut(companies, limit, |company| (company.latest, company.id));
    let ids: Vec<Uuid> = page.items.iter().map(|company| company.id.0).collect();
    let mine = Mine::Companies(actor.person, &ids);
    let mut found = store::list_mine(&mut connection, mine, Some(state.clock.now())).await?;
    Ok(Json(page.map(|company| {
        let shares: Vec<ShareView> =
            found.extract_if(.., |(of, _)| *of == company.id).map(|(_, view)| view).collect();
        let open = shares.iter().filter(|share| share.state != ShareState::Ended).count();
        CompanyShares { siret: company.siret, name: company.name, open, shares }
    })))
}

/// Takes one share back: from the answer on, the company reads « information retirée ». What ended before stays as it ended.
#[utoipa::path(delete, path = "/me/shares/{id}", tag = "sharing", params(("id" = ShareId, Path)),
    responses((status = 200, body = ShareView), Problems))]
pub async fn revoke_share(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ShareId>,
) -> Result<Json<ShareView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let filter = OpenFilter { share: Some(id), ..OpenFilter::default() };
    store::end(&mut tx, &state.ids, actor.person, (filter, ShareEnd::Revoked), now).await?;
    let found = store::list_mine(&mut tx, Mine::One(actor.person, id), Some(now)).await?.pop();
    let (_, view) = found.ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok(Json(view))
}

/// Takes back everything one shares with an establishment, or with everybody: from the answer on, they read nothing of it.
///
/// 422 `unknown_company` at `/siret` when nothing was ever shared with it.
#[utoipa::path(post, path = "/me/shares/revoke", tag = "sharing", request_body = RevokeShares,
    responses((status = 200, body = RevokedShares), Problems))]
pub async fn revoke_shares(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<RevokeShares>,
) -> Result<Json<RevokedShares>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let company = match &body.siret {
        Some(siret) => {
            let siret: String = siret.split_whitespace().collect();
            let found = store::company_shared_with(&mut tx, actor.person, &siret).await?;
            let unknown = || {
                let message = "Vous n’avez rien partagé avec cet établissement.";
                Error::field("/siret", "unknown_company", message)
            };
            Some(found.ok_or_else(unknown)?)
        }
        None => None,
    };
    let filter = OpenFilter { company, ..OpenFilter::default() };
    let revoked = store::end(&mut tx, &state.ids, actor.person, (filter, ShareEnd::Revoked), now).await?;
    tx.commit().await?;
    Ok(Json(RevokedShares { revoked }))
}
