//! One line per operation: a request that succeeds for whoever has the right, so that its status speaks of rights only.
//!
//! Words that begin with `$` are filled in by `targets.rs`, with targets made for this one request.

mod attendance;
mod company_quizzes;
mod experiences;
mod exports;
mod lists;
mod notifications;
mod offers;
mod passport;
mod privacy;
mod quizzes;
mod rooms;
mod sessions;
mod sharing;
mod taking;
mod visibility;

use std::sync::LazyLock;

/// How to ask one operation.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    pub operation: &'static str,
    pub path: &'static str,
    /// JSON, or nothing.
    pub body: &'static str,
}

const fn recipe(operation: &'static str, path: &'static str, body: &'static str) -> Recipe {
    Recipe { operation, path, body }
}

/// Every operation's recipe.
pub static RECIPES: LazyLock<Vec<Recipe>> = LazyLock::new(|| {
    [
        OTHERS,
        sessions::RECIPES,
        attendance::RECIPES,
        quizzes::RECIPES,
        company_quizzes::RECIPES,
        taking::RECIPES,
        passport::RECIPES,
        experiences::RECIPES,
        exports::RECIPES,
        lists::RECIPES,
        privacy::RECIPES,
        sharing::RECIPES,
        visibility::RECIPES,
        notifications::RECIPES,
        offers::RECIPES,
        rooms::RECIPES,
    ]
    .concat()
});

const OTHERS: &[Recipe] = &[
    // identity
    recipe(
        "register_account",
        "/auth/register",
        r#"{"email":"$new_email","password":"$new_password","first_name":"Inès","last_name":"Neuve"}"#,
    ),
    recipe("confirm_email", "/auth/confirm-email", r#"{"token":"$confirmation_token"}"#),
    recipe("resend_confirmation", "/auth/resend-confirmation", r#"{"email":"$new_email"}"#),
    recipe("login", "/auth/login", r#"{"email":"$my_email","password":"$password"}"#),
    recipe("refresh_session", "/auth/refresh", ""),
    recipe("logout", "/auth/logout", ""),
    recipe("logout_everywhere", "/auth/logout-everywhere", ""),
    recipe("request_password_reset", "/auth/request-password-reset", r#"{"email":"$my_email"}"#),
    recipe(
        "reset_password",
        "/auth/reset-password",
        r#"{"token":"$reset_token","password":"$new_password"}"#,
    ),
    recipe(
        "change_password",
        "/auth/change-password",
        r#"{"current_password":"$password","password":"$new_password"}"#,
    ),
    recipe("get_me", "/me", ""),
    recipe("update_me", "/me", r#"{"first_name":"Inès-Maria"}"#),
    recipe("start_totp", "/me/totp", ""),
    recipe("confirm_totp", "/me/totp/confirm", r#"{"code":"$totp_code"}"#),
    recipe("disable_totp", "/me/totp/disable", r#"{"password":"$password"}"#),
    // orgs
    recipe(
        "create_organisation",
        "/admin/organisations",
        r#"{"name":"Nouvelle","admin_email":"$new_email"}"#,
    ),
    recipe("list_organisations", "/admin/organisations", ""),
    recipe("suspend_organisation", "/admin/organisations/$new_org/suspend", r#"{"reason":"Contrôle"}"#),
    recipe(
        "withdraw_organisation_siret",
        "/admin/organisations/$claiming_org/withdraw-siret",
        r#"{"siret":"$claimed_siret","reason":"Sans droit"}"#,
    ),
    recipe(
        "allow_organisation_siret",
        "/admin/organisations/$robbed_org/withdrawn-sirets/$claimed_siret",
        "",
    ),
    recipe("reinstate_organisation", "/admin/organisations/$suspended_org/reinstate", ""),
    recipe("list_my_organisations", "/me/organisations", ""),
    recipe("get_organisation", "/organisations/$org", ""),
    recipe("get_organisation_identity", "/organisations/$org/identity", ""),
    recipe(
        "update_organisation_identity",
        "/organisations/$org/identity",
        r#"{"legal_name":"Atelier SAS","siret":"$siret","nda":"84691234567","claims_qualiopi":true}"#,
    ),
    recipe("list_members", "/organisations/$org/members", ""),
    recipe("update_member", "/organisations/$org/members/$trainee", r#"{"role":"trainer"}"#),
    recipe("remove_member", "/organisations/$org/members/$trainee", ""),
    recipe(
        "create_invitation",
        "/organisations/$org/invitations",
        r#"{"email":"$new_email","role":"trainee"}"#,
    ),
    recipe("accept_invitation", "/organisation-invitations/accept", r#"{"token":"$invitation_token"}"#),
    recipe("list_grids", "/organisations/$org/grids", ""),
    recipe(
        "create_grid",
        "/organisations/$org/grids",
        r#"{"name":"G","steps":[{"name":"Acquis","common_level":3,"passing":true}]}"#,
    ),
    recipe(
        "update_grid",
        "/organisations/$org/grids/$grid",
        r#"{"name":"G","steps":[{"name":"Acquis","common_level":3,"passing":true}]}"#,
    ),
    // catalog
    recipe("search_jobs", "/catalog/jobs?q=metier", ""),
    recipe("get_job", "/catalog/jobs/A1101", ""),
    recipe("search_skills", "/catalog/skills?q=competence", ""),
    recipe("get_skill", "/catalog/skills/101", ""),
    recipe("list_domains", "/catalog/domains", ""),
    recipe("list_domain_jobs", "/catalog/domains/A11/jobs", ""),
    recipe("get_release", "/catalog/release", ""),
    recipe("get_certification", "/catalog/certifications/RNCP31114", ""),
    recipe("suggest_from_text", "/catalog/suggestions", r#"{"title":"Soudeur"}"#),
    // trainings
    recipe("list_courses", "/organisations/$org/courses?archived=false", ""),
    recipe(
        "create_course",
        "/organisations/$org/courses",
        r#"{"title":"Module","minutes":60,"modality":"in_person"}"#,
    ),
    recipe(
        "update_course",
        "/organisations/$org/courses/$course",
        r#"{"title":"Module","minutes":90,"modality":"workplace"}"#,
    ),
    recipe("archive_course", "/organisations/$org/courses/$course/archive", ""),
    recipe("restore_course", "/organisations/$org/courses/$archived_course/restore", ""),
    recipe("list_own_skills", "/organisations/$org/own-skills", ""),
    recipe("list_own_skill_matches", "/organisations/$org/own-skills/$own_skill/matches", ""),
    recipe("create_own_skill", "/organisations/$org/own-skills", r#"{"label":"$new_email"}"#),
    recipe("update_own_skill", "/organisations/$org/own-skills/$own_skill", r#"{"label":"$new_email"}"#),
    recipe("delete_own_skill", "/organisations/$org/own-skills/$own_skill", ""),
    recipe("link_own_skill", "/organisations/$org/own-skills/$own_skill/link", r#"{"skill":"101"}"#),
    recipe("unlink_own_skill", "/organisations/$org/own-skills/$linked_own_skill/link", ""),
    recipe("keep_own_skill", "/organisations/$org/own-skills/$own_skill/keep", ""),
    recipe(
        "refuse_own_skill_match",
        "/organisations/$org/own-skills/$own_skill/refusals",
        r#"{"skill":"101","reason":"Trop large"}"#,
    ),
    recipe("list_trainings", "/organisations/$org/trainings?status=draft", ""),
    recipe(
        "create_training",
        "/organisations/$org/trainings",
        r#"{"title":"Soudure","jobs":[{"code":"A1101"}],"skills":[{"skill":"101","target":3,"pass":2}]}"#,
    ),
    recipe("get_training", "/organisations/$org/trainings/$training", ""),
    recipe(
        "update_training",
        "/organisations/$org/trainings/$training",
        r#"{"title":"Soudage","skills":[{"skill":"102","target":3,"pass":2}]}"#,
    ),
    recipe("delete_training", "/organisations/$org/trainings/$training", ""),
    recipe("publish_training", "/organisations/$org/trainings/$training/publish", ""),
    recipe("archive_training", "/organisations/$org/trainings/$published_training/archive", ""),
    recipe("restore_training", "/organisations/$org/trainings/$archived_training/restore", ""),
    recipe("discard_training_draft", "/organisations/$org/trainings/$edited_training/draft", ""),
    recipe("list_revisions", "/organisations/$org/trainings/$training/revisions", ""),
    recipe("get_revision", "/organisations/$org/trainings/$training/revisions/1", ""),
    recipe("compare_revisions", "/organisations/$org/trainings/$training/comparison?from=1&to=1", ""),
    recipe("get_coverage", "/organisations/$org/trainings/$training/coverage", ""),
    recipe("list_catalog_alignments", "/organisations/$org/catalog-alignments", ""),
    recipe("list_catalog_notices", "/organisations/$org/catalog-notices?decided=false", ""),
    recipe(
        "decide_catalog_notice",
        "/organisations/$org/catalog-notices/$notice/decision",
        r#"{"decision":"kept"}"#,
    ),
    // files
    recipe("get_file_rules", "/file-rules", ""),
    recipe("list_my_files", "/me/files", ""),
    recipe("upload_my_file", "/me/files", ""),
    recipe("get_my_file", "/me/files/$my_file", ""),
    recipe("discard_my_file", "/me/files/$my_file", ""),
    recipe("upload_organisation_file", "/organisations/$org/files", ""),
    recipe("open_file_link", "/file-links/$file_link", ""),
    // companies
    recipe("create_company", "/companies", r#"{"siret":"73282932000074"}"#),
    recipe("get_my_company", "/me/company", ""),
    recipe("leave_company", "/me/company", ""),
    recipe("request_email_proof", "/me/company/email-proof", r#"{"email":"$work_email"}"#),
    recipe("confirm_email_proof", "/me/company/email-proof/confirm", r#"{"code":"$proof_code"}"#),
    recipe(
        "request_company_review",
        "/me/company/review-request",
        r#"{"message":"Je recrute pour cet atelier."}"#,
    ),
    recipe("list_recruiters", "/admin/recruiters", ""),
    recipe("grant_recruiter", "/admin/recruiters/$recruiter_in_review/grant", r#"{"accept_domain":null}"#),
    recipe(
        "refuse_recruiter",
        "/admin/recruiters/$recruiter_in_review/refuse",
        r#"{"reason":"Non justifié"}"#,
    ),
    recipe("suspend_recruiter", "/admin/recruiters/$recruiter_granted/suspend", r#"{"reason":"Contrôle"}"#),
    recipe("reinstate_recruiter", "/admin/recruiters/$recruiter_suspended/reinstate", ""),
    // sharing
    recipe("get_visibility", "/me/visibility", ""),
    recipe("set_visibility", "/me/visibility", r#"{"visible":true,"policy_version":"$policy_version"}"#),
    recipe("list_consents", "/me/consents", ""),
    recipe("list_blocked_companies", "/me/blocked-companies", ""),
    recipe("block_company", "/me/blocked-companies/180046237", ""),
    recipe("unblock_company", "/me/blocked-companies/$blocked_siren", ""),
    // profiles
    recipe(
        "search_profiles",
        "/profile-search",
        r#"{"criteria":[{"skill":"101","min_level":2}],"facets":["skills"]}"#,
    ),
    recipe("get_profile", "/profiles/$visible_profile", ""),
    recipe("preview_my_profile", "/me/profile-preview", ""),
    recipe("list_saved_searches", "/me/saved-searches", ""),
    recipe(
        "create_saved_search",
        "/me/saved-searches",
        r#"{"name":"$new_email","search":{"criteria":[{"skill":"101"}],"exclude":[{"skill":"102"}]}}"#,
    ),
    recipe("get_saved_search", "/me/saved-searches/$saved_search", ""),
    recipe(
        "update_saved_search",
        "/me/saved-searches/$saved_search",
        r#"{"search":{"criteria":[{"skill":"103"}],"exclude":[{"skill":"104"}]}}"#,
    ),
    recipe("delete_saved_search", "/me/saved-searches/$saved_search", ""),
    recipe("run_saved_search", "/me/saved-searches/$saved_search/run", r#"{"facets":["rome"]}"#),
    // admin
    recipe("get_index_state", "/admin/index", ""),
    recipe("rebuild_index", "/admin/index/rebuild", ""),
    recipe("list_catalog_imports", "/admin/catalog-imports", ""),
    recipe("get_catalog_sync", "/admin/catalog", ""),
    recipe("start_catalog_import", "/admin/catalog-imports", r#"{"dry_run":true}"#),
    recipe("get_catalog_effect", "/admin/catalog-imports/$import/effect", ""),
    recipe("list_touched_grids", "/admin/catalog-imports/$import/grids", ""),
];

/// The recipe of this operation.
pub fn of(operation: &str) -> Option<&'static Recipe> {
    RECIPES.iter().find(|recipe| recipe.operation == operation)
}
