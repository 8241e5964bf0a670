//! Nobody gives themselves what they were not asked for: a field the operation does not have is refused, at any depth.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::actors::{self, COLUMNS};
use super::operations;
use super::recipes::RECIPES;
use super::world::World;
use super::{matrix, targets};

/// What an attacker would like to set.
const WISHES: [&str; 10] = [
    "role",
    "org_id",
    "is_admin",
    "status",
    "visible",
    "id",
    "person_id",
    "platform_admin",
    "verified",
    "created_at",
];

/// Pointers to every object in a body.
fn objects(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(pointer.to_owned());
            for (name, value) in fields {
                objects(value, &format!("{pointer}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (position, value) in items.iter().enumerate() {
                objects(value, &format!("{pointer}/{position}"), found);
            }
        }
        _ => {}
    }
}

/// The body with one more field in the object at this place; none when it has it already.
fn with(body: &Value, place: &str, field: &str) -> Option<Value> {
    let mut body = body.clone();
    let object = body.pointer_mut(place)?.as_object_mut()?;
    if object.contains_key(field) {
        return None;
    }
    object.insert(field.to_owned(), json!("x"));
    Some(body)
}

#[tokio::test]
async fn fields_that_an_operation_does_not_have_are_refused() {
    let world = World::start().await;
    let (operations, committed) = (operations::all(), matrix::committed());
    let (mut probed, mut probes) = (BTreeSet::new(), 0);
    for recipe in RECIPES.iter() {
        let operation = &operations[recipe.operation];
        // A file is sent as it is, and has no fields.
        if recipe.body.is_empty() || operation.body.is_null() {
            continue;
        }
        // Somebody who may: the refusal is the field's, not the person's.
        let entitled = COLUMNS.iter().zip(&committed[recipe.operation]).find(|(_, status)| **status < 300);
        let ((kind, _), _) = entitled.expect("somebody succeeds");
        let user = actors::create(&world, *kind).await;
        let path = targets::fill(&world, user.as_ref(), recipe.path).await;
        let body: Value =
            serde_json::from_str(&targets::fill(&world, user.as_ref(), recipe.body).await).unwrap();
        let mut places = Vec::new();
        objects(&body, "", &mut places);
        for place in places {
            for field in WISHES.iter().filter(|field| !operation.has_field(&place, field)) {
                let Some(body) = with(&body, &place, field) else { continue };
                let answer = world.send(operation, &path, Some(&body), user.as_ref()).await;
                assert_eq!(answer.status, 422, "{} took {place}/{field}: {}", recipe.operation, answer.text);
                answer.expect_field(&format!("{place}/{field}"), "unknown_field");
                probes += 1;
            }
        }
        probed.insert(recipe.operation);
    }
    let with_body: BTreeSet<&str> =
        operations.values().filter(|o| !o.body.is_null()).map(|o| o.id.as_str()).collect();
    assert_eq!(probed, with_body, "every operation that takes a body is probed");
    assert!(probes > 250, "only {probes} probes");
}
