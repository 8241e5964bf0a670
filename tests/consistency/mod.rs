//! The repository tests its own rules.

mod documentation;
mod foreign_keys;
mod idempotency;
mod ladder;
mod links;
mod never_late;
mod personal_data;
mod settings;
mod sizes;
mod typography;

pub use personal_data::classes;
