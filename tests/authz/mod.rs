//! Who may do what: every operation of the API, asked by every kind of person, compared with one committed table.
//!
//! A new operation needs one line in `recipes.rs` and one row in `matrix.txt`
//! (written by `AUTHZ_MATRIX=write cargo test authz`, then read by a person before it is committed).

mod actors;
mod hidden;
mod mass_assignment;
mod matrix;
mod operations;
mod recipes;
mod rules;
mod targets;
mod world;
