//! HTTP: the search, one profile, one's own preview.

mod preview;
mod profile;
mod search;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::policy::Left;

pub use preview::{__path_preview_my_profile, preview_my_profile};
pub use profile::{__path_get_profile, get_profile};
pub use search::{__path_search_profiles, search_profiles};

/// An answer about people that nothing between the server and the reader may keep, with what is left of a quota.
fn unkept(left: Option<Left>, body: impl IntoResponse) -> Response {
    let no_store = HeaderValue::from_static("no-store");
    let quota = left.map(Left::headers).unwrap_or_default();
    (quota, [(header::CACHE_CONTROL, no_store)], body).into_response()
}
