//! Declared skills and validations in PostgreSQL.

pub mod alignment;
pub mod chain;
pub mod declared;
pub mod entries;
pub mod experience;
pub mod expiry;
pub mod facts;
pub mod history;
pub mod told;
pub mod touched;
pub mod validations;
pub mod visible;
