use carnet::notices::NoticeKind;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::TestApp;

fn place(line: &Value) -> Value {
    json!({ "up_to": line["id"], "told_at": line["told_at"] })
}

#[tokio::test]
async fn everything_down_from_what_was_shown_is_read_and_nothing_told_since() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    app.tell(&noe, NoticeKind::OfferReceived, Uuid::from_u128(9)).await;
    for number in 1..=3 {
        app.tell(&ines, NoticeKind::OfferReceived, Uuid::from_u128(number)).await;
    }
    let shown = ines.client.get("/me/notifications").await.expect(200);
    let newest = &shown["items"][0];
    // Meanwhile something else is told, and what was shown first is told again.
    app.advance(chrono::Duration::seconds(1));
    app.tell(&ines, NoticeKind::QuizInvited, Uuid::from_u128(4)).await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::from_u128(3)).await;
    for _ in 0..2 {
        ines.client.post("/me/notifications/read", place(newest)).await.expect(204);
        let unread = ines.client.get("/me/notifications?unread=true").await.expect(200);
        let subjects: Vec<_> = unread["items"].as_array().unwrap().iter().map(|it| &it["subject"]).collect();
        let expected = [4, 3].map(|number| json!(Uuid::from_u128(number)));
        assert_eq!(subjects, expected.iter().collect::<Vec<_>>());
    }
    assert_eq!(noe.client.get("/me/notifications/count").await.expect(200)["unread"], 1);
}

#[tokio::test]
async fn what_lacks_or_is_of_another_kind_is_told_field_by_field() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let post = async |body: Value| ines.client.post("/me/notifications/read", body).await;
    post(json!({ "up_to": Uuid::nil() })).await.expect_field("/told_at", "required");
    post(json!({ "up_to": "x", "told_at": "2026-03-03T08:00:00Z" }))
        .await
        .expect_field("/up_to", "invalid_type");
    post(json!({ "up_to": Uuid::nil(), "told_at": "hier" })).await.expect_field("/told_at", "invalid_type");
    let body = json!({ "up_to": Uuid::nil(), "told_at": "2026-03-03T08:00:00Z" });
    app.anonymous().post("/me/notifications/read", body).await.expect_problem(401, "unauthenticated");
}
