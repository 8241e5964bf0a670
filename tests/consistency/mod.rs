//! The repository tests its own rules.

mod foreign_keys;
mod ladder;
mod personal_data;
mod sizes;
