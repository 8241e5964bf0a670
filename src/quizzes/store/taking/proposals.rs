//! What the slices above need of results: the levels they propose, and what an entry of a passport says of the attempt behind it.

use std::collections::HashMap;

use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::attempts::{self, Attempt};
use super::places;
use crate::ids::{GridId, PersonId, QuizAttemptId, SessionQuizId, TrainingSessionId};
use crate::quizzes::model::taking::place::TakerId;
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::model::taking::terms::{Counted, counted};

/// A level that a published result proposes. A proposal is nothing before somebody confirms it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedLevel {
    /// Whose.
    pub person_id: PersonId,
    /// Place of the skill among those of the session's revision.
    pub skill_position: i16,
    /// The skill of the catalogue; of an own skill the one it is linked to, if it is.
    pub skill_code: Option<SkillCode>,
    /// The step of the grid, counted from 0; without a grid, a level 1..4 of the common scale.
    pub step_position: i16,
    /// The grid that the revision measures the skill by; none: the common scale.
    pub grid_id: Option<GridId>,
    /// Its version.
    pub grid_version: Option<i32>,
    /// The attempt that counts.
    pub attempt_id: QuizAttemptId,
    /// What the session calls the quiz.
    pub quiz_title: String,
    /// The percentage that counts, rounded down.
    pub score_percent: i16,
    /// When the result was published.
    pub published_at: DateTime<Utc>,
}

/// What an entry says of the attempt behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptCard {
    /// The attempt.
    pub attempt_id: QuizAttemptId,
    /// Whose; none once the account is gone.
    pub person_id: Option<PersonId>,
    /// The session.
    pub session_id: TrainingSessionId,
    /// What the session calls the quiz.
    pub quiz_title: String,
    /// Its percentage, rounded down.
    pub score_percent: i16,
    /// Whether it is passed; none where nothing is passed or failed.
    pub passed: Option<bool>,
    /// When the result was published.
    pub published_at: DateTime<Utc>,
}

/// A rule: from this percentage this level.
struct Rule {
    place: SessionQuizId,
    skill_position: i16,
    skill_code: Option<i32>,
    grid_id: Option<GridId>,
    grid_version: Option<i32>,
    level: i16,
    min_percent: i16,
}

/// Lists the levels that published results of a session's quizzes propose: for each person, quiz and skill the highest level whose
/// mark the result that counts reaches. People without an account are not among them.
pub async fn proposed_levels(
    db: &mut PgConnection,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<ProposedLevel>> {
    let rules = sqlx::query_as!(
        Rule,
        r#"SELECT r.session_quiz_id AS "place: SessionQuizId", r.skill_position,
                  coalesce(k.skill_code, k.linked_code) AS skill_code, k.grid_id AS "grid_id: GridId", k.grid_version,
                  r.level, r.min_percent
           FROM session_quiz q
           JOIN quiz_skill_rule r ON r.session_quiz_id = q.id
           JOIN training_skill k ON k.training_id = r.training_id AND k.revision = r.revision
                                AND k.position = r.skill_position
           WHERE q.session_id = $1 ORDER BY q.position, q.id, r.skill_position, r.level"#,
        session.0,
    )
    .fetch_all(&mut *db)
    .await?;
    let mut by_place: HashMap<SessionQuizId, Vec<Rule>> = HashMap::new();
    let mut order = Vec::new();
    for rule in rules {
        if !by_place.contains_key(&rule.place) {
            order.push(rule.place);
        }
        by_place.entry(rule.place).or_default().push(rule);
    }
    let mut proposed = Vec::new();
    for place in order {
        let results = results(db, place).await?;
        let title = places::find(&mut *db, place).await?.map(|place| place.title).unwrap_or_default();
        for (attempt, percent) in results {
            proposed.extend(levels(&by_place[&place], &attempt, percent, &title));
        }
    }
    Ok(proposed)
}

/// The highest level of each skill that this result reaches.
fn levels(rules: &[Rule], attempt: &Attempt, percent: i16, title: &str) -> Vec<ProposedLevel> {
    let (Some(person_id), Some(published_at)) = (attempt.person, attempt.published_at) else {
        return Vec::new();
    };
    let mut reached: Vec<&Rule> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.min_percent <= percent) {
        match reached.iter_mut().find(|other| other.skill_position == rule.skill_position) {
            Some(other) if other.level < rule.level => *other = rule,
            Some(_) => {}
            None => reached.push(rule),
        }
    }
    let proposed = |rule: &Rule| ProposedLevel {
        person_id,
        skill_position: rule.skill_position,
        skill_code: rule.skill_code.map(|code| SkillCode(code.cast_unsigned())),
        step_position: rule.level,
        grid_id: rule.grid_id,
        grid_version: rule.grid_version,
        attempt_id: attempt.id,
        quiz_title: title.to_owned(),
        score_percent: percent,
        published_at,
    };
    reached.into_iter().map(proposed).collect()
}

/// The published attempt of each person that counts, with its percentage.
async fn results(db: &mut PgConnection, place: SessionQuizId) -> sqlx::Result<Vec<(Attempt, i16)>> {
    let mut published = attempts::list(&mut *db, place.into(), None).await?;
    published.retain(|attempt| attempt.state == AttemptState::Published);
    let mut by_person: Vec<(TakerId, Vec<Attempt>)> = Vec::new();
    for attempt in published {
        match by_person.last_mut().filter(|(taker, _)| *taker == attempt.taker) {
            Some((_, own)) => own.push(attempt),
            None => by_person.push((attempt.taker, vec![attempt])),
        }
    }
    let mut results = Vec::with_capacity(by_person.len());
    for (_, own) in by_person {
        let Some(last) = own.last() else { continue };
        let grading = places::terms(&mut *db, last.quiz, last.revision).await?.settings.grading;
        let percents: Vec<Counted<usize>> = own
            .iter()
            .enumerate()
            .filter_map(|(place, attempt)| Some(Counted { attempt: place, percent: attempt.percent? }))
            .collect();
        if let Some(result) = counted(grading, &percents) {
            results.push((own[result.attempt].clone(), result.percent));
        }
    }
    Ok(results)
}

/// What an entry says of the attempt in a session behind it; none while its result is not published. An organisation rests nothing on
/// what a company asked.
pub async fn attempt_card(
    db: &mut PgConnection,
    attempt: QuizAttemptId,
) -> sqlx::Result<Option<AttemptCard>> {
    let Some(found) = attempts::find(&mut *db, attempt).await? else { return Ok(None) };
    let Some((place, session_id)) = found.in_session() else { return Ok(None) };
    let (Some(percent), Some(published_at)) = (found.percent, found.published_at) else { return Ok(None) };
    let terms = places::terms(&mut *db, found.quiz, found.revision).await?;
    let place = places::find(&mut *db, place).await?;
    Ok(Some(AttemptCard {
        attempt_id: found.id,
        person_id: found.person,
        session_id,
        quiz_title: place.map(|place| place.title).unwrap_or_default(),
        score_percent: percent,
        passed: terms.is_passed(percent),
        published_at,
    }))
}
