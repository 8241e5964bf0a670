use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn one_s_own_links_are_listed_newest_first_without_their_secrets() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Martin").await, app.person("Zoé", "Durand").await);
    for recipient in ["Mairie", "Région"] {
        let body = json!({ "recipient": recipient, "days": 7 });
        person.client.post("/me/passport/shares", body).await.expect(201);
        app.advance(chrono::Duration::seconds(1));
    }
    let listed = person.client.get("/me/passport/shares?limit=1").await;
    assert!(!listed.text.contains("carnet-partage"), "{}", listed.text);
    let listed = listed.expect(200);
    assert_eq!(listed["items"][0]["recipient"], "Région");
    let cursor = listed["next_cursor"].as_str().unwrap();
    let rest = person.client.get(&format!("/me/passport/shares?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!(rest["items"][0]["recipient"], "Mairie");
    assert_eq!(other.client.get("/me/passport/shares").await.expect(200)["items"], json!([]));
}
