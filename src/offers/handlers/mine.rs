//! Offers a person received: listed, read, opened.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::answering::{arrive, lock_own};
use super::answers::{answered, reads};
use super::mine_views::{MyOfferLine, MyOfferView};
use super::notes;
use crate::actor::Actor;
use crate::ids::{Ids, OfferRecipientId, PersonId};
use crate::offers::model::state::{Event, State as OfferState};
use crate::offers::store::recipients::{self, Filter, Order};
use crate::offers::store::settings;
use crate::offers::store::transitions::{self, By, Step};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;

/// A group of offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Those that wait for an answer.
    Pending,
    /// Those that were accepted, and are not closed.
    Accepted,
    /// Those that are over.
    Over,
}

impl Group {
    fn holds(self, state: OfferState) -> bool {
        match self {
            Self::Pending => state.is_pending(),
            Self::Accepted => state == OfferState::Accepted,
            Self::Over => state.is_over(),
        }
    }
}

/// Which offers.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListMyOffers {
    /// Those of this group only.
    #[param(inline)]
    group: Option<Group>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// The offers one received, newest first. Whatever waits has reached the person from then on.
#[utoipa::path(get, path = "/me/offers", tag = "offers", params(ListMyOffers),
    responses((status = 200, body = Page<MyOfferLine>), Problems))]
pub async fn list_my_offers(
    State(state): State<AppState>,
    actor: Actor,
    Query(query): Query<ListMyOffers>,
) -> Result<Json<Page<MyOfferLine>>> {
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let mut tx = state.pool.begin().await?;
    mark_delivered(&mut tx, &state.ids, actor.person, state.clock.now()).await?;
    let states = query
        .group
        .map(|group| OfferState::ALL.into_iter().filter(|state| group.holds(*state)).collect::<Vec<_>>());
    let filter = Filter { person: Some(actor.person), states, ..Filter::default() };
    let rows = recipients::list(&mut *tx, &filter, Order::Sent(before), i64::from(limit) + 1).await?;
    tx.commit().await?;
    let page = Page::cut(rows, limit, |row| (row.sent_at.unwrap_or(row.state_at), row.id.0));
    Ok(Json(page.map(MyOfferLine::from)))
}

/// Whatever waits for the person has reached them: they look at their offers, or at what they are told.
pub async fn mark_delivered(tx: &mut Tx<'_>, ids: &Ids, person: PersonId, now: DateTime<Utc>) -> Result<()> {
    let states = Some(vec![OfferState::Sent, OfferState::Undelivered]);
    let filter = Filter { person: Some(person), states, ..Filter::default() };
    if recipients::find(&mut **tx, &filter).await?.is_none() {
        return Ok(());
    }
    let by = By::Person { person, network: None };
    for mut received in recipients::lock_all(tx, &filter).await? {
        // Somebody else may have moved it before it was locked.
        if received.state.after(Event::Deliver).is_ok() {
            let step = Step { event: Event::Deliver, by: &by, reason: None, at: now };
            transitions::apply(tx, ids, &mut received, step).await?;
            notes::changed_for_company(tx, &received).await?;
        }
    }
    Ok(())
}

/// Gives an offer one received. Reading it here moves nothing: pages that show it say so with `open_my_offer`.
#[utoipa::path(get, path = "/me/offers/{id}", tag = "offers", params(("id" = OfferRecipientId, Path)),
    responses((status = 200, body = MyOfferView), Problems))]
pub async fn get_my_offer(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OfferRecipientId>,
) -> Result<Versioned<MyOfferView>> {
    let filter = Filter { id: Some(id), person: Some(actor.person), ..Filter::default() };
    let received = recipients::find(&state.pool, &filter).await?.ok_or_else(Error::not_found)?;
    answered(&state, received).await
}

/// Opens an offer: the company sees that it was opened, unless the person switched that off. No link, no mail and no `GET` does this.
#[utoipa::path(post, path = "/me/offers/{id}/opening", tag = "offers", params(("id" = OfferRecipientId, Path)),
    responses((status = 200, body = MyOfferView), Problems))]
pub async fn open_my_offer(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OfferRecipientId>,
) -> Result<Versioned<MyOfferView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let mut received = lock_own(&mut tx, actor, id).await?;
    let before = received.state;
    arrive(&mut tx, &state, &mut received, now).await?;
    let tells = settings::read_receipts(&mut *tx, actor.person).await?;
    if tells && received.state == OfferState::Delivered {
        let step = Step { event: Event::Open, by: &reads(actor), reason: None, at: now };
        transitions::apply(&mut tx, &state.ids, &mut received, step).await?;
    }
    if received.state != before {
        notes::changed_for_company(&mut tx, &received).await?;
    }
    tx.commit().await?;
    answered(&state, received).await
}
