//! An attempt put together: what it asked, what was answered, the keys it is scored with, and what graders made of it.

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::PgConnection;

use super::answers::{self, Answer};
use super::attempts::Attempt;
use super::grades::{self, Grade};
use super::{corrections, places};
use crate::ids::{QuestionId, QuizAttemptId};
use crate::quizzes::model::question::Question;
use crate::quizzes::model::taking::draw::Version;
use crate::quizzes::model::taking::place::PlaceId;
use crate::quizzes::model::taking::score::{self, Scored, Total, Verdict};
use crate::quizzes::model::taking::terms::Terms;

/// One question of an attempt.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What was asked and answered.
    pub answer: Answer,
    /// The question as it was asked.
    pub question: Arc<Question>,
    /// The question as it is scored.
    pub key: Arc<Question>,
    /// The version it is scored as.
    pub key_number: i32,
    /// What graders made of it.
    pub grade: Option<Grade>,
}

impl Sheet {
    /// Its points; none while somebody has to grade it.
    pub fn points(&self) -> Option<i32> {
        self.grade.as_ref().map(|grade| grade.points).or(self.answer.auto_points)
    }

    /// How good the answer is; none while nobody knows.
    pub fn verdict(&self) -> Option<Verdict> {
        match &self.grade {
            Some(grade) => Some(Verdict::of(grade.points, self.answer.worth)),
            None => self.answer.verdict,
        }
    }

    /// Its points as they are computed with the key of today.
    pub fn score(&self, terms: &Terms) -> Option<Scored> {
        score::automatic(&self.key, self.answer.given(), self.answer.worth, terms.settings.negative_percent)
    }

    /// Whether somebody has to grade it, or graded it.
    pub fn is_graded_by_hand(&self) -> bool {
        self.question.kind().is_graded_by_hand() && self.answer.given.is_some()
    }
}

/// The result of these; none while one of them has no points.
pub fn total<'a>(sheets: impl IntoIterator<Item = &'a Sheet>) -> Option<Total> {
    let points: Option<Vec<(i32, i32)>> =
        sheets.into_iter().map(|sheet| Some((sheet.points()?, sheet.answer.worth))).collect();
    Some(score::total(points?))
}

/// An attempt with what it asks.
pub struct Paper {
    /// The attempt.
    pub attempt: Attempt,
    /// What its revision says.
    pub terms: Terms,
    /// Its questions, in its order.
    pub sheets: Vec<Sheet>,
}

/// What answers are put together with.
struct Bound {
    keys: HashMap<Version, i32>,
    questions: HashMap<Version, Arc<Question>>,
}

impl Bound {
    async fn read(db: &mut PgConnection, place: PlaceId, answers: &[Answer]) -> sqlx::Result<Self> {
        let keys = corrections::keys(&mut *db, place).await?;
        let mut versions: Vec<Version> = answers.iter().map(Answer::version).collect();
        versions.extend(
            answers
                .iter()
                .filter_map(|answer| keys.get(&answer.version()).map(|number| (answer.question, *number))),
        );
        versions.sort_unstable();
        versions.dedup();
        let questions = answers::questions(db, &versions).await?;
        Ok(Self { keys, questions })
    }

    fn sheet(&self, answer: Answer, grade: Option<Grade>) -> sqlx::Result<Sheet> {
        let asked = answer.version();
        let key_number = self.keys.get(&asked).copied().unwrap_or(asked.1);
        let of = |version: Version| self.questions.get(&version).cloned().ok_or(sqlx::Error::RowNotFound);
        Ok(Sheet { question: of(asked)?, key: of((asked.0, key_number))?, key_number, grade, answer })
    }
}

/// Puts an attempt together.
pub async fn of_attempt(db: &mut PgConnection, attempt: Attempt) -> sqlx::Result<Paper> {
    let terms = places::terms(&mut *db, attempt.quiz, attempt.revision).await?;
    let answers = answers::of_attempt(&mut *db, attempt.id).await?;
    let mut grades = grades::newest(&mut *db, &[attempt.id]).await?;
    let bound = Bound::read(db, attempt.place, &answers).await?;
    let sheets = answers.into_iter().map(|answer| {
        let grade = grades.remove(&(attempt.id, answer.position));
        bound.sheet(answer, grade)
    });
    let sheets = sheets.collect::<sqlx::Result<_>>()?;
    Ok(Paper { attempt, terms, sheets })
}

/// Puts together what was handed in at a quiz, or one question of it, by attempt.
pub async fn handed_in(
    db: &mut PgConnection,
    place: PlaceId,
    only: Option<QuestionId>,
) -> sqlx::Result<HashMap<QuizAttemptId, Vec<Sheet>>> {
    let answers = answers::handed_in(&mut *db, place, only).await?;
    let mut attempts: Vec<QuizAttemptId> = answers.iter().map(|answer| answer.attempt).collect();
    attempts.dedup();
    let mut grades = grades::newest(&mut *db, &attempts).await?;
    let bound = Bound::read(db, place, &answers).await?;
    let mut sheets: HashMap<QuizAttemptId, Vec<Sheet>> = HashMap::new();
    for answer in answers {
        let grade = grades.remove(&(answer.attempt, answer.position));
        let attempt = answer.attempt;
        sheets.entry(attempt).or_default().push(bound.sheet(answer, grade)?);
    }
    Ok(sheets)
}
