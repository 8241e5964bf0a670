//! How far a company is with somebody: what its offers say, and what its people say by hand.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{Error, Result};

/// A stage; the order is the rank.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[repr(i16)]
#[schema(as = CandidateStage)]
pub enum Stage {
    /// Nobody of the company has written.
    ToContact = 0,
    /// The company wrote.
    Contacted = 1,
    /// The person answered.
    Answered = 2,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 3] = [Self::ToContact, Self::Contacted, Self::Answered];

    /// The name people's programs see.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ToContact => "to_contact",
            Self::Contacted => "contacted",
            Self::Answered => "answered",
        }
    }
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// An offer that was sent, or answered.
    Offer,
    /// Somebody of the company: it was by telephone, or a mistake.
    Hand,
}

/// Every legal move. Offers lead onward; by hand one may go back too, but never behind what offers say.
const MOVES: &[(Stage, By, Stage)] = &[
    (Stage::ToContact, By::Offer, Stage::Contacted),
    (Stage::ToContact, By::Offer, Stage::Answered),
    (Stage::Contacted, By::Offer, Stage::Answered),
    (Stage::ToContact, By::Hand, Stage::Contacted),
    (Stage::ToContact, By::Hand, Stage::Answered),
    (Stage::Contacted, By::Hand, Stage::Answered),
    (Stage::Contacted, By::Hand, Stage::ToContact),
    (Stage::Answered, By::Hand, Stage::Contacted),
    (Stage::Answered, By::Hand, Stage::ToContact),
];

/// Moves what is shown to another stage, above what offers say; to stay where one is changes nothing.
pub fn move_stage(shown: Stage, by: By, to: Stage, offers_say: Option<Stage>) -> Result<Stage> {
    let is_legal = MOVES.contains(&(shown, by, to)) && offers_say.is_none_or(|floor| to >= floor);
    if shown == to || is_legal { Ok(to) } else { Err(Error::illegal_state(shown.as_str())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table, drawn: a row per stage and who says so, a column per stage that is wanted.
    fn drawn(by: By, offers_say: Option<Stage>) -> [String; 3] {
        Stage::ALL.map(|from| {
            let cells = Stage::ALL.map(|to| move_stage(from, by, to, offers_say).map_or("·", Stage::as_str));
            cells.join(" ")
        })
    }

    #[test]
    fn the_table_of_moves() {
        assert_eq!(
            drawn(By::Hand, None),
            [
                "to_contact contacted answered",
                "to_contact contacted answered",
                "to_contact contacted answered"
            ]
        );
        assert_eq!(
            drawn(By::Offer, None),
            ["to_contact contacted answered", "· contacted answered", "· · answered"]
        );
    }

    #[test]
    fn nobody_goes_behind_what_offers_say() {
        let refused =
            move_stage(Stage::Answered, By::Hand, Stage::ToContact, Some(Stage::Contacted)).unwrap_err();
        let Error::IllegalState { current_state: "answered", .. } = refused else { panic!("{refused:?}") };
        assert!(move_stage(Stage::Answered, By::Hand, Stage::Contacted, Some(Stage::Contacted)).is_ok());
    }

    #[test]
    fn the_shown_name_is_the_name() {
        for stage in Stage::ALL {
            assert_eq!(serde_json::to_value(stage).unwrap(), stage.as_str());
        }
    }
}
