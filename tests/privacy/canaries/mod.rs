//! A value of its own in every private column, and everybody else asks everything: none of them comes out anywhere.
//!
//! The columns are those of the schema that the census (`tests/consistency/personal_data.txt`) does not call harmless:
//! a new one joins by itself. The operations and who asks them are those of `tests/authz`.

mod planting;
mod scanner;
mod sinks;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::time::SystemTime;

use carnet::platform::jobs::{self, Registry};
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::conclude;
use crate::authz::actors::{self, COLUMNS, Kind};
use crate::authz::matrix;
use crate::authz::operations::{self, Operation};
use crate::authz::recipes::RECIPES;
use crate::authz::world::World;
use crate::support::client::{Answer, Client};
use crate::support::search::{SearchApp, someone};
use planting::Household;
use scanner::Canaries;
use sinks::{Log, Sinks};

/// The operations are asked in so many parts, each by a test of its own.
const PARTS: usize = 4;
/// Characters printed of an answer that gives something away.
const EXCERPT: usize = 300;

/// What an operation shows to whom it is for: the platform's administrators decide about recruiters and organisations.
const SHOWN: [(&str, Kind, &[&str]); 2] = [
    ("list_organisations", Kind::Platform, &["organisation.legal_name"]),
    (
        "list_recruiters",
        Kind::Platform,
        &[
            "person.first_name",
            "person.last_name",
            "person.email",
            "company.name",
            "company.address",
            "recruiter.message",
            "recruiter.proof_email",
            "recruiter.status_reason",
            "a time",
        ],
    ),
];

/// What an answer gives away that it should not.
fn leaks(canaries: &Canaries, operation: &str, kind: Kind, asked: &str, answer: &Answer) -> Vec<String> {
    let shown = SHOWN.iter().filter(|(shown, to, _)| *shown == operation && *to == kind);
    let mut expected: BTreeSet<String> =
        shown.flat_map(|(.., columns)| columns.iter().map(|&column| column.to_owned())).collect();
    // An answer may repeat what it was asked.
    expected.extend(canaries.scan(asked.as_bytes()));
    let found = sinks::answer(canaries, answer).into_iter();
    let found = found.filter(|(_, column)| !expected.contains(column));
    let start: String = answer.text.chars().take(EXCERPT).collect();
    found.map(|(part, column)| format!("{operation} as {kind:?}, {part}: {column}: {start}")).collect()
}

/// Every operation of a part, asked by everybody: what it gives away, and where its status is not the one of the table.
async fn ask_everybody(world: &World, canaries: &Canaries, part: usize) -> (usize, Vec<String>) {
    let operations = matrix::part_of_operations(part, PARTS);
    let found = RefCell::new(Vec::new());
    let look = |operation: &Operation, kind, answer: &Answer| {
        found.borrow_mut().extend(leaks(canaries, &operation.id, kind, "", answer));
    };
    let statuses = matrix::ask_everybody(world, &operations, look).await;
    let differences = matrix::differences_of_part(&statuses);
    assert!(differences.is_empty(), "the rights are not those of tests/authz/matrix.txt:\n{differences}");
    (operations.len() * COLUMNS.len(), found.into_inner())
}

/// People who have nothing to do with the household.
const STRANGERS: [Kind; 6] = [
    Kind::Anonymous,
    Kind::Person,
    Kind::Admin,
    Kind::TrainerElsewhere,
    Kind::RecruiterUnverified,
    Kind::Recruiter,
];

/// Operations about the household itself, asked by the strangers of a part.
async fn ask_about(
    world: &World,
    household: &Household,
    canaries: &Canaries,
    part: usize,
) -> (usize, Vec<String>) {
    let operations = operations::all();
    let (mut asked, mut found) = (0, Vec::new());
    let (person, profile, _) = &household.trainee;
    let email = planting::address(&world.app.state.pool, household).await;
    let aimed = |text: &str| {
        let text = text.replace("$org", &household.organisation.to_string());
        let text =
            text.replace("$trainee", &person.to_string()).replace("$visible_profile", &profile.to_string());
        text.replace("$my_email", &email).replace("$new_email", &email)
    };
    let mut users = Vec::new();
    for kind in STRANGERS.into_iter().skip(part).step_by(PARTS) {
        users.push((kind, actors::create(world, kind).await));
    }
    for recipe in RECIPES.iter() {
        let templates = (aimed(recipe.path), aimed(recipe.body));
        if templates.0 == recipe.path && templates.1 == recipe.body {
            continue;
        }
        let first = users[0].1.as_ref();
        let (path, body) = world.aim((&templates.0, &templates.1), first).await;
        let said = format!("{path} {}", body.as_ref().map(Value::to_string).unwrap_or_default());
        for (kind, user) in &users {
            let answer = world.send(&operations[recipe.operation], &path, body.as_ref(), user.as_ref()).await;
            found.extend(leaks(canaries, recipe.operation, *kind, &said, &answer));
            asked += 1;
        }
    }
    (asked, found)
}

/// What shows people to recruiters, and pages of the app.
async fn look_around(world: &World, household: &Household, canaries: &Canaries) -> (usize, Vec<String>) {
    let (mut asked, mut found) = (0, Vec::new());
    let (person, profile, _) = &household.trainee;
    let email = planting::address(&world.app.state.pool, household).await;
    let recruiter = actors::create(world, Kind::Recruiter).await.unwrap().client;
    for body in [json!({ "name": scanner::MARK, "facets": ["rome", "skills"] }), json!({ "limit": 50 })] {
        let answer = recruiter.post("/profile-search", &body).await;
        assert_eq!(answer.status, 200);
        found.extend(leaks(canaries, "search_profiles", Kind::Recruiter, "", &answer));
        asked += 1;
    }
    // Whoever is visible shows their names and skills, and nothing else.
    let visible: Vec<uuid::Uuid> = sqlx::query_scalar("SELECT profile_id FROM searchable_person")
        .fetch_all(&world.app.state.pool)
        .await
        .unwrap();
    assert!(visible.len() > 2, "nobody of the household is visible");
    for profile in visible {
        let answer = recruiter.get(&format!("/profiles/{profile}")).await;
        found.extend(leaks(canaries, "get_profile", Kind::Recruiter, "", &answer));
        asked += 1;
    }
    // The address of a page of the app may name a profile, and so may one that does not exist.
    for path in [format!("/profils/{profile}"), format!("/{email}"), format!("/api/v1/nothing/{person}")] {
        let page = reqwest::get(format!("{}{path}", world.app.base)).await.unwrap();
        assert!(page.status() != 429, "the page was not asked for");
        asked += 1;
    }
    (asked, found)
}

/// Builds the index from what was planted.
async fn index_again(app: &SearchApp) {
    sqlx::query("UPDATE index_node SET rebuild_requested_at = now()").execute(&app.state.pool).await.unwrap();
    app.until("the index is built anew", async || app.generation() == Some(2)).await;
}

/// Lets the planted jobs fail: what they fail with is logged.
async fn run_broken_jobs(app: &SearchApp) {
    app.thin_out_jobs().await;
    sqlx::query("UPDATE job SET run_at = '2026-01-01'").execute(&app.state.pool).await.unwrap();
    let drained = jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap();
    assert!(!drained.errors.is_empty(), "no planted job failed");
}

/// Gives one value away in every sink; each must be found, or finding nothing proves nothing.
async fn prove_the_scanner(world: &World, sinks: &Sinks, canaries: &Canaries) {
    let (app, secret) = (&world.app, scanner::text(0, 1));
    let leaky = MockServer::start().await;
    let template = ResponseTemplate::new(200)
        .set_body_json(json!({ "a": secret }))
        .insert_header("x-a", secret.as_str());
    Mock::given(any()).respond_with(template).mount(&leaky).await;
    let answer = Client::new(&leaky.uri()).get("/me").await;
    assert_eq!(leaks(canaries, "get_me", Kind::Person, "", &answer).len(), 2, "the body and the header");
    assert_eq!(
        leaks(canaries, "get_me", Kind::Person, &secret, &answer).len(),
        0,
        "what was asked may be repeated"
    );
    let before = sinks.scan(app, canaries).await;
    assert_eq!(before, [""; 0]);

    tracing::info!(secret, "planted");
    metrics::counter!("planted", "who" => secret.clone()).increment(1);
    fs::write(app.data.path().join("planted"), &secret).unwrap();
    let temporary = tempfile::NamedTempFile::new().unwrap();
    fs::write(temporary.path(), &secret).unwrap();
    let mail = format!("To: quelquun@example.org\r\nSubject: x\r\n\r\nBonjour {secret}");
    fs::write(app.data.path().join("mail").join("zz.eml"), mail).unwrap();
    app.add(&someone("Inès", &secret)).await;
    app.settled().await;
    let found = sinks.scan(app, canaries).await;
    for sink in ["log", "metrics", "file", "temporary file", "mail", "index"] {
        let is_found = found.iter().any(|leak| leak.starts_with(&format!("{sink}: ")));
        assert!(is_found, "a leak into the {sink} is not found: {found:?}");
    }
}

/// Asks everybody about a part of the operations; or, without a part, whatever else may give something away, and shows some
/// leaks to what looks for them.
async fn nothing_private_comes_out_of(part: Option<usize>) {
    let (log, began) = (Log::capture(), SystemTime::now());
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let metrics = format!("127.0.0.1:{port}");
    // An address where nobody answers: an import can be asked for, and fails.
    let publisher = "--rome-url=http://127.0.0.1:9/csv";
    let app = SearchApp::start_with(&[&format!("--metrics-listen={metrics}"), publisher]).await;
    let sinks = Sinks { log, metrics: format!("http://{metrics}/metrics"), began };
    let first = World::on(app).await;
    planting::settle(&first).await;
    let (canaries, household) = planting::sow(&first).await;
    index_again(&first.app).await;
    let world = World::on(first.app).await;
    let (asked, mut found) = if let Some(part) = part {
        let (everywhere, found) = ask_everybody(&world, &canaries, part).await;
        let (about, also) = ask_about(&world, &household, &canaries, part).await;
        assert!(everywhere > 500 && about > 100, "{everywhere} answers, {about} about the household");
        (everywhere + about, [found, also].concat())
    } else {
        let looked = look_around(&world, &household, &canaries).await;
        run_broken_jobs(&world.app).await;
        looked
    };
    found.extend(sinks.scan(&world.app, &canaries).await);
    let tried = format!(
        "{} private columns, {} ids, {asked} answers, and the log, metrics, mails, files and index",
        canaries.columns.len(),
        canaries.ids.len(),
    );
    conclude("canaries", 0, tried, &found);
    if part.is_none() {
        prove_the_scanner(&world, &sinks, &canaries).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_private_comes_out_and_rights_are_those_of_the_table_first() {
    nothing_private_comes_out_of(Some(0)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_private_comes_out_and_rights_are_those_of_the_table_second() {
    nothing_private_comes_out_of(Some(1)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_private_comes_out_and_rights_are_those_of_the_table_third() {
    nothing_private_comes_out_of(Some(2)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_private_comes_out_and_rights_are_those_of_the_table_fourth() {
    nothing_private_comes_out_of(Some(3)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_private_comes_out_elsewhere() {
    nothing_private_comes_out_of(None).await;
}
