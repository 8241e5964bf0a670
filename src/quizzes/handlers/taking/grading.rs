//! Grading an answer by hand. Several people grade at once: each grade starts from the one that was read.

use axum::extract::State;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::copies::{QuizCopyAnswer, copy_answer, rubric, takers};
use super::results::Known;
use super::{Admitted, OfQuiz, note, telling, write};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId, QuestionId, QuizCopyId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Code, Error, FieldError, Fields, IfMatch, Json, Path, Problems, Result, Versioned, texts,
};
use crate::platform::state::AppState;
use crate::quizzes::model::question::{Criterion, Points};
use crate::quizzes::model::taking::place::{PlaceId, Taker};
use crate::quizzes::model::taking::state::{AttemptState, Move};
use crate::quizzes::policy;
use crate::quizzes::store::taking::attempts::{self, Attempt};
use crate::quizzes::store::taking::grades::{self, Grade};
use crate::quizzes::store::taking::papers::{self, Paper, Sheet};
use crate::quizzes::store::taking::people;

/// Most characters of a comment.
const LONGEST_COMMENT: usize = 5_000;

/// What somebody makes of an answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizGradeDraft {
    /// Its points, from 0 to what the answer is worth; without a rubric.
    #[serde(default)]
    points: Option<f64>,
    /// The points of each criterion, in the order of the rubric; with one. What the answer is worth is shared out as they are.
    #[serde(default)]
    criteria: Option<Vec<f64>>,
    /// What the person reads; 5,000 characters at most.
    #[serde(default)]
    comment: String,
}

/// A grade that can be written.
struct Parsed {
    points: i32,
    criteria: Vec<i32>,
    comment: String,
}

impl QuizGradeDraft {
    /// The grade of an answer of this worth. Every fault is told at its place.
    fn parse(&self, rubric: &[Criterion], worth: i32) -> Result<Parsed> {
        let mut fields = Fields::default();
        let comment = fields.check(texts::paragraphs("/comment", &self.comment, 0..=LONGEST_COMMENT));
        let (points, criteria) = if rubric.is_empty() {
            (self.plain(worth, &mut fields), Vec::new())
        } else {
            let criteria = self.by_criteria(rubric, &mut fields);
            (shared(&criteria, rubric, worth), criteria)
        };
        fields.finish()?;
        Ok(Parsed { points, criteria, comment: comment.unwrap_or_default() })
    }

    fn plain(&self, worth: i32, fields: &mut Fields) -> i32 {
        if self.criteria.is_some() {
            let message = "Cette question n’a pas de grille de correction.";
            fields.push(FieldError::new("/criteria", "not_in_rubric", message));
        }
        let Some(points) = self.points else {
            fields.push(FieldError::new("/points", "required", "Indiquez les points."));
            return 0;
        };
        fields.check(within("/points", points, worth)).unwrap_or_default()
    }

    fn by_criteria(&self, rubric: &[Criterion], fields: &mut Fields) -> Vec<i32> {
        if self.points.is_some() {
            let message = "Avec une grille de correction, les points viennent de ses critères.";
            fields.push(FieldError::new("/points", "not_in_rubric", message));
        }
        let given = self.criteria.as_deref().unwrap_or_default();
        if given.len() != rubric.len() {
            let message = format!("Notez chacun des {} critères.", rubric.len());
            fields.push(FieldError::new("/criteria", "required", message));
            return Vec::new();
        }
        let pairs = given.iter().zip(rubric).enumerate();
        pairs
            .filter_map(|(place, (points, criterion))| {
                let at = format!("/criteria/{place}");
                fields.check(within(&at, *points, criterion.points.hundredths()))
            })
            .collect()
    }
}

/// Points from 0 to so many, in hundredths.
fn within(pointer: &str, points: f64, most: i32) -> std::result::Result<i32, FieldError> {
    let parsed = Points::parse(pointer, points)?.hundredths();
    if parsed <= most {
        return Ok(parsed);
    }
    let most = format!("{}", Points::of_hundredths(most).number()).replace('.', ",");
    Err(FieldError::new(pointer.to_owned(), "out_of_range", format!("{most} points au plus.")))
}

/// What criteria with these points give of what an answer is worth, to the nearest hundredth.
fn shared(criteria: &[i32], rubric: &[Criterion], worth: i32) -> i32 {
    let whole: i64 = rubric.iter().map(|criterion| i64::from(criterion.points.hundredths())).sum();
    let part: i64 = criteria.iter().copied().map(i64::from).sum();
    if whole <= 0 {
        return 0;
    }
    let points = (2 * i64::from(worth) * part + whole) / (2 * whole);
    i32::try_from(points).unwrap_or(worth).clamp(0, worth)
}

/// An answer of a copy, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct CopyAnswer {
    id: OrganisationId,
    session_id: TrainingSessionId,
    quiz_id: SessionQuizId,
    copy_id: QuizCopyId,
    question_id: QuestionId,
}

/// Grades an answer of a copy, or grades it anew. Whoever comes second gets what the first one made of it (412).
#[utoipa::path(put,
    path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/copies/{copy_id}/grades/{question_id}",
    tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("copy_id" = QuizCopyId, Path), ("question_id" = QuestionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes; 0 while it waits")),
    request_body = QuizGradeDraft, responses((status = 200, body = QuizCopyAnswer), Problems))]
pub async fn grade_quiz_answer(
    State(state): State<AppState>,
    actor: Actor,
    Path(at): Path<CopyAnswer>,
    if_match: IfMatch,
    Json(draft): Json<QuizGradeDraft>,
) -> Result<Versioned<QuizCopyAnswer>> {
    let of = OfQuiz { id: at.id, session_id: at.session_id, quiz_id: at.quiz_id };
    let Admitted { mut tx, place, .. } = write(&state, actor, of, policy::may_grade).await?;
    let people = takers(&mut tx, place.session).await?;
    let answer = (at.copy_id, at.question_id);
    grade((&state, tx), (place.id.into(), &people, &place.title), actor.person, answer, (if_match, &draft))
        .await
}

/// Grades an answer of a copy at a quiz.
pub async fn grade(
    (state, mut tx): (&AppState, Tx<'static>),
    (place, people, title): (PlaceId, &[Taker], &str),
    grader: PersonId,
    (copy, question): (QuizCopyId, QuestionId),
    (if_match, draft): (IfMatch, &QuizGradeDraft),
) -> Result<Versioned<QuizCopyAnswer>> {
    let found = attempts::of_copy(&mut *tx, place, copy).await?.ok_or_else(Error::not_found)?;
    let attempt = attempts::lock(&mut tx, found).await?.ok_or_else(Error::not_found)?;
    policy::ensure_not_theirs(attempt.person, grader)?;
    let paper = papers::of_attempt(&mut tx, attempt).await?;
    let sheet = paper.sheets.iter().find(|sheet| sheet.answer.question == question);
    let sheet = sheet.ok_or_else(Error::not_found)?;
    if !sheet.is_graded_by_hand() {
        return Err(Code::NotGradedByHand.into());
    }
    let waits = |other: &Sheet| other.points().is_none() && other.answer.position != sheet.answer.position;
    let is_last = !paper.sheets.iter().any(waits);
    let reached = paper.attempt.state.after(Move::Grade { is_last })?;
    let number = sheet.grade.as_ref().map_or(0, |grade| grade.number);
    let asked = if_match.version()?;
    if asked != number {
        let current = copy_answer(&mut tx, &known(&paper), sheet, people).await?;
        ensure_current(asked, number, &current)?;
    }
    let parsed = draft.parse(rubric(sheet), sheet.answer.worth)?;
    let grade = Grade {
        number: number + 1,
        points: parsed.points,
        criteria: parsed.criteria,
        comment: parsed.comment,
        by_name: people::name(&mut *tx, grader).await?,
        at: state.clock.now(),
    };
    grades::insert(&mut tx, (paper.attempt.id, sheet.answer.position), &grade, grader).await?;
    let told = json!({ "question_id": question, "number": grade.number, "state": reached.as_str() });
    note(&mut tx, state, (&paper.attempt, Some(grader)), (Event::QuizAnswerGraded, told)).await?;
    let attempt = finish(&mut tx, state, (&paper.attempt, title), reached).await?;
    let paper = papers::of_attempt(&mut tx, attempt).await?;
    let sheet = paper.sheets.iter().find(|sheet| sheet.answer.question == question);
    let sheet = sheet.ok_or_else(Error::not_found)?;
    let view = copy_answer(&mut tx, &known(&paper), sheet, people).await?;
    tx.commit().await?;
    Ok(Versioned(grade.number, view))
}

fn known(paper: &Paper) -> Known {
    Known { attempt: paper.attempt.clone(), terms: paper.terms.clone().into() }
}

/// Writes the result once every answer has its points. Whoever had seen another one is told.
async fn finish(
    tx: &mut Tx<'_>,
    state: &AppState,
    (before, title): (&Attempt, &str),
    reached: AttemptState,
) -> Result<Attempt> {
    if reached.has_result() {
        let paper = papers::of_attempt(tx, before.clone()).await?;
        if let Some(total) = papers::total(&paper.sheets) {
            attempts::set_result(tx, before.id, reached, total, state.clock.now()).await?;
        }
    }
    let after = attempts::find(&mut **tx, before.id).await?.ok_or_else(Error::not_found)?;
    telling::changed(tx, state, (before, &after), title).await?;
    Ok(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rubric(points: &[i32]) -> Vec<Criterion> {
        let criterion = |points: &i32| Criterion {
            title: "Clarté".to_owned(),
            description: String::new(),
            points: Points::of_hundredths(*points),
        };
        points.iter().map(criterion).collect()
    }

    fn faults(draft: &QuizGradeDraft, rubric: &[Criterion]) -> Vec<String> {
        match draft.parse(rubric, 400) {
            Err(Error::Invalid(faults)) => {
                faults.into_iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
            }
            Err(other) => panic!("{other}"),
            Ok(_) => Vec::new(),
        }
    }

    #[test]
    fn criteria_share_out_what_the_answer_is_worth_here() {
        let rubric = rubric(&[100, 200]);
        let draft = |criteria| QuizGradeDraft { points: None, criteria, comment: " Bien. ".to_owned() };
        let parsed = draft(Some(vec![0.5, 2.0])).parse(&rubric, 400).unwrap();
        // 2.5 of 3 points, of an answer that is worth 4 in this quiz.
        assert_eq!((parsed.points, parsed.criteria, parsed.comment.as_str()), (333, vec![50, 200], "Bien."));
        assert_eq!(draft(Some(vec![1.0, 2.0])).parse(&rubric, 400).unwrap().points, 400);
        assert_eq!(faults(&draft(Some(vec![1.0])), &rubric), ["/criteria required"]);
        assert_eq!(faults(&draft(None), &rubric), ["/criteria required"]);
        assert_eq!(
            faults(&draft(Some(vec![1.01, -1.0])), &rubric),
            ["/criteria/0 out_of_range", "/criteria/1 out_of_range"]
        );
    }

    #[test]
    fn without_a_rubric_points_go_up_to_what_the_answer_is_worth() {
        let draft = |points, criteria| QuizGradeDraft { points, criteria, comment: String::new() };
        assert_eq!(draft(Some(3.25), None).parse(&[], 400).unwrap().points, 325);
        assert_eq!(faults(&draft(Some(4.01), None), &[]), ["/points out_of_range"]);
        assert_eq!(faults(&draft(None, Some(vec![])), &[]), ["/criteria not_in_rubric", "/points required"]);
        let both = draft(Some(1.0), Some(vec![1.0]));
        assert_eq!(faults(&both, &rubric(&[100])), ["/points not_in_rubric"]);
        let long = QuizGradeDraft { comment: "x".repeat(5_001), ..draft(Some(1.0), None) };
        assert_eq!(faults(&long, &[]), ["/comment too_long"]);
    }
}
