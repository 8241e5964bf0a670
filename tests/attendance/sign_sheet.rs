use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::attendance::drawing;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn a_trainer_signs_each_half_day_drawn_or_with_their_password() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.slot_path("/attendance/signature");
    let sheet =
        class.teacher(&app).post(&path, json!({ "part": "am", "drawing": drawing(1) })).await.expect(200);
    assert_eq!(sheet["trainers"][0]["signatures"][0]["method"], "drawn");
    app.advance(Duration::hours(4));
    let body = json!({ "part": "pm", "password": PASSWORD });
    let sheet = class.teacher(&app).post(&path, body).await.expect(200);
    let signed = &sheet["trainers"][0]["signatures"][1];
    assert_eq!(
        (&signed["method"], &signed["signed_at"]),
        (&json!("password"), &json!("2026-03-03T12:00:00Z"))
    );
    let expected = json!({ "part": "am", "method": "drawn", "is_trainer": true });
    assert_eq!(noted(&app, "attendance.signed").await[0], Some(expected));
    let again = json!({ "part": "pm", "drawing": drawing(2) });
    class.teacher(&app).post(&path, again).await.expect_problem(409, "already_signed");
}

#[tokio::test]
async fn what_is_no_signature_is_refused() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.slot_path("/attendance/signature");
    let sign = async |body: Value| class.teacher(&app).post(&path, body).await;
    sign(json!({ "part": "am" })).await.expect_field("/drawing", "drawing_or_password");
    sign(json!({ "part": "am", "drawing": drawing(1), "password": PASSWORD }))
        .await
        .expect_field("/drawing", "drawing_or_password");
    sign(json!({ "part": "am", "drawing": [[[1, 1]]] })).await.expect_field("/drawing", "too_short");
    sign(json!({ "part": "am", "password": "faux" })).await.expect_field("/password", "wrong_password");
    sign(json!({ "part": "am", "drawing": drawing(1), "device": "x" }))
        .await
        .expect_field("/device", "too_short");
    assert_eq!(class.sheet(&app).await["version"], 0);
}

#[tokio::test]
async fn one_signs_within_the_window_alone() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.slot_path("/attendance/signature");
    let sign = async |part: &str| {
        class.teacher(&app).post(&path, json!({ "part": part, "drawing": drawing(3) })).await
    };
    sign("pm").await.expect_problem(409, "signing_not_open");
    app.advance(Duration::hours(8) + Duration::minutes(30));
    sign("pm").await.expect(200);
    app.advance(Duration::seconds(1));
    sign("am").await.expect_problem(409, "signing_over");
}

#[tokio::test]
async fn nobody_signs_in_the_trainers_place() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.slot_path("/attendance/signature");
    let body = json!({ "part": "am", "drawing": drawing(1) });
    class.boss(&app).post(&path, &body).await.expect_problem(403, "forbidden");
    // Whoever replaces the trainer signs, and the one replaced does not.
    let replacement = app.trainer(&class.organisation).await;
    app.execute(&format!("UPDATE slot_trainer SET removed_at = now() WHERE slot_id = '{}'", class.slot))
        .await;
    class.assign(&app, class.slot, &replacement).await;
    class.teacher(&app).post(&path, &body).await.expect_problem(403, "forbidden");
    replacement.client.post(&path, &body).await.expect(200);
    hidden_from_others(&app, &class, Method::POST, &path, &body).await;
}
