//! What is true of questions and quizzes.

pub mod question;
