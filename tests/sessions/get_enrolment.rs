use serde_json::{Value, json};

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_participant_is_shown_with_their_history() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let body = json!({ "first_name": "Ali", "last_name": "Durand", "email": "ali@example.org", "reference": "D-12" });
    let enrolment = school.enrol(&session, &body).await;
    let path = session_path(&school, &session, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
    let shown = school.manager.client.get(&path).await.expect(200);
    assert_eq!((&shown["reference"], &shown["email"]), (&json!("D-12"), &json!("ali@example.org")));
    assert_eq!(
        (&shown["history"][0]["to_status"], &shown["history"][0]["by"]),
        (&json!("invited"), &json!("Marc Membre"))
    );
    let seen = school.trainer.client.get(&path).await.expect(200);
    assert_eq!((&seen["email"], &seen["last_name"]), (&Value::Null, &json!("Durand")));
    let other = school.session(&app, "Autre").await;
    let elsewhere =
        session_path(&school, &other, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
    school.manager.client.get(&elsewhere).await.expect_problem(404, "not_found");
    read_by_those_concerned(&app, &school, &path).await;
}
