//! All the demonstration's SQL: reading the catalogue, loading rows in bulk, remembering what was seeded.

pub mod accounts;
pub mod batch;
pub mod catalog;
pub mod rows;
pub mod schema;
pub mod sessions;
pub mod state;
