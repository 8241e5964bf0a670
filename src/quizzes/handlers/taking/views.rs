//! What people see of the questions of an attempt. While it runs, nothing here holds what is right, why, or what it is graded by:
//! the key is a part of its own, added by [`MarkedQuestion`] alone.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::files::FileCard;
use crate::ids::{ChoiceId, FileId, QuestionId};
use crate::quizzes::model::question::{Block, Criterion, Expected, FileKind, Kind, PartialCredit, Points};
use crate::quizzes::model::taking::answer::Given;
use crate::quizzes::model::taking::score::{Verdict, fitting};
use crate::quizzes::store::taking::grades::Grade;
use crate::quizzes::store::taking::papers::Sheet;

/// A choice, without what it is worth.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedChoice {
    /// The choice.
    id: ChoiceId,
    /// What it says.
    text: String,
}

/// What files an answer may be.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedFiles {
    /// What is accepted.
    kinds: Vec<FileKind>,
    /// Largest size of each, in bytes.
    max_bytes: u64,
    /// Most files.
    max_files: u8,
}

/// A question as it is asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedQuestion {
    /// The question.
    question_id: QuestionId,
    /// Its place in the attempt, from 0.
    position: i16,
    /// The part of the quiz.
    section: i16,
    /// What kind of answer it expects.
    kind: Kind,
    /// What is asked.
    statement: Vec<Block>,
    /// What it is worth.
    points: Points,
    /// Its choices in the order of this attempt; none when it has none.
    choices: Vec<AskedChoice>,
    /// What a partly right answer to several choices is worth.
    partial_credit: Option<PartialCredit>,
    /// The unit of a number; may be empty.
    unit: Option<String>,
    /// Most characters of a text.
    max_characters: Option<u32>,
    /// What files it takes.
    files: Option<AskedFiles>,
    /// What was answered.
    answer: Option<Given>,
    /// The files of the answer.
    answer_files: Vec<FileCard>,
    /// The write of the answer that is kept; the next one counts higher.
    sequence: i64,
    /// Whether the person wants to come back to it.
    is_flagged: bool,
    /// When it was saved last.
    saved_at: Option<DateTime<Utc>>,
}

/// The files of answers, by their ids.
pub type Cards = HashMap<FileId, FileCard>;

impl AskedQuestion {
    /// The question as this attempt asks it, with what was answered.
    pub fn of(sheet: &Sheet, cards: &Cards) -> Self {
        let (answer, question) = (&sheet.answer, &sheet.question);
        let text = |id: &ChoiceId| {
            let found = question.answer.choices().iter().find(|choice| choice.id == *id)?;
            Some(AskedChoice { id: found.id, text: found.text.clone() })
        };
        let order = answer.choice_order.iter().copied().map(ChoiceId);
        let given = answer.given();
        let (mut partial_credit, mut unit, mut max_characters, mut files) = (None, None, None, None);
        match &question.answer {
            Expected::Multiple { partial_credit: rule, .. } => partial_credit = Some(*rule),
            Expected::Number { unit: of, .. } => unit = Some(of.clone()),
            Expected::LongText { max_characters: most, .. } => max_characters = Some(*most),
            Expected::File { kinds, max_bytes, max_files, .. } => {
                files =
                    Some(AskedFiles { kinds: kinds.clone(), max_bytes: *max_bytes, max_files: *max_files });
            }
            Expected::Single { .. } | Expected::TrueFalse { .. } | Expected::ShortText { .. } => {}
        }
        Self {
            question_id: answer.question,
            position: answer.position,
            section: answer.section,
            kind: question.kind(),
            statement: question.statement.clone(),
            points: Points::of_hundredths(answer.worth),
            choices: order.filter_map(|id| text(&id)).collect(),
            partial_credit,
            unit,
            max_characters,
            files,
            answer: given.cloned(),
            answer_files: given
                .map_or(&[][..], Given::files)
                .iter()
                .filter_map(|id| cards.get(id).cloned())
                .collect(),
            sequence: answer.sequence,
            is_flagged: answer.is_flagged,
            saved_at: answer.saved_at,
        }
    }

    /// Leaves out when it was saved: of a company's quiz, it would tell of extra time.
    pub fn forget_when(&mut self) {
        self.saved_at = None;
    }

    /// Leaves out what may tell whose answer it is: when it was saved, how often, and where in their own order it stood.
    pub fn forget_when_and_where(&mut self) {
        (self.position, self.sequence, self.is_flagged, self.saved_at) = (0, 0, false, None);
    }
}

/// What is right.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerKey {
    /// The right choices; none when the question has no choices.
    right_choice_ids: Vec<ChoiceId>,
    /// Whether it is true.
    is_true: Option<bool>,
    /// The words that are accepted with all the points, the best first.
    accepted: Vec<String>,
    /// The number.
    value: Option<f64>,
    /// How far from it is still right.
    tolerance: Option<f64>,
    /// Why; may be empty.
    explanation: String,
    /// What is said to whoever answered so.
    feedback: Vec<String>,
    /// What it is graded by.
    rubric: Vec<Criterion>,
}

impl AnswerKey {
    fn of(sheet: &Sheet) -> Self {
        let mut key = Self {
            right_choice_ids: Vec::new(),
            is_true: None,
            accepted: Vec::new(),
            value: None,
            tolerance: None,
            explanation: sheet.key.explanation.clone(),
            feedback: Vec::new(),
            rubric: Vec::new(),
        };
        match &sheet.key.answer {
            Expected::Single { choices } | Expected::Multiple { choices, .. } => {
                let right = choices.iter().filter(|choice| choice.is_right);
                key.right_choice_ids = right.map(|choice| choice.id).collect();
            }
            Expected::TrueFalse { is_true, .. } => key.is_true = Some(*is_true),
            Expected::ShortText { accepted, .. } => {
                let whole = accepted.iter().filter(|one| one.percent == 100);
                key.accepted = whole.map(|one| one.text.clone()).collect();
            }
            Expected::Number { value, tolerance, .. } => {
                (key.value, key.tolerance) = (Some(*value), Some(*tolerance));
            }
            Expected::LongText { rubric, .. } | Expected::File { rubric, .. } => {
                key.rubric.clone_from(rubric);
            }
        }
        key.feedback = said(sheet);
        key
    }
}

/// What the question says to whoever answered so.
fn said(sheet: &Sheet) -> Vec<String> {
    let Some(given) = sheet.answer.given() else { return Vec::new() };
    let told: Vec<&str> = match (&sheet.key.answer, given) {
        (Expected::Single { choices } | Expected::Multiple { choices, .. }, _) => {
            let chosen = choices.iter().filter(|choice| given.chosen().contains(&choice.id));
            chosen.map(|choice| choice.feedback.as_str()).collect()
        }
        (Expected::TrueFalse { feedback_true, feedback_false, .. }, Given::TrueFalse { is_true }) => {
            vec![if *is_true { feedback_true.as_str() } else { feedback_false.as_str() }]
        }
        (Expected::ShortText { accepted, ignores }, Given::ShortText { text }) => {
            fitting(accepted, *ignores, text).map(|one| one.feedback.as_str()).into_iter().collect()
        }
        _ => Vec::new(),
    };
    told.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// What somebody made of an answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuizGrade)]
pub struct GradeView {
    /// Its points.
    points: Points,
    /// The points of each criterion of the rubric, in its order; empty without a rubric.
    criteria: Vec<Points>,
    /// A comment; may be empty.
    comment: String,
    /// Who gave it.
    graded_by: String,
    /// When.
    graded_at: DateTime<Utc>,
}

impl From<&Grade> for GradeView {
    fn from(grade: &Grade) -> Self {
        Self {
            points: Points::of_hundredths(grade.points),
            criteria: grade.criteria.iter().copied().map(Points::of_hundredths).collect(),
            comment: grade.comment.clone(),
            graded_by: grade.by_name.clone(),
            graded_at: grade.at,
        }
    }
}

/// A question with what was answered, its points and what is right.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkedQuestion {
    /// As it was asked and answered.
    #[serde(flatten)]
    asked: AskedQuestion,
    /// The points of the answer; null while somebody has to grade it. Below 0 where a wrong answer costs.
    given_points: Option<Points>,
    /// How good the answer is.
    verdict: Option<Verdict>,
    /// What is right.
    key: AnswerKey,
    /// The version of the question it is scored by.
    key_number: i32,
    /// What somebody made of it.
    grade: Option<GradeView>,
}

impl MarkedQuestion {
    /// The question, for eyes that may see what is right.
    pub fn of(sheet: &Sheet, cards: &Cards) -> Self {
        Self {
            asked: AskedQuestion::of(sheet, cards),
            given_points: sheet.points().map(Points::of_hundredths),
            verdict: sheet.verdict(),
            key: AnswerKey::of(sheet),
            key_number: sheet.key_number,
            grade: sheet.grade.as_ref().map(GradeView::from),
        }
    }

    /// The same, without when it was saved.
    #[must_use]
    pub fn without_times(mut self) -> Self {
        self.asked.forget_when();
        self
    }
}

/// The files that these answers bring.
pub fn files_of(sheets: &[Sheet]) -> Vec<FileId> {
    let given = sheets.iter().filter_map(|sheet| sheet.answer.given());
    given.flat_map(|given| given.files().iter().copied()).collect()
}
