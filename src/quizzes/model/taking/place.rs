//! A quiz of a session, as those who take it and those who train find it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::{EnrolmentId, OrganisationId, QuizId, SessionQuizId, TrainingSessionId};
use crate::sessions::{EnrolmentStatus, QuizPurpose, Retention, Status};

/// A quiz of a session.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its id.
    pub id: SessionQuizId,
    /// The session.
    pub session: TrainingSessionId,
    /// Title of the session.
    pub session_title: String,
    /// State of the session.
    pub status: Status,
    /// Last day of the session.
    pub ends_on: NaiveDate,
    /// How long the papers of the session are kept.
    pub retention: Retention,
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Whether the organisation is suspended.
    pub is_suspended: bool,
    /// Title, in the session's words.
    pub title: String,
    /// What it is for.
    pub purpose: QuizPurpose,
    /// When it opens; none: at once.
    pub opens_at: Option<DateTime<Utc>>,
    /// When it closes.
    pub closing: DateTime<Utc>,
    /// The quiz and its revision that is taken; none while none is attached.
    pub quiz: Option<QuizId>,
    /// The revision that attempts start on.
    pub revision: Option<i32>,
}

impl Place {
    /// The quiz that attempts start on, if one is attached.
    pub fn asks(&self) -> Option<(QuizId, i32)> {
        self.quiz.zip(self.revision)
    }
}

/// A quiz of a session in which somebody takes part.
#[derive(Clone, Copy, Debug)]
pub struct Own {
    /// The quiz of the session.
    pub place: SessionQuizId,
    /// Their enrolment.
    pub enrolment: EnrolmentId,
    /// Its state.
    pub status: EnrolmentStatus,
}

impl Own {
    /// Whether they may begin: who left takes nothing any more.
    pub fn may_begin(&self) -> bool {
        self.status != EnrolmentStatus::Abandoned
    }
}
