//! What is invented, and how: pure functions of the seed and the catalogue.

pub mod accounts;
pub mod dice;
pub mod names;
pub mod organisations;
pub mod person;
pub mod world;
