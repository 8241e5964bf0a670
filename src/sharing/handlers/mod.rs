//! HTTP: the switch, the history, the blocked companies.

mod blocks;
mod consents;
mod visibility;

pub use blocks::{
    __path_block_company, __path_list_blocked_companies, __path_unblock_company, block_company,
    list_blocked_companies, unblock_company,
};
pub use consents::{__path_list_consents, list_consents};
pub use visibility::{__path_get_visibility, __path_set_visibility, get_visibility, set_visibility};
