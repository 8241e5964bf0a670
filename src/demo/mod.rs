//! The demonstration: invented people, organisations and accounts. Nothing real, and never beside real accounts.
//!
//! A person is a function of (seed, catalogue, number): the same command gives the same rows, ids included,
//! and person 12 is the same person among a hundred and among a million.

mod accounts;
mod model;
mod seed;
mod sessions;
mod store;

pub use accounts::{Standing, has_public_accounts, seed_if_empty};
pub use model::accounts::{ACCOUNTS, Account, PASSWORD};
pub use model::names;
pub use model::person::{Held, Person, Validation};
pub use model::world::{CatalogueRow, EmptyCatalogue, World};
pub use seed::{Options, Outcome, SeedError, seed};
