//! What a verified recruiter sees of people: the search, one profile, and the person's own preview of it.
//!
//! The index proposes, PostgreSQL disposes: every page is checked again before it leaves.

mod handlers;
mod model;
mod policy;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::platform::state::AppState;

pub use model::{Paging, Vocabulary, Words, project};
pub use policy::Quotas;
pub use store::{BlockLists, RawProfile, Whose, read_profiles, read_searchable};

/// The operations of this slice.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(handlers::search_profiles))
        .routes(routes!(handlers::get_profile))
        .routes(routes!(handlers::preview_my_profile))
}
