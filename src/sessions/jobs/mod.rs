//! What is done after a transaction, or at a time of day.

mod advance;
mod purge;
mod tell;

pub use advance::AdvanceSessions;
pub use purge::PurgeEnrolmentImports;
pub use tell::TellSlotChanges;
