use reqwest::Method;
use serde_json::{Value, json};

use super::{ask, noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn somebody_confirms_leaves_on_a_day_for_a_reason_and_comes_back() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    let enrolment = school.register(&session, "Zoé", "Durand").await;
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/move", enrolment["id"].as_str().unwrap()));
    app.go_to("2026-03-10T08:00:00Z");
    let school = app.renewed_school(&school);
    let step = async |version: i32, body: Value| {
        let request = school.manager.client.starting_from(Method::POST, &path, &json!(version));
        crate::support::client::send(request.json(&body)).await
    };
    let confirmed = step(1, json!({ "step": "confirm" })).await.expect(200);
    assert_eq!(confirmed["status"], "confirmed");
    step(2, json!({ "step": "abandon" })).await.expect_field("/reason", "required");
    step(2, json!({ "step": "abandon", "reason": "Emploi", "on": "2026-03-11" }))
        .await
        .expect_field("/on", "in_future");
    step(2, json!({ "step": "abandon", "reason": "Emploi", "on": "2026-03-08" }))
        .await
        .expect_field("/on", "before_start");
    step(2, json!({ "step": "confirm" })).await.expect_problem(409, "illegal_transition");
    let gone =
        step(2, json!({ "step": "abandon", "reason": "Emploi", "on": "2026-03-09" })).await.expect(200);
    assert_eq!(
        (&gone["status"], &gone["ends_on"], &gone["reason"]),
        (&json!("abandoned"), &json!("2026-03-09"), &json!("Emploi"))
    );
    let told = gone["history"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&told["event"], &told["on"], &told["from_status"]),
        (&json!("abandon"), &json!("2026-03-09"), &json!("confirmed"))
    );
    let back = step(3, json!({ "step": "resume" })).await.expect(200);
    assert_eq!((&back["status"], &back["ends_on"]), (&json!("enrolled"), &Value::Null));
    step(3, json!({ "step": "confirm" })).await.expect_problem(412, "stale");
    assert_eq!(noted(&app, "enrolment.moved").await.len(), 3);
}

#[tokio::test]
async fn what_was_attended_is_never_called_off_and_a_full_session_takes_nobody_back() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let mut draft = school.session_draft(&training);
    draft["seats"] = json!(1);
    let session = school.open(&draft).await;
    let slot = school.slot(&session, "2026-03-03", "09:00", "12:00").await;
    let body = json!({ "first_name": "Zoé", "last_name": "Durand", "starts_on": "2026-03-02" });
    let enrolment = school.enrol(&session, &body).await;
    let other = school.register(&session, "Ali", "Durand").await;
    app.mark_attended(&slot, &[&enrolment]).await;
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/move", enrolment["id"].as_str().unwrap()));
    ask(&school.manager, &Method::POST, &path, &json!({ "step": "cancel" }))
        .await
        .expect_problem(409, "enrolment_has_attendance");
    let body = json!({ "step": "abandon", "reason": "Santé", "on": "2026-03-03" });
    ask(&school.manager, &Method::POST, &path, &body).await.expect(200);
    let listed = school
        .manager
        .client
        .get(&session_path(&school, &session, "/enrolments?status=enrolled"))
        .await
        .expect(200);
    assert_eq!(listed["items"][0]["id"], other["id"], "the seat went to the one who waited");
    let request = school
        .manager
        .client
        .starting_from(Method::POST, &path, &json!(2))
        .json(&json!({ "step": "resume" }));
    crate::support::client::send(request).await.expect_problem(409, "session_full");
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/move", other["id"].as_str().unwrap()));
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &json!({ "step": "confirm" })).await;
}

#[tokio::test]
async fn somebody_who_did_not_answer_is_registered_and_joins_their_account_later() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let person = app.person("Inès", "Ailleurs").await;
    let enrolment = school
        .enrol(&session, &json!({ "first_name": "Inès", "last_name": "A", "email": person.email }))
        .await;
    let path =
        session_path(&school, &session, &format!("/enrolments/{}/move", enrolment["id"].as_str().unwrap()));
    let registered =
        ask(&school.manager, &Method::POST, &path, &json!({ "step": "enrol" })).await.expect(200);
    assert_eq!((&registered["status"], &registered["person_id"]), (&json!("enrolled"), &Value::Null));
    let waits = person.client.get("/me/session-invitations").await.expect(200);
    assert_eq!(
        (&waits["items"][0]["status"], &waits["items"][0]["id"]),
        (&json!("enrolled"), &enrolment["id"])
    );
    let accept = format!("/me/session-invitations/{}/accept", enrolment["id"].as_str().unwrap());
    assert_eq!(person.client.post(&accept, ()).await.status, 204);
    assert_eq!(person.client.get("/me/sessions").await.expect(200)["items"][0]["id"], session["id"]);
}
