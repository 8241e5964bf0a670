//! Those an offer is for: chosen while it is a draft, followed once it is sent.

use std::collections::HashSet;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use carnet_documents::table::{Cell, table_csv};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::drafts::note;
use super::views::{OfferView, RecipientDetail, RecipientView};
use super::{ensure_draft, find, lock};
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{OfferId, OfferRecipientId, ProfileId};
use crate::offers::model::RefusalReason;
use crate::offers::model::state::State as OfferState;
use crate::offers::policy::MOST_RECIPIENTS;
use crate::offers::store::recipients::{self, Filter, Order, Recipient};
use crate::offers::store::{offers, sending};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;

/// People to add.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddRecipients {
    /// Public profiles; an offer has 50 at most.
    profile_ids: Vec<ProfileId>,
}

/// Which of those chosen.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListRecipients {
    /// In this state only.
    state: Option<OfferState>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// An offer and one of those it is for.
#[derive(Clone, Copy, Deserialize)]
pub struct OfRecipient {
    /// The offer.
    pub id: OfferId,
    /// One of them.
    pub recipient_id: OfferRecipientId,
}

/// Each profile once, in the order they were named; fifty at most.
pub fn distinct(pointer: &str, profiles: Vec<ProfileId>) -> Result<Vec<ProfileId>> {
    let mut seen = HashSet::new();
    let distinct: Vec<ProfileId> = profiles.into_iter().filter(|profile| seen.insert(*profile)).collect();
    if distinct.len() > MOST_RECIPIENTS { Err(too_many(pointer)) } else { Ok(distinct) }
}

fn too_many(pointer: &str) -> Error {
    Error::field(pointer, "too_many", format!("Une offre s’envoie à {MOST_RECIPIENTS} personnes au plus."))
}

/// Adds people to a draft; gives those who cannot be, for whatever reason.
pub async fn choose(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    offer: OfferId,
    profiles: &[ProfileId],
) -> Result<Vec<ProfileId>> {
    let chosen = sending::visible(tx, profiles, recruiter.siren, recruiter.actor.person).await?;
    let of = (offer, recruiter.siren.as_str());
    recipients::add(tx, &state.ids, of, &chosen, state.clock.now()).await?;
    if recipients::count(tx, offer).await? > MOST_RECIPIENTS as i64 {
        return Err(too_many("/profile_ids"));
    }
    let is_chosen = |profile: &ProfileId| chosen.iter().any(|one| one.profile == *profile);
    Ok(profiles.iter().copied().filter(|profile| !is_chosen(profile)).collect())
}

/// Adds people to a draft; whoever is there already stays as they are.
///
/// People the company may not see (any more) are left out: `not_added` names them, for one neutral reason.
#[utoipa::path(post, path = "/offers/{id}/recipients", tag = "offers", params(("id" = OfferId, Path)),
    request_body = AddRecipients, responses((status = 200, body = OfferView), Problems))]
pub async fn add_offer_recipients(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
    Json(body): Json<AddRecipients>,
) -> Result<Versioned<OfferView>> {
    let profiles = distinct("/profile_ids", body.profile_ids)?;
    let mut tx = state.pool.begin().await?;
    let offer = lock(&mut tx, &state, recruiter, id).await?;
    ensure_draft(&offer)?;
    let left_out = choose(&mut tx, &state, recruiter, id, &profiles).await?;
    offers::touch(&mut tx, id, state.clock.now()).await?;
    note(&mut tx, &state, recruiter, id, Event::OfferWritten).await?;
    tx.commit().await?;
    let view = OfferView::of(&state, recruiter, find(&state, recruiter, id).await?).await?.without(left_out);
    Ok(Versioned(view.version(), view))
}

/// Takes somebody off a draft.
#[utoipa::path(delete, path = "/offers/{id}/recipients/{recipient_id}", tag = "offers",
    params(("id" = OfferId, Path), ("recipient_id" = OfferRecipientId, Path)), responses((status = 204), Problems))]
pub async fn remove_offer_recipient(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(of): Path<OfRecipient>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let offer = lock(&mut tx, &state, recruiter, of.id).await?;
    ensure_draft(&offer)?;
    let filter = Filter { id: Some(of.recipient_id), offer: Some(of.id), ..Filter::default() };
    let chosen = recipients::find(&mut *tx, &filter).await?.ok_or_else(Error::not_found)?;
    recipients::remove(&mut tx, &[chosen.id]).await?;
    offers::touch(&mut tx, of.id, state.clock.now()).await?;
    note(&mut tx, &state, recruiter, of.id, Event::OfferWritten).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists those an offer is for, in the order in which they were chosen, with where each of them is.
#[utoipa::path(get, path = "/offers/{id}/recipients", tag = "offers", params(("id" = OfferId, Path), ListRecipients),
    responses((status = 200, body = Page<RecipientView>), Problems))]
pub async fn list_offer_recipients(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
    Query(query): Query<ListRecipients>,
) -> Result<Json<Page<RecipientView>>> {
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let (limit, after) = (page.limit()?, page.after::<i16>()?);
    let offer = find(&state, recruiter, id).await?;
    let filter =
        Filter { offer: Some(offer.id), states: query.state.map(|state| vec![state]), ..Filter::default() };
    let rows = recipients::list(&state.pool, &filter, Order::Chosen(after), i64::from(limit) + 1).await?;
    let Page { items, next_cursor } = Page::cut(rows, limit, |row| row.position);
    Ok(Json(Page { items: RecipientView::all(&state, items).await?, next_cursor }))
}

/// Gives one of those an offer is for: where it stands, how it came there, and what the person shares for it now.
#[utoipa::path(get, path = "/offers/{id}/recipients/{recipient_id}", tag = "offers",
    params(("id" = OfferId, Path), ("recipient_id" = OfferRecipientId, Path)),
    responses((status = 200, body = RecipientDetail), Problems))]
pub async fn get_offer_recipient(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(of): Path<OfRecipient>,
) -> Result<Json<RecipientDetail>> {
    let offer = find(&state, recruiter, of.id).await?;
    let filter = Filter { id: Some(of.recipient_id), offer: Some(offer.id), ..Filter::default() };
    let recipient = recipients::find(&state.pool, &filter).await?.ok_or_else(Error::not_found)?;
    Ok(Json(RecipientDetail::of(&state, recruiter, recipient).await?))
}

/// The heads of the table.
const HEADS: [&str; 8] =
    ["Nom", "Prénom", "État", "Depuis le", "Envoyée le", "Répondue le", "Motif du refus", "Relancée le"];

/// Exports where an offer stands as CSV: names, states and dates, never anything by which somebody is reached. Cells that a
/// spreadsheet would run as a formula are text.
#[utoipa::path(get, path = "/offers/{id}/recipients-export", tag = "offers", params(("id" = OfferId, Path)),
    responses((status = 200, content_type = "text/csv", body = Vec<u8>), Problems))]
pub async fn export_offer_recipients(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
) -> Result<Response> {
    let offer = find(&state, recruiter, id).await?;
    let mut tx = state.pool.begin().await?;
    let filter = Filter { offer: Some(offer.id), ..Filter::default() };
    let rows = recipients::list(&mut *tx, &filter, Order::Chosen(None), i64::MAX).await?;
    note(&mut tx, &state, recruiter, id, Event::OfferExported).await?;
    tx.commit().await?;
    let heads: Vec<String> = HEADS.iter().map(|head| (*head).to_owned()).collect();
    let cells: Vec<Vec<Cell>> = rows.iter().map(row).collect();
    let bytes = table_csv(&heads, &cells).map_err(anyhow::Error::from)?;
    let name = format!("attachment; filename=\"offre-{}.csv\"", state.clock.now().format("%Y%m%d-%H%M%S"));
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let fallback = HeaderValue::from_static("attachment");
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&name).unwrap_or(fallback));
    Ok(response)
}

/// A day and an hour in Paris; of what is kept by months, the month.
fn row(recipient: &Recipient) -> Vec<Cell> {
    let form = if recipient.is_anonymous { "%m/%Y" } else { "%d/%m/%Y %H:%M" };
    let moment = |at: Option<DateTime<Utc>>| Cell::figure(at.map(|at| at.with_timezone(&Paris).format(form)));
    vec![
        Cell::text(recipient.last_name.as_deref().unwrap_or_default()),
        Cell::text(recipient.first_name.as_deref().unwrap_or_default()),
        Cell::text(recipient.state.in_french()),
        moment(Some(recipient.state_at)),
        moment(recipient.sent_at),
        moment(recipient.answered_at),
        Cell::text(recipient.refusal_reason.map_or("", RefusalReason::in_french)),
        moment(recipient.reminded_at),
    ]
}
