//! The operations on declared skills and validations.

pub mod skills;
pub mod validations;
mod views;
