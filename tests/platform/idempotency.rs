//! A request that bears a key is done once, however often it is sent.

use std::time::Duration;

use carnet::ids::PersonId;
use carnet::platform::http::idempotency::PurgeIdempotencyKeys;
use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Answer, Client, send};
use crate::support::companies::SIRET;
use crate::support::files::pdf;
use crate::support::users::PASSWORD;

const PATH: &str = "/me/experiences";

async fn post(client: &Client, path: &str, key: &str, body: &Value) -> Answer {
    send(client.request(Method::POST, path).header("Idempotency-Key", key).json(body)).await
}

async fn create(client: &Client, key: &str, title: &str) -> Answer {
    post(client, PATH, key, &json!({ "title": title })).await
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.state.pool).await.unwrap()
}

async fn experiences(app: &TestApp) -> i64 {
    count(app, "SELECT count(*) FROM experience").await
}

#[tokio::test]
async fn the_same_request_is_answered_again_and_not_done_again() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let first = create(&ines.client, "k-1", "Bénévolat").await;
    assert_eq!(first.status, 201);
    assert!(!first.headers.contains_key("idempotency-replayed"));
    for _ in 0..3 {
        let again = create(&ines.client, "k-1", "Bénévolat").await;
        assert_eq!((again.status, &again.text), (first.status, &first.text));
        assert_eq!(again.headers["idempotency-replayed"], "true");
        for name in [header::CONTENT_TYPE, header::ETAG] {
            assert_eq!(again.headers.get(&name), first.headers.get(&name), "{name}");
        }
        assert_eq!(again.headers[header::CACHE_CONTROL], "no-store");
    }
    assert_eq!(experiences(&app).await, 1);
    create(&ines.client, "k-2", "Bénévolat").await.expect(201);
    ines.client.post(PATH, json!({ "title": "Bénévolat" })).await.expect(201);
    assert_eq!(experiences(&app).await, 3, "another key, or none, is another request");
}

#[tokio::test]
async fn a_key_belongs_to_one_person_one_path_and_one_body() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    let mine = create(&ines.client, "k", "Bénévolat").await.expect(201);
    create(&ines.client, "k", "Autre chose").await.expect_problem(422, "idempotency_key_reused");
    let query = format!("{PATH}?x=1");
    post(&ines.client, &query, "k", &json!({ "title": "Bénévolat" }))
        .await
        .expect_problem(422, "idempotency_key_reused");
    let theirs = create(&noe.client, "k", "Bénévolat").await.expect(201);
    assert_ne!(mine["id"], theirs["id"]);
    let feed = post(&ines.client, "/me/calendar-feed", "k", &Value::Null).await;
    assert_eq!(feed.status, 201, "{}", feed.text);
}

#[tokio::test]
async fn a_refusal_is_an_answer_too() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let refused = create(&ines.client, "k", " ").await;
    assert_eq!(refused.status, 422);
    let again = create(&ines.client, "k", " ").await;
    assert_eq!(again.text, refused.text, "word for word, the id of the request included");
    assert_eq!(again.headers[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(again.headers["idempotency-replayed"], "true");
    create(&ines.client, "k", "Bénévolat").await.expect_problem(422, "idempotency_key_reused");
}

#[tokio::test]
async fn a_key_is_one_word_of_visible_characters() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for key in ["", "deux mots", "é", &"k".repeat(256)] {
        let request = ines.client.request(Method::POST, PATH).json(&json!({ "title": "a" }));
        let value = header::HeaderValue::from_bytes(key.as_bytes()).unwrap();
        let refused = send(request.header("Idempotency-Key", value)).await;
        let told = refused.expect_problem(400, "invalid_idempotency_key");
        assert!(told["title"].as_str().unwrap().contains("Idempotency-Key"), "{told}");
    }
    let request = ines.client.request(Method::POST, PATH).json(&json!({ "title": "a" }));
    let twice = request.header("Idempotency-Key", "a").header("Idempotency-Key", "b");
    send(twice).await.expect_problem(400, "invalid_idempotency_key");
    assert_eq!(experiences(&app).await, 0);
    create(&ines.client, &"k".repeat(255), "Bénévolat").await.expect(201);
}

#[tokio::test]
async fn a_hundred_at_once_are_done_once() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let sent = (0..100).map(|_| create(&ines.client, "k", "Bénévolat"));
    let mut made = std::collections::BTreeSet::new();
    for answer in futures::future::join_all(sent).await {
        match answer.status.as_u16() {
            201 => {
                made.insert(answer.body["id"].as_str().unwrap().to_owned());
            }
            409 => {
                assert!(answer.headers.contains_key(header::RETRY_AFTER));
                answer.expect_problem(409, "idempotency_key_running");
            }
            // The tests' pool is small: turned away before anything was done.
            503 => assert!(answer.headers.contains_key(header::RETRY_AFTER)),
            other => panic!("{other}: {}", answer.text),
        }
    }
    let last = create(&ines.client, "k", "Bénévolat").await.expect(201);
    made.insert(last["id"].as_str().unwrap().to_owned());
    assert_eq!((made.len(), experiences(&app).await), (1, 1));
}

#[tokio::test]
async fn a_client_that_hangs_up_finds_its_answer_when_it_comes_back() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    // The request waits for a lock when its client goes away.
    let mut tx = app.state.pool.begin().await.unwrap();
    sqlx::query("LOCK TABLE experience IN ACCESS EXCLUSIVE MODE").execute(&mut *tx).await.unwrap();
    let hasty = tokio::time::timeout(Duration::from_millis(500), create(&ines.client, "k", "Bénévolat"));
    assert!(hasty.await.is_err(), "it waits");
    create(&ines.client, "k", "Bénévolat").await.expect_problem(409, "idempotency_key_running");
    tx.rollback().await.unwrap();
    let mut answered = create(&ines.client, "k", "Bénévolat").await;
    for _ in 0..50 {
        if answered.status == 201 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        answered = create(&ines.client, "k", "Bénévolat").await;
    }
    assert_eq!(answered.headers["idempotency-replayed"], "true", "{}", answered.text);
    assert_eq!(experiences(&app).await, 1);
}

#[tokio::test]
async fn a_request_whose_server_died_is_not_done_again_and_nobody_pretends_to_know() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    create(&ines.client, "k", "Bénévolat").await.expect(201);
    // As a server leaves it that dies between the change and the writing of its answer.
    let orphan = "UPDATE idempotency_key SET answered_at = NULL, status = NULL, body = NULL, content_type = NULL, etag = NULL";
    app.execute(orphan).await;
    let running = create(&ines.client, "k", "Bénévolat").await;
    assert_eq!(running.headers[header::RETRY_AFTER], "1");
    running.expect_problem(409, "idempotency_key_running");
    app.advance(chrono::Duration::minutes(2));
    for _ in 0..2 {
        create(&ines.client, "k", "Bénévolat").await.expect_problem(409, "idempotency_outcome_unknown");
    }
    assert_eq!(experiences(&app).await, 1);
}

#[tokio::test]
async fn what_failed_on_our_side_may_be_sent_again() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.execute("ALTER TABLE experience RENAME TO experience_away").await;
    create(&ines.client, "k", "Bénévolat").await.expect_problem(500, "internal");
    app.execute("ALTER TABLE experience_away RENAME TO experience").await;
    assert_eq!(count(&app, "SELECT count(*) FROM idempotency_key").await, 0);
    create(&ines.client, "k", "Bénévolat").await.expect(201);
}

#[tokio::test]
async fn a_key_counts_for_a_day_and_then_goes() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    create(&ines.client, "k", "Bénévolat").await.expect(201);
    app.advance(chrono::Duration::hours(24) - chrono::Duration::seconds(1));
    let ines = app.renewed(&ines);
    assert_eq!(create(&ines.client, "k", "Bénévolat").await.headers["idempotency-replayed"], "true");
    app.run_job(PurgeIdempotencyKeys::default()).await;
    assert_eq!(count(&app, "SELECT count(*) FROM idempotency_key").await, 1);
    app.advance(chrono::Duration::seconds(1));
    create(&ines.client, "k", "Autre chose").await.expect(201);
    assert_eq!(experiences(&app).await, 2);
    app.advance(chrono::Duration::hours(24));
    app.run_job(PurgeIdempotencyKeys::default()).await;
    app.run_job(PurgeIdempotencyKeys::default()).await;
    assert_eq!(count(&app, "SELECT count(*) FROM idempotency_key").await, 0);
}

#[tokio::test]
async fn only_a_living_session_of_the_same_person_is_answered_again() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let second = app.second_device(&ines).await;
    create(&ines.client, "k", "Bénévolat").await.expect(201);
    assert_eq!(create(&second.client, "k", "Bénévolat").await.headers["idempotency-replayed"], "true");
    ines.client.post("/auth/logout", ()).await.expect(204);
    create(&ines.client, "k", "Bénévolat").await.expect_problem(401, "unauthenticated");
    create(&app.anonymous(), "k", "Bénévolat").await.expect_problem(401, "unauthenticated");
    assert_eq!(count(&app, "SELECT count(*) FROM idempotency_key").await, 1);
}

#[tokio::test]
async fn no_secret_is_kept_and_what_gives_one_is_done_once() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let first = post(&ines.client, "/me/calendar-feed", "k", &Value::Null).await.expect(201);
    let url = first["url"].as_str().unwrap().to_owned();
    post(&ines.client, "/me/calendar-feed", "k", &Value::Null)
        .await
        .expect_problem(409, "idempotency_answer_not_kept");
    let secret = url.rsplit('/').next().unwrap().trim_end_matches(".ics").to_owned();
    let kept: Vec<Option<Vec<u8>>> =
        sqlx::query_scalar("SELECT body FROM idempotency_key").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(kept, [None]);
    let feed = reqwest::get(format!("{}/api/v1/calendar/{secret}.ics", app.base)).await.unwrap();
    assert_eq!(feed.status(), 200, "the first secret still counts");
    // Signing in takes no key at all.
    let login = json!({ "email": ines.email, "password": PASSWORD });
    for _ in 0..2 {
        post(&ines.client, "/auth/login", "k-2", &login).await.expect(200);
    }
    assert_eq!(count(&app, "SELECT count(*) FROM idempotency_key").await, 1);
}

#[tokio::test]
async fn a_password_in_a_body_leaves_no_hash_that_can_be_guessed() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let body = json!({ "title": PASSWORD });
    create(&ines.client, "k", PASSWORD).await.expect(201);
    let kept: Vec<u8> = sqlx::query_scalar("SELECT fingerprint FROM idempotency_key")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    let bare = <sha2::Sha256 as sha2::Digest>::digest(body.to_string().as_bytes()).to_vec();
    assert_ne!(kept, bare);
}

#[tokio::test]
async fn files_and_searches_take_no_key() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for _ in 0..2 {
        let request = ines.client.request(Method::POST, "/me/files").header("Idempotency-Key", "k");
        let request = request.header("File-Name", "a.pdf").header(header::CONTENT_TYPE, "application/pdf");
        let sent = send(request.body(pdf("<< >>"))).await;
        assert_eq!(sent.status, 201, "{}", sent.text);
        assert!(!sent.headers.contains_key("idempotency-replayed"));
    }
    let recruiter = app.recruiter_granted(SIRET).await.user;
    for _ in 0..2 {
        let found = post(&recruiter.client, "/profile-search", "k", &json!({})).await;
        assert!(!found.headers.contains_key("idempotency-replayed"));
    }
    assert_eq!(count(&app, "SELECT count(*) FROM idempotency_key").await, 0);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_as_without_a_key() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    create(&ines.client, "k", &"a".repeat(1024 * 1024 + 1)).await.expect_problem(413, "body_too_large");
    assert_eq!(count(&app, "SELECT count(*) FROM idempotency_key").await, 0);
}

#[tokio::test]
async fn a_person_holds_a_bounded_number_of_keys() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    fill(&app, ines.id, 4999).await;
    create(&ines.client, "last", "Bénévolat").await.expect(201);
    create(&ines.client, "beyond", "Bénévolat").await.expect_problem(429, "too_many_requests");
    create(&noe.client, "k", "Bénévolat").await.expect(201);
    assert_eq!(create(&ines.client, "last", "Bénévolat").await.status, 201, "what is kept is still answered");
    assert_eq!(experiences(&app).await, 2);
}

async fn fill(app: &TestApp, person: PersonId, keys: i32) {
    sqlx::query(
        "INSERT INTO idempotency_key (person_id, method, path, key, fingerprint, claim, created_at)
         SELECT $1, 'POST', '/x', n::text, sha256('x'), gen_random_uuid(), $2 FROM generate_series(1, $3) n",
    )
    .bind(person)
    .bind(app.state.clock.now())
    .bind(keys)
    .execute(&app.state.pool)
    .await
    .unwrap();
}
