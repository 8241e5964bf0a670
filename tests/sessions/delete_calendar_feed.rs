use serde_json::json;

use super::create_calendar_feed::read;
use super::noted;
use crate::support::app::TestApp;

#[tokio::test]
async fn a_withdrawn_address_is_unknown_and_twice_does_nothing_more() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Personne").await;
    let feed = person.client.post("/me/calendar-feed", ()).await.expect(201);
    for _ in 0..2 {
        assert_eq!(person.client.delete("/me/calendar-feed").await.status, 204);
    }
    read(&app, feed["url"].as_str().unwrap()).await.expect_problem(404, "not_found");
    let noted = noted(&app, "calendar_feed.changed").await;
    assert_eq!(noted, [Some(json!({ "open": true })), Some(json!({ "open": false }))]);
}
