use carnet::passport::EraseExports;
use chrono::Duration;
use reqwest::{Method, header};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::exports::fetch;

#[tokio::test]
async fn a_file_is_there_for_a_day_and_then_gone() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let (id, bytes) = app.exported(&person, &json!({ "format": "json" })).await;
    let path = format!("/me/passport/exports/{id}/file");
    let part = person.client.request(Method::GET, &path).header(header::RANGE, "bytes=0-9");
    let part = part.send().await.unwrap();
    assert_eq!(part.status().as_u16(), 206);
    assert_eq!(part.bytes().await.unwrap(), bytes[..10]);
    let whole = person.client.request(Method::GET, &path).send().await.unwrap();
    let disposition = whole.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned();
    assert!(disposition.starts_with("attachment; filename=\"carnet-P-2026-"), "{disposition}");
    assert_eq!(whole.headers()[header::CONTENT_TYPE], "application/json");
    assert_eq!(app.objects().len(), 1);
    app.advance(Duration::hours(24) - Duration::seconds(1));
    app.run_job(EraseExports {}).await;
    app.run_jobs().await;
    let person = app.renewed(&person);
    assert_eq!(fetch(&person.client, &id).await, bytes, "a second before");
    app.advance(Duration::seconds(1));
    // Over to the second, whether the nightly work came by or not.
    person.client.get(&path).await.expect_problem(410, "export_erased");
    app.run_job(EraseExports {}).await;
    app.run_jobs().await;
    assert!(app.objects().is_empty(), "the object is gone");
    person.client.get(&path).await.expect_problem(410, "export_erased");
    let view = person.client.get(&format!("/me/passport/exports/{id}")).await.expect(200);
    assert_eq!(view["status"], "erased");
    // The document stays known to whoever asks whether it holds.
    assert!(view["number"].as_str().unwrap().starts_with("P-2026-"));
}

#[tokio::test]
async fn an_export_that_waits_has_no_file() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let asked = person.client.post("/me/passport/exports", json!({ "format": "json" })).await.expect(201);
    let path = format!("/me/passport/exports/{}/file", asked["id"].as_str().unwrap());
    let refused = person.client.get(&path).await.expect_problem(409, "export_not_ready");
    assert_eq!(refused["current_state"], "waiting");
    app.run_jobs().await;
    fetch(&person.client, asked["id"].as_str().unwrap()).await;
}

#[tokio::test]
async fn nobody_fetches_somebody_else_s() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Martin").await, app.person("Zoé", "Durand").await);
    let (id, _) = app.exported(&person, &json!({ "format": "json" })).await;
    for stranger in [&other, &app.platform_admin().await] {
        stranger
            .client
            .get(&format!("/me/passport/exports/{id}/file"))
            .await
            .expect_problem(404, "not_found");
        stranger.client.get(&format!("/me/passport/exports/{id}")).await.expect_problem(404, "not_found");
        stranger.client.delete(&format!("/me/passport/exports/{id}")).await.expect_problem(404, "not_found");
    }
    let unknown = format!("/me/passport/exports/{}/file", uuid::Uuid::nil());
    person.client.get(&unknown).await.expect_problem(404, "not_found");
    app.anonymous().get(&unknown).await.expect_problem(401, "unauthenticated");
}
