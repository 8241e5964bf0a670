//! The operations on declared skills and validations.

pub mod letters;
pub mod skills;
pub mod validations;
mod views;
