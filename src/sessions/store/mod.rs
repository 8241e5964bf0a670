//! The SQL of sessions.

pub mod cards;
pub mod changes;
pub mod conflicts;
pub mod copy;
pub mod courses;
pub mod due;
pub mod enrolments;
pub mod facts;
pub mod imports;
pub mod keeper;
pub mod mine;
pub mod people;
pub mod personal;
pub mod quizzes;
pub mod resources;
pub mod rooms;
pub mod seats;
pub mod sessions;
pub mod slots;
pub mod trainers;
