use reqwest::Method;
use serde_json::{Value, json};

use super::{ask, noted, only_for_those_who_run_it};
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
async fn the_history_says_which_employer_was_before() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let enrolment = school.register(&session, "Zoé", "Durand").await;
    let path = session_path(&school, &session, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
    let mut draft = json!({ "first_name": "Zoé", "last_name": "Durand", "starts_on": "2026-03-09" });
    let steps = [
        (json!("Atelier Petit"), json!("employeur Atelier Petit")),
        (json!("Chantiers Lefort"), json!("employeur Chantiers Lefort (auparavant Atelier Petit)")),
        (json!("Chantiers Lefort"), Value::Null),
        (Value::Null, json!("sans employeur (auparavant Chantiers Lefort)")),
    ];
    for (version, (employer, told)) in (1..).zip(&steps) {
        draft["employer"] = employer.clone();
        let written = school.manager.client.put_at(&path, &json!(version), &draft).await.expect(200);
        let last = written["history"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&written["employer"], &last["event"], &last["reason"]),
            (employer, &json!("write"), told)
        );
    }
    // The audit says that it changed, and not to what.
    let audited: Vec<_> = noted(&app, "enrolment.written").await.into_iter().flatten().skip(1).collect();
    let changes: Vec<_> = audited.iter().map(|after| after["employer"].clone()).collect();
    assert_eq!(changes, [json!(true), json!(true), Value::Null, json!(true)]);
    draft["employer"] = json!("x".repeat(201));
    school.manager.client.put_at(&path, &json!(5), &draft).await.expect_field("/employer", "too_long");
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
