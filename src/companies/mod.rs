//! Companies, and the people who recruit for them: who may search, and how we know.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

pub use handlers::verified::{KnownRecruiters, PresumedRecruiter, VerifiedRecruiter};
pub use jobs::{CheckCompanies, ConfirmMembers, PurgeCompanyInvitations};
pub use model::role::Role;
pub use model::siret::{InvalidNumber, Siren, Siret};
pub use store::privacy::{erase_person, personal_data};
pub use store::rule::suspend_by_rule;

use crate::platform::http::{Operations, routes};

/// The operations on companies and recruiter accounts.
pub fn routes() -> Operations {
    use handlers::{account, confirmation, invitations, members, proof, review};
    Operations::new()
        .routes(routes!(account::create_company))
        .routes(routes!(account::get_my_company, account::leave_company))
        .routes(routes!(members::list_company_members))
        .routes(routes!(members::update_company_member, members::remove_company_member))
        .routes(routes!(confirmation::confirm_company_members))
        .routes(routes!(invitations::list_company_invitations, invitations::create_company_invitation))
        .routes(routes!(invitations::revoke_company_invitation))
        .routes(routes!(invitations::accept_company_invitation))
        .routes(routes!(proof::request_email_proof))
        .routes(routes!(proof::confirm_email_proof))
        .routes(routes!(proof::request_company_review))
        .routes(routes!(review::list_recruiters))
        .routes(routes!(review::grant_recruiter))
        .routes(routes!(review::refuse_recruiter))
        .routes(routes!(review::suspend_recruiter))
        .routes(routes!(review::reinstate_recruiter))
}
