//! What the register last said of an establishment, and when to ask again where it said nothing.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Answer, Establishment};

/// What the register last said of an establishment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum RegisterState {
    /// It has not answered yet.
    Unknown,
    /// Open, and its legal unit too.
    Active,
    /// Closed, or its legal unit has ceased.
    Closed,
    /// Not attributed.
    NotFound,
}

impl RegisterState {
    /// What an answer says of the establishment; nothing when the register was unavailable.
    pub const fn of(answer: &Answer) -> Option<Self> {
        match answer {
            Answer::Found(Establishment { is_active: true, .. }) => Some(Self::Active),
            Answer::Found(Establishment { is_active: false, .. }) => Some(Self::Closed),
            Answer::NotFound => Some(Self::NotFound),
            Answer::Unavailable => None,
        }
    }

    /// The sentence people read as the reason of a refusal or a suspension; none while all is well.
    pub const fn reason(self) -> Option<&'static str> {
        match self {
            Self::Unknown | Self::Active => None,
            Self::Closed => Some("L’établissement est fermé au répertoire Sirene."),
            Self::NotFound => Some("L’établissement n’existe pas au répertoire Sirene."),
        }
    }
}

/// When to ask again after this many checks in a row without an answer: soon at first, every six hours at worst.
pub fn retry_at(now: DateTime<Utc>, failed_checks: i32) -> DateTime<Utc> {
    let minutes = match failed_checks {
        ..=1 => 1,
        2 => 2,
        3 => 5,
        4 => 15,
        5 => 60,
        _ => 360,
    };
    now + Duration::minutes(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retries_space_out_and_never_stop() {
        let now = "2026-03-03T08:00:00Z".parse().unwrap();
        let waits: Vec<i64> = (0..9).map(|failed| (retry_at(now, failed) - now).num_minutes()).collect();
        assert_eq!(waits, [1, 1, 2, 5, 15, 60, 360, 360, 360]);
        assert_eq!(retry_at(now, i32::MAX) - now, Duration::hours(6));
    }

    #[test]
    fn only_a_gone_establishment_gives_a_reason() {
        assert_eq!(RegisterState::Unknown.reason(), None);
        assert_eq!(RegisterState::Active.reason(), None);
        assert_ne!(RegisterState::Closed.reason(), RegisterState::NotFound.reason());
    }
}
