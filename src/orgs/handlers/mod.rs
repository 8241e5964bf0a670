//! HTTP of organisations.

pub mod admin;
pub mod grids;
pub mod identity;
pub mod invitations;
pub mod members;
pub mod organisations;
pub mod withdrawals;

use crate::orgs::model::Status;
use crate::platform::http::{Code, Result};

/// Nothing is written in the name of a suspended organisation.
fn ensure_active(status: Status) -> Result<()> {
    match status {
        Status::Active => Ok(()),
        Status::Suspended => Err(Code::OrganisationSuspended.into()),
    }
}
