use serde_json::json;

use super::noted;
use crate::support::app::TestApp;
use crate::support::client::Answer;

/// Reads a calendar by its address, as a calendar program does: without an account.
pub async fn read(app: &TestApp, url: &str) -> Answer {
    let path = url.split("/api/v1").nth(1).expect("an address of the API");
    app.anonymous().get(path).await
}

#[tokio::test]
async fn an_address_is_shown_once_and_a_new_one_ends_the_old_one() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Personne").await;
    let first = person.client.post("/me/calendar-feed", ()).await.expect(201);
    let url = first["url"].as_str().unwrap();
    assert!(url.starts_with("http") && url.rsplit_once('.').is_some_and(|(_, kind)| kind == "ics"), "{url}");
    assert_eq!(read(&app, url).await.status, 200);
    let shown = person.client.get("/me/calendar-feed").await;
    assert!(!shown.text.contains("ics"), "the secret is not shown again: {}", shown.text);
    let second = person.client.post("/me/calendar-feed", ()).await.expect(201);
    read(&app, url).await.expect_problem(404, "not_found");
    assert_eq!(read(&app, second["url"].as_str().unwrap()).await.status, 200);
    let stored: Vec<u8> =
        sqlx::query_scalar("SELECT token_hash FROM calendar_feed").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(stored.len(), 32, "the database holds a hash only");
    assert_eq!(noted(&app, "calendar_feed.changed").await, vec![Some(json!({ "open": true })); 2]);
    app.anonymous().post("/me/calendar-feed", ()).await.expect_problem(401, "unauthenticated");
}
