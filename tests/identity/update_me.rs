use serde_json::json;

use super::audited;
use crate::support::app::TestApp;

#[tokio::test]
async fn a_name_changes_and_the_search_will_know() {
    let app = TestApp::start().await;
    sqlx::query("INSERT INTO index_node (id, home, generation, registered_at, last_seen_at) VALUES ($1, $1, 1, now(), now())")
        .bind(uuid::Uuid::nil())
        .execute(&app.state.pool)
        .await
        .unwrap();
    let person = app.person("Ines", "Lefevre").await;
    let me = person
        .client
        .patch("/me", json!({ "first_name": " Ine\u{300}s ", "last_name": "de La  Tour" }))
        .await;
    let me = me.expect(200);
    assert_eq!((me["first_name"].as_str(), me["last_name"].as_str()), (Some("Inès"), Some("de La Tour")));
    assert_eq!(person.client.get("/me").await.expect(200), me);
    let marked: Vec<uuid::Uuid> =
        sqlx::query_scalar("SELECT profile_id FROM search_dirty").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(marked, [person.profile.0]);
    assert_eq!(audited(&app, "account.name_changed").await, 1);
}

#[tokio::test]
async fn one_name_at_a_time_and_nothing_twice() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let other = app.person("Paul", "Martin").await;
    let patch = |body| person.client.patch("/me", body);
    assert_eq!(patch(json!({ "last_name": "Martin" })).await.expect(200)["first_name"], "Inès");
    patch(json!({ "last_name": "Martin" })).await.expect(200);
    patch(json!({})).await.expect(200);
    assert_eq!(audited(&app, "account.name_changed").await, 1);
    assert_eq!(other.client.get("/me").await.expect(200)["first_name"], "Paul");
}

#[tokio::test]
async fn bad_names_and_other_fields_are_refused() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let patch = |body| person.client.patch("/me", body);
    patch(json!({ "first_name": "" })).await.expect_field("/first_name", "required");
    patch(json!({ "last_name": "é".repeat(101) })).await.expect_field("/last_name", "too_long");
    patch(json!({ "first_name": "a\u{0}b" })).await.expect_field("/first_name", "invalid_characters");
    for field in ["email", "platform_admin", "is_platform_admin", "role", "profile_id", "visible"] {
        patch(json!({ field: true })).await.expect_field(&format!("/{field}"), "unknown_field");
    }
    app.anonymous().patch("/me", json!({})).await.expect_problem(401, "unauthenticated");
    assert_eq!(person.client.get("/me").await.expect(200)["first_name"], "Inès");
}
