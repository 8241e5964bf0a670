//! The SQL of accounts.

pub mod email_tokens;
pub mod life;
pub mod people;
pub mod purge;
pub mod second_factor;
pub mod sessions;
pub mod throttle;
