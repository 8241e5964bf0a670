//! What is true of people's data: what is kept and why, how an account is erased, what a check compares.

pub mod access;
pub mod archive;
pub mod disclosure;
pub mod erasure;
pub mod export;
pub mod inactivity;
pub mod register;
pub mod retention;
pub mod takeback;
