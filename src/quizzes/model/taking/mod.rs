//! What is true of attempts at a quiz: their state, their clock, what they ask, their points.

pub mod answer;
pub mod clock;
pub mod draw;
pub mod place;
pub mod score;
pub mod state;
pub mod statistics;
pub mod terms;
