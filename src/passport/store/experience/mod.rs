//! Experiences, their proofs and what organisations make of them, in PostgreSQL.
//!
//! Whoever changes an experience or a submission of it locks the experience first ([`own::lock`], [`review::lock`]): so a
//! decision, a withdrawal and a change that come at once follow one another, and each sees what the one before it did.

pub mod claims;
pub mod copies;
pub mod due;
pub mod own;
pub mod proofs;
pub mod proposed;
pub mod readings;
pub mod review;
pub mod submissions;
pub mod verdicts;
