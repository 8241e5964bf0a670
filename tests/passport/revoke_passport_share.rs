use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_link_taken_back_shows_nothing_from_the_answer_on() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let client = &holder.workshop.trainee.client;
    let made =
        client.post("/me/passport/shares", json!({ "recipient": "Mairie", "days": 90 })).await.expect(201);
    let token = made["url"].as_str().unwrap().split_once('#').unwrap().1;
    let look = json!({ "token": token });
    app.anonymous().post("/passport-shares/view", &look).await.expect(200);
    let path = format!("/me/passport/shares/{}/revoke", made["share"]["id"].as_str().unwrap());
    for stranger in [&holder.workshop.trainer, &app.platform_admin().await] {
        stranger.client.post(&path, ()).await.expect_problem(404, "not_found");
    }
    let revoked = client.post(&path, ()).await.expect(200);
    assert_eq!((&revoked["revoked_at"], &revoked["view_count"]), (&json!("2026-03-03T08:00:00Z"), &json!(1)));
    app.anonymous().post("/passport-shares/view", &look).await.expect_problem(404, "not_found");
    let unknown = json!({ "token": "nobody-ever-drew-this" });
    let (one, other) = (
        app.anonymous().post("/passport-shares/view", &look).await.expect_problem(404, "not_found"),
        app.anonymous().post("/passport-shares/view", &unknown).await.expect_problem(404, "not_found"),
    );
    assert_eq!(one, other, "unknown and taken back look the same");
    assert_eq!(client.post(&path, ()).await.expect(200), revoked, "twice changes nothing");
    let receipts: i64 =
        sqlx::query_scalar("SELECT count(*) FROM passport_share_receipt WHERE kind = 'withdrawn'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(receipts, 1);
}
