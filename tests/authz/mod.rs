//! Who may do what: every operation of the API, asked by every kind of person, compared with one committed table.
//!
//! A new operation needs one line in `recipes.rs` and one row in `matrix.txt`
//! (written by `script/with-postgres script/rust-test --run-ignored only write_the_table`, then read by a person before it is committed).

pub mod actors;
mod attending;
mod chatting;
mod claims;
mod company_quizzes;
mod evaluating;
mod experiences;
mod exporting;
mod hidden;
mod leaving;
mod lists;
mod mass_assignment;
pub mod matrix;
mod offering;
pub mod operations;
mod quizzes;
pub mod recipes;
mod rules;
mod sessions;
mod sharing;
mod taking;
pub mod targets;
mod teaching;
mod told;
pub mod world;
