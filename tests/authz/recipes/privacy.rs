//! Recipes of control over one's data. The words that fill in nothing make something first.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("get_privacy", "/me/privacy", ""),
    recipe("create_data_export", "/me/data-exports", r#"{"password":"$password"}"#),
    recipe("list_data_exports", "/me/data-exports", ""),
    recipe("get_data_export", "/me/data-exports/$my_data_export", ""),
    recipe("delete_data_export", "/me/data-exports/$my_data_export", ""),
    recipe("create_data_export_link", "/me/data-exports/$my_ready_data_export/link", ""),
    recipe("get_erasure", "/me/erasure", ""),
    recipe(
        "plan_erasure",
        "/me/erasure$with_another_platform_admin",
        r#"{"word":"EFFACER","password":"$password"}"#,
    ),
    recipe("cancel_erasure", "/me/erasure$with_planned_erasure", ""),
    recipe(
        "access_person_data",
        "/admin/people/$trainee/data-access",
        r#"{"reason":"Demande reçue par courrier"}"#,
    ),
    recipe("list_data_accesses", "/me/data-accesses", ""),
    recipe("get_processing_register", "/privacy/register", ""),
    recipe("list_disclosure_checks", "/privacy/disclosure-checks", ""),
];
