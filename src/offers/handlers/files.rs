//! The document that goes with an offer.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::find;
use crate::actor::Actor;
use crate::companies::VerifiedRecruiter;
use crate::files::{self, FileLink};
use crate::ids::{FileId, OfferId, OfferRecipientId};
use crate::offers::store::offers::{self, Filter as OfferFilter};
use crate::offers::store::recipients::{self, Filter};
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;

/// Hands out the document of an offer of the company.
#[utoipa::path(get, path = "/offers/{id}/file", tag = "offers", params(("id" = OfferId, Path)),
    responses((status = 200, description = "The document", content_type = "application/octet-stream"), Problems))]
pub async fn get_offer_file(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
    headers: HeaderMap,
) -> Result<Response> {
    let offer = find(&state, recruiter, id).await?;
    let file = offer.content.file.ok_or_else(Error::not_found)?;
    files::serve(&state, file, &headers).await
}

/// Hands out the document of an offer one received, while the offer waits or is accepted.
#[utoipa::path(get, path = "/me/offers/{id}/file", tag = "offers", params(("id" = OfferRecipientId, Path)),
    responses((status = 200, description = "The document", content_type = "application/octet-stream"), Problems))]
pub async fn get_my_offer_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OfferRecipientId>,
    headers: HeaderMap,
) -> Result<Response> {
    files::serve(&state, own_file(&state, actor, id).await?, &headers).await
}

/// Gives an address of the document that holds for half an hour, as long as one stays signed in.
#[utoipa::path(get, path = "/me/offers/{id}/file-link", tag = "offers", params(("id" = OfferRecipientId, Path)),
    responses((status = 200, body = FileLink), Problems))]
pub async fn get_my_offer_file_link(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OfferRecipientId>,
) -> Result<Json<FileLink>> {
    let file = own_file(&state, actor, id).await?;
    Ok(Json(files::link(&state, file, actor)))
}

async fn own_file(state: &AppState, actor: Actor, id: OfferRecipientId) -> Result<FileId> {
    let filter = Filter { id: Some(id), person: Some(actor.person), ..Filter::default() };
    let received = recipients::find(&state.pool, &filter).await?;
    let received = received.filter(|one| one.state.shows_file()).ok_or_else(Error::not_found)?;
    let filter = OfferFilter { id: Some(received.offer), ..OfferFilter::default() };
    let offer = offers::find(&state.pool, filter).await?.ok_or_else(Error::not_found)?;
    offer.content.file.ok_or_else(Error::not_found)
}
