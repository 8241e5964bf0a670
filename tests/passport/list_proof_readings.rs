use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_person_reads_who_opened_which_proof() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let readings = async || dossier.person.client.get(&dossier.mine("/readings")).await.expect(200);
    assert_eq!(readings().await["items"], json!([]));
    // Looking at the queue opens nothing.
    dossier.admin.client.get(&dossier.path("")).await.expect(200);
    assert_eq!(readings().await["items"], json!([]));
    let file = dossier.path(&format!("/proofs/{}/file", dossier.proof));
    dossier.admin.client.get(&file).await.expect(200);
    dossier.admin.client.get(&file).await.expect(200);
    let seen = readings().await;
    assert_eq!(seen["items"].as_array().unwrap().len(), 2, "every opening counts");
    let one = &seen["items"][0];
    assert_eq!(
        (&one["reader"], &one["organisation_name"]),
        (&json!("Adèle Membre"), &json!("École du Rhône"))
    );
    assert_eq!((&one["masked"], &one["read_at"]), (&json!(false), &json!("2026-03-03T08:00:00Z")));
    let page = dossier.person.client.get(&dossier.mine("/readings?limit=1")).await.expect(200);
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = dossier
        .person
        .client
        .get(&dossier.mine(&format!("/readings?limit=1&cursor={cursor}")))
        .await
        .expect(200);
    assert_eq!(rest["items"].as_array().unwrap().len(), 1);
    for stranger in [&dossier.admin, &app.person("Marc", "Petit").await] {
        stranger.client.get(&dossier.mine("/readings")).await.expect_problem(404, "not_found");
    }
    app.anonymous().get(&dossier.mine("/readings")).await.expect_problem(401, "unauthenticated");
    let trail = app.trail(dossier.experience.parse().unwrap()).await;
    assert_eq!(trail.iter().filter(|(kind, ..)| kind == "passport.experience_proof_read").count(), 2);
}
