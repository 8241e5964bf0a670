use reqwest::Method;
use serde_json::json;

use super::{ask, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn names_days_and_the_address_of_an_invitation_are_written_anew() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let body = json!({ "first_name": "Ali", "last_name": "Durand", "email": "ali@example.org" });
    let enrolment = school.enrol(&session, &body).await;
    let path = session_path(&school, &session, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
    let mut draft = json!({
        "first_name": "Aly", "last_name": "Durand", "email": "aly@example.org", "starts_on": "2026-03-10",
        "ends_on": "2026-03-12",
    });
    let written = ask(&school.manager, &Method::PUT, &path, &draft).await.expect(200);
    assert_eq!(
        (&written["first_name"], &written["ends_on"], &written["version"]),
        (&json!("Aly"), &json!("2026-03-12"), &json!(2))
    );
    assert_eq!(app.mails_to("aly@example.org").await.len(), 1, "the new address is invited");
    ask(&school.manager, &Method::PUT, &path, &draft).await.expect_problem(412, "stale");
    draft["email"] = json!(null);
    school.manager.client.put_at(&path, &json!(2), &draft).await.expect_field("/email", "required");
    draft["email"] = json!("aly@example.org");
    draft["ends_on"] = json!("2026-03-09");
    school.manager.client.put_at(&path, &json!(2), &draft).await.expect_field("/ends_on", "before_start");
    let other = school.register(&session, "Zoé", "Durand").await;
    let path = session_path(&school, &session, &format!("/enrolments/{}", other["id"].as_str().unwrap()));
    draft["ends_on"] = json!(null);
    ask(&school.manager, &Method::PUT, &path, &draft).await.expect_problem(409, "already_enrolled");
    only_for_those_who_run_it(&app, &school, Method::PUT, &path, &draft).await;
}

#[tokio::test]
async fn the_address_of_an_account_is_its_own() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    let enrolment = school.enrol_member(&session, &member).await;
    let path = session_path(&school, &session, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
    let mut draft = json!({ "first_name": "S", "last_name": "M", "email": "autre@example.org", "starts_on": "2026-03-09" });
    ask(&school.manager, &Method::PUT, &path, &draft).await.expect_field("/email", "not_changeable");
    draft["email"] = json!(member.email);
    ask(&school.manager, &Method::PUT, &path, &draft).await.expect(200);
}
