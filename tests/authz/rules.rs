//! What must hold in any table, whatever the code answers: a wrong right cannot be committed by accident.

use std::collections::BTreeMap;

use super::actors::{COLUMNS, Kind};
use super::matrix::Matrix;
use super::operations::Operation;

/// Statuses that speak of rights or of business; a malformed or failed request would prove nothing.
const TELLING: [u16; 8] = [200, 201, 202, 204, 401, 403, 404, 409];

/// Operations that only a verified recruiter succeeds in.
const SEARCH: &[&str] = &[
    "search_profiles",
    "get_profile",
    "list_saved_searches",
    "create_saved_search",
    "get_saved_search",
    "update_saved_search",
    "delete_saved_search",
    "run_saved_search",
    "list_company_questions",
    "create_company_question",
    "get_company_question",
    "update_company_question",
    "archive_company_question",
    "restore_company_question",
    "list_company_question_tags",
    "list_company_question_versions",
    "get_company_question_version",
    "get_company_question_image",
    "create_company_question_import",
    "confirm_company_question_import",
    "export_company_questions",
    "list_company_quizzes",
    "create_company_quiz",
    "get_company_quiz",
    "update_company_quiz",
    "delete_company_quiz",
    "publish_company_quiz",
    "archive_company_quiz",
    "restore_company_quiz",
    "duplicate_company_quiz",
    "discard_company_quiz_draft",
    "list_company_quiz_revisions",
    "get_company_quiz_revision",
    "list_quiz_invitations",
    "create_quiz_invitations",
    "take_back_quiz_invitation",
    "get_company_quiz_results",
    "get_company_quiz_statistics",
    "export_company_quiz_results",
    "get_quiz_candidate",
    "compare_quiz_candidates",
    "list_company_quiz_copies",
    "get_company_quiz_copy_file",
    "grade_company_quiz_answer",
    "publish_company_quiz_results",
    "preview_company_quiz_correction",
    "list_company_quiz_corrections",
    "apply_company_quiz_correction",
    "get_search_settings",
    "update_search_settings",
    "list_company_members",
    "update_company_member",
    "remove_company_member",
    "confirm_company_members",
    "list_company_invitations",
    "create_company_invitation",
    "revoke_company_invitation",
    "set_saved_search_alert",
    "delete_saved_search_alert",
    "delete_saved_search_alerts",
    "list_new_matches",
    "mark_new_matches",
    "list_saved_search_access",
    "set_saved_search_access",
    "remove_saved_search_access",
    "list_search_history",
    "delete_search_history",
    "delete_past_search",
    "list_candidate_lists",
    "create_candidate_list",
    "get_candidate_list",
    "update_candidate_list",
    "delete_candidate_list",
    "list_candidate_list_access",
    "set_candidate_list_access",
    "remove_candidate_list_access",
    "list_candidates",
    "add_candidates",
    "move_candidates",
    "update_candidate",
    "remove_candidate",
    "list_excluded_profiles",
    "exclude_profiles",
    "include_profile",
    "list_profile_notes",
    "create_profile_note",
    "update_profile_note",
    "delete_profile_note",
    "list_offers",
    "create_offer",
    "get_offer",
    "update_offer",
    "delete_offer",
    "preview_offer",
    "send_offer",
    "withdraw_offer",
    "get_offer_file",
    "list_offer_recipients",
    "add_offer_recipients",
    "remove_offer_recipient",
    "get_offer_recipient",
    "remind_offer_recipient",
    "withdraw_offer_recipient",
    "close_offer_recipient",
    "export_offer_recipients",
    "list_talent_pool",
];

/// Every cell that breaks a rule.
pub fn faults(matrix: &Matrix, operations: &BTreeMap<String, Operation>) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, statuses) in matrix {
        let Some(operation) = operations.get(id) else { continue };
        if !statuses.iter().any(|status| is_success(*status)) {
            faults.push(format!("{id}: nobody succeeds, so the refusals prove nothing"));
        }
        for ((kind, heading), status) in COLUMNS.iter().zip(statuses) {
            if let Some(rule) = broken(operation, *kind, *status) {
                faults.push(format!("{id} as {heading} answers {status}: {rule}"));
            }
        }
    }
    faults
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

/// The rule that this cell breaks.
fn broken(operation: &Operation, kind: Kind, status: u16) -> Option<&'static str> {
    let is_recruiting = SEARCH.contains(&operation.id.as_str());
    if !TELLING.contains(&status) {
        return Some("a status that says nothing about rights");
    }
    if kind == Kind::Anonymous && !operation.is_public && status != 401 {
        return Some("nobody must sign in first");
    }
    if kind != Kind::Anonymous && status == 401 {
        return Some("a signed-in person is not asked to sign in");
    }
    if operation.path.starts_with("/admin/")
        && kind != Kind::Anonymous
        && kind != Kind::Platform
        && status != 403
    {
        return Some("the platform's affairs are its admins'");
    }
    if operation.path.starts_with("/organisations/") && kind.is_stranger() && status != 404 {
        return Some("to strangers an organisation does not exist");
    }
    if is_recruiting && kind != Kind::Recruiter && is_success(status) {
        return Some("people are shown to verified recruiters only");
    }
    None
}

#[test]
fn each_rule_is_seen_when_broken() {
    let operations = super::operations::all();
    let told = |id: &str, kind: Kind, status: u16| broken(&operations[id], kind, status).is_some();
    assert!(told("get_me", Kind::Anonymous, 200));
    assert!(!told("get_me", Kind::Anonymous, 401));
    assert!(told("get_me", Kind::Person, 401));
    assert!(told("get_me", Kind::Person, 422));
    assert!(told("list_organisations", Kind::Admin, 200));
    assert!(!told("list_organisations", Kind::Platform, 200));
    assert!(told("get_organisation", Kind::AdminElsewhere, 403));
    assert!(told("search_profiles", Kind::RecruiterUnverified, 200));
    assert!(!told("search_profiles", Kind::Recruiter, 200));
    assert!(!told("login", Kind::Anonymous, 200));
}
