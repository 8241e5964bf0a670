//! The search over HTTP against a naive model that reads the same rows: ids, order, totals, facets, explanations.

mod naive;
mod names;
mod random;
mod withdrawn;
mod world;

pub use naive::expected_profile;
pub use world::World;
