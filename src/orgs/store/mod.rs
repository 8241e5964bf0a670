//! The SQL of organisations.

pub mod grids;
pub mod identity;
pub mod invitations;
pub mod members;
pub mod named;
pub mod organisations;
pub mod personal;
pub mod withdrawals;
