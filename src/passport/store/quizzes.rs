//! What the passport asks of quizzes: the levels their results propose, and whose an attempt is. Nothing else here does.

use std::collections::HashMap;

use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::ids::{PersonId, QuizAttemptId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::quizzes::{self, AttemptCard};

/// A level that the published result of an attempt proposes, by the rules of the quiz. Somebody confirms it, or nothing
/// comes of it.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// Whose result.
    pub person: PersonId,
    /// Of which skill.
    pub skill: SkillCode,
    /// On the scale by which the session's revision measures the skill.
    pub level: i16,
    /// The attempt.
    pub attempt: Uuid,
    /// What the quiz is called.
    pub title: String,
    /// Share of the points, 0 to 100.
    pub percent: i16,
    /// When the result was published.
    pub published_at: DateTime<Utc>,
}

/// What the results of a session's quizzes propose. An own skill that is linked to nothing has no place in a passport.
pub async fn proposed(tx: &mut Tx<'_>, session: TrainingSessionId) -> Result<Vec<Proposed>> {
    let levels = quizzes::proposed_levels(tx, session).await?;
    let proposed = levels.into_iter().filter_map(|level| {
        Some(Proposed {
            person: level.person_id,
            skill: level.skill_code?,
            level: level.step_position,
            attempt: level.attempt_id.0,
            title: level.quiz_title,
            percent: level.score_percent,
            published_at: level.published_at,
        })
    });
    Ok(proposed.collect())
}

/// Whose these attempts at quizzes of a session are; those that are none, or whose result is not published, are left out.
pub async fn attempts(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    attempts: &[Uuid],
) -> Result<HashMap<Uuid, PersonId>> {
    let mut found = HashMap::new();
    for attempt in attempts {
        let card = quizzes::attempt_card(tx, QuizAttemptId(*attempt)).await?;
        if let Some(card) = card.filter(|card| card.session_id == session) {
            found.extend(card.person_id.map(|person| (*attempt, person)));
        }
    }
    Ok(found)
}

/// What is known of an attempt; nothing once its time of retention is over.
pub async fn card(tx: &mut Tx<'_>, attempt: Uuid) -> Result<Option<AttemptCard>> {
    Ok(quizzes::attempt_card(tx, QuizAttemptId(attempt)).await?)
}
