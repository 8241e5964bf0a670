use carnet::ids::FileId;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::experiences::{body, holds, mine, page};
use crate::support::files::pdf;
use crate::support::users::User;

/// A number nobody else has to read.
const SECRET: &str = "284057512345678";

fn zones() -> Value {
    json!({"zones": [{"page": 1, "x": 0.0, "y": 0.0, "width": 1.0, "height": 0.5}]})
}

async fn bytes(app: &TestApp, user: &User, path: &str) -> Vec<u8> {
    let request = app.renewed(user).client.request(reqwest::Method::GET, path);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200, "{path}");
    answer.bytes().await.unwrap().to_vec()
}

#[tokio::test]
async fn others_see_a_copy_in_which_what_is_masked_does_not_exist() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let (person, admin) = (&dossier.person, &dossier.admin);
    dossier.admin.client.post(&dossier.path("/ask"), json!({"text": "Le diplôme, svp."})).await.expect(200);
    let proof = app.proof(person, &dossier.experience, page(SECRET)).await;
    let own = dossier.mine(&format!("/proofs/{proof}"));
    let after = person.client.put(&format!("{own}/zones"), zones()).await.expect(200);
    let it = &after["proofs"][1];
    assert_eq!(
        (&it["mask"], &it["shown"], &it["state"]),
        (&json!("making"), &json!("waiting"), &json!("clean"))
    );
    dossier.person.client.post(&dossier.own("/resubmit"), json!({})).await.expect(200);
    // Until the copy is there, others see nothing at all.
    let file = dossier.path(&format!("/proofs/{proof}/file"));
    admin.client.get(&file).await.expect_problem(409, "file_not_checked");
    app.run_jobs().await;
    let seen = person.client.get(&dossier.mine("")).await.expect(200);
    assert_eq!((&seen["proofs"][1]["mask"], &seen["proofs"][1]["shown"]), (&json!("ready"), &json!("clean")));

    let original = bytes(&app, person, &format!("{own}/file")).await;
    assert!(holds(&original, SECRET), "the owner keeps the original");
    let copy = bytes(&app, admin, &file).await;
    assert!(copy.starts_with(b"%PDF-") && copy.len() > 1000);
    assert!(!holds(&copy, SECRET) && !holds(&copy, &SECRET[..6]) && !holds(&copy, "/Font"));
    assert_eq!(bytes(&app, person, &format!("{own}/file?shown=true")).await, copy);
    let review = admin.client.get(&dossier.path("")).await.expect(200);
    assert_eq!(review["proofs"][1]["masked"], true);
    assert_eq!(review["proofs"][1]["sha256"], seen["proofs"][1]["sha256"], "the original's fingerprint");
    assert_ne!(seen["proofs"][1]["copy_sha256"], seen["proofs"][1]["sha256"]);
    assert!(!review.to_string().contains(seen["proofs"][1]["copy_sha256"].as_str().unwrap()));

    // Other zones, another copy; the one before is destroyed.
    app.only_objects(3).await;
    let more = json!({"zones": [{"page": 1, "x": 0.0, "y": 0.0, "width": 1.0, "height": 1.0}]});
    person.client.put(&format!("{own}/zones"), &more).await.expect(200);
    admin.client.get(&file).await.expect_problem(409, "file_not_checked");
    app.run_jobs().await;
    app.only_objects(3).await;
    assert_ne!(bytes(&app, admin, &file).await, copy);
    // Removed, both go.
    person.client.delete(&own).await.expect(204);
    app.run_jobs().await;
    app.only_objects(1).await;
}

#[tokio::test]
async fn without_zones_others_see_the_file() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let id = app.declared(&ines, &body(&[])).await;
    let proof = app.proof(&ines, &id, page(SECRET)).await;
    let path = mine(&id, &format!("/proofs/{proof}/zones"));
    ines.client.put(&path, zones()).await.expect(200);
    app.run_jobs().await;
    app.only_objects(2).await;
    let after = ines.client.put(&path, json!({"zones": []})).await.expect(200);
    assert_eq!(
        (&after["proofs"][0]["mask"], &after["proofs"][0]["copy_sha256"]),
        (&json!("none"), &json!(null))
    );
    app.run_jobs().await;
    app.only_objects(1).await;
}

#[tokio::test]
async fn what_cannot_be_drawn_is_shown_to_nobody() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let id = app.declared(&ines, &body(&[])).await;
    // Looks like a document, and has no page.
    let proof = app.proof(&ines, &id, pdf("<< >>")).await;
    ines.client.put(&mine(&id, &format!("/proofs/{proof}/zones")), zones()).await.expect(200);
    app.run_jobs().await;
    let seen = ines.client.get(&mine(&id, "")).await.expect(200);
    let it = &seen["proofs"][0];
    assert_eq!(
        (&it["mask"], &it["mask_fault"], &it["shown"]),
        (&json!("failed"), &json!("unreadable"), &json!("error"))
    );
    ines.client
        .get(&mine(&id, &format!("/proofs/{proof}/file?shown=true")))
        .await
        .expect_problem(409, "proof_unusable");
    // It is no proof that an organisation could look at.
    let organisation = app.organisation("École du Rhône").await;
    let to = json!({"organisation_id": organisation.id});
    ines.client.post(&mine(&id, "/submissions"), &to).await.expect_problem(409, "no_usable_proof");
    app.only_objects(1).await;
}

#[tokio::test]
async fn a_page_that_is_not_there_cannot_be_masked() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let id = app.declared(&ines, &body(&[])).await;
    let proof = app.proof(&ines, &id, page(SECRET)).await;
    let path = mine(&id, &format!("/proofs/{proof}/zones"));
    let beyond = json!({"zones": [{"page": 2, "x": 0.0, "y": 0.0, "width": 1.0, "height": 0.5}]});
    ines.client.put(&path, &beyond).await.expect(200);
    app.run_jobs().await;
    let seen = ines.client.get(&mine(&id, "")).await.expect(200);
    assert_eq!(seen["proofs"][0]["mask_fault"], "unknown_page");
}

#[tokio::test]
async fn zones_are_checked_and_are_their_owner_s() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.mine(&format!("/proofs/{}/zones", dossier.proof));
    let outside = json!({"zones": [{"page": 1, "x": 0.5, "y": 0.0, "width": 0.6, "height": 0.5}]});
    dossier.person.client.put(&path, outside).await.expect_field("/zones/0", "out_of_range");
    let many: Vec<Value> = vec![zones()["zones"][0].clone(); 101];
    dossier.person.client.put(&path, json!({"zones": many})).await.expect_field("/zones", "too_many");
    for stranger in [&dossier.admin, &app.person("Marc", "Petit").await] {
        stranger.client.put(&path, zones()).await.expect_problem(404, "not_found");
    }
    app.anonymous().put(&path, zones()).await.expect_problem(401, "unauthenticated");
    let unknown = dossier.mine(&format!("/proofs/{}/zones", uuid::Uuid::nil()));
    dossier.person.client.put(&unknown, zones()).await.expect_problem(404, "not_found");
    dossier.person.client.post(&dossier.mine("/withdraw"), ()).await.expect(200);
    dossier.person.client.put(&path, zones()).await.expect_problem(409, "illegal_transition");
}

#[tokio::test]
async fn zones_that_change_while_a_copy_is_made_have_the_last_word() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let id = app.declared(&ines, &body(&[])).await;
    let proof = app.proof(&ines, &id, page(SECRET)).await;
    let path = mine(&id, &format!("/proofs/{proof}/zones"));
    for _ in 0..3 {
        ines.client.put(&path, zones()).await.expect(200);
    }
    app.run_jobs().await;
    let copies: Vec<FileId> =
        sqlx::query_scalar("SELECT copy_file_id FROM experience_proof WHERE mask = 'ready'")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(copies.len(), 1);
    app.only_objects(2).await;
}
