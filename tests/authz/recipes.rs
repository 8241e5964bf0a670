//! One line per operation: a request that succeeds for whoever has the right, so that its status speaks of rights only.
//!
//! Words that begin with `$` are filled in by `targets.rs`, with targets made for this one request.

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
pub const RECIPES: &[Recipe] = &[
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
    recipe("list_catalog_notices", "/organisations/$org/catalog-notices?decided=false", ""),
    recipe(
        "decide_catalog_notice",
        "/organisations/$org/catalog-notices/$notice/decision",
        r#"{"decision":"kept"}"#,
    ),
    // sessions
    recipe("list_sessions", "/organisations/$org/sessions?status=draft", ""),
    recipe(
        "create_session",
        "/organisations/$org/sessions",
        r#"{"training_id":"$published_training","starts_on":"2026-03-09","ends_on":"2026-03-13"}"#,
    ),
    recipe("get_session", "/organisations/$org/sessions/$shared_session", ""),
    recipe(
        "update_session",
        "/organisations/$org/sessions/$draft_session",
        r#"{"title":"Soudure","starts_on":"2026-03-09","ends_on":"2026-03-13","announced_minutes":60}"#,
    ),
    recipe("delete_session", "/organisations/$org/sessions/$draft_session", ""),
    recipe(
        "duplicate_session",
        "/organisations/$org/sessions/$draft_session/duplicate",
        r#"{"starts_on":"2026-04-06"}"#,
    ),
    recipe("plan_session", "/organisations/$org/sessions/$draft_session/plan", ""),
    recipe(
        "start_session",
        "/organisations/$org/sessions/$planned_session/start",
        r#"{"override_reason":"Évaluation sur papier"}"#,
    ),
    recipe("end_session", "/organisations/$org/sessions/$running_session/end", ""),
    recipe("close_session", "/organisations/$org/sessions/$ended_session/close", ""),
    recipe(
        "reopen_session",
        "/organisations/$org/sessions/$closed_session/reopen",
        r#"{"reason":"Une feuille manque"}"#,
    ),
    recipe(
        "cancel_session",
        "/organisations/$org/sessions/$draft_session/cancel",
        r#"{"reason":"Trop peu"}"#,
    ),
    recipe(
        "update_session_courses",
        "/organisations/$org/sessions/$draft_session/courses",
        r#"{"courses":[{"course_id":"$course"}]}"#,
    ),
    recipe("get_session_readiness", "/organisations/$org/sessions/$shared_session/readiness", ""),
    recipe("get_planned_hours", "/organisations/$org/sessions/$shared_session/planned-hours", ""),
    recipe("list_slots", "/organisations/$org/sessions/$shared_session/slots", ""),
    recipe(
        "create_slot",
        "/organisations/$org/sessions/$shared_session/slots",
        r#"{"title":"Séance","date":"2026-03-10","start_time":"09:00","end_time":"12:00","place":"$new_email","override_reason":"Voisines"}"#,
    ),
    recipe("get_slot", "/organisations/$org/sessions/$shared_session/slots/$slot", ""),
    recipe(
        "update_slot",
        "/organisations/$org/sessions/$shared_session/slots/$slot",
        r#"{"title":"Séance","date":"2026-03-11","start_time":"09:00","end_time":"12:00","place":"$new_email","override_reason":"Voisines"}"#,
    ),
    recipe("delete_slot", "/organisations/$org/sessions/$shared_session/slots/$slot", ""),
    recipe(
        "cancel_slot",
        "/organisations/$org/sessions/$shared_session/slots/$slot/cancel",
        r#"{"reason":"Panne"}"#,
    ),
    recipe(
        "rectify_slot",
        "/organisations/$org/sessions/$shared_session/slots/$attended_slot/rectify",
        r#"{"hours":{"date":"2026-03-09","start_time":"09:30","end_time":"12:00"},"reason":"Retard"}"#,
    ),
    recipe(
        "update_slot_trainers",
        "/organisations/$org/sessions/$shared_session/slots/$slot/trainers",
        r#"{"trainers":[],"reason":"Congé"}"#,
    ),
    recipe(
        "generate_slots",
        "/organisations/$org/sessions/$shared_session/slot-generations",
        r#"{"dry_run":true,"title":"Séance","from":"2026-04-06","weekdays":[2],"count":2,"hours":[{"start_time":"09:00","end_time":"12:00"}],"closures":[{"from":"2026-04-14","to":"2026-04-14"}]}"#,
    ),
    recipe("list_enrolments", "/organisations/$org/sessions/$shared_session/enrolments", ""),
    recipe(
        "create_enrolment",
        "/organisations/$org/sessions/$shared_session/enrolments",
        r#"{"first_name":"Zoé","last_name":"Durand","email":"$new_email"}"#,
    ),
    recipe("get_enrolment", "/organisations/$org/sessions/$shared_session/enrolments/$enrolment", ""),
    recipe(
        "update_enrolment",
        "/organisations/$org/sessions/$shared_session/enrolments/$enrolment",
        r#"{"first_name":"Zoé","last_name":"Martin","starts_on":"2026-03-09"}"#,
    ),
    recipe(
        "move_enrolment",
        "/organisations/$org/sessions/$shared_session/enrolments/$enrolment/move",
        r#"{"step":"confirm"}"#,
    ),
    recipe(
        "join_enrolment",
        "/organisations/$org/sessions/$shared_session/enrolments/$enrolment/join",
        r#"{"person_id":"$trainee"}"#,
    ),
    recipe("create_enrolment_import", "/organisations/$org/sessions/$shared_session/enrolment-imports", ""),
    recipe(
        "confirm_enrolment_import",
        "/organisations/$org/sessions/$shared_session/enrolment-imports/$enrolment_import/confirm",
        r#"{"skip_errors":true}"#,
    ),
    recipe("list_resources", "/organisations/$org/sessions/$shared_session/resources", ""),
    recipe(
        "create_resource",
        "/organisations/$org/sessions/$draft_session/resources",
        r#"{"kind":"link","title":"Le cours","url":"https://cours.example/"}"#,
    ),
    recipe("get_resource", "/organisations/$org/sessions/$shared_session/resources/$resource", ""),
    recipe(
        "update_resource",
        "/organisations/$org/sessions/$shared_session/resources/$resource",
        r#"{"kind":"link","title":"Le cours complet","url":"https://cours.example/"}"#,
    ),
    recipe("delete_resource", "/organisations/$org/sessions/$shared_session/resources/$resource", ""),
    recipe("list_session_rooms", "/organisations/$org/sessions/$shared_session/rooms", ""),
    recipe(
        "create_session_room",
        "/organisations/$org/sessions/$draft_session/rooms",
        r#"{"name":"Groupe"}"#,
    ),
    recipe(
        "update_session_room",
        "/organisations/$org/sessions/$shared_session/rooms/$room",
        r#"{"name":"$new_email"}"#,
    ),
    recipe("delete_session_room", "/organisations/$org/sessions/$shared_session/rooms/$room", ""),
    recipe("list_session_quizzes", "/organisations/$org/sessions/$shared_session/quizzes", ""),
    recipe(
        "create_session_quiz",
        "/organisations/$org/sessions/$draft_session/quizzes",
        r#"{"title":"Quiz","purpose":"assessment","skills":["101"]}"#,
    ),
    recipe(
        "update_session_quiz",
        "/organisations/$org/sessions/$shared_session/quizzes/$session_quiz",
        r#"{"title":"Quiz","purpose":"positioning"}"#,
    ),
    recipe("delete_session_quiz", "/organisations/$org/sessions/$shared_session/quizzes/$session_quiz", ""),
    recipe("list_organisation_calendar", "/organisations/$org/calendar?from=2026-03-09&to=2026-03-15", ""),
    recipe("list_my_calendar", "/me/calendar?from=2026-03-09&to=2026-03-15", ""),
    recipe("get_calendar_feed", "/me/calendar-feed", ""),
    recipe("create_calendar_feed", "/me/calendar-feed", ""),
    recipe("delete_calendar_feed", "/me/calendar-feed", ""),
    recipe("read_calendar_feed", "/calendar/$calendar_token.ics", ""),
    recipe("list_my_sessions", "/me/sessions", ""),
    recipe("get_my_session", "/me/sessions/$my_session", ""),
    recipe("list_my_session_invitations", "/me/session-invitations", ""),
    recipe("accept_session_invitation", "/me/session-invitations/$session_invitation/accept", ""),
    recipe("decline_session_invitation", "/me/session-invitations/$session_invitation/decline", ""),
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
    // passport
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
    // admin
    recipe("get_index_state", "/admin/index", ""),
    recipe("rebuild_index", "/admin/index/rebuild", ""),
    recipe("list_catalog_imports", "/admin/catalog-imports", ""),
    recipe("get_catalog_sync", "/admin/catalog", ""),
    recipe("start_catalog_import", "/admin/catalog-imports", r#"{"dry_run":true}"#),
    recipe("get_catalog_effect", "/admin/catalog-imports/$import/effect", ""),
];

/// The recipe of this operation.
pub fn of(operation: &str) -> Option<&'static Recipe> {
    RECIPES.iter().find(|recipe| recipe.operation == operation)
}
