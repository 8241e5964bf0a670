use carnet::catalog::{Choices, Source, Supply};

use crate::support::app::TestApp;

#[tokio::test]
async fn the_history_tells_what_came_of_each_attempt() {
    let app = TestApp::start().await;
    let staff = app.platform_admin().await.client;
    app.load_starter().await;
    app.advance(chrono::Duration::minutes(1));
    app.import(Source::File, Supply::Zip(b"not a zip".to_vec()), Choices::default()).await;
    let page = staff.get("/admin/catalog-imports").await.expect(200);
    let (refused, applied) = (&page["items"][0], &page["items"][1]);
    assert_eq!((&refused["outcome"], &refused["source"]), (&"refused".into(), &"file".into()));
    assert!(refused["error"].as_str().unwrap().len() > 10);
    assert_eq!((&applied["outcome"], &applied["source"]), (&"applied".into(), &"starter".into()));
    assert!(applied["added"].as_u64().unwrap() > 100 && applied["counts"]["jobs"].as_u64().unwrap() >= 60);
    assert_eq!((&applied["changed"], &applied["retired"]), (&0.into(), &0.into()));
    assert!(page["next_cursor"].is_null());
    let first = staff.get("/admin/catalog-imports?limit=1").await.expect(200);
    let path = format!("/admin/catalog-imports?limit=1&cursor={}", first["next_cursor"].as_str().unwrap());
    assert_eq!(staff.get(&path).await.expect(200)["items"][0]["id"], applied["id"]);
}

#[tokio::test]
async fn only_staff_reads_it() {
    let app = TestApp::start().await;
    app.anonymous().get("/admin/catalog-imports").await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin")
        .await
        .client
        .get("/admin/catalog-imports")
        .await
        .expect_problem(403, "forbidden");
}
