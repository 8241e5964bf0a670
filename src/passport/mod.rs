//! The passport: what a person says they can do, and what organisations validated.
//!
//! What others may see of it is one rule ([`searchable`]), read by the person's own page and by the search index.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use jobs::{EraseExports, MarkExpired, MaskProof, MeasureAlignment, RemindReviewers, WriteExport};
pub use model::badges::{GivenKeys, KeyFault, StatusFault, StatusListBadge, read_status_list};
pub use model::chain::{ChainFault, Content, Link, LinkKind, verify_chain};
pub use model::export::{
    CheckedPassport, Claim, ExportSecret, Passport, PassportFault, PassportForm, check_bytes, check_zip,
    is_export,
};
pub use model::searchable::{Proof, Searchable, searchable};
pub use model::verify::{Means, Said, Verdict, verify};
pub use store::touched::people_touched;
pub use store::visible::{HeldSkills, visible_skills};

use crate::platform::state::AppState;

/// Routes whose body is a file: their bodies may be long, and take long to arrive.
pub const UPLOADS: [&str; 2] = ["/api/v1/me/passport/imports", "/api/v1/passport-checks/file"];

/// The operations on declared skills, validations, experiences and exports.
pub fn routes() -> OpenApiRouter<AppState> {
    use handlers::{experiences, reviews, skills, validations};
    OpenApiRouter::new()
        .routes(routes!(skills::list_my_skills))
        .routes(routes!(skills::declare_skill, skills::withdraw_skill))
        .routes(routes!(validations::create_validation, validations::list_validations))
        .routes(routes!(validations::revoke_validation))
        .routes(routes!(experiences::own::list_my_experiences, experiences::own::create_experience))
        .routes(routes!(
            experiences::own::get_experience,
            experiences::own::update_experience,
            experiences::own::delete_experience
        ))
        .routes(routes!(experiences::moves::declare_experience))
        .routes(routes!(experiences::moves::withdraw_experience))
        .routes(routes!(experiences::moves::set_experience_visibility))
        .routes(routes!(experiences::proofs::add_experience_proof))
        .routes(routes!(experiences::proofs::remove_experience_proof))
        .routes(routes!(experiences::proofs::mask_experience_proof))
        .routes(routes!(experiences::proofs::get_experience_proof_file))
        .routes(routes!(experiences::readings::list_proof_readings))
        .routes(routes!(experiences::submit::list_experience_reviewers))
        .routes(routes!(experiences::submit::submit_experience))
        .routes(routes!(experiences::submit::resubmit_experience))
        .routes(routes!(experiences::submit::withdraw_submission))
        .routes(routes!(experiences::submit::get_experience_decision_file))
        .routes(routes!(reviews::queue::list_experience_submissions))
        .routes(routes!(reviews::queue::get_experience_submission))
        .routes(routes!(reviews::moves::assign_experience_submission))
        .routes(routes!(reviews::moves::ask_complement))
        .routes(routes!(reviews::decide::decide_experience))
        .routes(routes!(reviews::decide::refuse_experience))
        .routes(routes!(reviews::files::get_submitted_proof_file))
        .merge(handlers::exports::routes())
}
