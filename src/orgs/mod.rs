//! Training organisations: who they are, who belongs to them in which role, and the grids their levels are read on.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

pub use jobs::{CheckOrganisations, PurgeInvitations};
pub use model::{ActionKind, Check, Issuer, Membership, Role, Status};
pub use store::grids::{Grid, GridStep, grid_step, grid_steps, newest as newest_grids};
pub use store::identity::{address, issuer};
pub use store::members::{add as add_member, membership};
pub use store::named::{Named, active_name, active_named};
pub use store::personal::{erase_person, left_without_admin, personal_data};

use crate::platform::http::{Operations, routes};

/// The operations on organisations.
pub fn routes() -> Operations {
    use handlers::{admin, grids, identity, invitations, members, organisations, withdrawals};
    Operations::new()
        .routes(routes!(admin::create_organisation, admin::list_organisations))
        .routes(routes!(admin::suspend_organisation))
        .routes(routes!(admin::reinstate_organisation))
        .routes(routes!(withdrawals::withdraw_organisation_siret))
        .routes(routes!(withdrawals::allow_organisation_siret))
        .routes(routes!(organisations::list_my_organisations))
        .routes(routes!(organisations::get_organisation))
        .routes(routes!(identity::get_organisation_identity, identity::update_organisation_identity))
        .routes(routes!(members::list_members))
        .routes(routes!(members::update_member, members::remove_member))
        .routes(routes!(invitations::create_invitation))
        .routes(routes!(invitations::accept_invitation))
        .routes(routes!(grids::list_grids, grids::create_grid))
        .routes(routes!(grids::update_grid))
}
