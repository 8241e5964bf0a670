use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::exports::{foreign_badge, send_file};

#[tokio::test]
async fn one_s_own_are_listed_the_oldest_first() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Martin").await, app.person("Zoé", "Durand").await);
    for seed in [5, 6] {
        let badge = foreign_badge(&person.email, seed);
        send_file(&person.client, "/me/passport/imports", badge.as_bytes()).await.expect(201);
        app.advance(Duration::seconds(1));
    }
    let listed = person.client.get("/me/passport/imports").await.expect(200);
    let times: Vec<&str> =
        listed["items"].as_array().unwrap().iter().map(|one| one["imported_at"].as_str().unwrap()).collect();
    assert_eq!(times, ["2026-03-03T08:00:00Z", "2026-03-03T08:00:01Z"]);
    assert_eq!(other.client.get("/me/passport/imports").await.expect(200)["items"], json!([]));
}
