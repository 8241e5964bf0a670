use serde_json::json;

use super::noted;
use crate::support::app::TestApp;
use crate::support::taking::{Q, Rules};

#[tokio::test]
async fn one_asks_for_more_time_without_a_reason_and_takes_it_back() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let path = exam.own_path("/adjustment-request");
    let client = exam.learner(&app, 0);
    let notice = client.put(&path, json!({ "extra_time": "half" })).await.expect(200);
    assert_eq!((&notice["asked_time"], &notice["seconds"]), (&json!("half"), &json!(3600)));
    let page = exam.class.teacher(&app).get(&exam.path("/adjustments")).await.expect(200);
    let asked = &page["items"][0];
    assert_eq!((&asked["asked_time"], &asked["extra_time"]), (&json!("half"), &json!("none")));
    assert_eq!(asked["asked_at"], json!(app.state.clock.now()));
    // The same again notes nothing new.
    client.put(&path, json!({ "extra_time": "half" })).await.expect(200);
    let told = json!({ "extra_time": "half", "enrolment_id": exam.class.enrolment(0) });
    assert_eq!(noted(&app, "quiz_adjustment.asked").await, [Some(told)]);
    let notice = client.put(&path, json!({ "extra_time": "none" })).await.expect(200);
    assert_eq!(notice["asked_time"], json!(null));
}

#[tokio::test]
async fn there_is_no_place_for_a_reason() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let path = exam.own_path("/adjustment-request");
    let body = json!({ "extra_time": "half", "reason": "dyslexie" });
    exam.learner(&app, 0).put(&path, body).await.expect_field("/reason", "unknown_field");
    exam.learner(&app, 0)
        .put(&path, json!({ "extra_time": "double" }))
        .await
        .expect_field("/extra_time", "invalid_type");
    let texts: Vec<String> = sqlx::query_scalar(
        "SELECT column_name::text FROM information_schema.columns
         WHERE table_name = 'quiz_adjustment' AND data_type = 'text' ORDER BY 1",
    )
    .fetch_all(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(texts, ["asked_time", "extra_time"], "two fixed lists, and no text");
}

#[tokio::test]
async fn one_asks_for_oneself_alone() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let body = json!({ "extra_time": "third" });
    let path = exam.own_path("/adjustment-request");
    let stranger = app.trainee(&exam.class.organisation).await;
    for client in [stranger.client, exam.class.teacher(&app), exam.class.boss(&app)] {
        client.put(&path, &body).await.expect_problem(404, "not_found");
    }
    app.anonymous().put(&path, &body).await.expect_problem(401, "unauthenticated");
}
