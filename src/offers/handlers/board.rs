//! The board: every offer of the company, and how many people stand where.

use std::collections::BTreeMap;

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::views::by_state;
use crate::companies::VerifiedRecruiter;
use crate::ids::OfferId;
use crate::offers::model::JobName;
use crate::offers::model::state::State as OfferState;
use crate::offers::store::offers::{self, Filter, Offer, Status};
use crate::platform::http::{Json, Page, PageParams, Problems, Query, Result};
use crate::platform::state::AppState;

/// Which offers.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListOffers {
    /// Drafts, or sent ones.
    status: Option<Status>,
    /// Those with somebody in this state.
    state: Option<OfferState>,
    /// Those one wrote oneself.
    #[serde(default)]
    mine: bool,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// An offer of the company, in a line.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferLine {
    id: OfferId,
    status: Status,
    title: String,
    job: Option<JobName>,
    /// Who writes it, or sent it; null once their account is gone.
    author: Option<String>,
    /// Whether it is one's own.
    is_mine: bool,
    /// How many people it is for, by state.
    counts: BTreeMap<&'static str, i64>,
    /// Whether nobody can answer it at the moment.
    is_paused: bool,
    sent_at: Option<DateTime<Utc>>,
    /// The first instant at which it is too late to answer.
    ends_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
}

/// Lists the offers of the company, one's own and colleagues', newest first, with counts by state.
#[utoipa::path(get, path = "/offers", tag = "offers", params(ListOffers),
    responses((status = 200, body = Page<OfferLine>), Problems))]
pub async fn list_offers(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(query): Query<ListOffers>,
) -> Result<Json<Page<OfferLine>>> {
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let person = recruiter.actor.person;
    let filter = Filter {
        company: Some(recruiter.company),
        author: query.mine.then_some(person),
        status: query.status,
        holding: query.state,
        before,
        ..Filter::default()
    };
    let rows = offers::list(&state.pool, filter, i64::from(limit) + 1).await?;
    let ids: Vec<OfferId> = rows.iter().map(|offer| offer.id).collect();
    let counts = offers::counts(&state.pool, &ids).await?;
    let line = |offer: Offer| OfferLine {
        counts: by_state(offer.id, &counts),
        id: offer.id,
        status: offer.status,
        title: offer.content.title,
        job: offer.content.job,
        author: offer.sender_name,
        is_mine: offer.hold.author == Some(person),
        is_paused: offer.is_paused,
        sent_at: offer.sent_at,
        ends_at: offer.ends_at,
        created_at: offer.created_at,
    };
    Ok(Json(Page::cut(rows, limit, |offer| (offer.created_at, offer.id.0)).map(line)))
}
