use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn one_learns_whether_there_is_an_address_and_since_when() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Personne").await;
    let none = person.client.get("/me/calendar-feed").await.expect(200);
    assert_eq!(none, json!({ "created_at": Value::Null }));
    person.client.post("/me/calendar-feed", ()).await.expect(201);
    let one = person.client.get("/me/calendar-feed").await.expect(200);
    assert_eq!(one["created_at"], "2026-03-03T08:00:00Z");
    app.anonymous().get("/me/calendar-feed").await.expect_problem(401, "unauthenticated");
}
