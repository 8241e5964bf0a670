use super::switch;
use crate::support::app::TestApp;

#[tokio::test]
async fn the_history_is_complete_and_newest_first() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    for visible in [true, false, true] {
        switch(&ines, visible).await;
        app.advance(chrono::Duration::minutes(1));
    }
    switch(&zoe, true).await;
    let page = ines.client.get("/me/consents").await.expect(200);
    let kinds: Vec<_> = page["items"].as_array().unwrap().iter().map(|item| item["kind"].clone()).collect();
    assert_eq!(kinds, ["visibility_given", "visibility_withdrawn", "visibility_given"]);
    assert_eq!(page["items"][0]["at"], "2026-03-03T08:02:00Z");
    assert_eq!(page["items"][0]["policy_version"], "2026-11");
    assert!(page["next_cursor"].is_null());
    assert_eq!(zoe.client.get("/me/consents").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn pages_follow_each_other() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for visible in [true, false, true] {
        switch(&ines, visible).await;
    }
    let first = ines.client.get("/me/consents?limit=2").await.expect(200);
    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    let path = format!("/me/consents?limit=2&cursor={}", first["next_cursor"].as_str().unwrap());
    let last = ines.client.get(&path).await.expect(200);
    assert_eq!(last["items"].as_array().unwrap().len(), 1);
    assert!(last["next_cursor"].is_null());
    ines.client.get("/me/consents?cursor=zz").await.expect_field("/cursor", "invalid_cursor");
    app.anonymous().get("/me/consents").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn the_history_cannot_be_rewritten() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    switch(&ines, true).await;
    let rewritten =
        sqlx::query("UPDATE consent_event SET kind = 'visibility_withdrawn'").execute(&app.state.pool).await;
    assert!(rewritten.unwrap_err().to_string().contains("append-only"));
}
