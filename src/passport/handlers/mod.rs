//! The operations on declared skills and validations.

pub mod experiences;
pub mod exports;
pub mod letters;
pub mod reviews;
pub mod skills;
pub mod validations;
mod views;
