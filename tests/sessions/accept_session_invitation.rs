use serde_json::json;

use super::noted;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn who_accepts_takes_part_and_becomes_a_trainee_of_the_organisation() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let person = app.person("Inès", "Ailleurs").await;
    let enrolment =
        school.enrol(&session, &json!({ "first_name": "I", "last_name": "A", "email": person.email })).await;
    let path = format!("/me/session-invitations/{}/accept", enrolment["id"].as_str().unwrap());
    let other = app.person("Ali", "Autre").await;
    other.client.post(&path, ()).await.expect_problem(404, "not_found");
    assert_eq!(person.client.post(&path, ()).await.status, 204);
    let own = person.client.get("/me/organisations").await.expect(200);
    assert_eq!((&own["items"][0]["name"], &own["items"][0]["role"]), (&json!("Atelier"), &json!("trainee")));
    let shown =
        session_path(&school, &session, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
    let shown = school.manager.client.get(&shown).await.expect(200);
    assert_eq!((&shown["status"], &shown["person_id"]), (&json!("enrolled"), &json!(person.id)));
    assert_eq!(shown["first_name"], "I", "the organisation's words stay");
    assert_eq!(noted(&app, "organisation.member_joined").await, [Some(json!({ "role": "trainee" }))]);
    person.client.post(&path, ()).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn an_invitation_that_was_called_off_no_longer_exists() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let person = app.person("Inès", "Ailleurs").await;
    let enrolment =
        school.enrol(&session, &json!({ "first_name": "I", "last_name": "A", "email": person.email })).await;
    let path = format!("/me/session-invitations/{}/accept", enrolment["id"].as_str().unwrap());
    app.suspend(&school.organisation).await;
    person.client.post(&path, ()).await.expect_problem(404, "not_found");
}
