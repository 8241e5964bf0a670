//! What a file of questions would do, line by line.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::fields::Field;
use super::{Fault, ReadFile};
use crate::ids::FileId;
use crate::platform::http::FieldError;
use crate::quizzes::model::question::draft::Content;
use crate::quizzes::model::question::{Block, Kind, Points, statement};

/// What becomes of a question of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = QuestionImportAction)]
pub enum Action {
    /// It is written.
    Create,
    /// It cannot be, for the faults that are told.
    Error,
}

/// A question of a file, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuestionImportRow)]
pub struct Row {
    /// The line it begins on, counted from 1.
    pub line: u32,
    /// What becomes of it.
    pub action: Action,
    /// What kind of answer it expects; null while that is not known.
    pub kind: Option<Kind>,
    /// The beginning of what it asks; null while that is not known.
    pub title: Option<String>,
    /// What it is worth; null while that is not known.
    pub points: Option<Points>,
    /// Its tags.
    pub tags: Vec<String>,
    /// What is wrong with it.
    pub errors: Vec<Fault>,
    /// What of it is left out, or deserves a look.
    pub remarks: Vec<Fault>,
}

/// How many questions become what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuestionImportCounts)]
pub struct Counts {
    /// Written.
    pub create: u32,
    /// Wrong.
    pub error: u32,
}

/// What a file would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// Question by question, in the file's order.
    pub rows: Vec<Row>,
    /// How many become what.
    pub counts: Counts,
    /// Headings of columns that mean nothing here.
    pub ignored_columns: Vec<String>,
}

/// A draft of a file as it was read: the question, its faults, or nothing where there is no draft.
pub type Parsed = Option<Result<Content, Vec<FieldError>>>;

/// What is in the bank already.
pub struct Around {
    /// Titles of questions in use, among those of the file.
    pub titles: HashSet<String>,
    /// Images that questions show, among those of the file.
    pub images: HashSet<FileId>,
}

impl Preview {
    /// What this file does to the bank as it is. `parsed` are its questions, in order.
    pub fn of(file: &ReadFile, parsed: &[Parsed], around: &Around) -> Self {
        let mut seen = around.titles.clone();
        let mut counts = Counts::default();
        let mut rows = Vec::with_capacity(file.questions.len());
        for (read, parsed) in file.questions.iter().zip(parsed) {
            let (mut errors, mut remarks) = (read.faults.clone(), read.remarks.clone());
            let content = match parsed {
                Some(Ok(content)) => {
                    errors.extend(missing_images(content, read.line, file, around));
                    if !seen.insert(statement::title(&content.question.statement)) {
                        let message = "Une question de la banque ou du fichier commence par les mêmes mots.";
                        remarks.push(Fault::new(read.line, "/statement", "same_statement", message));
                    }
                    Some(content)
                }
                Some(Err(faults)) => {
                    errors.extend(faults.iter().map(|fault| placed(fault, read.line, file)));
                    None
                }
                None => None,
            };
            let action = if errors.is_empty() { Action::Create } else { Action::Error };
            match action {
                Action::Create => counts.create += 1,
                Action::Error => counts.error += 1,
            }
            let draft_kind = read.draft.as_ref().map(|draft| draft.answer.kind);
            rows.push(Row {
                line: read.line,
                action,
                kind: draft_kind,
                title: content.map(|content| statement::title(&content.question.statement)),
                points: content.map(|content| content.question.points),
                tags: content.map(|content| content.tags.clone()).unwrap_or_default(),
                errors,
                remarks,
            });
        }
        Self { rows, counts, ignored_columns: file.ignored.clone() }
    }
}

/// A fault of a question at its line, and its column where there is one.
fn placed(fault: &FieldError, line: u32, file: &ReadFile) -> Fault {
    let field = Field::of_pointer(&fault.pointer);
    let column = field.and_then(|field| file.columns.iter().find(|(known, _)| *known == field));
    let placed = Fault::new(line, fault.pointer.clone(), &fault.code, fault.message.clone());
    Fault { column: column.map(|(_, column)| *column), ..placed }
}

/// Images that no question of the organisation shows: a file of text brings none along.
fn missing_images(content: &Content, line: u32, file: &ReadFile, around: &Around) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (place, block) in content.question.statement.iter().enumerate() {
        if let Block::Image { file_id, .. } = block
            && !around.images.contains(file_id)
        {
            let message =
                "Aucune question de la banque ne montre cette image\u{a0}: ajoutez-la après l’import.";
            let fault = FieldError::new(format!("/statement/{place}/file_id"), "unknown_file", message);
            faults.push(placed(&fault, line, file));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::quizzes::model::exchange::{Format, read};
    use crate::quizzes::model::question::samples;

    #[test]
    fn what_is_there_twice_and_what_is_missing_is_told() {
        let image = Uuid::from_u128(5);
        let text = format!("Un ?{{T}}\n\nUn ?{{F}}\n\nDeux\\n\\n![x](file\\:{image}){{}}\n\nTrois{{\n");
        let file = read(Format::Gift, text.as_bytes()).unwrap();
        let parsed: Vec<Parsed> = file
            .questions
            .iter()
            .map(|read| read.draft.as_ref().map(|draft| Ok(samples::parsed(draft))))
            .collect();
        let around = Around { titles: HashSet::from(["Un ?".to_owned()]), images: HashSet::new() };
        let preview = Preview::of(&file, &parsed, &around);
        assert_eq!((preview.counts.create, preview.counts.error), (2, 2));
        assert_eq!(preview.rows[0].remarks[0].code, "same_statement");
        assert_eq!(preview.rows[1].remarks[0].code, "same_statement");
        let fault = &preview.rows[2].errors[0];
        assert_eq!(
            (fault.line, fault.field.as_str(), fault.code.as_str()),
            (5, "/statement/1/file_id", "unknown_file")
        );
        assert_eq!(preview.rows[3].errors[0].code, "brace_not_closed");
        let around = Around { images: HashSet::from([FileId(image)]), ..around };
        assert_eq!(Preview::of(&file, &parsed, &around).counts.create, 3);
    }
}
