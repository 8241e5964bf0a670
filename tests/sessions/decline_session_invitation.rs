use serde_json::json;

use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn who_declines_gives_the_seat_to_the_next_and_shows_nothing_of_themselves() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let mut draft = school.session_draft(&training);
    draft["seats"] = json!(1);
    let session = school.open(&draft).await;
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    school.step(&session, "plan", &serde_json::Value::Null).await;
    let person = app.person("Inès", "Ailleurs").await;
    let enrolment =
        school.enrol(&session, &json!({ "first_name": "I", "last_name": "A", "email": person.email })).await;
    let next = school.register(&session, "Zoé", "Durand").await;
    assert_eq!(next["status"], "waiting");
    let path = format!("/me/session-invitations/{}/decline", enrolment["id"].as_str().unwrap());
    app.person("Ali", "Autre").await.client.post(&path, ()).await.expect_problem(404, "not_found");
    assert_eq!(person.client.post(&path, ()).await.status, 204);
    let read = async |enrolment: &serde_json::Value| {
        let path =
            session_path(&school, &session, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
        school.manager.client.get(&path).await.expect(200)
    };
    let declined = read(&enrolment).await;
    assert_eq!((&declined["status"], &declined["person_id"]), (&json!("cancelled"), &json!(null)));
    assert_eq!(read(&next).await["status"], "enrolled");
    person.client.post(&path, ()).await.expect_problem(404, "not_found");
    let own = person.client.get("/me/organisations").await.expect(200);
    assert_eq!(own["items"], json!([]));
}

#[tokio::test]
async fn what_the_organisation_registered_is_not_declined() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let person = app.person("Inès", "Ailleurs").await;
    let enrolment =
        school.enrol(&session, &json!({ "first_name": "I", "last_name": "A", "email": person.email })).await;
    let id = enrolment["id"].as_str().unwrap();
    let step = session_path(&school, &session, &format!("/enrolments/{id}/move"));
    super::ask(&school.manager, &reqwest::Method::POST, &step, &json!({ "step": "enrol" })).await.expect(200);
    let refused = person.client.post(&format!("/me/session-invitations/{id}/decline"), ()).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "enrolled");
}
