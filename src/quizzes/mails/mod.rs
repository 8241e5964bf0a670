//! What people are written about quizzes.

use crate::platform::mail::Template;

/// Their result is published.
pub const RESULT_PUBLISHED: Template =
    Template { name: "result_published", source: include_str!("result_published.txt") };
/// Their published result changed.
pub const RESULT_CHANGED: Template =
    Template { name: "result_changed", source: include_str!("result_changed.txt") };
/// A quiz they have not handed in closes tomorrow.
pub const CLOSING: Template = Template { name: "quiz_closing", source: include_str!("quiz_closing.txt") };
/// Answers wait to be graded: for those who grade.
pub const TO_GRADE: Template = Template { name: "quiz_to_grade", source: include_str!("quiz_to_grade.txt") };
