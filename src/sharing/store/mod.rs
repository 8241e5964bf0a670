//! The SQL of sharing.

mod access;
mod appearances;
mod blocked_people;
mod blocks;
mod chosen;
mod consents;
mod contact;
mod ending;
mod granting;
mod mine;
mod personal;
mod proof;
mod readers;
mod reading;
mod receipt_proof;
mod receipts;
mod seen;
mod seen_by_company;
mod shared_with;
mod shares;
mod visibility;

pub use access::{
    AccessRow, list_accesses, people_opened_by, purge_accesses, record_access, verify_accesses,
};
pub use appearances::{
    AppearanceRow, Appearances, accesses_data, add_appearances, erase_accesses, list_appearances,
    purge_appearances,
};
pub use blocked_people::{
    BlockedPerson, block_person, blocked_people, blocking_among, count_blocked_people, unblock_person,
};
pub use blocks::{
    Block, BlockList, block_list, count_blocks, delete_block, find_block, insert_block, list_blocks,
};
pub use chosen::{Chosen, count_chosen, delete_chosen, find_chosen, insert_chosen, list_chosen};
pub use consents::{NewConsent, insert_consent, list_consents};
pub use contact::{ContactDetails, find as find_contact, lock as lock_contact, name_of, set_cv, set_phone};
pub use ending::{end, end_shares, erase_shares, limit_shares};
pub use granting::grant_shares;
pub use mine::{
    Mine, ShareProof, ShareState, ShareView, companies, company_of as company_shared_with, list_mine,
    shares_data, shares_of_purpose,
};
pub use personal::{erase_person, personal_data, withdraw_visibility};
pub use proof::verify_consents;
pub use readers::readers_of;
pub use reading::{Reading, SharedItem, SharedState, lock_reading, shared_with_company};
pub use receipts::{ReceiptRow, find_receipt, list_receipts, write_receipt};
pub use seen::{HiddenBecause, Recheck, hidden_because, is_seen_by, is_visible, recheck};
pub use seen_by_company::seen_by_company;
pub use shared_with::{SharedWith, shared_with};
pub use shares::{OpenFilter, people_with_due};
pub use visibility::{find_standing, lock_standing, note_audience_change, save_choice};
