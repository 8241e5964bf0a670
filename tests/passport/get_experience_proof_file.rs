use serde_json::json;

use crate::support::app::TestApp;
use crate::support::clamd::Clamd;
use crate::support::experiences::{body, mine};
use crate::support::files::{eicar, pdf};

#[tokio::test]
async fn one_s_own_proof_is_downloaded_as_an_attachment() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.mine(&format!("/proofs/{}/file", dossier.proof));
    let answer = dossier.person.client.get(&path).await;
    assert!(answer.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(answer.headers["cache-control"], "private, no-store");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    answer.expect(200);
    dossier.person.client.get(&format!("{path}?shown=true")).await.expect(200);
    for stranger in [&dossier.admin, &app.person("Marc", "Petit").await, &app.platform_admin().await] {
        stranger.client.get(&path).await.expect_problem(404, "not_found");
        let file = format!("/me/files/{}", dossier.proof);
        stranger.client.get(&file).await.expect_problem(404, "not_found");
    }
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
    let unknown = dossier.mine(&format!("/proofs/{}/file", uuid::Uuid::nil()));
    dossier.person.client.get(&unknown).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_the_antivirus_found_is_told_to_organisations_and_not_to_whoever_tries() {
    let clamd = Clamd::start().await;
    let app = TestApp::with_catalogue_and(&[&format!("--clamd={}", clamd.address)]).await;
    let ines = app.person("Inès", "Lefèvre").await;
    let organisation = app.organisation("École du Rhône").await;
    let admin = app.member(&organisation, carnet::orgs::Role::Admin).await;
    let id = app.declared(&ines, &body(&[])).await;
    let good = app.proof(&ines, &id, pdf("<< >>")).await;
    let bad = app.proof(&ines, &id, pdf(&eicar())).await;
    // Nobody opens anything before the antivirus has spoken, and nothing is put before anybody.
    let seen = ines.client.get(&mine(&id, "")).await.expect(200);
    assert_eq!(
        (&seen["proofs"][0]["state"], &seen["proofs"][1]["state"]),
        (&json!("waiting"), &json!("waiting"))
    );
    ines.client
        .get(&mine(&id, &format!("/proofs/{good}/file")))
        .await
        .expect_problem(409, "file_not_checked");
    let to = json!({"organisation_id": organisation.id});
    ines.client.post(&mine(&id, "/submissions"), &to).await.expect_problem(409, "no_usable_proof");
    app.run_jobs().await;
    let submission = app.submitted(&ines, &id, &organisation).await;
    let seen = ines.client.get(&mine(&id, "")).await.expect(200);
    assert_eq!(
        (&seen["proofs"][0]["state"], &seen["proofs"][1]["state"]),
        (&json!("clean"), &json!("error"))
    );
    assert!(!seen.to_string().contains("infected"));
    ines.client.get(&mine(&id, &format!("/proofs/{bad}/file"))).await.expect_problem(409, "proof_unusable");
    let path = organisation.path(&format!("/experience-submissions/{submission}"));
    let review = admin.client.get(&path).await.expect(200);
    assert_eq!(review["proofs"][1]["state"], "infected");
    admin.client.get(&format!("{path}/proofs/{bad}/file")).await.expect_problem(410, "file_infected");
    admin.client.get(&format!("{path}/proofs/{good}/file")).await.expect(200);
}
