//! What an `Idempotency-Key` says something on, compared with what the operations are and answer.

use std::collections::BTreeSet;

use serde_json::Value;

/// Verbs of operations that change nothing, though they are asked by POST.
const READING: &[&str] = &["search", "run", "preview", "check", "view", "compare", "estimate", "find"];

/// Others that change nothing.
const READING_TOO: &[&str] = &["open_shared_proof"];

/// What an answer shows as long as somebody shares it: an answer of before would show it longer.
const TAKEN_BACK: &[&str] = &["shared"];

/// Names of fields that hold what is given once.
const GIVEN_ONCE: &[&str] = &["token", "secret", "recovery_codes", "codes", "disclosure", "password"];

/// An operation asked by POST: its route, its id, and what it answers.
struct Posted {
    route: String,
    id: String,
    answers: Value,
}

fn posted() -> (Value, Vec<Posted>) {
    let document = serde_json::to_value(carnet::app::openapi()).unwrap();
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        if let Some(operation) = item.get("post") {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            found.push(Posted { route: path.clone(), id, answers: operation["responses"].clone() });
        }
    }
    assert!(found.len() > 50, "the operations were not found");
    (document, found)
}

/// The names of all fields below a schema.
fn fields(document: &Value, schema: &Value, seen: &mut BTreeSet<String>, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(parts) => {
            if let Some(reference) = parts.get("$ref").and_then(Value::as_str) {
                if seen.insert(reference.to_owned()) {
                    let named = document.pointer(reference.trim_start_matches('#')).unwrap();
                    fields(document, named, seen, found);
                }
                return;
            }
            if let Some(properties) = parts.get("properties").and_then(Value::as_object) {
                found.extend(properties.keys().cloned());
            }
            parts.values().for_each(|part| fields(document, part, seen, found));
        }
        Value::Array(parts) => parts.iter().for_each(|part| fields(document, part, seen, found)),
        _ => {}
    }
}

#[test]
fn what_only_reads_takes_no_key_and_what_changes_does() {
    let rules = carnet::app::idempotency_rules();
    let (_, posted) = posted();
    let mut faults = Vec::new();
    for Posted { route, id, .. } in &posted {
        let verb = id.split('_').next().unwrap_or_default();
        let reads = READING.contains(&verb) || READING_TOO.contains(&id.as_str());
        let is_listed = rules.reads.contains(&route.as_str()) || rules.uploads.contains(&route.as_str());
        if reads && !is_listed && !route.contains("{token}") {
            faults.push(format!("{id} reads: list {route} in READS of app.rs"));
        }
        if !reads && rules.reads.contains(&route.as_str()) {
            faults.push(format!("{id} is listed as one that only reads"));
        }
    }
    let known: BTreeSet<&str> = posted.iter().map(|operation| operation.route.as_str()).collect();
    for route in rules.reads.iter().chain(rules.not_kept).chain(rules.uploads) {
        if !known.contains(route) {
            faults.push(format!("{route} is no operation"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_answer_that_holds_a_secret_or_what_may_be_taken_back_is_not_kept() {
    let rules = carnet::app::idempotency_rules();
    let (document, posted) = posted();
    let mut faults = Vec::new();
    let mut seen_one = false;
    for Posted { route, id, answers } in &posted {
        let takes_key = rules.takes_key(&reqwest::Method::POST, route);
        let mut found = BTreeSet::new();
        for (_, answer) in answers.as_object().unwrap().iter().filter(|(status, _)| status.starts_with('2')) {
            fields(&document, answer, &mut BTreeSet::new(), &mut found);
        }
        let is_not_kept =
            |name: &&String| GIVEN_ONCE.contains(&name.as_str()) || TAKEN_BACK.contains(&name.as_str());
        let told: Vec<_> = found.iter().filter(is_not_kept).collect();
        seen_one |= !told.is_empty();
        if takes_key && !told.is_empty() && !rules.not_kept.contains(&route.as_str()) {
            faults.push(format!("{id} answers {told:?}: list {route} in NOT_KEPT of app.rs"));
        }
    }
    assert!(seen_one, "no answer holds a secret: the fields were not found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
