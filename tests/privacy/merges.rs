//! An answer holds no score and no internal id, and does not tell how the index lies on disk: deleted profiles,
//! merged segments and a rebuild change no byte of it.

use std::collections::{BTreeSet, HashSet};

use carnet::platform::db::dirty::Urgency;
use carnet::platform::search::Search;
use rand::RngExt;
use rand::seq::SliceRandom;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{conclude, dice, trials};
use crate::search::{World, random_ask, random_person};
use crate::support::client::Client;
use crate::support::search::{SearchApp, Someone, insert, someone};

/// Every field of the answers about people. Whatever is added here is shown to recruiters.
const SEARCH_FIELDS: &str = "facets facets.levels facets.levels[].count facets.levels[].level facets.levels[].skill \
    facets.rome facets.rome[].code facets.rome[].count facets.rome[].kind facets.rome[].label facets.skills \
    facets.skills[].code facets.skills[].count facets.skills[].label facets.statuses facets.statuses[].count \
    facets.statuses[].skill facets.statuses[].status hits hits[].coverage hits[].coverage.covered \
    hits[].coverage.job hits[].coverage.missing hits[].coverage.missing[].code hits[].coverage.missing[].label \
    hits[].coverage.required hits[].first_name hits[].last_name hits[].match hits[].match[].level \
    hits[].match[].outcome hits[].match[].skill hits[].profile_id hits[].skills hits[].skills[].code \
    hits[].skills[].label hits[].skills[].level hits[].skills[].status next_cursor previous_cursor reachable total";
const PROFILE_FIELDS: &str =
    "first_name last_name profile_id skills skills[].code skills[].label skills[].level skills[].status";

fn fields(list: &str) -> BTreeSet<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

/// Adds the paths of every field of a schema.
pub fn described(document: &Value, schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        return described(document, &document.pointer(&reference[1..]).unwrap().clone(), path, found);
    }
    for parts in ["allOf", "oneOf", "anyOf"] {
        for part in schema[parts].as_array().into_iter().flatten() {
            described(document, part, path, found);
        }
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        found.insert(path.clone());
        described(document, property, &path, found);
    }
    if schema["items"].is_object() {
        described(document, &schema["items"], &format!("{path}[]"), found);
    }
}

/// Adds the paths of every field of an answer.
pub fn answered(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                found.insert(path.clone());
                answered(value, &path, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| answered(item, &format!("{path}[]"), found)),
        _ => {}
    }
}

fn described_answer(path: &str, method: &str) -> BTreeSet<String> {
    let document = serde_json::to_value(carnet::app::openapi()).unwrap();
    let schema =
        &document["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"];
    let mut found = BTreeSet::new();
    described(&document, schema, "", &mut found);
    found
}

#[test]
fn answers_about_people_have_these_fields_and_no_other() {
    assert_eq!(described_answer("/api/v1/profile-search", "post"), fields(SEARCH_FIELDS));
    assert_eq!(described_answer("/api/v1/profiles/{profile_id}", "get"), fields(PROFILE_FIELDS));
}

/// Every word of a text that is an id.
fn ids_in(text: &str) -> HashSet<Uuid> {
    let words = text.split(|c: char| !c.is_ascii_hexdigit() && c != '-');
    words.filter(|word| word.len() == 36).filter_map(|word| word.parse().ok()).collect()
}

/// Every page of every search, as they left the server.
async fn replay(client: &Client, bodies: &[Value]) -> Vec<String> {
    let mut pages = Vec::new();
    for body in bodies {
        let mut body = body.clone();
        loop {
            let answer = client.post("/profile-search", &body).await;
            let cursor = answer.body["next_cursor"].as_str().map(str::to_owned);
            pages.push(answer.text);
            match cursor {
                Some(cursor) => body["cursor"] = cursor.into(),
                None => break,
            }
        }
    }
    pages
}

fn differing(before: &[String], after: &[String], what: &str) -> Vec<String> {
    let pairs = before.iter().zip(after).filter(|(before, after)| before != after);
    let mut leaks: Vec<String> =
        pairs.map(|(before, after)| format!("{what}:\n  {before}\n  {after}")).collect();
    if before.len() != after.len() {
        leaks.push(format!("{what}: {} pages became {}", before.len(), after.len()));
    }
    leaks
}

/// A first segment of many, two of whom withdraw, and small segments after it.
async fn scattered(app: &SearchApp, rng: &mut rand::rngs::StdRng) {
    let mut marked = Vec::new();
    for _ in 0..90 {
        marked.push(insert(app, &Someone { is_visible: true, ..random_person(rng) }).await.profile);
    }
    let mut gone = Vec::new();
    for name in ["Zénobie", "Zacharie"] {
        let mut person = someone(name, "Partie");
        person.declared = (101..=115).map(|skill| (skill, 4)).collect();
        gone.push(insert(app, &person).await);
    }
    marked.extend(gone.iter().map(|added| added.profile));
    marked.shuffle(rng);
    app.mark(&marked, Urgency::Soon).await;
    app.settled().await;
    for _ in 0..3 {
        app.add(&Someone { is_visible: true, ..random_person(rng) }).await;
        app.settled().await;
    }
    for added in gone {
        sqlx::query("UPDATE visibility SET visible = false WHERE person_id = $1")
            .bind(added.person)
            .execute(&app.state.pool)
            .await
            .unwrap();
        app.mark(&[added.profile], Urgency::Now).await;
    }
    app.settled().await;
}

#[tokio::test]
async fn merging_and_rebuilding_change_no_byte_of_an_answer() {
    let (seed, mut rng) = dice();
    let mut app = SearchApp::start().await;
    let client = app.searcher().await.user.client;
    scattered(&app, &mut rng).await;
    let world = World::read(&app.state.pool, app.state.clock.today()).await;
    let searches = trials(40);
    let mut bodies = vec![json!({ "facets": ["rome", "skills"] })];
    while bodies.len() < searches {
        let mut body = random_ask(&mut rng, &world).body();
        body["limit"] = rng.random_range(5..=50).into();
        bodies.push(body);
    }
    let index = app.state.part::<Search>().serving().unwrap().index.clone();
    assert!(index.segment_count().unwrap() > 1, "there is nothing to merge");
    assert!(index.holds_text("zenobie").unwrap(), "nothing deleted is left in the files");
    let before = replay(&client, &bodies).await;

    app.stop_keeper().await;
    index.writer().unwrap().expunge_deleted().unwrap();
    assert!(!index.holds_text("zenobie").unwrap());
    let mut leaks = differing(&before, &replay(&client, &bodies).await, "after the merge");

    app.start_keeper();
    app.ready().await;
    sqlx::query("UPDATE index_node SET rebuild_requested_at = now()").execute(&app.state.pool).await.unwrap();
    app.until("the index is built anew", async || app.generation() == Some(2)).await;
    leaks.extend(differing(&before, &replay(&client, &bodies).await, "after the rebuild"));

    let shown: HashSet<Uuid> = world.people.iter().map(|person| person.id).collect();
    let (allowed, mut found) = (fields(SEARCH_FIELDS), BTreeSet::new());
    for page in &before {
        answered(&serde_json::from_str(page).unwrap(), "", &mut found);
        leaks.extend(ids_in(page).difference(&shown).map(|id| format!("the id {id} in {page}")));
    }
    leaks.extend(found.difference(&allowed).map(|field| format!("the field {field}")));
    assert_eq!(found, allowed, "the searches show every field");
    assert!(before.iter().any(|page| !ids_in(page).is_empty()));
    let tried = format!("{} searches, {} pages read three times", bodies.len(), before.len());
    conclude("merges", seed, tried, &leaks);
}
