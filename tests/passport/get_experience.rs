use crate::support::app::TestApp;
use crate::support::experiences::mine;

#[tokio::test]
async fn an_experience_is_its_person_s_alone() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.mine("");
    let answer = dossier.person.client.get(&path).await;
    assert_eq!(answer.headers["etag"], "\"2\"");
    let seen = answer.expect(200);
    assert_eq!(seen["status"], "submitted");
    assert_eq!(seen["proofs"][0]["state"], "clean");
    assert_eq!(seen["submissions"][0]["organisation_name"], "École du Rhône");
    assert_eq!(seen["submissions"][0]["due_on"], "2026-03-24");
    assert_eq!(seen["submissions"][0]["history"][0]["kind"], "submitted");
    // Not even whoever judges it reads it here.
    let other = app.person("Marc", "Petit").await;
    for stranger in [&other, &dossier.admin, &app.platform_admin().await] {
        stranger.client.get(&path).await.expect_problem(404, "not_found");
    }
    dossier.person.client.get(&mine("x", "")).await.expect_problem(404, "not_found");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
}
