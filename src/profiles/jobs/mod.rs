//! What is done about people and searches at a time of day.

mod alerts;
mod quotas;
mod retention;
mod review;

pub use alerts::AlertSavedSearches;
pub use quotas::PurgeQuotas;
pub use retention::{PurgeLists, PurgeNotes, PurgeSearchHistory};
pub use review::{ReviewProfiles, ReviewSavedSearches};
