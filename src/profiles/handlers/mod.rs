//! HTTP: the search, one profile, one's own preview, the searches a recruiter keeps.

mod alerts;
mod candidates;
mod exclusions;
mod history;
mod lists;
mod notes;
mod picked;
mod preview;
mod profile;
mod run;
mod saved;
mod saved_access;
mod saved_views;
mod search;
mod settings;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::policy::Left;
use super::store::tally::Tally;
use crate::platform::http::Result;
use crate::platform::state::AppState;

pub use alerts::{
    __path_delete_saved_search_alert, __path_delete_saved_search_alerts, __path_list_new_matches,
    __path_mark_new_matches, __path_set_saved_search_alert, delete_saved_search_alert,
    delete_saved_search_alerts, list_new_matches, mark_new_matches, set_saved_search_alert,
};
pub use candidates::{
    __path_add_candidates, __path_list_candidates, __path_move_candidates, __path_remove_candidate,
    __path_update_candidate, add_candidates, list_candidates, move_candidates, remove_candidate,
    update_candidate,
};
pub use exclusions::{
    __path_exclude_profiles, __path_include_profile, __path_list_excluded_profiles, exclude_profiles,
    include_profile, list_excluded_profiles,
};
pub use history::{
    __path_delete_past_search, __path_delete_search_history, __path_list_search_history, delete_past_search,
    delete_search_history, list_search_history,
};
pub use lists::{
    __path_create_candidate_list, __path_delete_candidate_list, __path_get_candidate_list,
    __path_list_candidate_list_access, __path_list_candidate_lists, __path_remove_candidate_list_access,
    __path_set_candidate_list_access, __path_update_candidate_list, create_candidate_list,
    delete_candidate_list, get_candidate_list, list_candidate_list_access, list_candidate_lists,
    remove_candidate_list_access, set_candidate_list_access, update_candidate_list,
};
pub use notes::{
    __path_create_profile_note, __path_delete_profile_note, __path_list_profile_notes,
    __path_update_profile_note, create_profile_note, delete_profile_note, list_profile_notes,
    update_profile_note,
};
pub use preview::{__path_preview_my_profile, preview_my_profile};
pub use profile::{__path_get_profile, get_profile};
pub use run::{__path_run_saved_search, run_saved_search};
pub use saved::Moment;
pub use saved::{
    __path_create_saved_search, __path_delete_saved_search, __path_get_saved_search,
    __path_list_saved_searches, __path_update_saved_search, create_saved_search, delete_saved_search,
    get_saved_search, list_saved_searches, update_saved_search,
};
pub use saved_access::{
    __path_list_saved_search_access, __path_remove_saved_search_access, __path_set_saved_search_access,
    list_saved_search_access, remove_saved_search_access, set_saved_search_access,
};
pub use search::{__path_search_profiles, search_profiles};
pub use settings::{
    __path_get_search_settings, __path_update_search_settings, get_search_settings, update_search_settings,
};

/// An answer about people that nothing between the server and the reader may keep, with what is left of quotas.
fn unkept(left: impl IntoIterator<Item = Left>, body: impl IntoResponse) -> Response {
    let no_store = HeaderValue::from_static("no-store");
    let left: Vec<Left> = left.into_iter().collect();
    (Left::headers(&left), [(header::CACHE_CONTROL, no_store)], body).into_response()
}

/// What was taken from a quota. Whoever is refused is judged soon: nobody waits for it.
fn allowed<T>(state: &AppState, taken: Result<T>) -> Result<T> {
    if taken.is_err() {
        state.part::<Tally>().soon(state);
    }
    taken
}
