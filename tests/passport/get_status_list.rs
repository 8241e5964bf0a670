use carnet::passport::{GivenKeys, read_status_list};
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn the_whole_list_is_served_and_says_what_was_revoked() {
    let app = TestApp::with_catalogue().await;
    let keys = GivenKeys::of_platform(&app.seal_keys());
    let first = app.anonymous().get("/status-lists/1").await;
    assert_eq!(first.status.as_u16(), 200);
    assert_eq!(first.headers["cache-control"], "public, max-age=300");
    let empty = read_status_list(&first.text, &keys).unwrap();
    assert!((0..131_072).all(|place| empty.list.is_set(place) == Some(false)));
    let holder = app.holder().await;
    let workshop = &holder.workshop;
    let second = workshop.validate(&app, &workshop.body(&holder.skills[4], 2)).await;
    for id in [&holder.valid, &second] {
        let path = format!("/me/validations/{id}/badge");
        workshop.trainee.client.post(&path, json!({})).await;
    }
    app.revoke(workshop, &second).await;
    let places: Vec<(uuid::Uuid, i32)> = sqlx::query_as("SELECT validation_id, position FROM badge_status")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(places.len(), 2, "a place for each badge that was asked for, and for no other validation");
    let list = read_status_list(&app.anonymous().get("/status-lists/1").await.text, &keys).unwrap();
    for (validation, place) in places {
        let is_revoked = validation.to_string() == second;
        assert_eq!(list.list.is_set(u64::from(place.unsigned_abs())), Some(is_revoked));
    }
    app.anonymous().get("/status-lists/2").await.expect_problem(404, "not_found");
    app.anonymous().get("/status-lists/0").await.expect_problem(404, "not_found");
}
