//! The passport: what a person says they can do, what organisations found of it, and what was said of that since.
//!
//! Entries are never changed: what corrects, revokes or answers one is a row of its own, and a link in the person's chain.
//! What others may see of it is one rule ([`searchable`]), read by the person's own page and by the search index.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

use sqlx::ConnectOptions;

pub use handlers::experiences::shared::{ShareableProof, shareable_proofs, shown_file, shown_files};
pub use handlers::exports::shown::{ShownPassport, shown_passport};
pub use jobs::{
    EraseExports, MarkExpired, MaskProof, MeasureAlignment, RemindExpiry, RemindReplies, RemindReviewers,
    WriteExport,
};
pub use model::badges::{GivenKeys, KeyFault, StatusFault, StatusListBadge, read_status_list};
pub use model::chain::{ChainFault, Content, Link, LinkKind, verify_chain};
pub use model::export::{
    CheckedPassport, Claim, ExportSecret, Passport, PassportFault, PassportForm, check_bytes, check_zip,
    is_export,
};
pub use model::searchable::{Proof, Searchable, searchable};
pub use model::verify::{Means, Said, Verdict, verify};
pub use store::check::ChainReport;
pub use store::entries::{Evidence, Ground, NewEntry, Origin};
pub use store::personal::{Size as PassportSize, erase_person, personal_data, size as passport_size};
pub use store::touched::people_touched;
pub use store::visible::{HeldSkills, visible_skills};

use crate::platform::http::{Operations, routes};
use crate::platform::state::AppState;

/// Routes whose body is a file: their bodies may be long, and take long to arrive.
pub const UPLOADS: [&str; 2] = ["/api/v1/me/passport/imports", "/api/v1/passport-checks/file"];

/// The operations on declared skills, validations and the passport they make.
pub fn routes() -> Operations {
    use handlers::{
        batch, entry, grid, map, proposals, quiz_evidence, replies, settings, skills, timeline, validations,
    };
    Operations::new()
        .routes(routes!(skills::list_my_skills))
        .routes(routes!(skills::declare_skill, skills::withdraw_skill))
        .routes(routes!(validations::create_validation, validations::list_validations))
        .routes(routes!(entry::get_validation))
        .routes(routes!(validations::revoke_validation))
        .routes(routes!(entry::get_evidence_file))
        .routes(routes!(grid::get_validation_grid, batch::save_validations))
        .routes(routes!(batch::preview_validations))
        .routes(routes!(proposals::list_validation_proposals))
        .routes(routes!(proposals::decide_validation_proposal))
        .routes(routes!(settings::get_passport_settings, settings::update_passport_settings))
        .routes(routes!(replies::list_entry_replies))
        .routes(routes!(replies::answer_entry_reply))
        .routes(routes!(timeline::list_person_entries))
        .routes(routes!(timeline::list_my_entries))
        .routes(routes!(entry::get_my_entry))
        .routes(routes!(replies::reply_to_entry))
        .routes(routes!(entry::update_my_evidence))
        .routes(routes!(entry::get_my_evidence_file))
        .routes(routes!(map::get_my_skill_map))
        .routes(routes!(quiz_evidence::propose_quiz_result))
        .routes(routes!(quiz_evidence::list_quiz_evidence))
        .routes(routes!(quiz_evidence::remove_quiz_evidence))
        .merge(experience_routes())
}

/// The operations on experiences.
fn experience_routes() -> Operations {
    use handlers::{experiences, reviews};
    Operations::new()
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
        .routes(routes!(experiences::proposals::propose_experiences))
        .routes(routes!(reviews::queue::list_experience_submissions))
        .routes(routes!(reviews::queue::get_experience_submission))
        .routes(routes!(reviews::moves::assign_experience_submission))
        .routes(routes!(reviews::moves::ask_complement))
        .routes(routes!(reviews::decide::decide_experience))
        .routes(routes!(reviews::decide::refuse_experience))
        .routes(routes!(reviews::files::get_submitted_proof_file))
        .merge(handlers::exports::routes())
}

/// Computes the chain of every passport again and compares what it seals with the rows that are there.
pub async fn verify_chains(state: &AppState) -> anyhow::Result<ChainReport> {
    // A connection of its own: reading every passport takes longer than a request may.
    let mut connection = state.pool.connect_options().connect().await?;
    store::check::check(&mut connection).await
}
