use reqwest::Method;
use serde_json::Value;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_session_ends_when_no_slot_is_to_come_and_who_took_part_has_finished() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    school.register(&session, "Zoé", "Durand").await;
    school.try_step(&session, "end", &Value::Null).await.expect_problem(409, "slots_to_come");
    app.go_to("2026-03-09T17:00:00Z");
    let school = app.renewed_school(&school);
    let ended = school.step(&session, "end", &Value::Null).await;
    assert_eq!(ended["status"], "ended");
    let path = session_path(&school, &session, "/enrolments");
    let people = school.manager.client.get(&path).await.expect(200);
    assert_eq!(people["items"][0]["status"], "finished");
    let refused = school.try_step(&session, "end", &Value::Null).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "ended");
    let other = school.running(&app, "Autre").await;
    let path = session_path(&school, &other, "/end");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &Value::Null).await;
}

#[tokio::test]
async fn whoever_has_a_sheet_to_close_is_reminded_when_the_session_ends() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    let elsewhere = app.trainer(&school.organisation).await;
    app.go_to("2026-03-09T17:00:00Z");
    let school = app.renewed_school(&school);
    let listed = school.manager.client.get(&session_path(&school, &session, "/slots")).await.expect(200);
    app.execute(&format!(
        "UPDATE session_slot SET sheet_state = 'closed' WHERE id = '{}'",
        listed["items"][0]["id"].as_str().unwrap()
    ))
    .await;
    school.step(&session, "end", &Value::Null).await;
    for address in [&school.trainer.email, &school.manager.email] {
        let mails = app.mails_to(address).await;
        let told: Vec<_> = mails.iter().filter(|mail| mail.subject.contains("restent à clore")).collect();
        assert_eq!(told.len(), 1, "{address}: {mails:?}");
        let body = told[0].body.replace('\u{a0}', " ");
        assert!(body.contains("– Module de Développement, lundi 9 mars 2026, de 14 h à 17 h"), "{body}");
        assert!(!body.contains("de 9 h à 12 h"), "{body}");
        assert!(body.contains(&format!("/sessions/{}/presences", session["id"].as_str().unwrap())), "{body}");
    }
    assert!(app.mails_to(&elsewhere.email).await.is_empty());
    // Nothing is open: nobody is written to.
    let other = school.running(&app, "Autre").await;
    app.set_sheets(&other, "closed").await;
    let before = app.mails_to(&school.manager.email).await.len();
    app.go_to("2026-03-14T08:00:00Z");
    app.advance_sessions().await;
    assert_eq!(app.renewed_school(&school).reread(&other).await["status"], "ended");
    assert_eq!(app.mails_to(&school.manager.email).await.len(), before);
}
