//! The visibility switch: what a request changes, and which proof of it is kept.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::notice::{Notice, Topic};
use crate::events::Event;
use crate::platform::db::dirty::Urgency;
use crate::platform::http::{Code, Error};

/// What a consent event says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsentKind {
    /// The person agreed to be visible to every verified recruiter.
    VisibilityGiven,
    /// The person agreed to be visible to those of the companies they chose, and to nobody else.
    VisibilityGivenToChosen,
    /// The person took it back.
    VisibilityWithdrawn,
    /// The person chose a company.
    CompanyChosen,
    /// The person took a company off those they chose.
    CompanyUnchosen,
}

/// Who sees a visible person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = VisibilityAudience)]
pub enum Audience {
    /// Recruiters of every verified company, but for those the person blocked.
    #[default]
    Everyone,
    /// Recruiters of the companies the person chose, but for those they blocked.
    Chosen,
}

impl Audience {
    /// As it is stored.
    pub const fn of(chosen_only: bool) -> Self {
        if chosen_only { Self::Chosen } else { Self::Everyone }
    }

    /// The consent it takes.
    const fn consent(self) -> ConsentKind {
        match self {
            Self::Everyone => ConsentKind::VisibilityGiven,
            Self::Chosen => ConsentKind::VisibilityGivenToChosen,
        }
    }
}

impl ConsentKind {
    /// Every kind.
    const ALL: [Self; 5] = [
        Self::VisibilityGiven,
        Self::VisibilityGivenToChosen,
        Self::VisibilityWithdrawn,
        Self::CompanyChosen,
        Self::CompanyUnchosen,
    ];

    /// The word kept in the history.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VisibilityGiven => "visibility_given",
            Self::VisibilityGivenToChosen => "visibility_given_to_chosen",
            Self::VisibilityWithdrawn => "visibility_withdrawn",
            Self::CompanyChosen => "company_chosen",
            Self::CompanyUnchosen => "company_unchosen",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The entry of the audit trail.
    pub fn event(self) -> Event {
        match self {
            Self::VisibilityGiven => Event::VisibilityGiven,
            Self::VisibilityGivenToChosen => Event::VisibilityGivenToChosen,
            Self::VisibilityWithdrawn => Event::VisibilityWithdrawn,
            Self::CompanyChosen => Event::CompanyChosen,
            Self::CompanyUnchosen => Event::CompanyUnchosen,
        }
    }

    /// How soon the index must follow. Who of the recruiters sees a person is not in it.
    pub fn urgency(self) -> Urgency {
        match self {
            Self::VisibilityWithdrawn => Urgency::Now,
            _ => Urgency::Soon,
        }
    }
}

/// Where a person stands. Nobody is visible before having said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether recruiters may find the person.
    pub is_visible: bool,
    /// Which of them may, while the person is visible. It stays as it was while they are not.
    pub audience: Audience,
    /// When any of this last changed.
    pub changed_at: Option<DateTime<Utc>>,
    /// Version of the text last agreed to or withdrawn from.
    pub notice_version: Option<String>,
}

/// A request to be visible or not, its text recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    is_visible: bool,
    audience: Option<Audience>,
    notice: Notice,
}

impl Choice {
    /// Reads a request. Agreeing needs the text in force; taking back never depends on having read a newer one, nor on an
    /// audience. Without one, the audience stays as it was.
    pub fn parse(is_visible: bool, audience: Option<Audience>, version: &str) -> Result<Self, Error> {
        if audience.is_some() && !is_visible {
            let message = "On ne choisit qui vous voit qu’en étant visible.";
            return Err(Error::field("/audience", "only_when_visible", message));
        }
        let is_taken =
            |notice: &Notice| notice.topic == Topic::Visibility && (!is_visible || notice.is_in_force());
        let notice = Notice::find(version).filter(is_taken);
        notice
            .map(|notice| Self { is_visible, audience, notice })
            .ok_or_else(|| Error::conflict(Code::StalePolicy))
    }

    /// The state asked for.
    pub fn is_visible(&self) -> bool {
        self.is_visible
    }

    /// Who sees the person from then on, while they are visible.
    pub fn audience(&self, standing: &Standing) -> Audience {
        self.audience.unwrap_or(standing.audience)
    }

    /// The text it refers to.
    pub fn notice(&self) -> Notice {
        self.notice
    }

    /// The consent event it makes, or nothing when everything asked for already holds.
    pub fn consent(&self, standing: &Standing) -> Option<ConsentKind> {
        let audience = self.audience(standing);
        let agrees_again = standing.notice_version.as_deref() != Some(self.notice.version);
        match (standing.is_visible, self.is_visible) {
            (false, true) => Some(audience.consent()),
            (true, true) if agrees_again || audience != standing.audience => Some(audience.consent()),
            (true, false) => Some(ConsentKind::VisibilityWithdrawn),
            (true, true) | (false, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(is_visible: bool, version: Option<&str>) -> Standing {
        Standing { is_visible, notice_version: version.map(str::to_owned), ..Standing::default() }
    }

    #[test]
    fn agreeing_needs_the_text_in_force() {
        assert!(Choice::parse(true, None, Notice::visibility().version).is_ok());
        assert!(Choice::parse(true, None, "1999-01").is_err());
        assert!(Choice::parse(false, None, "1999-01").is_err());
        assert!(Choice::parse(false, None, Notice::sharing().version).is_err(), "the text of something else");
    }

    #[test]
    fn only_a_change_makes_a_consent_event() {
        let current = Notice::visibility().version;
        let give = Choice::parse(true, None, current).unwrap();
        let withdraw = Choice::parse(false, None, current).unwrap();
        assert_eq!(give.consent(&Standing::default()), Some(ConsentKind::VisibilityGiven));
        assert_eq!(give.consent(&standing(true, Some(current))), None);
        assert_eq!(give.consent(&standing(true, Some("older"))), Some(ConsentKind::VisibilityGiven));
        assert_eq!(withdraw.consent(&standing(true, Some("older"))), Some(ConsentKind::VisibilityWithdrawn));
        assert_eq!(withdraw.consent(&Standing::default()), None);
    }

    #[test]
    fn the_audience_is_kept_until_it_is_said_anew() {
        let current = Notice::visibility().version;
        let choose = |visible, audience| Choice::parse(visible, audience, current).unwrap();
        let seen_by = |audience| Standing { audience, ..standing(true, Some(current)) };
        let (everyone, chosen) = (Some(Audience::Everyone), Some(Audience::Chosen));
        let given = Some(ConsentKind::VisibilityGiven);
        let given_to_chosen = Some(ConsentKind::VisibilityGivenToChosen);
        assert_eq!(choose(true, chosen).consent(&Standing::default()), given_to_chosen);
        assert_eq!(choose(true, chosen).consent(&seen_by(Audience::Everyone)), given_to_chosen);
        assert_eq!(choose(true, chosen).consent(&seen_by(Audience::Chosen)), None);
        assert_eq!(choose(true, everyone).consent(&seen_by(Audience::Chosen)), given);
        assert_eq!(choose(true, None).consent(&seen_by(Audience::Chosen)), None);
        let off = Standing { is_visible: false, ..seen_by(Audience::Chosen) };
        assert_eq!(choose(true, None).consent(&off), given_to_chosen, "nobody comes back more visible");
        assert_eq!(choose(false, None).audience(&seen_by(Audience::Chosen)), Audience::Chosen);
        let Err(Error::Invalid(faults)) = Choice::parse(false, chosen, current) else { panic!("taken") };
        assert_eq!(faults[0].pointer, "/audience");
    }

    #[test]
    fn kinds_read_back_from_their_words() {
        for kind in ConsentKind::ALL {
            assert_eq!(ConsentKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(ConsentKind::parse("other"), None);
    }
}
