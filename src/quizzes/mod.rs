//! Quizzes and assignments: the bank of questions, quizzes in frozen revisions, and what sessions take of them.

mod model;
