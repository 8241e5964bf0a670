//! The SQL of taking quizzes: attempts, answers, grades, corrections, adjustments.

pub mod adjustments;
pub mod answers;
pub mod attempts;
pub mod corrections;
pub mod drawing;
pub mod due;
pub mod grades;
pub mod papers;
pub mod people;
pub mod places;
pub mod proposals;
pub mod reminders;
pub mod retention;
pub mod skills;
