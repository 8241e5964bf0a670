//! What is true of companies and recruiter accounts. Pure: no clock, no database, no network.

pub mod company;
pub mod domain;
mod free_mail;
pub mod proof;
pub mod recruiter;

pub use crate::platform::siret;
