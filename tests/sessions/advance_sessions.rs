//! The clock starts sessions at their first slot and ends them after their last one.

use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_ready_session_starts_with_its_first_slot_and_ends_on_its_last_day() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.ready(&app, "Développement").await;
    app.go_to("2026-03-09T08:59:00Z");
    app.advance_sessions().await;
    let school = app.renewed_school(&school);
    assert_eq!(school.reread(&session).await["status"], "planned");
    app.go_to("2026-03-09T09:00:00Z");
    app.advance_sessions().await;
    let running = school.reread(&session).await;
    assert_eq!((&running["status"], &running["start_override"]), (&json!("running"), &Value::Null));
    // Its only slot is over, and its last day is the 13th: more slots may be added until then.
    app.go_to("2026-03-12T23:30:00Z");
    app.advance_sessions().await;
    let school = app.renewed_school(&school);
    assert_eq!(school.reread(&session).await["status"], "running");
    app.go_to("2026-03-13T23:00:00Z");
    app.advance_sessions().await;
    let school = app.renewed_school(&school);
    assert_eq!(school.reread(&session).await["status"], "ended");
    let people = school.manager.client.get(&session_path(&school, &session, "/enrolments")).await.expect(200);
    assert_eq!(people["items"][0]["status"], "finished");
}

#[tokio::test]
async fn the_last_slot_of_the_last_day_ends_the_session_at_once() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    school.slot(&session, "2026-03-13", "14:00", "17:00").await;
    app.go_to("2026-03-13T15:59:00Z");
    app.advance_sessions().await;
    let school = app.renewed_school(&school);
    assert_eq!(school.reread(&session).await["status"], "running");
    app.go_to("2026-03-13T16:00:00Z");
    app.advance_sessions().await;
    assert_eq!(school.reread(&session).await["status"], "ended");
}

#[tokio::test]
async fn what_is_not_ready_does_not_start_and_those_who_run_it_are_told_once() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    app.go_to("2026-03-09T08:00:00Z");
    app.advance_sessions().await;
    app.advance_sessions().await;
    let mails = app.mails_to(&school.manager.email).await;
    let told: Vec<_> = mails.iter().filter(|mail| mail.subject.contains("n’a pas pu démarrer")).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].body.contains("– Personne n’est inscrit à la session."), "{}", told[0].body);
    let school = app.renewed_school(&school);
    assert_eq!(school.reread(&session).await["status"], "planned");
    // Completed, it starts by itself.
    school.register(&session, "Zoé", "Durand").await;
    let skills: Vec<_> =
        session["skills"].as_array().unwrap().iter().map(|line| line["skill"].clone()).collect();
    let quiz = json!({ "title": "Évaluation", "purpose": "assessment", "skills": skills });
    school.manager.client.post(&session_path(&school, &session, "/quizzes"), quiz).await.expect(201);
    app.advance_sessions().await;
    assert_eq!(school.reread(&session).await["status"], "running");
}
