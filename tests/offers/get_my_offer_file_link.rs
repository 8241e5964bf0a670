use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;
use crate::support::offers::offer_with;

#[tokio::test]
async fn an_address_holds_for_half_an_hour_and_no_longer_than_the_document() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let file = hirer.client.upload_pdf().await["id"].clone();
    let sent = app.sent(&hirer, &offer_with(&json!({ "file_id": file })), &[&zoe]).await;
    let path = sent.mine(0, "/file-link");
    let link = zoe.client.get(&path).await.expect(200);
    assert_eq!(link["expires_at"], "2026-03-03T08:30:00Z");
    let address = link["url"].as_str().unwrap().trim_start_matches("/api/v1").to_owned();
    assert_eq!(app.anonymous().get(&address).await.status, 200);
    only_for_its_person(&app, &Method::GET, &path, &Value::Null).await;
    let body = json!({ "reason": "Pourvu" });
    hirer.client.post(&sent.path("/withdrawal"), body).await.expect(200);
    app.anonymous().get(&address).await.expect_problem(404, "not_found");
    zoe.client.get(&path).await.expect_problem(404, "not_found");
    app.run_jobs().await;
}
