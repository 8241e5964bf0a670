use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn one_s_own_are_listed_newest_first_page_by_page() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Martin").await, app.person("Zoé", "Durand").await);
    let (first, _) = app.exported(&person, &json!({ "format": "json" })).await;
    app.advance(chrono::Duration::seconds(1));
    let (second, _) = app.exported(&person, &json!({ "format": "pdf" })).await;
    app.exported(&other, &json!({ "format": "json" })).await;
    let page = person.client.get("/me/passport/exports?limit=1").await.expect(200);
    assert_eq!(page["items"][0]["id"], json!(second));
    assert_eq!(page["items"][0]["content"]["audience"], "holder");
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = person.client.get(&format!("/me/passport/exports?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!((&rest["items"][0]["id"], &rest["next_cursor"]), (&json!(first), &json!(null)));
    person.client.get("/me/passport/exports?limit=0").await.expect_field("/limit", "out_of_range");
}
