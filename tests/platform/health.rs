//! Whether the process lives, and whether it can answer.

use reqwest::Method;

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};
use crate::support::search::SearchApp;

async fn ask(app: &TestApp, path: &str) -> Answer {
    send(reqwest::Client::new().request(Method::GET, format!("{}{path}", app.base))).await
}

#[tokio::test]
async fn a_server_whose_parts_answer_is_ready() {
    let app = SearchApp::start().await;
    assert_eq!(ask(&app, "/health/live").await.expect(200)["status"], "ok");
    // The template was migrated by the migrator, so its table is there.
    let report = ask(&app, "/health/ready").await.expect(200);
    assert_eq!(report["status"], "ready");
    assert_eq!(report["parts"]["database"]["ok"], true);
    assert_eq!(report["parts"]["migrations"]["ok"], true);
    assert_eq!(report["parts"]["index"]["ok"], true);
}

#[tokio::test]
async fn a_server_whose_index_is_not_open_is_alive_but_not_ready() {
    let app = SearchApp::start().await;
    app.forget();
    let report = ask(&app, "/health/ready").await.expect(503);
    assert_eq!(report["parts"]["index"]["problem"], "is being built");
    assert_eq!(report["parts"]["database"]["ok"], true);
    ask(&app, "/health/live").await.expect(200);
}

#[tokio::test]
async fn a_server_without_its_schema_is_alive_but_not_ready() {
    let app = TestApp::start().await;
    sqlx::raw_sql("DELETE FROM _sqlx_migrations WHERE version = (SELECT max(version) FROM _sqlx_migrations)")
        .execute(&app.state.pool)
        .await
        .unwrap();
    let report = ask(&app, "/health/ready").await.expect(503);
    assert_eq!(report["parts"]["migrations"]["problem"], "some are not applied");
    assert_eq!(report["parts"]["database"]["ok"], true);
    ask(&app, "/health/live").await.expect(200);
}

#[tokio::test]
async fn a_server_without_its_database_is_alive_but_not_ready() {
    let app = TestApp::start().await;
    app.state.pool.close().await;
    let report = ask(&app, "/health/ready").await.expect(503);
    assert_eq!(report["parts"]["database"]["ok"], false);
    ask(&app, "/health/live").await.expect(200);
}
