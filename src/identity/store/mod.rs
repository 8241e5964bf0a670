//! The SQL of accounts.

pub mod people;
pub mod sessions;
pub mod throttle;
