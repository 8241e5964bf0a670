//! The operations on declared skills and validations.

pub mod exports;
pub mod letters;
pub mod skills;
pub mod validations;
mod views;
