//! HTTP of accounts and sessions.

pub mod actor;
mod cookie;
pub mod me;
mod pace;
pub mod passwords;
pub mod reauthentication;
pub mod registration;
pub mod sessions;
mod throttle;
pub mod totp;
