//! What companies keep about people, and their own people.

use super::{Recipe, recipe};

pub(super) const RECIPES: &[Recipe] = &[
    // companies
    recipe("list_company_members", "/me/company/members", ""),
    recipe("update_company_member", "/me/company/members/$colleague", r#"{"role":"admin"}"#),
    recipe("remove_company_member", "/me/company/members/$colleague", ""),
    recipe("confirm_company_members", "/me/company/members/confirm", r#"{"members":["$colleague"]}"#),
    recipe("list_company_invitations", "/me/company/invitations", ""),
    recipe(
        "create_company_invitation",
        "/me/company/invitations",
        r#"{"email":"$new_email","role":"member"}"#,
    ),
    recipe("revoke_company_invitation", "/me/company/invitations/$company_invitation", ""),
    recipe("accept_company_invitation", "/company-invitations/accept", r#"{"token":"$company_token"}"#),
    // saved searches
    recipe("set_saved_search_alert", "/me/saved-searches/$saved_search/alert", r#"{"frequency":"daily"}"#),
    recipe("delete_saved_search_alert", "/me/saved-searches/$saved_search/alert", ""),
    recipe("delete_saved_search_alerts", "/me/saved-search-alerts", ""),
    recipe("list_new_matches", "/me/saved-searches/$saved_search/new-matches", ""),
    recipe(
        "mark_new_matches",
        "/me/saved-searches/$saved_search/new-matches/seen",
        r#"{"until":"2026-03-03T08:00:00Z"}"#,
    ),
    recipe("list_saved_search_access", "/me/saved-searches/$saved_search/access", ""),
    recipe(
        "set_saved_search_access",
        "/me/saved-searches/$saved_search/access/$colleague",
        r#"{"access":"view"}"#,
    ),
    recipe("remove_saved_search_access", "/me/saved-searches/$shared_search/access/$search_reader", ""),
    recipe("list_search_history", "/me/search-history", ""),
    recipe("delete_search_history", "/me/search-history", ""),
    recipe("delete_past_search", "/me/search-history/$past_search", ""),
    // lists
    recipe("list_candidate_lists", "/candidate-lists", ""),
    recipe("create_candidate_list", "/candidate-lists", r#"{"name":"Soudeurs","description":"Pour mai"}"#),
    recipe("get_candidate_list", "/candidate-lists/$my_list", ""),
    recipe("update_candidate_list", "/candidate-lists/$my_list", r#"{"name":"Soudeuses"}"#),
    recipe("delete_candidate_list", "/candidate-lists/$my_list", ""),
    recipe("list_candidate_list_access", "/candidate-lists/$my_list/access", ""),
    recipe(
        "set_candidate_list_access",
        "/candidate-lists/$my_list/access/$colleague",
        r#"{"access":"pipeline"}"#,
    ),
    recipe("remove_candidate_list_access", "/candidate-lists/$shared_list/access/$list_reader", ""),
    recipe("list_candidates", "/candidate-lists/$filled_list/candidates", ""),
    recipe("add_candidates", "/candidate-lists/$my_list/candidates", r#"{"profiles":["$visible_profile"]}"#),
    recipe(
        "move_candidates",
        "/candidate-lists/$filled_list/candidates/move",
        r#"{"to":"$my_list","candidates":["$listed_candidate"]}"#,
    ),
    recipe(
        "update_candidate",
        "/candidate-lists/$filled_list/candidates/$listed_candidate",
        r#"{"stage":"contacted"}"#,
    ),
    recipe("remove_candidate", "/candidate-lists/$filled_list/candidates/$listed_candidate", ""),
    // exclusions and notes
    recipe("list_excluded_profiles", "/me/company/excluded-profiles", ""),
    recipe("exclude_profiles", "/me/company/excluded-profiles", r#"{"profiles":["$visible_profile"]}"#),
    recipe("include_profile", "/me/company/excluded-profiles/$exclusion", ""),
    recipe("list_profile_notes", "/profiles/$visible_profile/notes", ""),
    recipe("create_profile_note", "/profiles/$visible_profile/notes", r#"{"text":"À rappeler en mai."}"#),
    recipe("update_profile_note", "/profile-notes/$profile_note", r#"{"text":"Rappelée."}"#),
    recipe("delete_profile_note", "/profile-notes/$profile_note", ""),
];
