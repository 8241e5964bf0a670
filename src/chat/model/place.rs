//! What somebody is to a room at this moment, as the database says it. Nothing of it is kept from one request to the next.

use chrono::{DateTime, NaiveDate, Utc};

use super::room::{Kind, Level, Writing};
use crate::ids::{ChatRoomId, OfferRecipientId, OrganisationId, PersonId, TrainingSessionId};
use crate::orgs::Membership;
use crate::sessions::{EnrolmentStatus, Retention, Status};

/// Somebody and a room.
#[derive(Clone, Debug)]
pub struct Place {
    /// The room.
    pub room: ChatRoomId,
    /// Which one it is.
    pub kind: Kind,
    /// Who writes in it.
    pub writing: Writing,
    /// Its newest change.
    pub position: i64,
    /// Raised by every change of its settings.
    pub version: i32,
    /// Since when it is there.
    pub opened_at: DateTime<Utc>,
    /// When something was last written.
    pub last_message_at: Option<DateTime<Utc>>,
    /// Whose place it is.
    pub person: PersonId,
    /// What they are to what the room belongs to.
    pub of: Of,
    /// How they stand to it themselves.
    pub own: Own,
}

/// What the room belongs to.
#[derive(Clone, Debug)]
pub enum Of {
    /// A session.
    Session(OfSession),
    /// An offer that was accepted.
    Offer(OfOffer),
}

/// Somebody and the session of a room.
#[derive(Clone, Debug)]
pub struct OfSession {
    /// Name of the room.
    pub name: String,
    /// The session.
    pub session: TrainingSessionId,
    /// Its title.
    pub title: String,
    /// Its state.
    pub status: Status,
    /// Since when it is in that state.
    pub status_at: DateTime<Utc>,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// How long what belongs to it is kept.
    pub retention: Retention,
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Its state.
    pub organisation_status: crate::orgs::Status,
    /// Their place in the organisation.
    pub membership: Option<Membership>,
    /// Whether they train in the session, or at one of its slots.
    pub is_assigned: bool,
    /// Their participation.
    pub enrolment: Option<Participation>,
    /// Whether that enrolment belongs to the group.
    pub is_in_group: bool,
}

/// Somebody's participation in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participation {
    /// Its state.
    pub status: EnrolmentStatus,
    /// The first day on which they are expected.
    pub starts_on: NaiveDate,
    /// The last one; none: until the end.
    pub ends_on: Option<NaiveDate>,
}

/// Somebody and the two of a private room.
#[derive(Clone, Debug)]
pub struct OfOffer {
    /// What the person received of the offer.
    pub recipient: OfferRecipientId,
    /// Title of the offer.
    pub title: String,
    /// Who accepted it; none once their account is gone.
    pub candidate: Option<PersonId>,
    /// Their name.
    pub candidate_name: Option<(String, String)>,
    /// Name of the company, unless the register masks it.
    pub company_name: Option<String>,
    /// Its number.
    pub siret: String,
    /// Who sent the offer; none once their account is gone.
    pub recruiter: Option<PersonId>,
    /// Their name.
    pub recruiter_name: Option<(String, String)>,
    /// Whether they still hold the account with which they sent it.
    pub represents: bool,
    /// Whether that account is granted, and the company active.
    pub may_recruit: bool,
    /// When it is deleted.
    pub ends_at: DateTime<Utc>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Until when it is held for a report.
    pub held_until: Option<DateTime<Utc>>,
    /// When its erasure was asked for.
    pub erasure_asked_at: Option<DateTime<Utc>>,
}

/// How somebody stands to a room themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub struct Own {
    /// Whether they ever did something there.
    pub is_known: bool,
    /// The newest message they have read.
    pub read_position: i64,
    /// Whether they marked it unread.
    pub is_marked_unread: bool,
    /// Whether they muted it.
    pub is_muted: bool,
    /// What they want to be told of it.
    pub level: Option<Level>,
    /// Until when they may not write.
    pub silenced_until: Option<DateTime<Utc>>,
    /// Whether they were expelled.
    pub is_expelled: bool,
}

impl OfOffer {
    /// Whether one of the two is gone: the account, or the one they had with the company.
    pub fn is_left(&self) -> bool {
        self.candidate.is_none() || self.recruiter.is_none() || !self.represents
    }

    /// Whether it is held for a report at this moment.
    pub fn is_held(&self, now: DateTime<Utc>) -> bool {
        self.held_until.is_some_and(|until| now < until)
    }

    /// Whether its time is over: whoever looks before it is deleted finds nothing either.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.ends_at <= now && !self.is_held(now)
    }
}

impl Place {
    /// What they are told of it.
    pub fn level(&self) -> Level {
        self.own.level.unwrap_or(Level::usual(self.kind))
    }
}
