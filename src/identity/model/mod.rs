//! What is true of accounts: addresses, names, delays. Pure.

mod email;
mod name;
pub mod throttle;

pub use email::Email;
pub use name::PersonName;
