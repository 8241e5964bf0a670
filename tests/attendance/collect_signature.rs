use chrono::Duration;
use reqwest::Method;
use serde_json::json;

use super::hidden_from_others;
use crate::support::app::TestApp;
use crate::support::attendance::drawing;

#[tokio::test]
async fn a_trainee_without_account_signs_on_the_trainers_device() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let enrolment = class.enrol(&app, None, "Sans compte").await;
    let path = class.slot_path("/attendance/collected-signatures");
    let body = json!({ "enrolment_id": enrolment, "part": "am", "drawing": drawing(4) });
    let sheet = class.teacher(&app).post(&path, &body).await.expect(200);
    let cell = &sheet["rows"][0]["half_days"][0];
    assert_eq!((&cell["signature"]["method"], &cell["mark"]["status"]), (&json!("drawn"), &json!("present")));
    class.teacher(&app).post(&path, &body).await.expect_problem(409, "already_signed");
    hidden_from_others(&app, &class, Method::POST, &path, &body).await;
}

#[tokio::test]
async fn whoever_signs_late_in_front_of_the_trainer_is_present_until_the_trainer_says_otherwise() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.advance(Duration::minutes(45));
    let path = class.slot_path("/attendance/collected-signatures");
    let body = json!({ "enrolment_id": class.enrolment(0), "part": "am", "drawing": drawing(4) });
    let sheet = class.teacher(&app).post(&path, &body).await.expect(200);
    let cell = &sheet["rows"][0]["half_days"][0];
    assert_eq!((&cell["mark"]["status"], &cell["mark"]["method"]), (&json!("present"), &json!("trainer")));
}

#[tokio::test]
async fn whoever_is_said_to_be_away_or_is_not_expected_does_not_sign() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.mark(&app, vec![class.row(0, "am", "absent")]).await;
    let path = class.slot_path("/attendance/collected-signatures");
    let body = json!({ "enrolment_id": class.enrolment(0), "part": "am", "drawing": drawing(4) });
    class.teacher(&app).post(&path, body).await.expect_problem(409, "marked_otherwise");
    let body = json!({ "enrolment_id": uuid::Uuid::nil(), "part": "am", "drawing": drawing(4) });
    class.teacher(&app).post(&path, body).await.expect_field("/enrolment_id", "not_expected");
}
