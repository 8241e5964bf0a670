//! Control over one's data: who sees what now, a copy of everything held, the erasure of an account, who looked at it, and the
//! proofs that all of this is so.
//!
//! Every slice below says what it holds about a person and removes it; this one, which stands above them, puts it together.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

pub use jobs::{
    CheckInactivity, DisclosureCheck, EraseAccounts, EraseDataExports, PurgePrivacyLogs, ReplayErasures,
    Site, WriteDataExport, replay,
};
pub use model::register::REGISTER;
pub use model::retention::{LegalBasis, OnErasure, Processing};
pub use model::takeback::{ALL as WAYS_TO_TAKE_BACK, TakeBack, Way};

use crate::platform::http::{Operations, routes};

/// The operations of this slice.
pub fn routes() -> Operations {
    use handlers::{accesses, erasure, exports, overview, public};
    Operations::new()
        .routes(routes!(overview::get_privacy))
        .routes(routes!(exports::list_data_exports, exports::create_data_export))
        .routes(routes!(exports::get_data_export, exports::delete_data_export))
        .routes(routes!(exports::create_data_export_link))
        .routes(routes!(erasure::get_erasure, erasure::plan_erasure, erasure::cancel_erasure))
        .routes(routes!(accesses::access_person_data))
        .routes(routes!(accesses::list_data_accesses))
        .routes(routes!(public::get_processing_register))
        .routes(routes!(public::list_disclosure_checks))
}
