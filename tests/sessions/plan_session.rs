use reqwest::Method;
use serde_json::{Value, json};

use super::get_session::general;
use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_draft_is_announced_once_and_those_concerned_are_written_to_then() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    school
        .enrol(&session, &json!({ "first_name": "Zoé", "last_name": "Durand", "email": "zoe@example.org" }))
        .await;
    assert!(app.mails_to("zoe@example.org").await.is_empty(), "nobody is told of a draft");
    let planned = school.step(&session, "plan", &Value::Null).await;
    assert_eq!(planned["status"], "planned");
    let invited = app.mails_to("zoe@example.org").await;
    assert_eq!(invited.len(), 1);
    assert!(invited[0].subject.contains("Atelier vous invite"), "{:?}", invited[0]);
    assert!(invited[0].body.contains("lundi 9 mars 2026"), "{}", invited[0].body);
    let told = app.mails_to(&member.email).await;
    assert!(told[0].subject.starts_with("Votre participation"), "{:?}", told[0]);
    let trains = app.mails_to(&school.trainer.email).await;
    assert_eq!((trains.len(), trains[0].subject.contains("Vous formez")), (1, true), "{trains:?}");
    let body = trains[0].body.replace('\u{a0}', " ");
    assert!(body.contains("Votre créneau : lundi 9 mars 2026, de 9 h à 12 h."), "{body}");
    let refused = school.try_step(&session, "plan", &Value::Null).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "planned");
    assert_eq!(noted(&app, "training_session.status_changed").await, [Some(json!({ "status": "planned" }))]);
}

#[tokio::test]
async fn it_takes_a_slot_and_a_trainer() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let mut draft = general(&session);
    draft["trainers"] = json!([]);
    let path = session_path(&school, &session, "");
    school.manager.client.put_at(&path, &json!(1), draft).await.expect(200);
    let problem = school.try_step(&session, "plan", &Value::Null).await.expect_field("/slots", "required");
    assert_eq!(problem["errors"][1]["pointer"], "/trainers");
    school
        .manager
        .client
        .post(&format!("{path}/plan"), ())
        .await
        .expect_problem(428, "precondition_required");
    let other = school.session(&app, "Autre").await;
    let path = session_path(&school, &other, "/plan");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &Value::Null).await;
}
