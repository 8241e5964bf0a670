//! Recipes of exports, links and imports of passports.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("create_passport_export", "/me/passport/exports", r#"{"format":"json"}"#),
    recipe("list_passport_exports", "/me/passport/exports", ""),
    recipe("get_passport_export", "/me/passport/exports/$my_export", ""),
    recipe("delete_passport_export", "/me/passport/exports/$my_export", ""),
    recipe("get_passport_export_file", "/me/passport/exports/$my_ready_export/file", ""),
    recipe("list_passport_log", "/me/passport/log", ""),
    recipe("create_passport_disclosure", "/me/passport/disclosures", r#"{"skill":"$my_validated_skill"}"#),
    recipe("create_badge", "/me/validations/$my_validation/badge", "{}"),
    recipe("get_status_list", "/status-lists/1", ""),
    recipe("get_badge_issuer", "/badge-issuers/$badge_issuer", ""),
    recipe("create_passport_share", "/me/passport/shares", r#"{"recipient":"Mairie","days":7}"#),
    recipe("list_passport_shares", "/me/passport/shares", ""),
    recipe("revoke_passport_share", "/me/passport/shares/$my_share/revoke", ""),
    recipe("view_passport_share", "/passport-shares/view", r#"{"token":"$share_token"}"#),
    // The word stands for both: the secret, and the proof it shows.
    recipe("open_shared_proof", "/passport-shares/proof", r#"{"token":"$shared_proof"}"#),
    recipe(
        "check_passport",
        "/passport-checks",
        r#"{"number":"P-2026-00000-00000","code":"0000000000000000"}"#,
    ),
    recipe("check_passport_file", "/passport-checks/file", ""),
    recipe("import_passport", "/me/passport/imports", r#""$my_badge""#),
    recipe("list_passport_imports", "/me/passport/imports", ""),
    recipe("delete_passport_import", "/me/passport/imports/$my_import", ""),
];
