//! What is true of questions and quizzes.

pub mod exchange;
pub mod question;
pub mod quiz;
pub mod rules;
pub mod taking;
