//! The visibility switch: what a request changes, and which proof of it is kept.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::notice::Notice;
use crate::events::Event;
use crate::platform::db::dirty::Urgency;
use crate::platform::http::{Code, Error};

/// What a consent event says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsentKind {
    /// The person agreed to be visible.
    VisibilityGiven,
    /// The person took it back.
    VisibilityWithdrawn,
}

impl ConsentKind {
    /// The word kept in the history.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VisibilityGiven => "visibility_given",
            Self::VisibilityWithdrawn => "visibility_withdrawn",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::VisibilityGiven, Self::VisibilityWithdrawn].into_iter().find(|kind| kind.as_str() == word)
    }

    /// The entry of the audit trail.
    pub fn event(self) -> Event {
        match self {
            Self::VisibilityGiven => Event::VisibilityGiven,
            Self::VisibilityWithdrawn => Event::VisibilityWithdrawn,
        }
    }

    /// How soon the search must follow.
    pub fn urgency(self) -> Urgency {
        match self {
            Self::VisibilityGiven => Urgency::Soon,
            Self::VisibilityWithdrawn => Urgency::Now,
        }
    }
}

/// Where a person stands. Nobody is visible before having said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether recruiters may find the person.
    pub is_visible: bool,
    /// When that last changed.
    pub changed_at: Option<DateTime<Utc>>,
    /// Version of the text last agreed to or withdrawn from.
    pub notice_version: Option<String>,
}

/// A request to be visible or not, its text recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    is_visible: bool,
    notice: Notice,
}

impl Choice {
    /// Reads a request. Agreeing needs the text in force; taking back never depends on having read a newer one.
    pub fn parse(is_visible: bool, version: &str) -> Result<Self, Error> {
        let notice = Notice::find(version).filter(|notice| !is_visible || *notice == Notice::current());
        notice.map(|notice| Self { is_visible, notice }).ok_or_else(|| Error::conflict(Code::StalePolicy))
    }

    /// The state asked for.
    pub fn is_visible(&self) -> bool {
        self.is_visible
    }

    /// The text it refers to.
    pub fn notice(&self) -> Notice {
        self.notice
    }

    /// The consent event it makes, or nothing when everything asked for already holds.
    pub fn consent(&self, standing: &Standing) -> Option<ConsentKind> {
        let agrees_again = standing.notice_version.as_deref() != Some(self.notice.version);
        match (standing.is_visible, self.is_visible) {
            (false, true) => Some(ConsentKind::VisibilityGiven),
            (true, true) if agrees_again => Some(ConsentKind::VisibilityGiven),
            (true, false) => Some(ConsentKind::VisibilityWithdrawn),
            (true, true) | (false, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(is_visible: bool, version: Option<&str>) -> Standing {
        Standing { is_visible, changed_at: None, notice_version: version.map(str::to_owned) }
    }

    #[test]
    fn agreeing_needs_the_text_in_force() {
        assert!(Choice::parse(true, Notice::current().version).is_ok());
        assert!(Choice::parse(true, "1999-01").is_err());
        assert!(Choice::parse(false, "1999-01").is_err());
    }

    #[test]
    fn only_a_change_makes_a_consent_event() {
        let current = Notice::current().version;
        let give = Choice::parse(true, current).unwrap();
        let withdraw = Choice::parse(false, current).unwrap();
        assert_eq!(give.consent(&Standing::default()), Some(ConsentKind::VisibilityGiven));
        assert_eq!(give.consent(&standing(true, Some(current))), None);
        assert_eq!(give.consent(&standing(true, Some("older"))), Some(ConsentKind::VisibilityGiven));
        assert_eq!(withdraw.consent(&standing(true, Some("older"))), Some(ConsentKind::VisibilityWithdrawn));
        assert_eq!(withdraw.consent(&Standing::default()), None);
    }

    #[test]
    fn kinds_read_back_from_their_words() {
        for kind in [ConsentKind::VisibilityGiven, ConsentKind::VisibilityWithdrawn] {
            assert_eq!(ConsentKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(ConsentKind::parse("other"), None);
    }
}
