//! SQL of questions and quizzes.

pub mod attachments;
pub mod contents;
pub mod imports;
pub mod invitations;
pub mod privacy;
pub mod questions;
pub mod quizzes;
pub mod reachable;
pub mod sending;
pub mod taking;
pub mod versions;
