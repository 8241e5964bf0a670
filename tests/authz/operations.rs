//! The operations that exist, as the server itself describes them.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::Value;

/// One operation of the API.
#[derive(Debug)]
pub struct Operation {
    pub id: String,
    pub method: Method,
    /// Under `/api/v1`, with its parameters in braces.
    pub path: String,
    /// Whether it says itself that nobody need be signed in.
    pub is_public: bool,
    /// The schema of its body, with nothing left to look up elsewhere; null when it takes none.
    pub body: Value,
    /// Whether its body is a file.
    pub takes_file: bool,
}

impl Operation {
    /// Whether the object at this place of the body (a JSON pointer) has this field, in any of its forms.
    pub fn has_field(&self, place: &str, field: &str) -> bool {
        let mut objects = forms(&self.body);
        for segment in place.split('/').skip(1) {
            let is_position = segment.chars().all(|c| c.is_ascii_digit());
            let inner = objects
                .into_iter()
                .map(|schema| if is_position { &schema["items"] } else { &schema["properties"][segment] });
            objects = inner.flat_map(forms).collect();
        }
        objects.iter().any(|object| object["properties"].get(field).is_some())
    }
}

/// What a schema may be, besides null.
fn forms(schema: &Value) -> Vec<&Value> {
    match schema["oneOf"].as_array() {
        Some(all) => all.iter().filter(|one| one["type"] != "null").flat_map(forms).collect(),
        None => vec![schema],
    }
}

/// Every operation, by its id.
pub fn all() -> BTreeMap<String, Operation> {
    let document = serde_json::to_value(carnet::app::openapi()).unwrap();
    let mut found = BTreeMap::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, description) in item.as_object().unwrap() {
            let operation = Operation {
                id: description["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.strip_prefix("/api/v1").expect("every operation is versioned").to_owned(),
                is_public: is_public(description),
                body: body(&document, description),
                takes_file: !description["requestBody"]["content"]["application/octet-stream"].is_null(),
            };
            found.insert(operation.id.clone(), operation);
        }
    }
    found
}

/// `security: [{}]`, which overrides the whole document's.
fn is_public(description: &Value) -> bool {
    description["security"]
        .as_array()
        .is_some_and(|schemes| schemes.iter().all(|one| one.as_object().unwrap().is_empty()))
}

fn body(document: &Value, description: &Value) -> Value {
    inlined(document, &description["requestBody"]["content"]["application/json"]["schema"])
}

/// The schema with every reference replaced by what it names.
fn inlined(document: &Value, schema: &Value) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let named = document.pointer(reference.trim_start_matches('#')).expect("the schema exists");
        return inlined(document, named);
    }
    match schema {
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(name, value)| (name.clone(), inlined(document, value))).collect(),
        ),
        Value::Array(items) => Value::Array(items.iter().map(|item| inlined(document, item)).collect()),
        other => other.clone(),
    }
}

#[test]
fn fields_are_found_at_their_depth() {
    let operations = all();
    let grid = &operations["create_grid"];
    assert!(grid.has_field("", "steps") && grid.has_field("/steps/0", "passing"));
    assert!(!grid.has_field("", "passing") && !grid.has_field("/steps/0", "steps"));
    let shared = &operations["update_my_offer_shares"];
    assert!(shared.has_field("/items/0", "id") && !shared.has_field("/items/0", "role"));
    assert!(operations["get_me"].body.is_null());
    assert!(operations["login"].is_public && !operations["get_me"].is_public);
}
