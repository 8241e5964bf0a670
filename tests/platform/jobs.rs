//! The job queue: once committed a job runs at least once, never together with itself, and a hopeless one is put aside.

use std::time::Duration;

use anyhow::{Result, bail};
use carnet::platform::db::Tx;
use carnet::platform::jobs::{self, GiveUp, Job, Registry, Run, Timed};
use carnet::platform::state::AppState;
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use crate::support::app::TestApp;

/// Notes each of its runs in a table, then does what it is told.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Note {
    word: String,
    key: Option<String>,
    then: Then,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
enum Then {
    #[default]
    Succeed,
    Fail,
    GiveUp,
    Panic,
    WriteItselfAgain,
    RunForever,
}

impl Job for Note {
    const KIND: &'static str = "note";
    const ATTEMPTS: u32 = 3;

    fn key(&self) -> Option<String> {
        self.key.clone()
    }

    async fn run(self, state: AppState, run: Run) -> Result<()> {
        let attempt = i32::try_from(run.attempt)?;
        sqlx::query("INSERT INTO note VALUES ($1, $2)")
            .bind(&self.word)
            .bind(attempt)
            .execute(&state.pool)
            .await?;
        match self.then {
            Then::Succeed => Ok(()),
            Then::Fail => bail!("pas cette fois"),
            Then::GiveUp => Err(GiveUp("jamais".to_owned()).into()),
            Then::Panic => panic!("boum"),
            Then::WriteItselfAgain => {
                let again = Note { word: "again".to_owned(), then: Then::Succeed, ..self };
                enqueue(&state, &again).await;
                Ok(())
            }
            Then::RunForever => std::future::pending().await,
        }
    }
}

async fn enqueue(state: &AppState, note: &Note) {
    let mut tx: Tx<'_> = state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, state, note).await.unwrap();
    tx.commit().await.unwrap();
}

fn note(word: &str) -> Note {
    Note { word: word.to_owned(), ..Note::default() }
}

fn registry() -> Registry {
    Registry::default().with::<Note>()
}

async fn app() -> TestApp {
    let app = TestApp::start().await;
    sqlx::raw_sql("CREATE TABLE note (word text, attempt integer)").execute(&app.state.pool).await.unwrap();
    app
}

async fn notes(app: &TestApp) -> Vec<(String, i32)> {
    sqlx::query_as("SELECT word, attempt FROM note").fetch_all(&app.state.pool).await.unwrap()
}

async fn count(app: &TestApp, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(&app.state.pool).await.unwrap()
}

async fn drain(app: &TestApp) -> jobs::Drained {
    jobs::run_due(&app.state, &registry()).await.unwrap()
}

#[tokio::test]
async fn a_job_runs_after_its_transaction_and_not_without_it() {
    let app = app().await;
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &note("rolled back")).await.unwrap();
    tx.rollback().await.unwrap();
    enqueue(&app.state, &note("committed")).await;
    assert_eq!(drain(&app).await.done, 1);
    assert_eq!(notes(&app).await, [("committed".to_owned(), 1)]);
    assert_eq!(count(&app, "SELECT count(*) FROM job").await, 0);
}

#[tokio::test]
async fn a_later_job_waits_for_its_time() {
    let app = app().await;
    let mut tx = app.state.pool.begin().await.unwrap();
    let at = app.state.clock.now() + chrono::Duration::hours(1);
    jobs::enqueue_at(&mut tx, &app.state, &note("later"), at).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(drain(&app).await.done, 0);
    app.advance(chrono::Duration::hours(1));
    assert_eq!(drain(&app).await.done, 1);
}

#[tokio::test]
async fn a_failing_job_is_tried_later_and_later_then_put_aside() {
    let app = app().await;
    enqueue(&app.state, &Note { then: Then::Fail, ..note("fails") }).await;
    for attempt in 1..=3 {
        assert_eq!(drain(&app).await.errors, ["note: pas cette fois"], "attempt {attempt}");
        assert_eq!(drain(&app).await, jobs::Drained::default(), "not again at once");
        app.advance(chrono::Duration::seconds(10 << (attempt - 1)));
    }
    assert_eq!(notes(&app).await.len(), 3);
    assert_eq!(count(&app, "SELECT count(*) FROM job").await, 0);
    assert_eq!(
        count(&app, "SELECT count(*) FROM job_dead WHERE last_error = 'pas cette fois' AND attempts = 3")
            .await,
        1
    );
}

#[tokio::test]
async fn a_hopeless_job_is_put_aside_at_once_and_a_panic_is_a_failure() {
    let app = app().await;
    enqueue(&app.state, &Note { then: Then::GiveUp, ..note("hopeless") }).await;
    enqueue(&app.state, &Note { then: Then::Panic, ..note("panics") }).await;
    assert_eq!(drain(&app).await.errors.len(), 2);
    assert_eq!(count(&app, "SELECT count(*) FROM job_dead WHERE last_error = 'jamais'").await, 1);
    assert_eq!(
        count(&app, "SELECT count(*) FROM job WHERE attempts = 1 AND last_error LIKE '%panicked%'").await,
        1
    );
}

#[tokio::test]
async fn one_waiting_job_per_key_holds_the_newest_content() {
    let app = app().await;
    for word in ["first", "second"] {
        enqueue(&app.state, &Note { key: Some("k".to_owned()), ..note(word) }).await;
    }
    enqueue(&app.state, &Note { key: Some("other".to_owned()), ..note("third") }).await;
    assert_eq!(drain(&app).await.done, 2);
    let words: Vec<_> = notes(&app).await.into_iter().map(|(word, _)| word).collect();
    assert_eq!(words, ["second", "third"]);
}

#[tokio::test]
async fn a_job_written_again_while_it_runs_runs_once_more() {
    let app = app().await;
    enqueue(&app.state, &Note { key: Some("k".to_owned()), then: Then::WriteItselfAgain, ..note("once") })
        .await;
    assert_eq!(drain(&app).await.done, 2);
    assert_eq!(notes(&app).await, [("once".to_owned(), 1), ("again".to_owned(), 1)]);
    assert_eq!(count(&app, "SELECT count(*) FROM job").await, 0);
}

#[tokio::test]
async fn jobs_of_an_unknown_kind_are_left_to_nodes_that_know_them() {
    let app = app().await;
    enqueue(&app.state, &note("unknown")).await;
    let drained = jobs::run_due(&app.state, &Registry::default()).await.unwrap();
    assert_eq!(drained, jobs::Drained::default());
    assert_eq!(count(&app, "SELECT count(*) FROM job").await, 1);
}

#[tokio::test]
async fn two_workers_never_run_the_same_job() {
    let app = app().await;
    for n in 0..40 {
        enqueue(&app.state, &note(&format!("{n}"))).await;
    }
    let (state, registry) = (&app.state, &registry());
    let (one, two) = tokio::join!(jobs::run_due(state, registry), jobs::run_due(state, registry));
    assert_eq!(one.unwrap().done + two.unwrap().done, 40);
    assert_eq!(count(&app, "SELECT count(DISTINCT word) FROM note").await, 40);
    assert_eq!(count(&app, "SELECT count(*) FROM note").await, 40);
}

#[tokio::test]
async fn the_job_of_a_dead_worker_is_taken_over_when_its_lease_ends() {
    let app = app().await;
    enqueue(&app.state, &note("orphan")).await;
    sqlx::raw_sql(
        "UPDATE job SET leased_by = gen_random_uuid(), lease_until = '2026-03-03T08:01:00Z', attempts = 1",
    )
    .execute(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(drain(&app).await.done, 0);
    app.advance(chrono::Duration::seconds(61));
    assert_eq!(drain(&app).await.done, 1);
    assert_eq!(notes(&app).await, [("orphan".to_owned(), 2)]);
}

#[tokio::test]
async fn a_stopping_worker_gives_back_what_it_runs() {
    let app = app().await;
    enqueue(&app.state, &Note { then: Then::RunForever, ..note("long") }).await;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(jobs::run_worker(app.state.clone(), registry(), stop.clone()));
    while notes(&app).await.is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stop.cancel();
    tokio::time::timeout(Duration::from_secs(9), worker)
        .await
        .expect("it stops within its patience")
        .unwrap();
    assert_eq!(count(&app, "SELECT count(*) FROM job WHERE leased_by IS NULL AND attempts = 0").await, 1);
}

#[tokio::test]
async fn a_timed_job_is_written_once_per_minute_however_many_nodes_tick() {
    let app = app().await;
    let timed = Timed::new::<Note>("0 * * * * *", chrono::Duration::minutes(10));
    let at = app.state.clock.now();
    assert!(jobs::tick(&app.state, &timed, at).await.unwrap());
    assert!(!jobs::tick(&app.state, &timed, at + chrono::Duration::milliseconds(700)).await.unwrap());
    assert_eq!(drain(&app).await.done, 1);
    assert!(!jobs::tick(&app.state, &timed, at).await.unwrap(), "not even after it ran");
    assert!(jobs::tick(&app.state, &timed, at + chrono::Duration::minutes(1)).await.unwrap());
    assert!(jobs::tick(&app.state, &timed, at + chrono::Duration::minutes(2)).await.unwrap());
    assert_eq!(drain(&app).await.done, 1, "a waiting one is not doubled");
}

#[tokio::test]
async fn a_timed_job_without_success_for_too_long_is_reported() {
    let app = app().await;
    let schedule = [Timed::new::<Note>("0 * * * * *", chrono::Duration::minutes(10))];
    jobs::tick(&app.state, &schedule[0], app.state.clock.now()).await.unwrap();
    assert!(jobs::warn_of_late(&app.state, &schedule).await.unwrap().is_empty());
    app.advance(chrono::Duration::minutes(11));
    assert_eq!(jobs::warn_of_late(&app.state, &schedule).await.unwrap(), ["note"]);
    drain(&app).await;
    assert!(jobs::warn_of_late(&app.state, &schedule).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_ticker_catches_up_what_never_ran_and_stops() {
    let app = app().await;
    let stop = CancellationToken::new();
    let ticker = tokio::spawn(jobs::run_ticker(
        app.state.clone(),
        carnet::schedule::timed_jobs(&app.state.config.catalog_check),
        stop.clone(),
    ));
    let mut waited = 0;
    while count(&app, "SELECT count(*) FROM job WHERE kind = 'purge_dead_jobs'").await == 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        waited += 1;
        assert!(waited < 500, "nothing was caught up");
    }
    stop.cancel();
    ticker.await.unwrap().unwrap();
    assert_eq!(app.run_jobs().await, carnet::schedule::timed_jobs(&app.state.config.catalog_check).len());
}

#[tokio::test]
async fn jobs_put_aside_are_deleted_after_thirty_days() {
    let app = app().await;
    enqueue(&app.state, &Note { then: Then::GiveUp, ..note("old") }).await;
    drain(&app).await;
    for (days, left) in [(29, 1), (2, 0)] {
        app.advance(chrono::Duration::days(days));
        let mut tx = app.state.pool.begin().await.unwrap();
        jobs::enqueue(&mut tx, &app.state, &jobs::PurgeDeadJobs::default()).await.unwrap();
        tx.commit().await.unwrap();
        app.run_jobs().await;
        assert_eq!(count(&app, "SELECT count(*) FROM job_dead").await, left);
    }
}
