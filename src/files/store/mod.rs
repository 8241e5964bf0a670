//! The SQL of files.

pub mod claims;
pub mod sweep;
pub mod uploads;
