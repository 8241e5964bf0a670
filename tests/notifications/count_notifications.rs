use carnet::notices::NoticeKind;
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;

#[tokio::test]
async fn only_ones_own_unread_ones_count() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    let count = async || ines.client.get("/me/notifications/count").await.expect(200);
    assert_eq!(count().await, json!({ "unread": 0 }));
    app.tell(&noe, NoticeKind::OfferReceived, Uuid::nil()).await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    app.tell(&ines, NoticeKind::OfferEnding, Uuid::nil()).await;
    assert_eq!(count().await, json!({ "unread": 2 }));
    let list = ines.client.get("/me/notifications").await.expect(200);
    let id = list["items"][0]["id"].as_str().unwrap().to_owned();
    ines.client.put(&format!("/me/notifications/{id}/read"), ()).await.expect(204);
    assert_eq!(count().await, json!({ "unread": 1 }));
    app.anonymous().get("/me/notifications/count").await.expect_problem(401, "unauthenticated");
}
