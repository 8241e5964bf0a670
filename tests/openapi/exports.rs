//! What recruiters find cannot be carried away: results of searches are JSON, and no export holds them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::committed;

/// Every export there is.
const EXPORTS: [&str; 10] = [
    // Sheets of sessions, for the organisation that gives them.
    "export_attendance",
    // For recruiters: the questions of their own company. Nobody is in it.
    "export_company_questions",
    // For recruiters: those who answered a quiz of their company, and how. No search fills it.
    "export_company_quiz_results",
    "export_my_attendance",
    "export_my_quiz_attempt",
    // For recruiters: those who were sent one offer, fifty at most: names, states and dates, nothing else.
    "export_offer_recipients",
    // Questions of a training organisation.
    "export_questions",
    // A candidate's own copy of what they answered.
    "export_quiz_invitation",
    // Results of trainees, for their organisation.
    "export_quiz_results",
    // For both sides of one private room: what the two said to each other after a yes.
    "export_room",
];

/// Where searches are asked, kept and run.
const SEARCHES: [&str; 3] =
    ["/api/v1/profile-search", "/api/v1/me/saved-searches", "/api/v1/me/search-history"];

fn document() -> Value {
    serde_json::from_str(&committed()).unwrap()
}

/// Every operation, with its path.
fn operations(document: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths.flat_map(|(path, item)| {
        item.as_object().unwrap().values().map(move |operation| (path.as_str(), operation))
    })
}

fn id(operation: &Value) -> &str {
    operation["operationId"].as_str().unwrap()
}

/// S10: everything recruiters ask of people, the searches first, is answered with JSON.
#[test]
fn results_of_searches_are_answered_as_json_and_in_no_other_form() {
    let document = document();
    let mut checked = BTreeSet::new();
    for (path, operation) in operations(&document) {
        let is_search = SEARCHES.iter().any(|start| path.starts_with(start));
        if !is_search && operation["tags"] != json!(["profiles"]) {
            continue;
        }
        for (status, answer) in operation["responses"].as_object().unwrap() {
            let right = if status == "default" { "application/problem+json" } else { "application/json" };
            // What has no body holds no results.
            let Some(content) = answer["content"].as_object() else { continue };
            for kind in content.keys() {
                assert_eq!(kind, right, "{} with status {status}", id(operation));
                if status != "default" {
                    checked.insert(id(operation));
                }
            }
        }
    }
    for search in ["search_profiles", "run_saved_search", "list_new_matches", "get_profile"] {
        assert!(checked.contains(search), "{search} was not found");
    }
}

#[test]
fn nothing_is_exported_but_what_is_named_here() {
    let document = document();
    let mut found: Vec<&str> = operations(&document).map(|(_, operation)| id(operation)).collect();
    found.retain(|id| id.starts_with("export_"));
    found.sort_unstable();
    assert_eq!(found, EXPORTS);
}
