//! SQL of attendance.

pub mod alerts;
pub mod certificates;
pub mod contests;
pub mod facts;
pub mod links;
pub mod marks;
pub mod mine;
pub mod proofs;
pub mod retention;
pub mod settings;
pub mod sheets;
pub mod signatures;
