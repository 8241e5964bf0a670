//! What a corrected key changes: computed the same way for the preview and when it is applied.

use std::collections::HashMap;
use std::sync::Arc;

use super::results::{Known, known};
use crate::ids::{ChoiceId, QuestionId, QuizAttemptId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Result};
use crate::quizzes::model::question::Question;
use crate::quizzes::model::taking::place::PlaceId;
use crate::quizzes::model::taking::score::{self, Scored, Total};
use crate::quizzes::model::taking::terms::Terms;
use crate::quizzes::store::taking::attempts::Attempt;
use crate::quizzes::store::taking::corrections::{self, Line};
use crate::quizzes::store::taking::papers::{self, Sheet};
use crate::quizzes::store::taking::{answers, grades};

/// An attempt whose points a correction changes.
pub struct Change {
    /// The attempt as it is.
    pub attempt: Attempt,
    /// What changes.
    pub line: Line,
    /// The version that was asked.
    pub asked: i32,
    /// The place of the answer in it.
    pub position: i16,
    /// The answer as the corrected key scores it.
    pub scored: Scored,
    /// The result of the attempt afterwards; none while it is not graded.
    pub total: Option<Total>,
}

/// What a correction does.
pub struct Plan {
    /// The versions that were asked, or will be, and that it scores anew.
    pub from: Vec<i32>,
    /// The attempts whose points change.
    pub changes: Vec<Change>,
    /// Attempts it looked at.
    pub looked_at: usize,
}

/// The version of a question that is to score those before it.
async fn corrected(tx: &mut Tx<'_>, question: QuestionId, number: i32) -> Result<Arc<Question>> {
    let version = (question, number);
    let found = answers::questions(&mut **tx, &[version]).await?.remove(&version);
    let unknown = || Error::field("/number", "unknown_version", "Cette question n’a pas cette version.");
    let key = found.ok_or_else(unknown)?;
    if key.kind().is_graded_by_hand() {
        return Err(Code::GradedByHand.into());
    }
    Ok(key)
}

/// Refuses a version that is no correction of what was asked: of another kind, or without a choice that was offered.
fn ensure_comparable(asked: &Question, key: &Question) -> Result<()> {
    let offers = |id: ChoiceId| key.answer.choices().iter().any(|choice| choice.id == id);
    let is_comparable =
        asked.kind() == key.kind() && asked.answer.choices().iter().all(|choice| offers(choice.id));
    if is_comparable {
        return Ok(());
    }
    let message = "Cette version pose une autre question\u{a0}: elle ne corrige pas la précédente.";
    Err(Error::field("/number", "not_a_correction", message))
}

/// What happens when this version of a question scores every one before it, at a quiz.
pub async fn plan(tx: &mut Tx<'_>, place: PlaceId, (question, number): (QuestionId, i32)) -> Result<Plan> {
    let from = corrections::asked_before(&mut **tx, place, (question, number)).await?;
    if from.is_empty() {
        let message = "Ce quiz ne pose aucune version plus ancienne de cette question.";
        return Err(Error::field("/question_id", "nothing_to_correct", message));
    }
    let key = corrected(tx, question, number).await?;
    let versions: Vec<_> = from.iter().map(|number| (question, *number)).collect();
    for asked in answers::questions(&mut **tx, &versions).await?.values() {
        ensure_comparable(asked, &key)?;
    }
    let known = known(tx, place).await?;
    let sheets = papers::handed_in(tx, place, Some(question)).await?;
    let mut changes = Vec::new();
    let looked_at = sheets.len();
    for known in &known {
        let own = sheets.get(&known.attempt.id).and_then(|sheets| sheets.first());
        let Some(sheet) = own.filter(|sheet| from.contains(&sheet.answer.number)) else { continue };
        let Some((line, scored)) = line(known, sheet, &key) else { continue };
        changes.push(Change {
            attempt: known.attempt.clone(),
            line,
            asked: sheet.answer.number,
            position: sheet.answer.position,
            scored,
            total: None,
        });
    }
    add_totals(tx, &mut changes, &known).await?;
    Ok(Plan { from, changes, looked_at })
}

/// The points of an answer before and afterwards; none when they stay.
fn line(known: &Known, sheet: &Sheet, key: &Question) -> Option<(Line, Scored)> {
    let (terms, worth): (&Terms, i32) = (&known.terms, sheet.answer.worth);
    let given = sheet.answer.given();
    let scored = score::automatic(key, given, worth, terms.settings.negative_percent)?;
    let before_points = sheet.answer.auto_points?;
    let is_same = before_points == scored.points && sheet.answer.verdict == Some(scored.verdict);
    (!is_same).then_some((
        Line {
            attempt: known.attempt.id,
            before_points,
            after_points: scored.points,
            before_percent: known.attempt.percent,
            after_percent: None,
        },
        scored,
    ))
}

/// The results of the attempts afterwards.
async fn add_totals(tx: &mut Tx<'_>, changes: &mut [Change], known: &[Known]) -> Result<()> {
    let ids: Vec<QuizAttemptId> = changes.iter().map(|change| change.attempt.id).collect();
    let grades = grades::newest(&mut **tx, &ids).await?;
    for change in changes {
        let is_graded =
            known.iter().any(|one| one.attempt.id == change.attempt.id && one.attempt.state.has_result());
        if !is_graded {
            continue;
        }
        let answers = answers::of_attempt(&mut **tx, change.attempt.id).await?;
        let mut points: HashMap<i16, (i32, i32)> = HashMap::with_capacity(answers.len());
        for answer in &answers {
            let by_hand = grades.get(&(answer.attempt, answer.position)).map(|grade| grade.points);
            let own = by_hand.or(answer.auto_points).unwrap_or_default();
            points.insert(answer.position, (own, answer.worth));
        }
        if let Some(own) = points.get_mut(&change.position) {
            own.0 = change.scored.points;
        }
        let total = score::total(points.into_values());
        change.line.after_percent = Some(total.percent);
        change.total = Some(total);
    }
    Ok(())
}
