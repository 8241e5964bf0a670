//! The SQL of sharing.

mod blocks;
mod consents;
mod proof;
mod seen;
mod visibility;

pub use blocks::{
    Block, BlockList, block_list, count_blocks, delete_block, find_block, insert_block, list_blocks,
};
pub use consents::{insert_consent, list_consents};
pub use proof::verify_consents;
pub use seen::{Recheck, is_seen_by, is_visible, recheck};
pub use visibility::{find_standing, lock_standing, save_choice};
