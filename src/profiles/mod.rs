//! What a verified recruiter sees of people: the search, one profile, the searches they keep; and the person's own preview.
//!
//! The index proposes, PostgreSQL disposes: every page is checked again before it leaves.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

use crate::platform::http::{Operations, routes};

pub use jobs::{
    AlertSavedSearches, PurgeLists, PurgeNotes, PurgeQuotas, PurgeSearchHistory, ReviewProfiles,
    ReviewSavedSearches,
};
pub use model::Stage;
pub use model::{
    CriteriaBody, Explained, ExplainedCriterion, ExplainedJob, ExplainedOutcome, NamedEntry, Paging,
    Selection, Vocabulary, Words, project,
};
pub use policy::Quotas;
pub use store::lists::contacts::advance_stage;
pub use store::lists::is_shortlisted;
pub use store::people::people_told;
pub use store::privacy::{erase_person, personal_data};
pub use store::quotas::{erase_quotas, quotas_data};
pub use store::reach::VisiblePeople;
pub use store::review::{SavedEffect, saved_effect};
pub use store::tally::{Tally, write as write_tally};
pub use store::{BlockLists, Exclusions, RawProfile, SearchHistory, Whose, read_profiles, read_searchable};

/// The operations of this slice.
pub fn routes() -> Operations {
    Operations::new()
        .routes(routes!(handlers::search_profiles))
        .routes(routes!(handlers::get_profile))
        .routes(routes!(handlers::preview_my_profile))
        .routes(routes!(handlers::get_search_settings, handlers::update_search_settings))
        .routes(routes!(handlers::list_saved_searches, handlers::create_saved_search))
        .routes(routes!(
            handlers::get_saved_search,
            handlers::update_saved_search,
            handlers::delete_saved_search
        ))
        .routes(routes!(handlers::run_saved_search))
        .routes(routes!(handlers::set_saved_search_alert, handlers::delete_saved_search_alert))
        .routes(routes!(handlers::delete_saved_search_alerts))
        .routes(routes!(handlers::list_new_matches))
        .routes(routes!(handlers::mark_new_matches))
        .routes(routes!(handlers::list_saved_search_access))
        .routes(routes!(handlers::set_saved_search_access, handlers::remove_saved_search_access))
        .routes(routes!(handlers::list_search_history, handlers::delete_search_history))
        .routes(routes!(handlers::delete_past_search))
        .routes(routes!(handlers::list_candidate_lists, handlers::create_candidate_list))
        .routes(routes!(
            handlers::get_candidate_list,
            handlers::update_candidate_list,
            handlers::delete_candidate_list
        ))
        .routes(routes!(handlers::list_candidate_list_access))
        .routes(routes!(handlers::set_candidate_list_access, handlers::remove_candidate_list_access))
        .routes(routes!(handlers::list_candidates, handlers::add_candidates))
        .routes(routes!(handlers::move_candidates))
        .routes(routes!(handlers::update_candidate, handlers::remove_candidate))
        .routes(routes!(handlers::list_excluded_profiles, handlers::exclude_profiles))
        .routes(routes!(handlers::include_profile))
        .routes(routes!(handlers::list_profile_notes, handlers::create_profile_note))
        .routes(routes!(handlers::update_profile_note, handlers::delete_profile_note))
}
