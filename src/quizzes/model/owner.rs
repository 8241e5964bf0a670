//! Whose a bank of questions, a quiz or a file of questions is. One engine for both.

use uuid::Uuid;

use crate::ids::{CompanyId, OrganisationId};

/// An organisation or a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A training organisation.
    Organisation(OrganisationId),
    /// A company.
    Company(CompanyId),
}

impl Owner {
    /// The one id it is asked for by, whichever it is.
    pub const fn id(self) -> Uuid {
        match self {
            Self::Organisation(id) => id.0,
            Self::Company(id) => id.0,
        }
    }

    /// The organisation, if it is one.
    pub const fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::Organisation(id) => Some(id),
            Self::Company(_) => None,
        }
    }

    /// The company, if it is one.
    pub const fn company(self) -> Option<CompanyId> {
        match self {
            Self::Company(id) => Some(id),
            Self::Organisation(_) => None,
        }
    }

    /// What it is called in the audit trail.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Organisation(_) => "organisation",
            Self::Company(_) => "company",
        }
    }
}
