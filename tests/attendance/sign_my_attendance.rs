use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::attendance::drawing;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn a_trainee_signs_with_their_own_account() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    let body = json!({ "part": "am", "drawing": drawing(5), "device": "appareil-1" });
    let slot = class.learner(&app, 0).post(&path, &body).await.expect(200);
    let mine = &slot["half_days"][0];
    assert_eq!((&mine["signature"]["method"], &mine["mark"]["method"]), (&json!("drawn"), &json!("account")));
    let body = json!({ "part": "am", "password": PASSWORD });
    let slot = class.learner(&app, 1).post(&path, &body).await.expect(200);
    assert_eq!(slot["half_days"][0]["signature"]["method"], "password");
    class.learner(&app, 1).post(&path, &body).await.expect_problem(409, "already_signed");
    let wrong = json!({ "part": "am", "password": "faux" });
    class.learner(&app, 1).post(&path, wrong).await.expect_field("/password", "wrong_password");
}

#[tokio::test]
async fn a_mark_of_the_trainer_stays_what_it_is() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let mut late = class.row(0, "am", "late");
    late["minutes_late"] = json!(15);
    class.mark(&app, vec![late]).await;
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    let body = json!({ "part": "am", "drawing": drawing(5) });
    let slot = class.learner(&app, 0).post(&path, &body).await.expect(200);
    assert_eq!(
        (&slot["half_days"][0]["mark"]["status"], &slot["half_days"][0]["mark"]["number"]),
        (&json!("late"), &json!(1))
    );
}

#[tokio::test]
async fn after_the_first_ten_minutes_one_is_noted_late_unless_the_trainer_said_otherwise() {
    let app = TestApp::start().await;
    let class = app.class(3).await;
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    let sign = async |position: usize, seed: i32| {
        let body = json!({ "part": "am", "drawing": drawing(seed) });
        let slot = class.learner(&app, position).post(&path, body).await.expect(200);
        let mark = &slot["half_days"][0]["mark"];
        (mark["status"].clone(), mark["minutes_late"].clone(), mark["method"].clone())
    };
    class.mark(&app, vec![class.row(2, "am", "present")]).await;
    app.advance(Duration::seconds(10 * 60 + 59));
    assert_eq!(sign(0, 21).await, (json!("present"), json!(0), json!("account")));
    app.advance(Duration::minutes(4));
    assert_eq!(sign(1, 22).await, (json!("late"), json!(14), json!("account")));
    assert_eq!(sign(2, 23).await, (json!("present"), json!(0), json!("trainer")));
    // What was missed counts, and says of itself where it comes from.
    let totals = class.boss(&app).get(&class.path("/attendance-totals")).await.expect(200);
    let late: Vec<_> =
        totals["trainees"].as_array().unwrap().iter().map(|row| row["totals"]["late"].clone()).collect();
    assert_eq!(late, [json!(0), json!(14), json!(0)]);
}

#[tokio::test]
async fn in_the_last_half_hour_and_after_it_one_is_present_and_the_roll_sees_when_one_said_so() {
    let app = TestApp::start().await;
    let class = app.class(4).await;
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    let sign = async |position: usize, seed: i32| {
        let body = json!({ "part": "am", "drawing": drawing(seed) });
        let slot = class.learner(&app, position).post(&path, body).await.expect(200);
        let mark = &slot["half_days"][0]["mark"];
        (mark["status"].clone(), mark["minutes_late"].clone())
    };
    // The morning ends at noon by this clock.
    app.advance(Duration::seconds(3 * 3600 + 29 * 60 + 59));
    assert_eq!(sign(0, 31).await, (json!("late"), json!(209)));
    app.advance(Duration::seconds(1));
    assert_eq!(sign(1, 32).await, (json!("present"), json!(0)));
    app.advance(Duration::minutes(30));
    assert_eq!(sign(2, 33).await, (json!("present"), json!(0)));
    app.advance(Duration::minutes(4 * 60 + 30));
    assert_eq!(sign(3, 34).await, (json!("present"), json!(0)));
    let sheet = class.sheet(&app).await;
    let rows = sheet["rows"].as_array().unwrap().iter();
    let told: Vec<_> = rows.map(|row| row["half_days"][0]["declared_late_minutes"].clone()).collect();
    assert_eq!(told, [json!(209), json!(210), json!(240), json!(240)]);
}

#[tokio::test]
async fn signing_that_was_opened_again_says_nothing_of_when_somebody_came() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.advance(Duration::hours(24));
    let reopening = json!({ "minutes": 60, "reason": "Tablettes en panne hier" });
    class.teacher(&app).post(&class.slot_path("/attendance/reopening"), reopening).await.expect(200);
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    let body = json!({ "part": "am", "drawing": drawing(24) });
    let slot = class.learner(&app, 0).post(&path, body).await.expect(200);
    assert_eq!(slot["half_days"][0]["mark"]["status"], "present");
    let sheet = class.sheet(&app).await;
    assert_eq!(
        sheet["rows"][0]["half_days"][0]["declared_late_minutes"], 240,
        "the roll is told all the same"
    );
}

#[tokio::test]
async fn outside_of_the_window_and_on_sealed_sheets_nobody_signs() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    let sign = async |part: &str| {
        class.learner(&app, 0).post(&path, json!({ "part": part, "drawing": drawing(6) })).await
    };
    sign("pm").await.expect_problem(409, "signing_not_open");
    class.closed(&app).await;
    assert_eq!(sign("pm").await.expect_problem(409, "illegal_transition")["current_state"], "closed");
    let fresh = class.add_slot(&app, app.state.clock.now(), 1).await;
    app.advance(Duration::hours(2));
    let path = format!("/me/attendance/slots/{fresh}/signature");
    let late = class.learner(&app, 0).post(&path, json!({ "part": "pm", "drawing": drawing(6) })).await;
    late.expect_problem(409, "signing_over");
    let morning = class.learner(&app, 0).post(&path, json!({ "part": "am", "drawing": drawing(6) })).await;
    morning.expect_field("/part", "no_such_half_day");
}

#[tokio::test]
async fn the_slots_of_others_do_not_exist() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    let body = json!({ "part": "am", "drawing": drawing(5) });
    class.trainer.client.post(&path, &body).await.expect_problem(404, "not_found");
    app.trainee(&class.organisation).await.client.post(&path, &body).await.expect_problem(404, "not_found");
    app.anonymous().post(&path, &body).await.expect_problem(401, "unauthenticated");
}
