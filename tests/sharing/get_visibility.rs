use super::switch;
use crate::support::app::TestApp;

#[tokio::test]
async fn nobody_is_visible_before_having_said_so() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let view = ines.client.get("/me/visibility").await.expect(200);
    assert_eq!(view["visible"], false);
    assert!(view["changed_at"].is_null());
    assert_eq!(view["policy_version"], "2026-11");
    let text = view["policy_text"].as_str().unwrap();
    for promised in ["Par défaut, vous n’êtes pas visible", "prénom et votre nom", "immédiatement", "CNIL"]
    {
        assert!(text.contains(promised), "the text does not say « {promised} »");
    }
}

#[tokio::test]
async fn it_tells_only_of_oneself() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    switch(&ines, true).await;
    assert_eq!(ines.client.get("/me/visibility").await.expect(200)["visible"], true);
    assert_eq!(zoe.client.get("/me/visibility").await.expect(200)["visible"], false);
    app.anonymous().get("/me/visibility").await.expect_problem(401, "unauthenticated");
}
