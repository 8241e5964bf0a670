//! HTTP: the search, one profile, one's own preview, the searches a recruiter keeps.

mod preview;
mod profile;
mod run;
mod saved;
mod saved_views;
mod search;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::policy::Left;

pub use preview::{__path_preview_my_profile, preview_my_profile};
pub use profile::{__path_get_profile, get_profile};
pub use run::{__path_run_saved_search, run_saved_search};
pub use saved::{
    __path_create_saved_search, __path_delete_saved_search, __path_get_saved_search,
    __path_list_saved_searches, __path_update_saved_search, create_saved_search, delete_saved_search,
    get_saved_search, list_saved_searches, update_saved_search,
};
pub use search::{__path_search_profiles, search_profiles};

/// An answer about people that nothing between the server and the reader may keep, with what is left of a quota.
fn unkept(left: Option<Left>, body: impl IntoResponse) -> Response {
    let no_store = HeaderValue::from_static("no-store");
    let quota = left.map(Left::headers).unwrap_or_default();
    (quota, [(header::CACHE_CONTROL, no_store)], body).into_response()
}
