//! What a person shares with a company for an offer they accepted.

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;

use super::answering::{lock_own, purpose};
use super::answers::answered;
use super::mine_views::MyOfferView;
use super::notes;
use crate::actor::Actor;
use crate::ids::OfferRecipientId;
use crate::offers::model::state::State as OfferState;
use crate::platform::http::{Error, Json, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::sharing::{self, ShareItem};

/// What to share.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareForOffer {
    /// What the company may see from now on; what it sees already stays, and is taken back share by share.
    items: Vec<ShareItem>,
    /// Version of the text about sharing that the person read.
    policy_version: String,
}

/// Shares more with the company, while the offer is accepted. Naming what is shared already changes nothing.
#[utoipa::path(put, path = "/me/offers/{id}/shares", tag = "offers", params(("id" = OfferRecipientId, Path)),
    request_body = ShareForOffer, responses((status = 200, body = MyOfferView), Problems))]
pub async fn update_my_offer_shares(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OfferRecipientId>,
    Json(body): Json<ShareForOffer>,
) -> Result<Versioned<MyOfferView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let received = lock_own(&mut tx, actor, id).await?;
    if received.state != OfferState::Accepted {
        return Err(Error::illegal_state(received.state.as_str()));
    }
    let of = purpose(&received)?;
    sharing::grant_shares(&state, &mut tx, &of, &body.items, &body.policy_version, now).await?;
    notes::changed_for_both(&mut tx, &received).await?;
    tx.commit().await?;
    answered(&state, received).await
}
