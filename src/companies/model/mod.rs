//! What is true of companies and recruiter accounts. Pure: no clock, no database, no network.

pub use crate::platform::siret;
