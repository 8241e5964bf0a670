//! The search over HTTP against a naive model that reads the same rows: ids, order, totals, facets, explanations.

mod audience;
mod naive;
mod names;
mod random;
mod withdrawn;
mod world;

pub use naive::{Ask, Criterion, expected_profile};
pub use random::{OWN_SIREN, random_ask, random_person};
pub use world::World;
