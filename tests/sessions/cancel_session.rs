use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn everybody_concerned_is_told_once_with_the_reason() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    school
        .enrol(&session, &json!({ "first_name": "Zoé", "last_name": "Durand", "email": "zoe@example.org" }))
        .await;
    school.try_step(&session, "cancel", &json!({ "reason": "" })).await.expect_field("/reason", "required");
    let cancelled = school.step(&session, "cancel", &json!({ "reason": "Salle inondée" })).await;
    assert_eq!(
        (&cancelled["status"], &cancelled["status_reason"]),
        (&json!("cancelled"), &json!("Salle inondée"))
    );
    for address in [&member.email, &school.trainer.email, "zoe@example.org"] {
        let mails = app.mails_to(address).await;
        let told: Vec<_> =
            mails.iter().filter(|mail| mail.subject.starts_with("Formation annulée")).collect();
        assert_eq!(told.len(), 1, "{address}: {mails:?}");
        assert!(told[0].body.contains("Raison\u{a0}: Salle inondée"), "{}", told[0].body);
    }
    let calendar = member.client.get("/me/calendar?from=2026-03-09&to=2026-03-09").await.expect(200);
    assert_eq!(
        (&calendar["items"][0]["is_cancelled"], calendar["items"].as_array().unwrap().len()),
        (&json!(true), 2)
    );
    let refused = school.try_step(&session, "cancel", &json!({ "reason": "Encore" })).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "cancelled");
    let other = school.session(&app, "Autre").await;
    let path = session_path(&school, &other, "/cancel");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &json!({ "reason": "Non" })).await;
}

#[tokio::test]
async fn nobody_is_told_of_a_draft() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    school.step(&session, "cancel", &json!({ "reason": "Essai" })).await;
    assert!(app.mails_to(&member.email).await.is_empty());
}
