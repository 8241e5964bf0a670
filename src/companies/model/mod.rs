//! What is true of companies and recruiter accounts. Pure: no clock, no database, no network.

pub mod company;
pub mod confirmation;
pub mod domain;
mod free_mail;
pub mod invitation;
pub mod proof;
pub mod recruiter;
pub mod role;

pub use crate::platform::siret;
