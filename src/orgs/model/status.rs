//! The state of an organisation: suspended, its members still read and nothing is written.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether an organisation works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Status {
    /// It works.
    Active,
    /// A platform admin suspended it.
    Suspended,
}

/// What a platform admin does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Suspends it.
    Suspend,
    /// Lets it work again.
    Reinstate,
}

impl Status {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
        }
    }

    /// The state after this move: every legal transition stands here.
    pub const fn after(self, step: Move) -> Option<Self> {
        match (self, step) {
            (Self::Active, Move::Suspend) => Some(Self::Suspended),
            (Self::Suspended, Move::Reinstate) => Some(Self::Active),
            _ => None,
        }
    }
}
