//! Which release of the catalogue is in place.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::cached::cached;
use crate::catalog::model::{Counts, Origin};
use crate::catalog::snapshot::{Catalog, ReleaseCard};
use crate::platform::http::problem::Problems;
use crate::platform::http::{self, Error};
use crate::platform::state::AppState;

/// The release in place.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReleaseView {
    /// Its number.
    version: i32,
    /// What the publisher calls it.
    title: String,
    /// Day of publication.
    published_on: Option<NaiveDate>,
    /// `archive` for the national catalogue, `starter` for the small one that comes with Carnet.
    source: Origin,
    /// The sentence that the licence asks to show with the data.
    licence_notice: String,
    /// When an import last changed it.
    imported_at: DateTime<Utc>,
    /// Sizes of its lists.
    counts: Counts,
}

/// Tells which release of the catalogue is in place, and the notice its licence asks for.
#[utoipa::path(
    get, path = "/catalog/release", operation_id = "get_release", tag = "catalog", security(()),
    responses((status = 200, body = ReleaseView), Problems)
)]
pub async fn get_release(State(state): State<AppState>, headers: HeaderMap) -> http::Result<Response> {
    let catalog = state.part::<Catalog>().snapshot();
    let card = catalog.release().ok_or_else(Error::not_found)?;
    Ok(cached(&headers, &catalog, || view(card)))
}

fn view(card: &ReleaseCard) -> ReleaseView {
    ReleaseView {
        version: card.release.version,
        title: card.release.title.clone(),
        published_on: card.release.published_on,
        source: card.origin,
        licence_notice: card.licence_notice(),
        imported_at: card.imported_at,
        counts: card.counts,
    }
}
