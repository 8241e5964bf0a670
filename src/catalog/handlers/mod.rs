//! The public catalogue and the certifications over HTTP: answered from memory, cached by revision.

mod cached;
mod certifications;
mod domains;
mod jobs;
mod links;
mod release;
mod search;
mod skills;
mod suggestions;

pub use suggestions::{ProposedSkill, proposed_skills};

use crate::platform::http::{Operations, routes};

/// The operations of the catalogue.
pub fn routes() -> Operations {
    Operations::new()
        .routes(routes!(search::search_jobs))
        .routes(routes!(jobs::get_job))
        .routes(routes!(search::search_skills))
        .routes(routes!(skills::get_skill))
        .routes(routes!(domains::list_domains))
        .routes(routes!(domains::list_domain_jobs))
        .routes(routes!(release::get_release))
        .routes(routes!(certifications::get_certification))
        .routes(routes!(suggestions::suggest_from_text))
}
