//! What is known of a file's harmlessness.

use serde::Serialize;
use utoipa::ToSchema;

use crate::platform::http::Code;
use crate::platform::storage::Unchecked;

/// What the antivirus said of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Scan {
    /// Not yet anything: it will be asked.
    Pending,
    /// Nothing was found.
    Clean,
    /// Something was found: the object is gone.
    Infected,
    /// There is none, or none that answers.
    Unchecked,
}

impl Scan {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Clean => "clean",
            Self::Infected => "infected",
            Self::Unchecked => "unchecked",
        }
    }

    /// Whether such a file may be handed out.
    pub fn may_be_served(self, unchecked: Unchecked) -> Result<(), Code> {
        match (self, unchecked) {
            (Self::Clean, _) | (Self::Unchecked, Unchecked::Serve) => Ok(()),
            (Self::Infected, _) => Err(Code::FileInfected),
            (Self::Pending, _) | (Self::Unchecked, Unchecked::Hold) => Err(Code::FileNotChecked),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_infected_is_served_to_nobody() {
        for unchecked in [Unchecked::Serve, Unchecked::Hold] {
            assert_eq!(Scan::Clean.may_be_served(unchecked), Ok(()));
            assert_eq!(Scan::Infected.may_be_served(unchecked), Err(Code::FileInfected));
            assert_eq!(Scan::Pending.may_be_served(unchecked), Err(Code::FileNotChecked));
        }
        assert_eq!(Scan::Unchecked.may_be_served(Unchecked::Serve), Ok(()));
        assert_eq!(Scan::Unchecked.may_be_served(Unchecked::Hold), Err(Code::FileNotChecked));
    }
}
