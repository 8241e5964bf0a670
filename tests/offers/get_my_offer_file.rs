use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;
use crate::support::offers::{answer_at, offer_with, whole_offer};

#[tokio::test]
async fn the_person_reads_the_document_while_the_offer_waits_or_is_accepted() {
    let app = TestApp::hiring().await;
    let (hirer, zoe, paul) = (app.hirer().await.user, app.seeker("Zoé").await, app.seeker("Paul").await);
    let file = hirer.client.upload_pdf().await["id"].clone();
    let sent = app.sent(&hirer, &offer_with(&json!({ "file_id": file })), &[&zoe, &paul]).await;
    let path = sent.mine(0, "/file");
    let read = zoe.client.get(&path).await;
    assert_eq!(
        (read.status.as_u16(), &read.headers["content-type"]),
        (200, &"application/pdf".parse().unwrap())
    );
    only_for_its_person(&app, &Method::GET, &path, &Value::Null).await;
    app.accept(&zoe, sent.received[0]).await;
    assert_eq!(zoe.client.get(&path).await.status, 200);
    let body = json!({ "confirmed": true });
    answer_at(&paul.client, &sent.mine(1, "/refusal"), 1, body).await.expect(200);
    paul.client.get(&sent.mine(1, "/file")).await.expect_problem(404, "not_found");
    let refused = paul.client.get(&sent.mine(1, "")).await.expect(200);
    assert_eq!(refused["file"], Value::Null);
}

#[tokio::test]
async fn an_offer_without_document_has_none() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe]).await;
    for rest in ["/file", "/file-link"] {
        zoe.client.get(&sent.mine(0, rest)).await.expect_problem(404, "not_found");
    }
}
