use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::{TestApp, start_time};

#[tokio::test]
async fn a_sheet_has_everything_the_roll_call_needs() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let sheet = class.sheet(&app).await;
    assert_eq!((&sheet["state"], &sheet["version"]), (&json!("open"), &json!(0)));
    assert_eq!((&sheet["label"], &sheet["place"]), (&json!("Soudure à l'arc"), &json!("Lyon")));
    let half_days = sheet["half_days"].as_array().unwrap();
    assert_eq!(half_days.len(), 2);
    assert_eq!((&half_days[0]["part"], &half_days[0]["minutes"]), (&json!("am"), &json!(240)));
    assert_eq!(half_days[1]["signing_opens_at"], "2026-03-03T12:00:00Z");
    assert_eq!(half_days[1]["signing_closes_at"], "2026-03-03T16:30:00Z");
    assert_eq!(
        (&half_days[0]["is_signing_open"], &half_days[1]["is_signing_open"]),
        (&json!(true), &json!(false))
    );
    let rows = sheet["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0]["last_name"], &rows[0]["has_account"]), (&json!("Stagiaire0"), &json!(true)));
    assert_eq!(
        rows[0]["half_days"][0],
        json!({ "part": "am", "mark": null, "signature": null, "declared_late_minutes": null })
    );
    assert_eq!(sheet["trainers"][0]["name"], "Farida Membre");
    // Two signatures of the trainer, and two people in two half-days.
    assert_eq!(sheet["missing"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn late_joiners_and_early_leavers_are_expected_on_their_days_and_whoever_was_marked_stays() {
    let app = TestApp::start().await;
    let class = app.class(3).await;
    class.mark(&app, vec![class.row(2, "am", "present")]).await;
    app.execute(&format!(
        "UPDATE enrolment SET starts_on = '2026-03-04' WHERE id = '{}'",
        class.enrolment(0)
    ))
    .await;
    app.execute(&format!(
        "UPDATE enrolment SET status = 'abandoned', ends_on = '2026-03-02' WHERE id = '{}'",
        class.enrolment(2)
    ))
    .await;
    let sheet = class.sheet(&app).await;
    let told: Vec<(&Value, &Value)> = sheet["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["last_name"], &row["is_expected"]))
        .collect();
    assert_eq!(told, [(&json!("Stagiaire1"), &json!(true)), (&json!("Stagiaire2"), &json!(false))]);
    assert_eq!(sheet["missing"].as_array().unwrap().len(), 4, "nobody waits for who left");
}

#[tokio::test]
async fn a_slot_past_midnight_has_an_evening_and_a_morning() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let slot = class.add_slot(&app, start_time() + Duration::hours(13), 6).await;
    let sheet = class.sheet_of(&app, slot).await;
    let told: Vec<_> = sheet["half_days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|unit| {
            (
                unit["part"].as_str().unwrap(),
                unit["date"].as_str().unwrap(),
                unit["minutes"].as_i64().unwrap(),
            )
        })
        .collect();
    assert_eq!(told, [("pm", "2026-03-03", 120), ("am", "2026-03-04", 240)]);
}

#[tokio::test]
async fn sheets_are_for_the_trainers_of_the_session_and_those_who_run_the_organisation() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.slot_path("/attendance");
    class.boss(&app).get(&path).await.expect(200);
    let other = class.path_of(carnet::ids::SlotId(uuid::Uuid::nil()), "/attendance");
    class.boss(&app).get(&other).await.expect_problem(404, "not_found");
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
