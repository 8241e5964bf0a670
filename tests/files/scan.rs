//! The look of the antivirus into each file.

use carnet::files::{Owner, Purpose, SweepFiles};
use carnet::platform::jobs::{self, Registry};
use chrono::Duration;
use serde_json::Value;

use crate::support::app::TestApp;
use crate::support::clamd::{Clamd, Mood};
use crate::support::files::{Counter, eicar, id_of, long_pdf, pdf};
use crate::support::users::User;

/// What the sender is told.
async fn told(app: &TestApp, person: &User, card: &Value) -> String {
    let person = app.renewed(person);
    let card = person.client.get(&format!("/me/files/{}", id_of(card))).await.expect(200);
    card["scan"].as_str().unwrap().to_owned()
}

async fn start() -> (TestApp, Clamd, User) {
    let clamd = Clamd::start().await;
    let app = TestApp::start_with(&[&format!("--clamd={}", clamd.address)]).await;
    let person = app.person("Léa", "Durand").await;
    (app, clamd, person)
}

/// Runs what is due, which fails; gives why.
async fn failing_jobs(app: &TestApp) -> String {
    jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap().errors.join("; ")
}

async fn sweep(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &SweepFiles {}).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_harmless_file_waits_is_looked_into_whole_and_is_clean() {
    let (app, clamd, person) = start().await;
    let sent = long_pdf(3_000_000);
    let card = person.client.upload("/me/files", "a.pdf", sent.clone()).await.expect(201);
    assert_eq!(card["scan"], "pending");
    app.claim(&person, Owner::Person(person.id), Purpose::AbsenceProof, id_of(&card)).await.unwrap();
    let counter = Counter::open(&app).await;
    counter.refusal(id_of(&card)).await.expect_problem(409, "file_not_checked");
    app.run_jobs().await;
    assert_eq!(told(&app, &person, &card).await, "clean");
    assert_eq!(*clamd.given.lock(), [sent]);
    assert_eq!(counter.refusal(id_of(&card)).await.status, 200);
}

#[tokio::test]
async fn an_infected_file_is_destroyed_and_said_to_be() {
    let (app, _clamd, person) = start().await;
    let card = person.client.upload("/me/files", "a.pdf", pdf(&eicar())).await.expect(201);
    let used = person.client.upload("/me/files", "b.pdf", pdf(&eicar())).await.expect(201);
    let own = Owner::Person(person.id);
    app.claim(&person, own, Purpose::AbsenceProof, id_of(&used)).await.unwrap();
    app.run_jobs().await;
    app.only_objects(0).await;
    for file in [&card, &used] {
        assert_eq!(told(&app, &person, file).await, "infected");
    }
    let refused = app.claim(&person, own, Purpose::AbsenceProof, id_of(&card)).await.unwrap_err();
    assert!(format!("{refused:?}").contains("file_infected"), "{refused:?}");
    let counter = Counter::open(&app).await;
    counter.refusal(id_of(&used)).await.expect_problem(410, "file_infected");
    let why: Vec<(String, Option<String>)> =
        sqlx::query_as("SELECT kind, reason FROM audit_event WHERE kind = 'file.infected'")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(why, vec![("file.infected".to_owned(), Some("Eicar-Test-Signature".to_owned())); 2]);
    // Its row goes as any other.
    person.client.delete(&format!("/me/files/{}", id_of(&card))).await.expect(204);
    app.run_jobs().await;
    assert_eq!(app.count_files().await, 1);
}

#[tokio::test]
async fn a_daemon_that_gives_no_verdict_gives_none_and_is_asked_again() {
    let (app, clamd, person) = start().await;
    for mood in [
        Mood::Says(b"INSTREAM size limit exceeded. ERROR\0"),
        Mood::Says(b""),
        Mood::Says(b"stream: OK FOUND OK\0"),
        Mood::Says(b"HTTP/1.1 200 OK\r\n\r\n"),
        Mood::Interrupts(b"INSTREAM size limit exceeded. ERROR\0"),
        Mood::HangsUp,
    ] {
        clamd.set(mood);
        let card = person.client.upload("/me/files", "a.pdf", long_pdf(2_000_000)).await.expect(201);
        let errors = failing_jobs(&app).await;
        assert!(errors.starts_with("scan_file: the antivirus"), "{mood:?}: {errors}");
        assert_eq!(told(&app, &person, &card).await, "pending", "{mood:?}");
        clamd.set(Mood::Works);
        app.advance(Duration::seconds(11));
        app.run_jobs().await;
        assert_eq!(told(&app, &person, &card).await, "clean", "{mood:?}");
        person.client.delete(&format!("/me/files/{}", id_of(&card))).await.expect(204);
        app.run_jobs().await;
    }
}

#[tokio::test]
async fn a_verdict_that_comes_before_the_end_counts() {
    let (app, clamd, person) = start().await;
    clamd.set(Mood::Interrupts(b"stream: Worm.Early FOUND\0"));
    let card = person.client.upload("/me/files", "a.pdf", long_pdf(5_000_000)).await.expect(201);
    jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap();
    // Where the connection broke before the words were read, the next attempt hears them.
    for _ in 0..4 {
        app.advance(Duration::minutes(2));
        jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap();
    }
    let said = told(&app, &person, &card).await;
    assert!(["infected", "unchecked"].contains(&said.as_str()), "never clean: {said}");
}

#[tokio::test]
async fn without_an_answer_for_long_a_file_counts_as_unchecked_and_the_question_stays() {
    // Nobody listens there.
    let app = TestApp::start_with(&["--clamd=tcp://127.0.0.1:9"]).await;
    let person = app.person("Léa", "Durand").await;
    let card = person.client.upload_pdf().await;
    for attempt in 1..=5 {
        let errors = failing_jobs(&app).await;
        assert!(errors.contains("the antivirus is not reached"), "{errors}");
        let expected = if attempt < 5 { "pending" } else { "unchecked" };
        assert_eq!(told(&app, &person, &card).await, expected, "attempt {attempt}");
        app.advance(Duration::minutes(10));
    }
    let waiting: i64 = sqlx::query_scalar("SELECT count(*) FROM job WHERE kind = 'scan_file'")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(waiting, 1);
}

#[tokio::test]
async fn a_daemon_that_comes_later_looks_into_what_was_there_before() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let card = person.client.upload("/me/files", "a.pdf", pdf(&eicar())).await.expect(201);
    assert_eq!(card["scan"], "unchecked");
    let clamd = Clamd::start().await;
    let with_clamd = app
        .start_beside(
            7,
            &[&format!("--clamd={}", clamd.address), &format!("--data={}", app.data.path().display())],
        )
        .await;
    app.advance(Duration::hours(2));
    sweep(&with_clamd).await;
    with_clamd.run_jobs().await;
    with_clamd.run_jobs().await;
    assert_eq!(told(&app, &person, &card).await, "infected");
    app.only_objects(0).await;
}

#[tokio::test]
async fn where_the_daemon_was_taken_away_nothing_waits_for_it() {
    let (app, clamd, person) = start().await;
    clamd.set(Mood::HangsUp);
    let card = person.client.upload_pdf().await;
    let without = app.start_beside(7, &[&format!("--data={}", app.data.path().display())]).await;
    sweep(&without).await;
    without.run_jobs().await;
    assert_eq!(told(&app, &person, &card).await, "unchecked");
}
