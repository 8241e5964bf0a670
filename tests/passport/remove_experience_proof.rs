use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{body, mine};
use crate::support::files::pdf;

#[tokio::test]
async fn its_bytes_go_and_its_fingerprint_stays_on_what_was_attested() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    dossier.admin.client.post(&dossier.path("/decide"), dossier.decision(2)).await.expect(200);
    let before = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    let path = dossier.mine(&format!("/proofs/{}", dossier.proof));
    dossier.person.client.delete(&path).await.expect(204);
    app.run_jobs().await;
    app.only_objects(0).await;
    assert_eq!(app.count_files().await, 0);
    let after = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    let proof = &after["proofs"][0];
    assert_eq!((&proof["state"], &proof["sha256"]), (&json!("removed"), &before["proofs"][0]["sha256"]));
    let review = dossier.admin.client.get(&dossier.path("")).await.expect(200);
    assert_eq!(review["proofs"][0]["state"], "removed");
    assert_eq!(review["proofs"][0]["sha256"], before["proofs"][0]["sha256"]);
    dossier
        .admin
        .client
        .get(&dossier.path(&format!("/proofs/{}/file", dossier.proof)))
        .await
        .expect_problem(410, "proof_removed");
    // The validation stands, and the chain of the passport says that the file is gone.
    let seen = dossier.person.client.get("/me/skills").await.expect(200);
    assert!(seen["items"].as_array().unwrap().iter().any(|it| it["searchable"]["status"] == "validated"));
    let kinds: Vec<String> =
        sqlx::query_scalar("SELECT kind FROM passport_link WHERE person_id = $1 ORDER BY number")
            .bind(dossier.person.id)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(kinds, ["opening", "validation", "experience", "file_removed"]);
    dossier.person.client.delete(&path).await.expect_problem(410, "proof_removed");
}

#[tokio::test]
async fn what_nobody_was_shown_leaves_no_trace() {
    let app = TestApp::with_catalogue().await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    let id = app.declared(&ines, &body(&[])).await;
    let proof = app.proof(&ines, &id, pdf("<< >>")).await;
    let path = mine(&id, &format!("/proofs/{proof}"));
    marc.client.delete(&path).await.expect_problem(404, "not_found");
    app.anonymous().delete(&path).await.expect_problem(401, "unauthenticated");
    ines.client.delete(&path).await.expect(204);
    assert_eq!(ines.client.get(&mine(&id, "")).await.expect(200)["proofs"], json!([]));
    ines.client.delete(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_proof_is_removed_while_it_is_looked_at_and_once_the_experience_is_withdrawn() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.mine(&format!("/proofs/{}", dossier.proof));
    dossier.person.client.post(&dossier.mine("/withdraw"), ()).await.expect(200);
    dossier.person.client.delete(&path).await.expect(204);
    app.run_jobs().await;
    app.only_objects(0).await;
}
