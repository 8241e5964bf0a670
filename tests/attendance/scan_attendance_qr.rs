use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::{TestApp, start_time};
use crate::support::attendance::{Class, drawing};

async fn code(app: &TestApp, class: &Class, slot: carnet::ids::SlotId) -> Value {
    class.teacher(app).get(&class.path_of(slot, "/qr")).await.expect(200)["code"].clone()
}

#[tokio::test]
async fn a_trainee_marks_and_signs_their_own_presence() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let code = code(&app, &class, class.slot).await;
    let body = json!({ "slot_id": class.slot, "code": code, "device": "appareil-de-samir" });
    let slot = class.learner(&app, 0).post("/me/attendance/qr", &body).await.expect(200);
    let mine = &slot["half_days"][0];
    assert_eq!((&mine["mark"]["status"], &mine["mark"]["method"]), (&json!("present"), &json!("qr")));
    assert_eq!(
        (&mine["mark"]["entered_at"], &mine["signature"]["method"]),
        (&json!(start_time()), &json!("qr"))
    );
    // Twice does no harm.
    let again = class.learner(&app, 0).post("/me/attendance/qr", &body).await.expect(200);
    assert_eq!(again["half_days"][0]["mark"]["number"], 1);
    let sheet = class.sheet(&app).await;
    assert_eq!(sheet["rows"][1]["half_days"][0]["mark"], Value::Null, "nobody else is marked");
}

#[tokio::test]
async fn a_code_is_good_for_forty_seconds_its_half_day_and_its_slot() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let other = class.add_slot(&app, start_time(), 2).await;
    let code = code(&app, &class, class.slot).await;
    let scan = async |slot, code: &Value| {
        class.learner(&app, 0).post("/me/attendance/qr", json!({ "slot_id": slot, "code": code })).await
    };
    scan(other, &code).await.expect_problem(409, "qr_expired");
    scan(class.slot, &json!("x")).await.expect_problem(409, "qr_expired");
    app.advance(Duration::seconds(40));
    scan(class.slot, &code).await.expect_problem(409, "qr_expired");
    app.advance(Duration::seconds(-20));
    scan(class.slot, &code).await.expect(200);
}

#[tokio::test]
async fn a_scan_that_comes_too_early_leaves_nothing_and_works_later() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let later = class.add_slot(&app, start_time() + Duration::hours(1), 2).await;
    let codes = app.state.part::<carnet::attendance::QrCodes>();
    let scan = async || {
        let code = codes.at(later.0, carnet::sessions::Part::Am, app.state.clock.now());
        class.learner(&app, 0).post("/me/attendance/qr", json!({ "slot_id": later, "code": code })).await
    };
    scan().await.expect_problem(409, "signing_not_open");
    let count: i64 =
        sqlx::query_scalar("SELECT count(*) FROM attendance_mark").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(count, 0);
    app.advance(Duration::hours(1));
    scan().await.expect(200);
    app.advance(Duration::hours(4));
    scan().await.expect_problem(409, "signing_over");
}

#[tokio::test]
async fn who_scans_or_signs_late_is_noted_late_and_shown_so_to_those_who_call_the_roll() {
    let app = TestApp::start().await;
    let class = app.class(3).await;
    let scan = async |position: usize| {
        let code = code(&app, &class, class.slot).await;
        let body = json!({ "slot_id": class.slot, "code": code });
        let slot = class.learner(&app, position).post("/me/attendance/qr", body).await.expect(200);
        let mark = &slot["half_days"][0]["mark"];
        (mark["status"].clone(), mark["minutes_late"].clone(), mark["entered_at"].clone())
    };
    app.advance(Duration::minutes(10));
    assert_eq!(scan(0).await, (json!("present"), json!(0), json!("2026-03-03T08:10:00Z")));
    app.advance(Duration::minutes(32));
    assert_eq!(scan(1).await, (json!("late"), json!(42), json!("2026-03-03T08:42:00Z")));
    let sign = json!({ "part": "am", "drawing": drawing(4) });
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    let own = class.learner(&app, 2).post(&path, sign).await.expect(200);
    let mark = &own["half_days"][0]["mark"];
    assert_eq!((&mark["status"], &mark["minutes_late"]), (&json!("late"), &json!(42)));
    let late = async || {
        let sheet = class.sheet(&app).await;
        let rows = sheet["rows"].as_array().unwrap().iter();
        rows.map(|row| row["half_days"][0]["declared_late_minutes"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(late().await, [Value::Null, json!(42), json!(42)]);
    // Whoever calls the roll has the last word.
    let mut row = class.row(1, "am", "present");
    row["seen_number"] = json!(1);
    class.mark(&app, vec![row]).await;
    let sheet = class.sheet(&app).await;
    assert_eq!(sheet["rows"][1]["half_days"][0]["mark"]["status"], "present");
    assert_eq!(late().await, [Value::Null, Value::Null, json!(42)]);
}

#[tokio::test]
async fn leaving_is_noted_for_those_who_came() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let scan = async |position: usize, exit: bool| {
        let code = code(&app, &class, class.slot).await;
        let body = json!({ "slot_id": class.slot, "code": code, "exit": exit });
        class.learner(&app, position).post("/me/attendance/qr", body).await
    };
    scan(0, true).await.expect_problem(409, "not_present");
    scan(0, false).await.expect(200);
    app.advance(Duration::hours(3));
    let slot = scan(0, true).await.expect(200);
    let mark = &slot["half_days"][0]["mark"];
    assert_eq!(
        (&mark["entered_at"], &mark["left_at"]),
        (&json!("2026-03-03T08:00:00Z"), &json!("2026-03-03T11:00:00Z"))
    );
}

#[tokio::test]
async fn who_was_late_without_an_hour_came_in_so_much_later() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let mut late = class.row(0, "am", "late");
    late["minutes_late"] = json!(20);
    class.mark(&app, vec![late]).await;
    app.advance(Duration::hours(3));
    let code = code(&app, &class, class.slot).await;
    let body = json!({ "slot_id": class.slot, "code": code, "exit": true });
    let slot = class.learner(&app, 0).post("/me/attendance/qr", body).await.expect(200);
    let mark = &slot["half_days"][0]["mark"];
    assert_eq!((&mark["status"], &mark["minutes_late"]), (&json!("late"), &json!(20)));
    assert_eq!(
        (&mark["entered_at"], &mark["left_at"]),
        (&json!("2026-03-03T08:20:00Z"), &json!("2026-03-03T11:00:00Z"))
    );
}

#[tokio::test]
async fn a_scan_overrides_no_trainer_and_is_for_those_expected() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.mark(&app, vec![class.row(0, "am", "absent")]).await;
    let code = code(&app, &class, class.slot).await;
    let body = json!({ "slot_id": class.slot, "code": code });
    class.learner(&app, 0).post("/me/attendance/qr", &body).await.expect_problem(409, "marked_otherwise");
    let stranger = app.trainee(&class.organisation).await;
    stranger.client.post("/me/attendance/qr", &body).await.expect_problem(404, "not_found");
    class.trainer.client.post("/me/attendance/qr", &body).await.expect_problem(404, "not_found");
    app.execute(&format!(
        "UPDATE enrolment SET starts_on = '2026-03-04' WHERE id = '{}'",
        class.enrolment(1)
    ))
    .await;
    class.learner(&app, 1).post("/me/attendance/qr", &body).await.expect_problem(404, "not_found");
    app.anonymous().post("/me/attendance/qr", &body).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn who_scans_once_the_morning_is_over_neither_came_in_nor_left_in_the_afternoon() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let scan = async |exit: bool| {
        let path = class.slot_path("/qr?part=am");
        let code = class.teacher(&app).get(&path).await.expect(200)["code"].clone();
        let body = json!({ "slot_id": class.slot, "code": code, "exit": exit });
        let slot = class.learner(&app, 0).post("/me/attendance/qr", body).await.expect(200);
        slot["half_days"][0]["mark"].clone()
    };
    // The morning ends at one in Paris: four hours after the slot begins.
    app.advance(Duration::hours(6));
    let came = scan(false).await;
    assert_eq!((&came["entered_at"], &came["status"]), (&Value::Null, &json!("present")));
    let left = scan(true).await;
    assert_eq!(
        (&left["entered_at"], &left["left_at"]),
        (&json!("2026-03-03T08:00:00Z"), &json!("2026-03-03T12:30:00Z"))
    );
}
