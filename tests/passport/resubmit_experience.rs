use serde_json::json;

use crate::support::app::TestApp;
use crate::support::files::pdf;

#[tokio::test]
async fn it_comes_back_to_whoever_asked() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let colleague = app.member(&dossier.organisation, carnet::orgs::Role::Admin).await;
    let before = app.mails_to(&colleague.email).await.len();
    dossier.admin.client.post(&dossier.path("/ask"), json!({"text": "Une page manque."})).await.expect(200);
    app.proof(&dossier.person, &dossier.experience, pdf("<< /Page 2 >>")).await;
    let after = dossier
        .person
        .client
        .post(&dossier.own("/resubmit"), json!({"message": "La voici."}))
        .await
        .expect(200);
    let submission = &after["submissions"][0];
    assert_eq!((&submission["status"], &submission["round"]), (&json!("submitted"), &json!(2)));
    let kinds: Vec<_> =
        submission["history"].as_array().unwrap().iter().map(|step| step["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["submitted", "asked", "resubmitted"]);
    assert_eq!(app.mails_to(&dossier.admin.email).await.len(), 2);
    assert_eq!(app.mails_to(&colleague.email).await.len(), before, "only whoever looked at it is written to");
    let again = dossier.person.client.post(&dossier.own("/resubmit"), json!({})).await;
    assert_eq!(again.expect_problem(409, "illegal_transition")["current_state"], "submitted");
}

#[tokio::test]
async fn only_its_person_sends_it_again() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    dossier.admin.client.post(&dossier.path("/ask"), json!({"text": "Une page manque."})).await.expect(200);
    let path = dossier.own("/resubmit");
    dossier.admin.client.post(&path, json!({})).await.expect_problem(404, "not_found");
    app.anonymous().post(&path, json!({})).await.expect_problem(401, "unauthenticated");
    let long = json!({"message": "a".repeat(2001)});
    dossier.person.client.post(&path, long).await.expect_field("/message", "too_long");
    // Without a proof there is nothing to look at.
    dossier.person.client.delete(&dossier.mine(&format!("/proofs/{}", dossier.proof))).await.expect(204);
    dossier.person.client.post(&path, json!({})).await.expect_problem(409, "no_usable_proof");
}
