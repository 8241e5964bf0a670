//! The SQL of what people are told.

pub mod mails;
pub mod notices;
pub mod person;
pub mod purge;
pub mod settings;
