//! Every list, count and page that a recruiter gets holds these fields and no other: one person has filled
//! everything in, and grants an address to one company for one offer. A field more, in the contract or in an
//! answer, has to be named here.

mod fields;
mod rows;
mod world;

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::Value;

use super::merges::{answered, described};
use super::personal::download::unpacked;
use crate::authz::actors::{COLUMNS, Kind};
use crate::authz::matrix;
use crate::authz::operations::{self, Operation};
use crate::support::client::{Answer, Client, send};
use fields::{fields, is_among};
use rows::{CHANGES, OF_NOBODY, OFFER_HEADS, OTHERWISE, QUIZ_HEADS, READS, ROOM_COPY, Read};
use world::Granted;

/// What the contract describes of an operation's answer: nothing where that is no JSON.
fn described_answer(document: &Value, operation: &Operation) -> BTreeSet<String> {
    let path = format!("/api/v1{}", operation.path);
    let answers = &document["paths"][&path][operation.method.as_str().to_lowercase()]["responses"];
    let mut found = BTreeSet::new();
    for status in ["200", "201"] {
        described(document, &answers[status]["content"]["application/json"]["schema"], "", &mut found);
    }
    found
}

/// What is there and not listed, and what is listed and not there.
fn differences(what: &str, found: &BTreeSet<String>, listed: &BTreeSet<String>) -> Vec<String> {
    let more = found.difference(listed).map(|field| format!("{what}: {field} is not listed"));
    let less = listed.difference(found).map(|field| format!("{what}: {field} is not there"));
    more.chain(less).collect()
}

#[test]
fn the_contract_describes_these_fields_and_no_other() {
    let document = serde_json::to_value(carnet::app::openapi()).unwrap();
    let operations = operations::all();
    let reads = READS.iter().map(|read| (read.operation, read.allowed));
    let mut faults = Vec::new();
    for (operation, allowed) in reads.chain(CHANGES) {
        let found = described_answer(&document, &operations[operation]);
        faults.extend(differences(operation, &found, &fields(allowed)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether this kind of person may, as the committed table says.
fn may(statuses: &[u16], kind: Kind) -> bool {
    let column = COLUMNS.iter().position(|(known, _)| *known == kind).unwrap();
    statuses[column] < 300
}

#[test]
fn whatever_a_recruiter_may_read_is_listed_or_shows_nobody() {
    let document = serde_json::to_value(carnet::app::openapi()).unwrap();
    let (operations, committed) = (operations::all(), matrix::committed());
    let of_nobody: Vec<&str> = OF_NOBODY.iter().flat_map(|(_, names)| names.split_whitespace()).collect();
    let is_listed = |name: &str| {
        READS.iter().any(|read| read.operation == name)
            || CHANGES.iter().any(|(changed, _)| *changed == name)
            || OTHERWISE.contains(&name)
    };
    let mut unlisted = Vec::new();
    for operation in operations.values() {
        let statuses = &committed[&operation.id];
        let (is_read, of_all) = (operation.method == Method::GET, may(statuses, Kind::Person));
        let is_own = of_all && (operation.path == "/me" || operation.path.starts_with("/me/"));
        let answers = is_read || !described_answer(&document, operation).is_empty();
        // What everybody changes is one's own; what anonymous people read is no recruiter's.
        let is_a_recruiters = may(statuses, Kind::Recruiter) && !may(statuses, Kind::Anonymous);
        let is_asked = is_a_recruiters && answers && !is_own && (is_read || !of_all);
        if is_asked && !is_listed(&operation.id) && !of_nobody.contains(&operation.id.as_str()) {
            unlisted.push(operation.id.as_str());
        }
    }
    assert!(unlisted.is_empty(), "rows.rs says nothing of {unlisted:?}");
    let unknown: Vec<&&str> = of_nobody.iter().filter(|name| !operations.contains_key(**name)).collect();
    assert!(unknown.is_empty(), "no operation is called {unknown:?}");
}

async fn ask(client: &Client, operation: &Operation, path: &str, body: &str) -> Answer {
    let request = client.request(operation.method.clone(), path);
    let body: Option<Value> = (!body.is_empty()).then(|| serde_json::from_str(body).unwrap());
    send(if let Some(body) = body { request.json(&body) } else { request }).await
}

/// The fields an answer of this world has, and no other.
fn expected(read: &Read) -> BTreeSet<String> {
    let mut expected = fields(read.allowed);
    expected.retain(|path| !read.unshown.iter().any(|patterns| is_among(path, patterns)));
    expected.extend(fields(read.open));
    expected
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_have_these_fields_and_nothing_that_was_not_granted() {
    let world = Granted::start().await;
    let (operations, private, client) = (operations::all(), world.private(), world.recruiter());
    let mut faults = Vec::new();
    for read in READS {
        let (path, body) = (world.fill(read.path), world.fill(read.body));
        let answer = ask(&client, &operations[read.operation], &path, &body).await;
        assert_eq!(answer.status, 200, "{}: {}", read.operation, answer.text);
        let mut found = BTreeSet::new();
        answered(&answer.body, "", &mut found);
        faults.extend(differences(read.operation, &found, &expected(read)));
        faults.extend(leaks(read.operation, &answer.text, &private));
        // What was granted is read where it was granted, and nowhere else.
        if answer.text.contains(&world.zoe.email) != (read.operation == "get_offer_recipient") {
            faults.push(format!("{}: the address in {}", read.operation, answer.text));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn leaks(what: &str, text: &str, private: &[String]) -> Vec<String> {
    let found = private.iter().filter(|value| text.to_lowercase().contains(&value.to_lowercase()));
    found.map(|value| format!("{what} gives {value} away: {text}")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tables_copies_and_shares_hold_nothing_that_was_not_granted() {
    let world = Granted::start().await;
    let (client, private) = (world.recruiter(), [world.private(), vec![world.zoe.email.clone()]].concat());
    for (path, heads) in [
        ("/offers/$offer/recipients-export", OFFER_HEADS),
        ("/company/quizzes/$quiz/results-export", QUIZ_HEADS),
    ] {
        let table = client.get(&world.fill(path)).await;
        assert_eq!(table.status, 200, "{path}: {}", table.text);
        let first = table.text.trim_start_matches('\u{feff}').lines().next().unwrap();
        let more = first.strip_prefix(heads).unwrap_or_else(|| panic!("{path} begins with {first}"));
        // Of a quiz, a column for each question; of an offer, none more.
        let is_question = |head: &str| head.starts_with('Q') && head.contains("Énoncé");
        assert!(more.split(';').skip(1).all(is_question), "{path} has more columns: {more}");
        assert!(more.is_empty() || heads == QUIZ_HEADS, "{path} has more columns: {more}");
        assert!(table.text.contains("Granjon;Zoé;"), "{path} says nothing of the person: {}", table.text);
        assert_eq!(leaks(path, &table.text, &private), [""; 0]);
    }
    let archive = client.request(Method::GET, &world.fill("/rooms/$room/export")).send().await.unwrap();
    assert_eq!(archive.status(), 200);
    for (name, content) in unpacked(&archive.bytes().await.unwrap()) {
        let text = String::from_utf8_lossy(&content);
        match name.as_str() {
            "messages.json" => {
                let mut found = BTreeSet::new();
                answered(&serde_json::from_str(&text).unwrap(), "", &mut found);
                assert_eq!(differences("the copy", &found, &fields(ROOM_COPY)), [""; 0]);
            }
            "messages.txt" => assert!(text.contains("Bonjour, je commence lundi."), "{text}"),
            other => assert!(other.starts_with("fichiers/"), "{other}"),
        }
        assert_eq!(leaks(&name, &text, &private), [""; 0]);
    }
    // An address is shared, and neither a file nor a passport.
    for path in ["/shares/$share/file", "/shares/$share/passport"] {
        client.get(&world.fill(path)).await.expect_problem(404, "not_found");
    }
}
