use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::{session_path, slot_draft};

#[tokio::test]
async fn a_slot_takes_what_it_does_not_say_from_its_session_and_counts_its_half_days() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-09", "09:00", "14:00").await;
    assert_eq!(
        (&slot["starts_at"], &slot["ends_at"]),
        (&json!("2026-03-09T08:00:00Z"), &json!("2026-03-09T13:00:00Z"))
    );
    assert_eq!(
        (&slot["minutes"], &slot["kind"], &slot["place"]),
        (&json!(300), &json!("course"), &json!(""))
    );
    assert_eq!(
        slot["half_days"],
        json!([{ "date": "2026-03-09", "part": "am" }, { "date": "2026-03-09", "part": "pm" }])
    );
    assert_eq!(slot["course_title"], "Module de Développement");
    assert_eq!(slot["trainers"][0]["person_id"], json!(school.trainer.id));
    assert_eq!(
        (&slot["sheet_state"], &slot["has_attendance"], &slot["version"]),
        (&json!("open"), &json!(false), &json!(1))
    );
    let mut exam =
        json!({ "kind": "exam", "date": "2026-03-10", "start_time": "22:00", "end_time": "02:00" });
    let path = session_path(&school, &session, "/slots");
    school.manager.client.post(&path, &exam).await.expect_field("/end_time", "before_start");
    exam["end_date"] = json!("2026-03-11");
    let night = school.manager.client.post(&path, &exam).await.expect(201);
    assert_eq!(night["half_days"][1], json!({ "date": "2026-03-11", "part": "am" }));
}

#[tokio::test]
async fn times_that_clocks_do_not_show_and_other_faults_are_told_at_their_place() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/slots");
    let client = &school.manager.client;
    let faults = async |body: Value| {
        let problem = client.post(&path, body).await.expect_problem(422, "invalid_request");
        let told = problem["errors"].as_array().unwrap().iter();
        told.map(|fault| {
            format!("{} {}", fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap())
        })
        .collect::<Vec<_>>()
    };
    // On the last Sunday of March clocks go from 2 to 3.
    assert_eq!(
        faults(slot_draft(&session, "2026-03-29", "02:30", "04:00")).await,
        ["/start_time nonexistent_time"]
    );
    assert_eq!(
        faults(slot_draft(&session, "2026-03-09", "9:00", "25:00")).await,
        ["/start_time time_format", "/end_time time_format"]
    );
    assert_eq!(
        faults(slot_draft(&session, "2026-03-09", "12:00", "12:00")).await,
        ["/end_time before_start"]
    );
    let mut odd = slot_draft(&session, "2026-03-09", "09:00", "12:00");
    (odd["session_course_id"], odd["remote_url"]) = (Value::Null, json!("visio"));
    assert_eq!(faults(odd).await, ["/remote_url url_format", "/session_course_id required"]);
    let mut odd = slot_draft(&session, "2026-03-09", "09:00", "12:00");
    odd["session_course_id"] = json!(uuid::Uuid::nil());
    assert_eq!(faults(odd).await, ["/session_course_id unknown_course"]);
    let mut odd = slot_draft(&session, "2026-03-09", "09:00", "12:00");
    odd["trainers"] = json!([app.trainee(&school.organisation).await.id]);
    assert_eq!(faults(odd).await, ["/trainers/0 not_a_trainer"]);
    let mut long = slot_draft(&session, "2026-03-09", "09:00", "10:00");
    long["end_date"] = json!("2026-03-10");
    assert_eq!(faults(long).await, ["/end_time too_far"]);
    // In the hour that comes twice in October: the first of the two.
    let twice = client.post(&path, slot_draft(&session, "2026-10-25", "02:30", "03:30")).await.expect(201);
    assert_eq!((&twice["starts_at"], &twice["minutes"]), (&json!("2026-10-25T00:30:00Z"), &json!(120)));
}

#[tokio::test]
async fn the_same_slot_twice_is_refused() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/slots");
    let mut draft = slot_draft(&session, "2026-03-09", "09:00", "12:00");
    let slot = school.manager.client.post(&path, &draft).await.expect(201);
    draft["override_reason"] = json!("Deux groupes");
    school.manager.client.post(&path, &draft).await.expect_problem(409, "slot_twice");
    draft["place"] = json!("Salle C");
    school.manager.client.post(&path, &draft).await.expect(201);
    assert_eq!(slot["conflicts"], json!([]));
}

#[tokio::test]
async fn who_or_what_is_taken_needs_a_reason() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let member = app.trainee(&school.organisation).await;
    let first = school.session(&app, "Un").await;
    school.slot(&first, "2026-03-09", "09:00", "12:00").await;
    school.enrol_member(&first, &member).await;
    let second = school.session(&app, "Deux").await;
    school.enrol_member(&second, &member).await;
    let path = session_path(&school, &second, "/slots");
    let client = &school.manager.client;
    let mut draft = slot_draft(&second, "2026-03-09", "11:00", "13:00");
    draft["place"] = json!(" salle b ");
    let problem = client.post(&path, &draft).await.expect_problem(422, "invalid_request");
    let told: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|fault| fault["code"].clone()).collect();
    assert_eq!(told, ["trainer_busy", "trainee_busy", "room_taken"]);
    assert!(problem["errors"][0]["message"].as_str().unwrap().contains("«\u{a0}Un\u{a0}»"), "{problem}");
    draft["override_reason"] = json!("Une heure commune");
    let slot = client.post(&path, &draft).await.expect(201);
    assert_eq!(
        (slot["conflicts"].as_array().unwrap().len(), &slot["override_reason"]),
        (3, &json!("Une heure commune"))
    );
    // Right after, elsewhere, or without the trainee's days: nothing is taken.
    client.post(&path, slot_draft(&second, "2026-03-09", "13:00", "14:00")).await.expect(201);
    let foreign = app.school("Ailleurs").await;
    let theirs = foreign.session(&app, "À eux").await;
    foreign.slot(&theirs, "2026-03-09", "09:00", "12:00").await;
}

#[tokio::test]
async fn slots_are_added_by_those_who_run_the_organisation_to_sessions_that_are_not_over() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/slots");
    let draft = slot_draft(&session, "2026-03-09", "09:00", "12:00");
    let other = school.session(&app, "Autre").await;
    school.step(&other, "cancel", &json!({ "reason": "Essai" })).await;
    let refused = school.manager.client.post(&session_path(&school, &other, "/slots"), &draft).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "cancelled");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &draft).await;
}
