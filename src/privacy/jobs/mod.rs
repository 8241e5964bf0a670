//! What is done after a transaction, or at a time of day.

mod check;
mod erase;
mod export;
mod inactivity;
mod purge;
mod replay;
mod sweep;

pub use check::{DisclosureCheck, Site};
pub use erase::EraseAccounts;
pub use export::WriteDataExport;
pub use inactivity::CheckInactivity;
pub use purge::PurgePrivacyLogs;
pub use replay::{ReplayErasures, replay};
pub use sweep::EraseDataExports;
