//! What the platform's staff sees of the machinery: the search index and the history of the catalogue.

mod handlers;
mod policy;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::platform::state::AppState;

/// The operations of this slice.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(handlers::get_index_state))
        .routes(routes!(handlers::rebuild_index))
        .routes(routes!(handlers::list_catalog_imports))
}
