//! Trainings: courses, an organisation's own skills, and what trainings teach for which jobs, revision by revision.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

pub use jobs::ReviewCatalog;
pub use model::{
    COMMON, Certification, Content, CourseLine, Levels, Marks, Modality, Scale, SkillLine, SkillRef, Status,
    Texts,
};
pub use store::contents::read as revision_content;
pub use store::notices::{Effect, effect};
pub use store::personal::{erase_person, personal_data};
pub use store::touched::{GridKey, TouchedGrid, touched_grids};

use crate::platform::http::{Operations, routes};

/// The operations on trainings.
pub fn routes() -> Operations {
    use handlers::{
        alignment, courses, coverage, links, matches, moves, notices, own_skills, revisions, trainings,
    };
    Operations::new()
        .routes(routes!(courses::list_courses, courses::create_course))
        .routes(routes!(courses::update_course))
        .routes(routes!(courses::archive_course))
        .routes(routes!(courses::restore_course))
        .routes(routes!(own_skills::list_own_skills, own_skills::create_own_skill))
        .routes(routes!(own_skills::update_own_skill, own_skills::delete_own_skill))
        .routes(routes!(matches::list_own_skill_matches))
        .routes(routes!(links::link_own_skill, links::unlink_own_skill))
        .routes(routes!(links::keep_own_skill))
        .routes(routes!(links::refuse_own_skill_match))
        .routes(routes!(trainings::list_trainings, trainings::create_training))
        .routes(routes!(trainings::get_training, trainings::update_training, moves::delete_training))
        .routes(routes!(moves::publish_training))
        .routes(routes!(moves::archive_training))
        .routes(routes!(moves::restore_training))
        .routes(routes!(moves::discard_training_draft))
        .routes(routes!(revisions::list_revisions))
        .routes(routes!(revisions::get_revision))
        .routes(routes!(revisions::compare_revisions))
        .routes(routes!(coverage::get_coverage))
        .routes(routes!(alignment::list_catalog_alignments))
        .routes(routes!(notices::list_catalog_notices))
        .routes(routes!(notices::decide_catalog_notice))
}
