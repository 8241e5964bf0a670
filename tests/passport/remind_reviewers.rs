//! The reminder of organisations that let somebody wait.

use carnet::orgs::Role;
use carnet::passport::RemindReviewers;
use carnet::platform::jobs;
use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{Dossier, body};
use crate::support::files::pdf;

async fn run(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &RemindReviewers {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

#[tokio::test]
async fn whoever_lets_people_wait_is_reminded_every_week_in_one_mail() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let marc = app.person("Marc", "Petit").await;
    let second = app.declared(&marc, &body(&[])).await;
    app.proof(&marc, &second, pdf("<< /B 2 >>")).await;
    app.submitted(&marc, &second, &dossier.organisation).await;
    let told = async |to: &str| app.mails_to(to).await.len();
    let before = told(&dossier.admin.email).await;
    app.advance(Duration::days(6));
    run(&app).await;
    assert_eq!(told(&dossier.admin.email).await, before);
    app.advance(Duration::days(1));
    run(&app).await;
    run(&app).await;
    let mails = app.mails_to(&dossier.admin.email).await;
    assert_eq!(mails.len(), before + 1);
    assert!(mails.last().unwrap().body.contains("2 expériences"), "{}", mails.last().unwrap().body);
    // Given to one admin, it is theirs alone; decided, nobody's.
    let colleague = app.member(&dossier.organisation, Role::Admin).await;
    let to = json!({"person_id": colleague.id});
    app.renewed(&dossier.admin).client.put(&dossier.path("/assignee"), to).await.expect(200);
    app.advance(Duration::days(16));
    run(&app).await;
    let theirs = app.mails_to(&colleague.email).await;
    assert!(theirs.last().unwrap().body.contains("attendue avant aujourd’hui"));
    assert_eq!(told(&dossier.admin.email).await, before + 2, "of the other one");
    app.renewed(&dossier.admin).client.post(&dossier.path("/refuse"), Dossier::refusal()).await.expect(200);
    let count = told(&colleague.email).await;
    app.advance(Duration::days(8));
    run(&app).await;
    assert_eq!(told(&colleague.email).await, count + 1, "of the other one alone");
    // Who is suspended cannot answer.
    app.suspend(&dossier.organisation).await;
    let before = told(&dossier.admin.email).await;
    app.advance(Duration::days(8));
    run(&app).await;
    assert_eq!(told(&dossier.admin.email).await, before);
}
