//! What recruiters are written.

use crate::platform::mail::Template;

macro_rules! templates {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)+) => {$(
        $(#[$doc])*
        pub const $name: Template =
            Template { name: $file, source: include_str!(concat!($file, ".txt")) };
    )+};
}

templates! {
    /// The code that proves one reads an address.
    PROOF_CODE = "recruiter_proof_code";
    /// The register answered at last: the proof can begin.
    REGISTER_FOUND = "recruiter_register_found";
    /// The search is open.
    GRANTED = "recruiter_granted";
    /// The request is turned down.
    REFUSED = "recruiter_refused";
    /// The search is closed.
    SUSPENDED = "recruiter_suspended";
    /// A place in a company, offered to an address.
    INVITATION = "company_invitation";
    /// An admin took the recruiter out of the company.
    REMOVED = "recruiter_removed";
    /// The search is open again.
    REINSTATED = "recruiter_reinstated";
}
