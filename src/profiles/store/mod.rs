//! Where profiles come from: rows of PostgreSQL, and the index checked against it; and the searches recruiters keep.

mod blocks;
mod find;
pub mod people;
mod raw;
pub mod review;
pub mod saved;

pub use blocks::BlockLists;
pub use find::{Draw, find};
pub use raw::{RawProfile, Whose, read_profiles, read_searchable};
