//! What organisations write to people.

use crate::platform::mail::Template;

/// A SIRET was taken from the organisation.
pub const SIRET_WITHDRAWN: Template = Template {
    name: "organisation_siret_withdrawn",
    source: include_str!("organisation_siret_withdrawn.txt"),
};

/// A role is offered; the link accepts it.
pub const INVITATION: Template =
    Template { name: "organisation_invitation", source: include_str!("organisation_invitation.txt") };
