//! What the platform's staff sees of the machinery.

mod get_index_state;
mod list_catalog_imports;
mod list_touched_grids;
mod rebuild_index;
mod start_catalog_import;
