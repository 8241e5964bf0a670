//! R29: the search asked with random, broken and hostile bodies.

use std::time::{Duration, Instant};

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use reqwest::Method;
use serde_json::{Value, json};

use super::{dice, figure, report, seed};
use crate::support::client::Client;
use crate::support::search::{SearchApp, someone};

/// Texts that have ended other search engines.
fn hostile() -> Vec<String> {
    vec![
        "(".repeat(3000),
        "a AND (".repeat(2000),
        "NOT ".repeat(4000),
        "a OR ".repeat(20_000),
        "*:*".to_owned(),
        "name:[* TO *]".to_owned(),
        "\"a b\"~9999999999".to_owned(),
        "a^1e308 ~~~ \\".to_owned(),
        "\u{0}\u{1}\u{7f}".to_owned(),
        "\u{202e}\u{feff}\u{200d}".to_owned(),
        "e\u{301}".repeat(40),
        "İ".repeat(79),
        "𐍈".repeat(80),
        "'; DROP TABLE person; --".to_owned(),
        "../../etc/passwd".to_owned(),
    ]
}

fn word(dice: &mut StdRng) -> String {
    match dice.random_range(0..5) {
        0 => hostile().choose(dice).unwrap().clone(),
        1 => (0..dice.random_range(0..30)).map(|_| dice.random::<char>()).collect(),
        2 => ["101", "116", "999", "-1", "1e9", "A1101", "family:A1101", "M", "", " "]
            .choose(dice)
            .unwrap()
            .to_string(),
        3 => "a".repeat(dice.random_range(0..100)),
        _ => ["ines", "prenom 1", "le goff", "o'"].choose(dice).unwrap().to_string(),
    }
}

/// Any JSON value, up to this deep.
fn any(dice: &mut StdRng, depth: u32) -> Value {
    match dice.random_range(0..if depth == 0 { 5 } else { 7 }) {
        0 => Value::Null,
        1 => json!(dice.random_bool(0.5)),
        2 => json!(*[0_i64, 1, -1, 4, 5, 40, 50, 51, i64::MAX, i64::MIN].choose(dice).unwrap()),
        3 => json!(*[0.5, -0.0, 1e308].choose(dice).unwrap()),
        4 => json!(word(dice)),
        5 => (0..dice.random_range(0..45)).map(|_| any(dice, depth - 1)).collect(),
        _ => (0..dice.random_range(0..5)).map(|_| (word(dice), any(dice, depth - 1))).collect(),
    }
}

fn skill(dice: &mut StdRng) -> Value {
    json!(dice.random_range(100..118).to_string())
}

/// A body that is nearly right, so that what lies behind the parsing is asked too.
fn nearly_right(dice: &mut StdRng) -> Value {
    let mut body = json!({});
    let criterion = |dice: &mut StdRng| {
        let mut criterion = json!({ "skill": skill(dice) });
        for (field, values) in [
            ("min_level", [json!(1), json!(4), json!(3), json!(0)]),
            ("max_level", [json!(4), json!(1), json!(2), json!(5)]),
            ("status", [json!("declared"), json!("validated"), json!("any"), Value::Null]),
            ("required", [json!(true), json!(false), json!(true), json!(1)]),
        ] {
            if dice.random_bool(0.3) {
                criterion[field] = values.choose(dice).unwrap().clone();
            }
        }
        criterion
    };
    if dice.random_bool(0.7) {
        body["criteria"] = (0..dice.random_range(0..42)).map(|_| criterion(dice)).collect();
    }
    if dice.random_bool(0.2) {
        body["exclude"] = (0..dice.random_range(0..4)).map(|_| json!({ "skill": skill(dice) })).collect();
    }
    if dice.random_bool(0.3) {
        let place = *["A", "A11", "A1101", "family:A1101", "M18", "N4101"].choose(dice).unwrap();
        body["rome"] = json!([place]);
    }
    for (field, chance) in [("name", 0.4), ("job", 0.1), ("cursor", 0.1)] {
        if dice.random_bool(chance) {
            body[field] = json!(word(dice));
        }
    }
    if dice.random_bool(0.5) {
        body["facets"] = json!(["rome", "skills", "levels", "statuses"]);
    }
    if dice.random_bool(0.3) {
        body["min_matching"] = json!(dice.random_range(0..50));
    }
    if dice.random_bool(0.1) {
        body[word(dice)] = any(dice, 2);
    }
    if dice.random_bool(0.2) {
        let field = *["criteria", "exclude", "rome", "facets", "limit", "name", "job"].choose(dice).unwrap();
        body[field] = any(dice, 3);
    }
    body
}

/// The bytes to send: JSON, or what a broken client makes of it.
fn bytes(dice: &mut StdRng, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = match dice.random_range(0..10) {
        0 => any(dice, 4).to_string().into_bytes(),
        1 => corpus.choose(dice).unwrap().clone(),
        _ => nearly_right(dice).to_string().into_bytes(),
    };
    if dice.random_bool(0.1) && !bytes.is_empty() {
        for _ in 0..dice.random_range(1..8) {
            let at = dice.random_range(0..bytes.len());
            bytes[at] = dice.random();
        }
    }
    bytes
}

/// Whole bodies worth trying as they are.
fn corpus() -> Vec<Vec<u8>> {
    let mut corpus: Vec<Vec<u8>> =
        hostile().into_iter().map(|text| json!({ "name": text }).to_string().into_bytes()).collect();
    corpus.extend([
        b"[".repeat(100_000),
        br#"{"criteria":"#.repeat(10_000),
        br#"{"name":"\ud800"}"#.to_vec(),
        b"{\"name\":\"\xff\xfe\"}".to_vec(),
        br#"{"limit":1e400}"#.to_vec(),
        br#"{"limit":99999999999999999999999999}"#.to_vec(),
        br#"{"name":"a","name":"b"}"#.to_vec(),
        Vec::new(),
        b" ".repeat(1_000_000),
        vec![b'x'; 2_000_000],
    ]);
    corpus
}

/// The status of the answer; none where the server closed the door on what it had refused.
async fn ask(recruiter: &Client, body: Vec<u8>) -> (Option<u16>, Duration) {
    let is_too_large = body.len() > 1 << 20;
    let request =
        recruiter.request(Method::POST, "/profile-search").header("content-type", "application/json");
    // The server hangs up on a body that it does not read to its end: nothing else may travel that way.
    let request = if is_too_large { request.header("connection", "close") } else { request };
    let began = Instant::now();
    let answer = request.body(body).send().await;
    assert!(answer.is_ok() || is_too_large, "{answer:?}");
    (answer.ok().map(|answer| answer.status().as_u16()), began.elapsed())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_question_ends_or_breaks_the_search() {
    let questions: u64 = figure("CARNET_QUESTIONS", 1500, 200_000);
    let seed = seed();
    let mut dice = dice(seed);
    let app = SearchApp::start().await;
    for n in 0..60 {
        let mut person = someone(&format!("Prénom {n}"), "Le Goff");
        person.declared = vec![(101 + n % 14, (n % 4 + 1) as i16), (101 + (n + 5) % 14, 2)];
        app.add(&person).await;
    }
    app.settled().await;
    let recruiter = app.searcher().await.user;
    let corpus = corpus();
    let (mut answered, mut refused, mut took) = (0, 0, Vec::new());
    let mut client = app.renewed(&recruiter).client;
    for (n, body) in corpus.iter().cloned().map(Some).chain((0..questions).map(|_| None)).enumerate() {
        if n % 1000 == 999 {
            client = app.renewed(&recruiter).client;
        }
        let body = body.unwrap_or_else(|| bytes(&mut dice, &corpus));
        let shown = String::from_utf8_lossy(&body[..body.len().min(2000)]).into_owned();
        let (status, elapsed) = ask(&client, body).await;
        match status {
            Some(200) => answered += 1,
            Some(400 | 413 | 422) | None => refused += 1,
            other => panic!("{other:?} to question {n} of seed {seed}: {shown}"),
        }
        took.push(elapsed);
    }
    took.sort();
    let slow = took[took.len() * 99 / 100];
    assert!(slow < Duration::from_millis(500), "p99 {slow:?}");
    assert!(answered > questions / 20, "only {answered} questions reached the search");
    report(
        "R29",
        format!(
            "{} bodies (seed {seed}): {answered} answered, {refused} refused, p99 {} ms, slowest {} ms",
            took.len(),
            slow.as_millis(),
            took[took.len() - 1].as_millis()
        ),
        "0 crashes, 0 × 5xx",
    );
}
