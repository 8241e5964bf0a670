//! SQL of questions and quizzes.

pub mod attachments;
pub mod contents;
pub mod imports;
pub mod questions;
pub mod quizzes;
pub mod taking;
pub mod versions;
