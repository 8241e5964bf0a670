//! Groups of notices: what a person chooses for, all at once.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::notices::NoticeKind;

/// A group of notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeGroup {
    /// Offers, received or sent.
    Offers,
    /// What was shared, and what is no longer.
    Shares,
    /// Rooms and their messages.
    Rooms,
    /// Quizzes of companies.
    Quizzes,
    /// Searches, lists and members of a company.
    Recruiting,
    /// The account and the data it holds.
    Account,
}

impl NoticeGroup {
    /// Every group.
    pub const ALL: [Self; 6] =
        [Self::Offers, Self::Shares, Self::Rooms, Self::Quizzes, Self::Recruiting, Self::Account];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offers => "offers",
            Self::Shares => "shares",
            Self::Rooms => "rooms",
            Self::Quizzes => "quizzes",
            Self::Recruiting => "recruiting",
            Self::Account => "account",
        }
    }

    /// The group of a kind, by the word before the point of its name.
    pub fn of(kind: NoticeKind) -> Self {
        Self::of_prefix(prefix(kind)).unwrap_or(Self::Account)
    }

    fn of_prefix(prefix: &str) -> Option<Self> {
        Some(match prefix {
            "offer" => Self::Offers,
            "share" => Self::Shares,
            "room" => Self::Rooms,
            "quiz" => Self::Quizzes,
            "search" | "list" | "company" => Self::Recruiting,
            "account" => Self::Account,
            _ => return None,
        })
    }

    /// Whether it is always listed inside the app: what is answered for, and what concerns the account itself.
    pub const fn is_always_listed(self) -> bool {
        matches!(self, Self::Offers | Self::Account)
    }

    /// Whether its mails always leave at once.
    pub const fn is_always_mailed(self) -> bool {
        matches!(self, Self::Account)
    }
}

fn prefix(kind: NoticeKind) -> &'static str {
    kind.kind().split_once('.').map_or("", |(prefix, _)| prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_group_of_its_own_word() {
        let strays: Vec<_> =
            NoticeKind::ALL.iter().filter(|kind| NoticeGroup::of_prefix(prefix(**kind)).is_none()).collect();
        assert_eq!(strays, Vec::<&NoticeKind>::new(), "name the group of these kinds");
        assert_eq!(NoticeGroup::of(NoticeKind::OfferReceived), NoticeGroup::Offers);
        assert_eq!(NoticeGroup::of(NoticeKind::MembersToConfirm), NoticeGroup::Recruiting);
    }

    #[test]
    fn every_group_has_kinds_and_its_name_is_the_apis() {
        for group in NoticeGroup::ALL {
            assert!(NoticeKind::ALL.iter().any(|kind| NoticeGroup::of(*kind) == group), "{group:?}");
            assert_eq!(serde_json::to_value(group).unwrap(), group.name());
        }
    }
}
