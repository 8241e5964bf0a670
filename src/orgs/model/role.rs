//! Roles within an organisation.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Status;
use crate::platform::http::{Code, Error};

/// A person's role in one organisation; the order is the rank.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Role {
    /// Learns.
    Trainee,
    /// Trains, and validates skills.
    Trainer,
    /// Runs trainings, and the people who take part.
    Manager,
    /// Runs the organisation.
    Admin,
}

impl Role {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trainee => "trainee",
            Self::Trainer => "trainer",
            Self::Manager => "manager",
            Self::Admin => "admin",
        }
    }

    /// What people read in mails.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Trainee => "stagiaire",
            Self::Trainer => "formateur ou formatrice",
            Self::Manager => "responsable",
            Self::Admin => "administrateur ou administratrice",
        }
    }
}

/// One person's place in one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Their role.
    pub role: Role,
    /// The organisation's state.
    pub status: Status,
}

impl Membership {
    /// The role, when the organisation takes writes.
    pub fn to_write(self) -> Result<Role, Error> {
        match self.status {
            Status::Active => Ok(self.role),
            Status::Suspended => Err(Code::OrganisationSuspended.into()),
        }
    }
}
