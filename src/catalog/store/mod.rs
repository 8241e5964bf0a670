//! The catalogue in PostgreSQL: loading it, writing what a release changes, the history of imports.

mod imports;
mod load;
mod retire;
mod write;

pub use imports::{
    imported_at, insert_attempt, insert_changes, is_applied, last_hash, last_success, list_attempts,
    revision, save_release, try_lock,
};
pub use load::load;
pub use write::write;
