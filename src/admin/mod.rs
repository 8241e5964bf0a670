//! What the platform's staff sees of the machinery: the search index and the history of the catalogue.

mod handlers;
mod policy;

use crate::platform::http::{Operations, routes};

/// The operations of this slice.
pub fn routes() -> Operations {
    use handlers::{catalog, effect, index};
    Operations::new()
        .routes(routes!(index::get_index_state))
        .routes(routes!(index::rebuild_index))
        .routes(routes!(catalog::get_catalog_sync))
        .routes(routes!(catalog::list_catalog_imports, catalog::start_catalog_import))
        .routes(routes!(effect::get_catalog_effect))
        .routes(routes!(effect::list_touched_grids))
}
