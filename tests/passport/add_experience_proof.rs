use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{body, mine};
use crate::support::files::{docx, film, pdf};

#[tokio::test]
async fn a_proof_is_a_file_of_one_s_own() {
    let app = TestApp::with_catalogue().await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    let id = app.declared(&ines, &body(&[])).await;
    let path = mine(&id, "/proofs");
    let file = ines.client.upload("/me/files", "Dipl%C3%B4me.pdf", pdf("<< >>")).await.expect(201);
    let added = ines.client.post(&path, json!({"file_id": file["id"]})).await.expect(201);
    let proof = &added["proofs"][0];
    assert_eq!(
        (&proof["name"], &proof["state"], &proof["mask"]),
        (&json!("Diplôme.pdf"), &json!("clean"), &json!("none"))
    );
    assert_eq!(proof["sha256"], file["sha256"]);
    // Used once; never somebody else's, nor for somebody else's experience.
    ines.client.post(&path, json!({"file_id": file["id"]})).await.expect_field("/file_id", "file_in_use");
    let foreign = marc.client.upload_pdf().await;
    ines.client.post(&path, json!({"file_id": foreign["id"]})).await.expect_field("/file_id", "unknown_file");
    marc.client.post(&path, json!({"file_id": foreign["id"]})).await.expect_problem(404, "not_found");
    let text = ines.client.upload("/me/files", "a.docx", docx(("a.txt", b"a"))).await.expect(201);
    ines.client
        .post(&path, json!({"file_id": text["id"]}))
        .await
        .expect_field("/file_id", "file_type_refused");
    let film = ines.client.upload("/me/files", "a.mp4", film(2000)).await.expect(201);
    ines.client
        .post(&path, json!({"file_id": film["id"]}))
        .await
        .expect_field("/file_id", "file_type_refused");
    app.anonymous().post(&path, json!({"file_id": file["id"]})).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn the_same_file_is_kept_once() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (one, other) = (app.declared(&ines, &body(&[])).await, app.declared(&ines, &body(&[])).await);
    app.proof(&ines, &one, pdf("<< /A 1 >>")).await;
    // In the same experience it is there already.
    let again = ines.client.upload("/me/files", "Copie.pdf", pdf("<< /A 1 >>")).await.expect(201);
    let after = ines.client.post(&mine(&one, "/proofs"), json!({"file_id": again["id"]})).await.expect(200);
    assert_eq!(after["proofs"].as_array().unwrap().len(), 1);
    // In another one it is another proof, and the same object.
    let second = app.proof(&ines, &other, pdf("<< /A 1 >>")).await;
    app.run_jobs().await;
    app.only_objects(1).await;
    // It goes with the last of them.
    let first = ines.client.get(&mine(&one, "")).await.expect(200)["proofs"][0]["id"].clone();
    ines.client.delete(&mine(&one, &format!("/proofs/{}", first.as_str().unwrap()))).await.expect(204);
    app.run_jobs().await;
    app.only_objects(1).await;
    ines.client.get(&mine(&other, &format!("/proofs/{second}/file"))).await.expect(200);
    ines.client.delete(&mine(&other, &format!("/proofs/{second}"))).await.expect(204);
    app.run_jobs().await;
    app.only_objects(0).await;
}

#[tokio::test]
async fn an_experience_has_ten_proofs() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let id = app.declared(&ines, &body(&[])).await;
    for place in 0..10 {
        app.proof(&ines, &id, pdf(&format!("<< /A {place} >>"))).await;
    }
    let file = ines.client.upload("/me/files", "a.pdf", pdf("<< /A 11 >>")).await.expect(201);
    let body = json!({"file_id": file["id"]});
    ines.client.post(&mine(&id, "/proofs"), &body).await.expect_problem(409, "too_many_proofs");
    // What was refused is still the person's to use.
    let first = ines.client.get(&mine(&id, "")).await.expect(200)["proofs"][0]["id"].clone();
    ines.client.delete(&mine(&id, &format!("/proofs/{}", first.as_str().unwrap()))).await.expect(204);
    ines.client.post(&mine(&id, "/proofs"), &body).await.expect(201);
}

#[tokio::test]
async fn nothing_is_added_to_what_an_organisation_looks_at() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let file = dossier.person.client.upload_pdf().await;
    let body = json!({"file_id": file["id"]});
    let problem = dossier.person.client.post(&dossier.mine("/proofs"), &body).await;
    assert_eq!(problem.expect_problem(409, "illegal_transition")["current_state"], "submitted");
    dossier.admin.client.post(&dossier.path("/ask"), json!({"text": "Une page manque."})).await.expect(200);
    dossier.person.client.post(&dossier.mine("/proofs"), &body).await.expect(201);
}
