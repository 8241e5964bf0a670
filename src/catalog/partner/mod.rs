//! France Travail's API, which needs an account: other classifications, names of skill groups, successors of retired codes.
//!
//! The archive stays the authority on jobs and skills. What comes from here only says more about them, and an
//! instance without an account lacks nothing else. Sources: the pages "ROME 4.0" of francetravail.io (version 12.0).

mod answers;
mod client;
mod error;
mod token;

pub use client::Partner;
pub use error::PartnerError;
