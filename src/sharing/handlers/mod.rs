//! HTTP: the switch, the history, the blocked companies.

mod accesses;
mod blocks;
mod chosen;
mod consents;
pub mod contact;
pub mod policies;
pub mod receipts;
pub mod shared;
pub mod shares;
mod visibility;

pub use accesses::{
    __path_list_profile_accesses, __path_list_profile_appearances, list_profile_accesses,
    list_profile_appearances,
};
pub use blocks::{
    __path_block_company, __path_list_blocked_companies, __path_unblock_company, block_company, hide_from,
    list_blocked_companies, show_to, unblock_company,
};
pub use chosen::{
    __path_choose_company, __path_list_chosen_companies, __path_unchoose_company, choose_company,
    list_chosen_companies, unchoose_company,
};
pub use consents::{__path_list_consents, list_consents};
pub use visibility::{__path_get_visibility, __path_set_visibility, get_visibility, set_visibility};
