//! Answers that change only with the catalogue: an `ETag` by revision, `304` when the reader has it.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::catalog::snapshot::CatalogSnapshot;
use crate::platform::http::Json;

/// How long a reader may answer itself without asking again.
const CACHE_CONTROL: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// The body with its tag, or nothing when the reader already has this revision.
pub fn cached<T: Serialize>(
    request: &HeaderMap,
    catalog: &CatalogSnapshot,
    body: impl FnOnce() -> T,
) -> Response {
    let tag = format!("\"rome-{}\"", catalog.revision());
    let mut response = if has(request, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Json(body()).into_response()
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, CACHE_CONTROL);
    response
}

/// `If-None-Match` compares weakly: proxies that compress mark the tag with `W/`.
fn has(request: &HeaderMap, tag: &str) -> bool {
    let values = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = values.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}
