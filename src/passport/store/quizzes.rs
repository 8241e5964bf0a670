//! What the passport asks of quizzes: the levels their results propose, and whose an attempt is. Nothing else here does.

use std::collections::HashMap;
use std::future::{Future, ready};

use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::ids::{PersonId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::Result;

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
    pub percent: i32,
    /// When the result was published.
    pub published_at: DateTime<Utc>,
}

/// What the results of a session's quizzes propose, newest first.
pub fn proposed(_: &mut Tx<'_>, _: TrainingSessionId) -> impl Future<Output = Result<Vec<Proposed>>> + use<> {
    ready(Ok(Vec::new()))
}

/// Whose these attempts at quizzes of a session are; those that are none are left out.
pub fn attempts(
    _: &mut Tx<'_>,
    _: TrainingSessionId,
    _: &[Uuid],
) -> impl Future<Output = Result<HashMap<Uuid, PersonId>>> + use<> {
    ready(Ok(HashMap::new()))
}
