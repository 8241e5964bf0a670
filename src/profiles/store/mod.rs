//! Where profiles come from: rows of PostgreSQL, and the index checked against it; and the searches recruiters keep.

pub mod abuse;
pub mod alerts;
mod blocks;
pub mod exclusions;
mod find;
pub mod history;
pub mod lists;
pub mod named;
pub mod notes;
pub mod people;
pub mod privacy;
pub mod quotas;
mod raw;
pub mod reach;
pub mod review;
pub mod saved;
pub mod saved_access;
mod shown;
pub mod tally;
pub mod watch;

pub use blocks::BlockLists;
pub use exclusions::Exclusions;
pub use find::{Draw, find};
pub use history::SearchHistory;
pub use raw::{RawProfile, Whose, read_profiles, read_searchable};
pub use shown::{Shown, seen, shown};
