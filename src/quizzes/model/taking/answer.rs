//! An answer as it is given: checked against the question it answers, whatever a browser sends.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{ChoiceId, FileId, QuestionId};
use crate::platform::http::{FieldError, texts};
use crate::quizzes::model::question::{Expected, Question};

/// Most answers of one request: a quiz asks a hundred questions.
pub const MOST: usize = 100;

/// Most characters of a short answer.
const LONGEST_SHORT: usize = 500;

/// What somebody answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = GivenAnswer)]
pub enum Given {
    /// One choice.
    Single {
        /// The choice.
        choice_id: ChoiceId,
    },
    /// Any number of choices.
    Multiple {
        /// The choices, each once.
        choice_ids: Vec<ChoiceId>,
    },
    /// True or false.
    TrueFalse {
        /// Whether it is said to be true.
        is_true: bool,
    },
    /// A few words.
    ShortText {
        /// The words, 500 characters at most.
        text: String,
    },
    /// A number.
    Number {
        /// The number.
        value: f64,
    },
    /// A text.
    LongText {
        /// The text, as long as the question allows.
        text: String,
    },
    /// Files.
    File {
        /// Files that the person sent, each once, as many as the question allows.
        file_ids: Vec<FileId>,
    },
}

/// An answer that is saved.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuizAnswerDraft)]
pub struct AnswerDraft {
    /// The question.
    pub question_id: QuestionId,
    /// Counts up with each write of this answer, from 1: of two, the higher one stays, whichever arrives last.
    pub sequence: i64,
    /// The answer; null: none (any more).
    #[serde(default)]
    pub answer: Option<Given>,
    /// Whether the person wants to come back to it.
    #[serde(default)]
    pub is_flagged: bool,
}

impl Given {
    /// The choices it ticks.
    pub fn chosen(&self) -> &[ChoiceId] {
        match self {
            Self::Single { choice_id } => std::slice::from_ref(choice_id),
            Self::Multiple { choice_ids } => choice_ids,
            _ => &[],
        }
    }

    /// The files it brings.
    pub fn files(&self) -> &[FileId] {
        match self {
            Self::File { file_ids } => file_ids,
            _ => &[],
        }
    }

    /// The answer to this question, or its fault below `pointer`. What says nothing is no answer.
    pub fn check(self, question: &Question, pointer: &str) -> Result<Option<Self>, FieldError> {
        match (&question.answer, self) {
            (Expected::Single { .. }, Self::Single { choice_id }) => {
                let at = format!("{pointer}/choice_id");
                ensure_offered(question, choice_id, at)?;
                Ok(Some(Self::Single { choice_id }))
            }
            (Expected::Multiple { .. }, Self::Multiple { choice_ids }) => {
                let mut seen = HashSet::new();
                for (place, choice) in choice_ids.iter().enumerate() {
                    let at = format!("{pointer}/choice_ids/{place}");
                    if !seen.insert(*choice) {
                        return Err(FieldError::new(at, "duplicate", "Ce choix est coché deux fois."));
                    }
                    ensure_offered(question, *choice, at)?;
                }
                Ok((!choice_ids.is_empty()).then_some(Self::Multiple { choice_ids }))
            }
            (Expected::TrueFalse { .. }, Self::TrueFalse { is_true }) => {
                Ok(Some(Self::TrueFalse { is_true }))
            }
            (Expected::ShortText { .. }, Self::ShortText { text }) => {
                let text = texts::line(&format!("{pointer}/text"), &text, 0..=LONGEST_SHORT)?;
                Ok((!text.is_empty()).then_some(Self::ShortText { text }))
            }
            (Expected::Number { .. }, Self::Number { value }) => {
                if value.is_finite() {
                    return Ok(Some(Self::Number { value }));
                }
                let message = "Ce nombre est hors limites.";
                Err(FieldError::new(format!("{pointer}/value"), "out_of_range", message))
            }
            (Expected::LongText { max_characters, .. }, Self::LongText { text }) => {
                let longest = usize::try_from(*max_characters).unwrap_or(usize::MAX);
                let text = texts::paragraphs(&format!("{pointer}/text"), &text, 0..=longest)?;
                Ok((!text.is_empty()).then_some(Self::LongText { text }))
            }
            (Expected::File { max_files, .. }, Self::File { file_ids }) => {
                check_files(file_ids, *max_files, pointer)
            }
            _ => {
                let message = "Cette question n’attend pas une réponse de ce type.";
                Err(FieldError::new(format!("{pointer}/kind"), "wrong_kind", message))
            }
        }
    }
}

fn ensure_offered(question: &Question, choice: ChoiceId, at: String) -> Result<(), FieldError> {
    if question.answer.choices().iter().any(|offered| offered.id == choice) {
        return Ok(());
    }
    Err(FieldError::new(at, "unknown_choice", "Ce choix n’est pas proposé par la question."))
}

fn check_files(file_ids: Vec<FileId>, most: u8, pointer: &str) -> Result<Option<Given>, FieldError> {
    if file_ids.len() > usize::from(most) {
        let message = match most {
            1 => "Un fichier au plus.".to_owned(),
            _ => format!("{most} fichiers au plus."),
        };
        return Err(FieldError::new(format!("{pointer}/file_ids"), "too_many", message));
    }
    let mut seen = HashSet::new();
    if let Some(place) = file_ids.iter().position(|file| !seen.insert(*file)) {
        let at = format!("{pointer}/file_ids/{place}");
        return Err(FieldError::new(at, "duplicate", "Ce fichier est joint deux fois."));
    }
    Ok((!file_ids.is_empty()).then_some(Given::File { file_ids }))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn question(answer: &Value) -> Question {
        let whole = json!({ "statement": [], "points": 1, "explanation": "", "answer": answer });
        serde_json::from_value(whole).unwrap()
    }

    fn choices() -> Value {
        let choice = |number, is_right| json!({ "id": id(number), "text": "x", "is_right": is_right, "weight": null, "feedback": "" });
        json!([choice(1, true), choice(2, false)])
    }

    /// What is kept of an answer, or the place and code of its fault.
    fn told(question: &Question, given: Value) -> Result<Option<Given>, String> {
        let given: Given = serde_json::from_value(given).unwrap();
        given.check(question, "/a").map_err(|fault| format!("{} {}", fault.pointer, fault.code))
    }

    #[test]
    fn a_choice_is_one_of_those_offered() {
        let single = question(&json!({ "kind": "single", "choices": choices() }));
        assert!(told(&single, json!({ "kind": "single", "choice_id": id(2) })).unwrap().is_some());
        let foreign = told(&single, json!({ "kind": "single", "choice_id": id(3) }));
        assert_eq!(foreign.unwrap_err(), "/a/choice_id unknown_choice");
        let other = told(&single, json!({ "kind": "multiple", "choice_ids": [id(1)] }));
        assert_eq!(other.unwrap_err(), "/a/kind wrong_kind");
    }

    #[test]
    fn several_choices_are_ticked_once_each() {
        let expected =
            json!({ "kind": "multiple", "choices": choices(), "partial_credit": "all_or_nothing" });
        let multiple = question(&expected);
        let given = |ids: &[u128]| {
            let ids: Vec<Uuid> = ids.iter().copied().map(id).collect();
            told(&multiple, json!({ "kind": "multiple", "choice_ids": ids }))
        };
        assert!(given(&[2, 1]).unwrap().is_some());
        assert_eq!(given(&[]), Ok(None), "nothing ticked is no answer");
        assert_eq!(given(&[1, 1]).unwrap_err(), "/a/choice_ids/1 duplicate");
        assert_eq!(given(&[1, 9]).unwrap_err(), "/a/choice_ids/1 unknown_choice");
    }

    #[test]
    fn texts_and_numbers_are_bounded() {
        let long = question(&json!({ "kind": "long_text", "max_characters": 5, "rubric": [] }));
        let text = |text: &str| told(&long, json!({ "kind": "long_text", "text": text }));
        assert_eq!(text("12345").unwrap(), Some(Given::LongText { text: "12345".to_owned() }));
        assert_eq!(text(" \n "), Ok(None));
        assert_eq!(text("123456").unwrap_err(), "/a/text too_long");
        assert_eq!(text("nul\0").unwrap_err(), "/a/text invalid_characters");
        let ignores = json!({ "case": true, "accents": true, "spaces": true });
        let accepted = json!([{ "text": "a", "percent": 100, "feedback": "" }]);
        let short = question(&json!({ "kind": "short_text", "accepted": accepted, "ignores": ignores }));
        let text = |text: String| told(&short, json!({ "kind": "short_text", "text": text }));
        assert_eq!(text("é".repeat(501)).unwrap_err(), "/a/text too_long");
        assert!(text("é".repeat(500)).is_ok());
        let number = question(&json!({ "kind": "number", "value": 1.0, "tolerance": 0.0, "unit": "" }));
        assert!(told(&number, json!({ "kind": "number", "value": 1e300 })).unwrap().is_some());
        let infinite = Given::Number { value: f64::INFINITY }.check(&number, "/a").unwrap_err();
        assert_eq!((infinite.pointer.as_str(), &*infinite.code), ("/a/value", "out_of_range"));
    }

    #[test]
    fn files_are_counted() {
        let expected =
            json!({ "kind": "file", "kinds": ["pdf"], "max_bytes": 10, "max_files": 2, "rubric": [] });
        let file = question(&expected);
        let given = |ids: &[u128]| {
            let ids: Vec<Uuid> = ids.iter().copied().map(id).collect();
            told(&file, json!({ "kind": "file", "file_ids": ids }))
        };
        assert!(given(&[1, 2]).unwrap().is_some());
        assert_eq!(given(&[1, 2, 3]).unwrap_err(), "/a/file_ids too_many");
        assert_eq!(given(&[1, 1]).unwrap_err(), "/a/file_ids/1 duplicate");
        assert_eq!(given(&[]), Ok(None));
    }

    #[test]
    fn an_answer_has_the_fields_of_its_kind_and_no_other() {
        let odd = json!({ "kind": "true_false", "is_true": true, "points": 100 });
        assert!(serde_json::from_value::<Given>(odd).is_err());
    }
}
