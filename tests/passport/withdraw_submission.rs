use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::Dossier;

#[tokio::test]
async fn one_organisation_loses_it_and_another_keeps_it() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let other = app.organisation("Atelier des métiers").await;
    let reviewer = app.member(&other, carnet::orgs::Role::Admin).await;
    let kept = app.submitted(&dossier.person, &dossier.experience, &other).await;
    let after = dossier.person.client.post(&dossier.own("/withdraw"), ()).await.expect(200);
    assert_eq!(
        (&after["submissions"][0]["status"], &after["status"]),
        (&json!("withdrawn"), &json!("submitted"))
    );
    dossier.admin.client.get(&dossier.path("")).await.expect_problem(404, "not_found");
    let file = dossier.path(&format!("/proofs/{}/file", dossier.proof));
    dossier.admin.client.get(&file).await.expect_problem(404, "not_found");
    dossier
        .admin
        .client
        .post(&dossier.path("/decide"), dossier.decision(2))
        .await
        .expect_problem(404, "not_found");
    reviewer.client.get(&other.path(&format!("/experience-submissions/{kept}"))).await.expect(200);
    let again = dossier.person.client.post(&dossier.own("/withdraw"), ()).await;
    assert_eq!(again.expect_problem(409, "illegal_transition")["current_state"], "withdrawn");
}

#[tokio::test]
async fn what_is_decided_is_not_taken_back_and_only_its_person_does() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    dossier.admin.client.post(&dossier.own("/withdraw"), ()).await.expect_problem(404, "not_found");
    app.anonymous().post(&dossier.own("/withdraw"), ()).await.expect_problem(401, "unauthenticated");
    dossier.admin.client.post(&dossier.path("/refuse"), Dossier::refusal()).await.expect(200);
    let problem = dossier.person.client.post(&dossier.own("/withdraw"), ()).await;
    assert_eq!(problem.expect_problem(409, "illegal_transition")["current_state"], "refused");
}

#[tokio::test]
async fn an_organisation_that_closes_keeps_nobody_waiting() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    app.suspend(&dossier.organisation).await;
    dossier
        .admin
        .client
        .post(&dossier.path("/decide"), dossier.decision(2))
        .await
        .expect_problem(409, "organisation_suspended");
    dossier.person.client.post(&dossier.own("/withdraw"), ()).await.expect(200);
    let other = app.organisation("Atelier des métiers").await;
    app.submitted(&dossier.person, &dossier.experience, &other).await;
}
