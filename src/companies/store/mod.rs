//! Companies and recruiter accounts in PostgreSQL. A change of state, its audit row and its mail are one transaction.

pub mod accounts;
pub mod checks;
pub mod listing;
pub mod moves;
pub mod proofs;
pub mod views;
