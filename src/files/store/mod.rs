//! The SQL of files.

pub mod claims;
pub mod copies;
pub mod sweep;
pub mod uploads;
