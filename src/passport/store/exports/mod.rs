//! Exports, shares and imports of passports in PostgreSQL.

pub mod documents;
mod dossier;
pub mod experiences;
pub mod gather;
pub mod imports;
pub mod log;
pub mod requests;
pub mod shares;
pub mod statuses;

pub use dossier::{Dossier, dossier, issue_now};
