//! The SQL of sessions.

pub mod cards;
