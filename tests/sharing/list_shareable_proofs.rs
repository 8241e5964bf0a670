use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::experiences::{body, mine};
use crate::support::files::pdf;
use crate::support::users::User;

async fn list(user: &User) -> Vec<Value> {
    let page = user.client.get("/me/shareable-proofs").await.expect(200);
    page["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn the_proofs_of_declared_experiences_can_be_shared() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let listed = list(&sharer.user).await;
    assert_eq!(listed.len(), 1);
    let line = &listed[0];
    assert_eq!((&line["id"], &line["experience_id"]), (&json!(sharer.proof), &json!(sharer.experience)));
    assert_eq!((&line["shown"], &line["is_masked"]), (&json!("clean"), &json!(false)));
    assert_eq!(line["experience_title"], "Cheffe de chantier bénévole");
    let zoe = app.person("Zoé", "Martin").await;
    assert!(list(&zoe).await.is_empty(), "somebody else's");
}

#[tokio::test]
async fn drafts_and_what_was_taken_back_cannot() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let user = &sharer.user;
    let draft = user.client.post("/me/experiences", body(&app.skills_of("M1805")[..1])).await.expect(201);
    app.proof(user, draft["id"].as_str().unwrap(), pdf("<< /Canary (brouillon) >>")).await;
    assert_eq!(list(user).await.len(), 1, "a draft's proof is nobody's");
    user.client.post(&mine(&sharer.experience, "/withdraw"), ()).await.expect(200);
    assert!(list(user).await.is_empty());
}

#[tokio::test]
async fn a_masked_proof_waits_for_its_copy() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let zones = json!({ "zones": [{ "page": 1, "x": 0.1, "y": 0.1, "width": 0.2, "height": 0.2 }] });
    let path = mine(&sharer.experience, &format!("/proofs/{}/zones", sharer.proof));
    sharer.user.client.put(&path, zones).await.expect(200);
    let line = list(&sharer.user).await.remove(0);
    assert_eq!((&line["shown"], &line["is_masked"]), (&json!("waiting"), &json!(true)));
}

#[tokio::test]
async fn pages_follow_each_other() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    for word in ["deux", "trois"] {
        app.advance(chrono::Duration::seconds(1));
        let inside = format!("<< /Canary ({word}) >>");
        app.proof(&app.renewed(&sharer.user), &sharer.experience, pdf(&inside)).await;
    }
    let first = sharer.user.client.get("/me/shareable-proofs?limit=2").await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let path = format!("/me/shareable-proofs?limit=2&cursor={cursor}");
    let second = sharer.user.client.get(&path).await.expect(200);
    let ids: Vec<&Value> = [&first, &second]
        .iter()
        .flat_map(|page| page["items"].as_array().unwrap())
        .map(|line| &line["id"])
        .collect();
    assert_eq!((ids.len(), ids[2]), (3, &json!(sharer.proof)), "the oldest comes last");
    sharer.user.client.get("/me/shareable-proofs?cursor=x").await.expect_field("/cursor", "invalid_cursor");
}
