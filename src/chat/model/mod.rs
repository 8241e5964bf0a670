//! What is true of rooms and their messages. Pure.

pub mod copy;
pub mod lifetime;
pub mod message;
pub mod place;
pub mod receipt;
pub mod report;
pub mod room;
