//! What must hold in any table, whatever the code answers: a wrong right cannot be committed by accident.

use std::collections::BTreeMap;

use super::actors::{COLUMNS, Kind};
use super::matrix::Matrix;
use super::operations::Operation;

/// Statuses that speak of rights or of business; a malformed or failed request would prove nothing.
const TELLING: [u16; 8] = [200, 201, 202, 204, 401, 403, 404, 409];

/// Operations that only a verified recruiter succeeds in.
const SEARCH: [&str; 8] = [
    "search_profiles",
    "get_profile",
    "list_saved_searches",
    "create_saved_search",
    "get_saved_search",
    "update_saved_search",
    "delete_saved_search",
    "run_saved_search",
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
