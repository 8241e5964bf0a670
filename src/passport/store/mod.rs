//! Declared skills and validations in PostgreSQL.

pub mod alignment;
pub mod declared;
pub mod expiry;
pub mod history;
pub mod touched;
pub mod validations;
pub mod visible;
