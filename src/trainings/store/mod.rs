//! The SQL of trainings.

pub mod alignment;
pub mod contents;
pub mod courses;
pub mod known;
pub mod notices;
pub mod own_skills;
pub mod personal;
pub mod revisions;
pub mod touched;
pub mod trainings;
