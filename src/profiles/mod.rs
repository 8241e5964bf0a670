//! What a verified recruiter sees of people: the search, one profile, the searches they keep; and the person's own preview.
//!
//! The index proposes, PostgreSQL disposes: every page is checked again before it leaves.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::platform::state::AppState;

pub use jobs::{ReviewProfiles, ReviewSavedSearches};
pub use model::{Paging, Vocabulary, Words, project};
pub use policy::Quotas;
pub use store::people::people_told;
pub use store::review::{SavedEffect, saved_effect};
pub use store::{BlockLists, RawProfile, Whose, read_profiles, read_searchable};

/// The operations of this slice.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(handlers::search_profiles))
        .routes(routes!(handlers::get_profile))
        .routes(routes!(handlers::preview_my_profile))
        .routes(routes!(handlers::list_saved_searches, handlers::create_saved_search))
        .routes(routes!(
            handlers::get_saved_search,
            handlers::update_saved_search,
            handlers::delete_saved_search
        ))
        .routes(routes!(handlers::run_saved_search))
}
