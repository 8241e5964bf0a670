//! Questions as files: GIFT, which other platforms read and write, and CSV, which people fill in. Read into drafts, each with
//! its line; nothing of a file is trusted.

pub mod csv;
pub mod fields;
pub mod gift;
pub mod html;
pub mod preview;
pub mod rubric;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::table::{Refusal, check_characters, decode};
use crate::quizzes::model::question::draft::QuestionDraft;

/// Most questions of a file.
pub const MOST_QUESTIONS: usize = 500;

/// In which form a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = QuestionFormat)]
pub enum Format {
    /// GIFT, as Moodle and others read and write it.
    Gift,
    /// A table: one question per line, columns recognised by their headings.
    Csv,
}

/// A question of a file: read, or why not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadQuestion {
    /// The line it begins on, counted from 1.
    pub line: u32,
    /// The question; none when it cannot be one.
    pub draft: Option<QuestionDraft>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// What of it is left out, or deserves a look.
    pub remarks: Vec<Fault>,
}

/// What is wrong with a question of a file, or deserves a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuestionImportFault)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1; null in GIFT, and when the file has none for it.
    pub column: Option<u32>,
    /// Which field of the question: a JSON pointer, or the heading of a column.
    pub field: String,
    /// Stable code of the fault.
    pub code: String,
    /// French sentence for people.
    pub message: String,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadFile {
    /// Its questions, in order.
    pub questions: Vec<ReadQuestion>,
    /// Headings of columns that mean nothing here.
    pub ignored: Vec<String>,
    /// In which column each field of a table is, counted from 1.
    pub columns: Vec<(fields::Field, u32)>,
}

impl Fault {
    /// A fault of a field, in this line.
    pub fn new(line: u32, field: impl Into<String>, code: &str, message: impl Into<String>) -> Self {
        Self { line, column: None, field: field.into(), code: code.to_owned(), message: message.into() }
    }
}

impl ReadQuestion {
    /// A question that begins on this line.
    pub fn at(line: u32) -> Self {
        Self { line, draft: None, faults: Vec::new(), remarks: Vec::new() }
    }
}

/// Reads a file of this form.
pub fn read(format: Format, bytes: &[u8]) -> Result<ReadFile, Refusal> {
    let file = match format {
        Format::Csv => csv::read(bytes)?,
        Format::Gift => {
            let text = decode(bytes)?;
            check_characters(&text)?;
            ReadFile { questions: gift::read(&text)?, ignored: Vec::new(), columns: Vec::new() }
        }
    };
    if file.questions.is_empty() {
        return Err(Refusal::new("empty_file", "Le fichier ne contient aucune question."));
    }
    Ok(file)
}

/// Refuses one question too many.
pub fn ensure_few(line: u32, questions: usize) -> Result<(), Refusal> {
    if questions > MOST_QUESTIONS {
        let told = "500 questions au plus par fichier\u{a0}: partagez-le.";
        return Err(Refusal::new("too_many", told).at(line, None));
    }
    Ok(())
}
