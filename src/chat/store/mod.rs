//! The SQL of rooms.

pub mod blocks;
pub mod ends;
pub mod erase;
pub mod export;
pub mod files;
pub mod hints;
pub mod members;
pub mod messages;
pub mod places;
pub mod private;
pub mod receipts;
pub mod reports;
pub mod rooms;
pub mod search;
pub mod told;
pub mod writing;
