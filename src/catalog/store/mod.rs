//! The catalogue in PostgreSQL: loading it, writing what a release changes, the history of imports.

pub mod alignment;
mod certifications;
mod imports;
mod load;
mod retire;
mod supplement;
mod write;

pub use certifications::{last_certification_hash, load_certifications, write_certifications};
pub use imports::{
    Wanted, failures_in_a_row, imported_at, insert_attempt, insert_changes, is_applied, last_hash,
    last_success, list_attempts, lists_revision, load_reuses, revision, save_release, try_lock,
};
pub use load::load;
pub use supplement::{
    Substitution, Unasked, load_groups, load_held, load_links, load_places, unasked, write_substitutions,
    write_supplement,
};
pub use write::write;
