//! What is true of skills and validations. Pure: no clock, no database.

pub mod badges;
pub mod batch;
pub mod cell;
pub mod chain;
pub mod draft;
pub mod experience;
pub mod export;
pub mod level;
pub mod searchable;
pub mod verify;
