use chrono::Duration;
use serde_json::{Value, json};

use super::noted;
use super::send_signature_links::{token, without_account};
use crate::support::app::TestApp;
use crate::support::attendance::drawing;

#[tokio::test]
async fn somebody_without_account_signs_their_slot() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    without_account(&app, &class, "zoe@example.org").await;
    let path = format!("/attendance-links/{}/signature", token(&app, &class, "zoe@example.org").await);
    let body = json!({ "part": "am", "drawing": drawing(3) });
    let slot = app.anonymous().post(&path, &body).await.expect(200);
    let mine = &slot["half_days"][0];
    assert_eq!((&mine["mark"]["method"], &mine["signature"]["method"]), (&json!("link"), &json!("link")));
    assert_eq!(class.sheet(&app).await["rows"][0]["half_days"][0]["mark"]["status"], "present");
    assert_eq!(noted(&app, "attendance.signed").await.len(), 1);
    app.anonymous().post(&path, &body).await.expect_problem(409, "already_signed");
}

#[tokio::test]
async fn who_signs_late_is_noted_late_and_told_so_before() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    without_account(&app, &class, "zoe@example.org").await;
    let link = format!("/attendance-links/{}", token(&app, &class, "zoe@example.org").await);
    app.advance(Duration::minutes(25));
    let shown = app.anonymous().get(&link).await.expect(200);
    let half_day = &shown["half_days"][0]["half_day"];
    assert_eq!(
        (&half_day["late_from"], &half_day["late_until"]),
        (&json!("2026-03-03T08:11:00Z"), &json!("2026-03-03T11:30:00Z"))
    );
    let body = json!({ "part": "am", "drawing": drawing(3) });
    let slot = app.anonymous().post(&format!("{link}/signature"), body).await.expect(200);
    let mark = &slot["half_days"][0]["mark"];
    assert_eq!((&mark["status"], &mark["minutes_late"]), (&json!("late"), &json!(25)));
}

#[tokio::test]
async fn who_signs_in_the_last_half_hour_signs_as_they_leave() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    without_account(&app, &class, "zoe@example.org").await;
    let link = format!("/attendance-links/{}/signature", token(&app, &class, "zoe@example.org").await);
    app.advance(Duration::minutes(3 * 60 + 30));
    let slot = app.anonymous().post(&link, json!({ "part": "am", "drawing": drawing(3) })).await.expect(200);
    assert_eq!(slot["half_days"][0]["mark"]["status"], "present");
}

#[tokio::test]
async fn within_the_window_and_for_that_slot_alone() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    without_account(&app, &class, "zoe@example.org").await;
    let path = format!("/attendance-links/{}/signature", token(&app, &class, "zoe@example.org").await);
    let sign =
        async |part: &str| app.anonymous().post(&path, json!({ "part": part, "drawing": drawing(3) })).await;
    sign("pm").await.expect_problem(409, "signing_not_open");
    let dot = json!({ "part": "am", "drawing": [[[1, 1]]] });
    app.anonymous().post(&path, dot).await.expect_field("/drawing", "too_short");
    app.advance(Duration::hours(9));
    sign("am").await.expect_problem(409, "signing_over");
    let unknown = json!({ "part": "am", "drawing": drawing(3) });
    app.anonymous()
        .post("/attendance-links/inconnu/signature", unknown)
        .await
        .expect_problem(404, "not_found");
    assert_eq!(class.sheet(&app).await["rows"][0]["half_days"][0]["mark"], Value::Null);
}
