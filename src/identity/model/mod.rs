//! What is true of accounts: addresses, names, passwords, second factors, delays. Pure.

mod email;
mod name;
mod password;
pub mod throttle;
pub mod totp;

pub use email::Email;
pub use name::PersonName;
pub use password::Password;
