use reqwest::Method;
use serde_json::{Value, json};

use super::{ask, noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn the_account_of_a_member_is_joined_and_attendance_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let enrolment = school.register(&session, "Zoé", "Durand").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    app.mark_attended(&slot, &[&enrolment]).await;
    let member = app.trainee(&school.organisation).await;
    assert_eq!(member.client.get("/me/sessions").await.expect(200)["items"], json!([]));
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/join", enrolment["id"].as_str().unwrap()));
    let body = json!({ "person_id": member.id });
    let joined = ask(&school.manager, &Method::POST, &path, &body).await.expect(200);
    assert_eq!((&joined["person_id"], &joined["id"]), (&json!(member.id), &enrolment["id"]));
    assert_eq!((&joined["has_attendance"], &joined["first_name"]), (&json!(true), &json!("Zoé")));
    assert_eq!(joined["history"][1]["event"], "join");
    assert_eq!(member.client.get("/me/sessions").await.expect(200)["items"][0]["id"], session["id"]);
    assert_eq!(noted(&app, "enrolment.joined").await, [Some(json!({ "person": member.id, "merged": null }))]);
    let other = app.trainee(&school.organisation).await;
    let request = school.manager.client.starting_from(Method::POST, &path, &joined["version"]);
    crate::support::client::send(request.json(&json!({ "person_id": other.id })))
        .await
        .expect_problem(409, "already_joined");
    let path = session_path(
        &school,
        &session,
        &format!("/enrolments/{}/join", school.register(&session, "A", "B").await["id"].as_str().unwrap()),
    );
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body).await;
}

#[tokio::test]
async fn two_enrolments_of_one_person_become_one_and_the_attended_one_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    let own = school.enrol_member(&session, &member).await;
    let registered = school.register(&session, "Samir", "M").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    app.mark_attended(&slot, &[&registered]).await;
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/join", registered["id"].as_str().unwrap()));
    let kept =
        ask(&school.manager, &Method::POST, &path, &json!({ "person_id": member.id })).await.expect(200);
    assert_eq!((&kept["id"], &kept["person_id"]), (&registered["id"], &json!(member.id)));
    let gone = session_path(&school, &session, &format!("/enrolments/{}", own["id"].as_str().unwrap()));
    let gone = school.manager.client.get(&gone).await.expect(200);
    assert_eq!((&gone["status"], &gone["merged_into"]), (&json!("cancelled"), &registered["id"]));
    // The other way round: the one without attendance goes into the one with it.
    let again = school.register(&session, "Samir", "Encore").await;
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/join", again["id"].as_str().unwrap()));
    let kept =
        ask(&school.manager, &Method::POST, &path, &json!({ "person_id": member.id })).await.expect(200);
    assert_eq!(kept["id"], registered["id"]);
    // Attendance on both sides is never thrown together.
    let third = school.register(&session, "Samir", "Trois").await;
    app.mark_attended(&slot, &[&third]).await;
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/join", third["id"].as_str().unwrap()));
    ask(&school.manager, &Method::POST, &path, &json!({ "person_id": member.id }))
        .await
        .expect_problem(409, "both_have_attendance");
}

#[tokio::test]
async fn the_employer_stays_when_an_account_is_joined_and_goes_over_when_two_become_one() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    let named =
        |name: &str, employer: Value| json!({ "first_name": name, "last_name": "M", "employer": employer });
    let join = async |enrolment: &Value| {
        let rest = format!("/enrolments/{}/join", enrolment["id"].as_str().unwrap());
        let body = json!({ "person_id": member.id });
        ask(&school.manager, &Method::POST, &session_path(&school, &session, &rest), &body).await.expect(200)
    };
    let first = school.enrol(&session, &named("Samir", Value::Null)).await;
    assert_eq!(join(&first).await["employer"], Value::Null);
    // The one that stays names none: it takes the other's, as a change of its own.
    let second = school.enrol(&session, &named("S.", json!("Chantiers Lefort"))).await;
    let kept = join(&second).await;
    assert_eq!((&kept["id"], &kept["employer"]), (&first["id"], &json!("Chantiers Lefort")));
    assert_eq!(kept["version"], json!(3));
    let last = kept["history"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["event"], &last["reason"]), (&json!("write"), &json!("employeur Chantiers Lefort")));
    // What it names itself stays.
    let third = school.enrol(&session, &named("Sam", json!("Atelier Petit"))).await;
    let kept = join(&third).await;
    assert_eq!((&kept["id"], &kept["employer"]), (&first["id"], &json!("Chantiers Lefort")));
}

#[tokio::test]
async fn strangers_and_trainers_of_the_session_are_not_joined() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let enrolment = school.register(&session, "Zoé", "Durand").await;
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/join", enrolment["id"].as_str().unwrap()));
    let stranger = app.person("Inès", "Ailleurs").await;
    let body = |id: Value| json!({ "person_id": id });
    ask(&school.manager, &Method::POST, &path, &body(json!(stranger.id)))
        .await
        .expect_field("/person_id", "not_a_member");
    let trainer = json!(school.trainer.id);
    ask(&school.manager, &Method::POST, &path, &body(trainer))
        .await
        .expect_field("/person_id", "trainer_of_session");
}
