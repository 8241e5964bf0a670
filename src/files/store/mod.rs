//! The SQL of files.

pub mod claims;
pub mod copies;
pub mod gifts;
pub mod personal;
pub mod sweep;
pub mod uploads;
