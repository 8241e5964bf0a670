//! Companies and recruiter accounts in PostgreSQL. A change of state, its audit row and its mail are one transaction.

pub mod accounts;
pub mod checks;
pub mod confirmations;
pub mod invitations;
pub mod listing;
pub mod members;
pub mod moves;
pub mod privacy;
pub mod proofs;
pub mod rule;
pub mod views;
