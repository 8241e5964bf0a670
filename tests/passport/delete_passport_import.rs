use serde_json::json;

use crate::support::app::TestApp;
use crate::support::exports::{foreign_badge, send_file};

#[tokio::test]
async fn what_was_imported_is_removed_by_its_person_alone() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Martin").await, app.person("Zoé", "Durand").await);
    let badge = foreign_badge(&person.email, 5);
    let entry = send_file(&person.client, "/me/passport/imports", badge.as_bytes()).await.expect(201);
    let path = format!("/me/passport/imports/{}", entry["id"].as_str().unwrap());
    other.client.delete(&path).await.expect_problem(404, "not_found");
    assert_eq!(person.client.delete(&path).await.status.as_u16(), 204);
    person.client.delete(&path).await.expect_problem(404, "not_found");
    assert_eq!(person.client.get("/me/passport/imports").await.expect(200)["items"], json!([]));
    let log = person.client.get("/me/passport/log").await.expect(200);
    assert_eq!(
        (&log["items"][0]["kind"], &log["items"][1]["kind"]),
        (&json!("import_removed"), &json!("entry_imported"))
    );
    // It may come again.
    send_file(&person.client, "/me/passport/imports", badge.as_bytes()).await.expect(201);
}
