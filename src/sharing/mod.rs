//! What a person lets recruiters see: the visibility switch, the consent history, the companies they hide from; what they share
//! with one company for one offer, item by item; and the receipts of all of it.
//!
//! Nothing is visible by default. A withdrawal is in force before it is answered.

mod handlers;
mod jobs;
mod model;
mod store;

use sqlx::ConnectOptions;

use crate::platform::http::{Operations, routes};
use crate::platform::state::AppState;

pub use handlers::shared::record_shared_reading;
pub use handlers::{hide_from, show_to};
pub use jobs::{EndShares, PurgeAccesses};
pub use model::{AccessFault, AccessFlaw, AccessPurpose, AccessReport, NewAccess};
pub use model::{
    Chain, CheckedReceipt, ConsentFault, ConsentKind, ConsentReport, Flaw, NewReceipt, Notice, ReceiptItem,
    ReceiptKind, ShareEnd, ShareItem, ShareKind, SharePurpose, Topic as PolicyTopic, check_receipt,
};
pub use store::{
    Appearances, BlockList, BlockedPerson, HiddenBecause, Recheck, SharedWith, accesses_data,
    add_appearances, block_list, block_person, blocked_people, blocking_among, count_blocked_people,
    erase_accesses, hidden_because, is_seen_by, is_visible, people_opened_by, recheck, record_access,
    seen_by_company, shared_with, unblock_person,
};
pub use store::{
    ShareProof, ShareState, ShareView, SharedItem, SharedState, end_shares, erase_shares, grant_shares,
    limit_shares, shared_with_company, shares_data, shares_of_purpose, write_receipt,
};
pub use store::{erase_person, personal_data, withdraw_visibility};

/// The operations of this slice.
pub fn routes() -> Operations {
    Operations::new()
        .routes(routes!(handlers::get_visibility, handlers::set_visibility))
        .routes(routes!(handlers::list_consents))
        .routes(routes!(handlers::list_blocked_companies))
        .routes(routes!(handlers::block_company, handlers::unblock_company))
        .routes(routes!(handlers::list_chosen_companies))
        .routes(routes!(handlers::choose_company, handlers::unchoose_company))
        .routes(routes!(handlers::list_profile_accesses))
        .routes(routes!(handlers::list_profile_appearances))
        .merge(share_routes())
}

/// The operations on contact details, shares and receipts.
fn share_routes() -> Operations {
    use handlers::{contact, policies, receipts, shared, shares};
    Operations::new()
        .routes(routes!(contact::get_contact_details, contact::update_contact_details))
        .routes(routes!(contact::replace_cv, contact::remove_cv))
        .routes(routes!(contact::get_cv_file))
        .routes(routes!(contact::list_shareable_proofs))
        .routes(routes!(shares::list_shares))
        .routes(routes!(shares::revoke_share))
        .routes(routes!(shares::revoke_shares))
        .routes(routes!(shared::get_shared_file))
        .routes(routes!(shared::get_shared_passport))
        .routes(routes!(receipts::list_receipts))
        .routes(routes!(receipts::get_receipt))
        .routes(routes!(policies::list_policies))
        .routes(routes!(policies::get_policy))
}

/// Computes every person's chain of openings again and compares it with what is kept; faults are no error.
pub async fn verify_accesses(state: &AppState) -> sqlx::Result<AccessReport> {
    let mut connection = state.pool.connect_options().connect().await?;
    store::verify_accesses(&mut connection).await
}

/// Computes every person's chain of consents again and compares it with what is kept; faults are no error.
pub async fn verify_consents(state: &AppState) -> sqlx::Result<ConsentReport> {
    // A connection of its own: reading a million histories takes longer than a request may.
    let mut connection = state.pool.connect_options().connect().await?;
    store::verify_consents(&mut connection).await
}
