//! What organisations write to people.

use crate::platform::mail::Template;

/// A role is offered; the link accepts it.
pub const INVITATION: Template =
    Template { name: "organisation_invitation", source: include_str!("organisation_invitation.txt") };
