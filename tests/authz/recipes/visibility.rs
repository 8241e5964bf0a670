//! Recipes of who sees a person, who saw them, and how companies search.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("list_chosen_companies", "/me/chosen-companies", ""),
    recipe("choose_company", "/me/chosen-companies/180046237", ""),
    recipe("unchoose_company", "/me/chosen-companies/180046237", ""),
    recipe("list_profile_accesses", "/me/profile-accesses", ""),
    recipe("list_profile_appearances", "/me/profile-appearances", ""),
    recipe("get_search_settings", "/me/company/search-settings", ""),
    recipe("update_search_settings", "/me/company/search-settings", r#"{"blind":false}"#),
];
