//! The receipts of the person, listed and downloaded.

use anyhow::ensure;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use serde::Serialize;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::ids::{OfferRecipientId, ReceiptId};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::seal::{SealKey, SignedDocument, remember_key};
use crate::platform::state::AppState;
use crate::sharing::model::{ChainedReceipt, FORMAT, ReceiptDocument, ReceiptItem, ReceiptKind, ShareEnd};
use crate::sharing::store::{self, ReceiptRow};

/// Something the person agreed to, refused, took back or saw end.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ConsentReceipt)]
pub struct ReceiptView {
    /// Its id.
    id: ReceiptId,
    /// What it is of: `visibility_given`, `visibility_given_to_chosen`, `visibility_withdrawn`, `company_chosen`,
    /// `company_unchosen`, `share_given`, `share_ended`, `offer_accepted`, `offer_refused`, `offer_answer_undone`, `pool_given`,
    /// `pool_withdrawn`.
    kind: String,
    /// The same in French.
    title: String,
    /// Why a share ended.
    reason: Option<ShareEnd>,
    /// Number of the establishment, as it was that day.
    company_siret: Option<String>,
    /// Its name; null where the register masks it.
    company_name: Option<String>,
    /// What it was for: what was received of an offer.
    purpose: Option<OfferRecipientId>,
    /// The offer's title.
    purpose_title: Option<String>,
    /// What exactly.
    items: Vec<ReceiptItem>,
    /// The end that was foreseen.
    until: Option<DateTime<Utc>>,
    /// Version of the text that was read.
    policy_version: String,
    /// How it was said, or what ended it.
    method: String,
    /// When.
    at: DateTime<Utc>,
}

impl From<ReceiptRow> for ReceiptView {
    fn from(row: ReceiptRow) -> Self {
        let kind = ReceiptKind::parse(&row.kind, row.reason);
        Self {
            id: row.id,
            title: kind.map_or("", ReceiptKind::title).to_owned(),
            kind: row.kind,
            reason: row.reason,
            company_siret: row.company_siret,
            company_name: row.company_name,
            purpose: row.purpose,
            purpose_title: row.purpose_title,
            items: row.items,
            until: row.until,
            policy_version: row.policy_version,
            method: row.method,
            at: row.at,
        }
    }
}

/// Lists one's receipts, newest first.
#[utoipa::path(get, path = "/me/receipts", tag = "sharing", params(PageParams),
    responses((status = 200, body = Page<ReceiptView>), Problems))]
pub async fn list_receipts(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<ReceiptView>>> {
    let (limit, before) = (params.limit()?, params.after::<i32>()?);
    let rows = store::list_receipts(&state.pool, actor.person, before, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| row.position).map(ReceiptView::from)))
}

/// Downloads a receipt: a signed document, to be kept and shown to whoever asks for a proof. `carnet verify-document` checks it
/// without a connection; the text it refers to is at `/policies/{version}`, whatever came after.
#[utoipa::path(get, path = "/me/receipts/{id}", tag = "sharing", params(("id" = ReceiptId, Path)),
    responses((status = 200, content_type = "application/json", body = Object), Problems))]
pub async fn get_receipt(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ReceiptId>,
) -> Result<(HeaderMap, String)> {
    let mut tx = state.pool.begin().await?;
    let found = store::find_receipt(&mut *tx, actor.person, id).await?;
    let (receipt, previous) = found.ok_or_else(Error::not_found)?;
    let name = store::name_of(&mut *tx, actor.person).await?;
    let signed = sign(&state, &receipt, &previous, name)?;
    remember_key(&mut tx, state.part::<SealKey>(), state.clock.now()).await?;
    tx.commit().await?;
    let day = receipt.at.with_timezone(&Paris).date_naive();
    let file = format!("attachment; filename=\"recu-{day}-{}.json\"", &receipt.id.simple().to_string()[24..]);
    let headers = HeaderMap::from_iter([
        (CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (CONTENT_DISPOSITION, HeaderValue::try_from(file).map_err(anyhow::Error::from)?),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ]);
    Ok((headers, signed.to_text().map_err(anyhow::Error::from)?))
}

/// Signs what a receipt says; never one that is not what was written: the seal must not cover what somebody altered since.
fn sign(
    state: &AppState,
    receipt: &ChainedReceipt,
    previous: &str,
    name: (String, String),
) -> anyhow::Result<SignedDocument> {
    ensure!(receipt.link(previous) == receipt.chain_sha256, "receipt {} is not what was written", receipt.id);
    let document = ReceiptDocument::of(receipt, previous, name, &state.config.public_url())?;
    Ok(SignedDocument::seal(state.part::<SealKey>(), FORMAT, serde_json::to_value(document)?)?)
}
