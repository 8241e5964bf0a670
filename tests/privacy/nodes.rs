//! Two servers on one database: what is timed runs once, and who leaves is hidden on both.

use carnet::platform::jobs::{self, Registry};
use carnet::privacy::{EraseAccounts, EraseDataExports, replay};
use carnet::schedule::timed_jobs;
use chrono::Duration;
use serde_json::json;
use sqlx::{Executor, PgPool};

use crate::support::app::TestApp;
use crate::support::search::{SearchApp, someone};
use crate::support::users::{PASSWORD, User};

/// Writes the timed job of this kind on a node, as its clock does; false when another node did.
async fn tick(app: &TestApp, kind: &str) -> bool {
    let timed = timed_jobs(&"0 41 3 * * *".parse().unwrap());
    let line = timed.iter().find(|line| line.kind == kind).unwrap();
    jobs::tick(&app.state, line, app.state.clock.now()).await.unwrap()
}

async fn leave(user: &User) {
    let body = json!({ "word": "EFFACER", "password": PASSWORD });
    user.client.post("/me/erasure", body).await.expect(201);
}

async fn erased(pool: &PgPool) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM audit_event WHERE kind = 'privacy.account_erased'")
        .fetch_one(pool)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_timed_job_of_this_slice_is_written_once() {
    let one = TestApp::start().await;
    let other = one.start_beside(2, &[]).await;
    for kind in [
        "erase_data_exports",
        "erase_accounts",
        "replay_erasures",
        "check_inactivity",
        "disclosure_check",
        "purge_privacy_logs",
    ] {
        let (first, second) = tokio::join!(tick(&one, kind), tick(&other, kind));
        assert!(first ^ second, "{kind}: {first} and {second}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_account_is_erased_once_by_whichever_node_comes_first() {
    let one = TestApp::start().await;
    // One object store, as two nodes have it.
    let data = format!("--data={}", one.data.path().display());
    let other = one.start_beside(2, &[&data]).await;
    for number in 0..6 {
        leave(&one.person("Inès", &format!("Partie{number}")).await).await;
    }
    one.run_jobs().await;
    one.advance(Duration::days(14));
    assert!(tick(&one, "erase_accounts").await);
    // The job itself may run twice at once: a worker that stalls is taken over.
    let run = async |app: &TestApp| {
        let mut tx = app.state.pool.begin().await.unwrap();
        jobs::enqueue(&mut tx, &app.state, &EraseAccounts {}).await.unwrap();
        tx.commit().await.unwrap();
        jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap()
    };
    let (first, second) = tokio::join!(run(&one), run(&other));
    assert!(first.errors.is_empty() && second.errors.is_empty(), "{:?} {:?}", first.errors, second.errors);
    assert_eq!(erased(&one.state.pool).await, 6);
    let counted: i64 = sqlx::query_scalar("SELECT sum(people)::bigint FROM erased_month")
        .fetch_one(&one.state.pool)
        .await
        .unwrap();
    assert_eq!(counted, 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_leaves_is_hidden_on_both_nodes_from_the_answer_on() {
    let one = SearchApp::start().await;
    let other = one.beside().await;
    let ines = one.person("Inès", "Partante").await;
    ines.client.put("/me/skills/101", json!({ "level": 3 })).await.expect(200);
    let policy = ines.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    ines.client.put("/me/visibility", json!({ "visible": true, "policy_version": policy })).await.expect(200);
    one.add(&someone("Anne", "Partante")).await;
    one.settled().await;
    other.settled().await;
    let renee = one.searcher().await.user;
    let there = other.anonymous().with_token(&one.renewed_token(&renee));
    let body = json!({ "name": "Partante" });
    assert_eq!(there.post("/profile-search", &body).await.expect(200)["total"], 2);
    leave(&ines).await;
    assert_eq!(there.post("/profile-search", &body).await.expect(200)["total"], 1);
    assert_eq!(renee.client.post("/profile-search", &body).await.expect(200)["total"], 1);
    there.get(&format!("/profiles/{}", ines.profile)).await.expect_problem(404, "not_found");
    one.run_jobs().await;
    one.advance(Duration::days(14));
    one.run_job(EraseAccounts {}).await;
    one.settled().await;
    other.settled().await;
    SearchApp::assert_exact(&one.verify().await, 1);
    SearchApp::assert_exact(&other.verify().await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_comes_back_with_a_restored_dump_is_erased_again() {
    let app = TestApp::start().await;
    let (ines, paul) = (app.person("Inès", "Revenante").await, app.person("Paul", "Reste").await);
    let pool = &app.state.pool;
    // Last night's dump: the rows as they were before.
    pool.execute("CREATE TABLE dump_person AS TABLE person").await.unwrap();
    leave(&ines).await;
    app.run_jobs().await;
    app.advance(Duration::days(14));
    app.run_job(EraseAccounts {}).await;
    assert_eq!(replay(&app.state).await.unwrap(), 0, "nobody came back");
    let restored = "INSERT INTO person SELECT * FROM dump_person d WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = d.id);
                    DELETE FROM erased_person";
    sqlx::raw_sql(restored).execute(pool).await.unwrap();
    let names = async || -> Vec<String> {
        sqlx::query_scalar("SELECT first_name FROM person ORDER BY 1").fetch_all(pool).await.unwrap()
    };
    assert_eq!(names().await, ["Inès", "Paul"], "the dump is back");
    assert_eq!(replay(&app.state).await.unwrap(), 1);
    assert_eq!(names().await, ["Paul"]);
    assert_eq!(replay(&app.state).await.unwrap(), 0);
    let known: i64 = sqlx::query_scalar("SELECT count(*) FROM erased_person").fetch_one(pool).await.unwrap();
    assert_eq!(known, 1);
    app.renewed(&paul).client.get("/me").await.expect(200);
}

#[tokio::test]
async fn one_account_that_cannot_be_erased_keeps_no_other() {
    let app = TestApp::start().await;
    let (ines, paul) = (app.person("Inès", "Retenue").await, app.person("Paul", "Parti").await);
    leave(&ines).await;
    leave(&paul).await;
    app.run_jobs().await;
    app.advance(Duration::days(14));
    // Something refers to the account that nobody thought of.
    let pool = &app.state.pool;
    pool.execute("CREATE TABLE forgotten (person_id uuid REFERENCES person (id) ON DELETE RESTRICT)")
        .await
        .unwrap();
    sqlx::query("INSERT INTO forgotten VALUES ($1)").bind(ines.id).execute(pool).await.unwrap();
    let mut tx = pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &EraseAccounts {}).await.unwrap();
    tx.commit().await.unwrap();
    let drained = jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap();
    assert!(!drained.errors.is_empty(), "a failure is told");
    let left: Vec<String> =
        sqlx::query_scalar("SELECT first_name FROM person").fetch_all(pool).await.unwrap();
    assert_eq!(left, ["Inès"]);
    pool.execute("DROP TABLE forgotten").await.unwrap();
    app.run_job(EraseAccounts {}).await;
    assert_eq!(erased(pool).await, 2);
    app.run_job(EraseDataExports {}).await;
}
