//! Where a quiz is taken, and by whom: at a place of a session, by those who take part; or for a company, by those it invites.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::ids::{EnrolmentId, OrganisationId, QuizId, QuizInvitationId, SessionQuizId, TrainingSessionId};
use crate::sessions::{EnrolmentStatus, Participant, QuizPurpose, Retention, Status};

/// Where results belong together: a quiz of a session, or a quiz of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
#[sqlx(transparent)]
pub struct PlaceId(pub Uuid);

impl From<SessionQuizId> for PlaceId {
    fn from(place: SessionQuizId) -> Self {
        Self(place.0)
    }
}

/// Of a quiz of a company; organisations have theirs taken in sessions.
impl From<QuizId> for PlaceId {
    fn from(quiz: QuizId) -> Self {
        Self(quiz.0)
    }
}

/// Who takes a quiz there: an enrolment, or an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
#[sqlx(transparent)]
pub struct TakerId(pub Uuid);

impl From<EnrolmentId> for TakerId {
    fn from(enrolment: EnrolmentId) -> Self {
        Self(enrolment.0)
    }
}

impl From<QuizInvitationId> for TakerId {
    fn from(invitation: QuizInvitationId) -> Self {
        Self(invitation.0)
    }
}

/// Somebody who takes a quiz, as those who grade name them once they may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taker {
    /// Who, there.
    pub id: TakerId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl From<&Participant> for Taker {
    fn from(person: &Participant) -> Self {
        Self {
            id: person.enrolment.into(),
            first_name: person.first_name.clone(),
            last_name: person.last_name.clone(),
        }
    }
}

/// What people are told of a quiz.
#[derive(Clone, Debug)]
pub struct Titles {
    /// What it is called.
    pub quiz: String,
    /// Whose it is: what the session is called, or the company.
    pub of: String,
}

impl From<&Place> for Titles {
    fn from(place: &Place) -> Self {
        Self { quiz: place.title.clone(), of: place.session_title.clone() }
    }
}

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
