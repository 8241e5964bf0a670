//! HTTP of questions and quizzes.

pub mod attachments;
pub mod author;
pub mod company;
pub mod exports;
pub mod imports;
pub mod invited;
pub mod question_moves;
pub mod question_versions;
pub mod questions;
pub mod quiz_moves;
pub mod quiz_views;
pub mod quizzes;
pub mod revisions;
pub mod taking;
pub mod warnings;

use carnet_index::text;

use crate::platform::http::{Error, Result, texts};

/// Words without case, accents and signs: what lists are searched by.
fn folded(words: &str) -> String {
    text::words(words).join(" ")
}

/// What a list is searched by, folded; 200 characters at most are typed.
fn searched(typed: Option<&str>) -> Result<Option<String>> {
    let typed = typed.map(|typed| texts::line("/q", typed, 0..=200)).transpose();
    Ok(typed.map_err(|fault| Error::Invalid(vec![fault]))?.map(|typed| folded(&typed)))
}
