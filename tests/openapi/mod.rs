//! The contract: the committed `openapi.json` is what the code says.

mod exports;

use std::collections::HashSet;

use serde_json::Value;

fn committed() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json")).unwrap()
}

#[test]
fn committed_document_is_fresh() {
    let generated = carnet::app::openapi().to_pretty_json().unwrap();
    assert_eq!(
        committed().trim_end(),
        generated.trim_end(),
        "openapi.json is stale: run `cargo run -- openapi > openapi.json`, then `npm run api` in web/"
    );
}

#[test]
fn every_operation_has_a_unique_id_of_the_form_verb_resource() {
    let document: Value = serde_json::from_str(&committed()).unwrap();
    let mut seen = HashSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"]
                .as_str()
                .unwrap_or_else(|| panic!("{method} {path} has no operationId"));
            assert!(id.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{id} is not snake case");
            assert!(seen.insert(id.to_owned()), "{id} is used twice");
        }
    }
}
