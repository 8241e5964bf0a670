//! What has served its time goes.

use carnet::identity::{PurgeSpentTokens, PurgeUnconfirmedAccounts};
use carnet::ids::ProfileId;
use carnet::platform::jobs::{self, Job};
use chrono::Duration;
use serde_json::json;

use super::{audited, confirm, cookie, login, register, token, with_cookie};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

async fn run(app: &TestApp, job: impl Job) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &job).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

async fn count(app: &TestApp, table: &str) -> i64 {
    let query = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
    sqlx::query_scalar(query).fetch_one(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn an_account_nobody_confirmed_goes_after_seven_days() {
    let app = TestApp::start().await;
    register(&app, "ines@example.org").await.expect(202);
    register(&app, "paul@example.org").await.expect(202);
    confirm(&app, &token(&app, "paul@example.org", "/confirmer?token=").await).await.expect(204);
    app.advance(Duration::days(7));
    run(&app, PurgeUnconfirmedAccounts {}).await;
    assert_eq!(count(&app, "person").await, 2);
    app.advance(Duration::seconds(1));
    let profile: uuid::Uuid =
        sqlx::query_scalar("SELECT profile_id FROM person WHERE email = 'ines@example.org'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    let mut watch = app.watch_index().await;
    run(&app, PurgeUnconfirmedAccounts {}).await;
    assert_eq!(watch.look().await, (vec![(ProfileId(profile), true)], 1), "no search keeps who is gone");
    let left: Vec<String> =
        sqlx::query_scalar("SELECT email FROM person").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(left, ["paul@example.org"]);
    assert_eq!(audited(&app, "account.expired").await, 1);
    // The address is free again.
    register(&app, "ines@example.org").await.expect(202);
    assert_eq!(count(&app, "person").await, 2);
}

#[tokio::test]
async fn spent_tokens_and_ended_sessions_go_and_live_ones_stay() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let person = app.person("Inès", "Lefèvre").await;
    app.anonymous().post("/auth/request-password-reset", json!({ "email": person.email })).await.expect(202);
    let ended = login(&app, &person.email, PASSWORD).await;
    with_cookie(&app, "/auth/logout", &cookie(&ended)).await.expect(204);
    login(&app, &person.email, "faux mot de passe").await.expect_problem(401, "invalid_credentials");
    app.advance(Duration::days(29));
    let alive = login(&app, &person.email, PASSWORD).await;
    app.advance(Duration::days(2));
    run(&app, PurgeSpentTokens {}).await;
    assert_eq!((count(&app, "email_token").await, count(&app, "login_throttle").await), (0, 0));
    assert_eq!(
        count(&app, "refresh_family").await,
        2,
        "the revoked one went; the idle one can still be told apart"
    );
    with_cookie(&app, "/auth/refresh", &cookie(&alive)).await.expect(200);
    app.advance(Duration::days(30));
    run(&app, PurgeSpentTokens {}).await;
    assert_eq!(count(&app, "refresh_family").await, 1);
}
