//! HTTP of accounts and sessions.

mod actor;
mod cookie;
pub mod me;
pub mod sessions;
mod throttle;
