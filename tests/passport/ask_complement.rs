use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::Dossier;

#[tokio::test]
async fn it_goes_back_to_the_person_with_what_lacks() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let asked = json!({"text": " Le verso du diplôme, s’il vous plaît. "});
    let after = dossier.admin.client.post(&dossier.path("/ask"), &asked).await.expect(200);
    assert_eq!(after["status"], "to_complete");
    assert_eq!(after["assigned_to"]["person_id"], json!(dossier.admin.id));
    let seen = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    assert_eq!(seen["status"], "to_complete");
    assert_eq!(seen["submissions"][0]["history"][1]["text"], "Le verso du diplôme, s’il vous plaît.");
    let mails = app.mails_to(&dossier.person.email).await;
    assert!(mails.last().unwrap().body.contains("Le verso du diplôme"));
    assert!(mails.last().unwrap().subject.starts_with("École du Rhône demande un complément"));
    // Nothing is decided, and nothing more asked for, while it is with the person.
    for (rest, body) in [("/ask", asked), ("/decide", dossier.decision(2)), ("/refuse", Dossier::refusal())] {
        let problem = dossier.admin.client.post(&dossier.path(rest), body).await;
        assert_eq!(problem.expect_problem(409, "illegal_transition")["current_state"], "to_complete");
    }
}

#[tokio::test]
async fn only_admins_ask_and_say_what_for() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.path("/ask");
    dossier.admin.client.post(&path, json!({"text": " "})).await.expect_field("/text", "required");
    dossier
        .admin
        .client
        .post(&path, json!({"text": "a".repeat(2001)}))
        .await
        .expect_field("/text", "too_long");
    let body = json!({"text": "Une page manque."});
    for role in [Role::Manager, Role::Trainer, Role::Trainee] {
        app.member(&dossier.organisation, role)
            .await
            .client
            .post(&path, &body)
            .await
            .expect_problem(403, "forbidden");
    }
    let other = app.organisation("Atelier").await;
    app.member(&other, Role::Admin).await.client.post(&path, &body).await.expect_problem(404, "not_found");
    dossier.person.client.post(&path, &body).await.expect_problem(404, "not_found");
    app.anonymous().post(&path, &body).await.expect_problem(401, "unauthenticated");
    // Nobody judges their own.
    app.join(&dossier.organisation, &dossier.person, Role::Admin).await;
    dossier.person.client.post(&path, &body).await.expect_problem(403, "self_validation");
}
