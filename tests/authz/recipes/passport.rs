//! Recipes of passports: what is declared, validated, answered.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("list_my_skills", "/me/skills", ""),
    recipe("declare_skill", "/me/skills/102", r#"{"level":2}"#),
    recipe("withdraw_skill", "/me/skills/$declared_skill", ""),
    recipe(
        "create_validation",
        "/organisations/$org/validations",
        r#"{"person_id":"$trainee","skill":"101","grid_id":"$grid","step":2}"#,
    ),
    recipe("list_validations", "/organisations/$org/validations?person_id=$trainee", ""),
    recipe(
        "revoke_validation",
        "/organisations/$org/validations/$validation/revoke",
        r#"{"reason_code":"mistake","reason":"Erreur de saisie"}"#,
    ),
    recipe("get_validation", "/organisations/$org/validations/$graded_entry", ""),
    recipe(
        "get_evidence_file",
        "/organisations/$org/validations/$graded_entry/evidence/$graded_file/file",
        "",
    ),
    recipe("get_validation_grid", "/organisations/$org/sessions/$graded_session/validations", ""),
    recipe(
        "preview_validations",
        "/organisations/$org/sessions/$graded_session/validations/preview",
        r#"{"cells":[{"person_id":"$graded_of","skill":"101","level":{"common_level":3}}]}"#,
    ),
    recipe(
        "save_validations",
        "/organisations/$org/sessions/$graded_session/validations",
        r#"{"cells":[{"person_id":"$graded_of","skill":"101","level":{"common_level":3}}]}"#,
    ),
    recipe("list_validation_proposals", "/organisations/$org/validation-proposals", ""),
    recipe(
        "decide_validation_proposal",
        "/organisations/$org/validation-proposals/$graded_proposal/decision",
        r#"{"confirm":true}"#,
    ),
    recipe("get_passport_settings", "/organisations/$org/passport-settings", ""),
    recipe(
        "update_passport_settings",
        "/organisations/$class_org/passport-settings",
        r#"{"level_rule":"latest","two_people":false,"reply_days":15,"validities":[{"skill":"101","months":24}]}"#,
    ),
    recipe("list_entry_replies", "/organisations/$org/validation-replies", ""),
    recipe(
        "answer_entry_reply",
        "/organisations/$org/validation-replies/$graded_reply/answer",
        r#"{"text":"Bien reçu."}"#,
    ),
    recipe("list_person_entries", "/organisations/$org/people/$graded_person/passport", ""),
    recipe("list_my_entries", "/me/passport/entries", ""),
    recipe("get_my_entry", "/me/passport/entries/$my_entry", ""),
    recipe("reply_to_entry", "/me/passport/entries/$my_entry/replies", r#"{"text":"Ce n’est pas exact."}"#),
    recipe("update_my_evidence", "/me/passport/evidence/$my_evidence", r#"{"visibility":"shared"}"#),
    recipe("get_my_evidence_file", "/me/passport/evidence/$my_evidence/file", ""),
    recipe("get_my_skill_map", "/me/passport/map", ""),
];
