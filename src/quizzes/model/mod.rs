//! What is true of questions and quizzes.

pub mod exchange;
pub mod forbidden;
pub mod invitation;
pub mod notice;
pub mod owner;
pub mod question;
pub mod quiz;
pub mod rules;
pub mod taking;
