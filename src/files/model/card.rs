//! A file as features and people see it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::purpose::Purpose;
use super::scan::Scan;
use crate::ids::{FileId, OrganisationId, PersonId};

/// Whose file it is: in whose name it was sent, and against whose quota it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// An organisation's.
    Organisation(OrganisationId),
    /// A person's own.
    Person(PersonId),
}

impl Owner {
    /// The organisation, if it is one.
    pub fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::Organisation(id) => Some(id),
            Self::Person(_) => None,
        }
    }

    /// The person, if it is one.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(id) => Some(id),
            Self::Organisation(_) => None,
        }
    }
}

/// What is known of a file. Features answer it as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FileCard {
    /// The file.
    pub id: FileId,
    /// Its name: data, never a path.
    pub name: String,
    /// What its bytes are.
    pub media_type: String,
    /// Its length.
    pub bytes: i64,
    /// Of its bytes as they are kept, in hexadecimal digits.
    pub sha256: String,
    /// What the antivirus said.
    pub scan: Scan,
    /// What to know before it is opened: `open_action` (a PDF that does something when opened), `attachments` (a PDF with
    /// files inside).
    pub warnings: Vec<String>,
    /// What it is used for; none while it waits.
    pub purpose: Option<Purpose>,
    /// When it was sent.
    pub created_at: DateTime<Utc>,
}
