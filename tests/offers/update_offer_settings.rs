use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn read_receipts_are_on_until_somebody_switches_them_off() {
    let app = TestApp::start().await;
    let zoe = app.person("Zoé", "Martin").await;
    let path = "/me/offer-settings";
    assert_eq!(zoe.client.get(path).await.expect(200), json!({ "read_receipts": true }));
    let off = json!({ "read_receipts": false });
    assert_eq!(zoe.client.put(path, &off).await.expect(200), off);
    zoe.client.put(path, &off).await.expect(200);
    assert_eq!(zoe.client.get(path).await.expect(200), off);
    assert_eq!(
        app.trail(zoe.id.0).await.iter().filter(|(kind, ..)| kind == "offer.settings_changed").count(),
        1
    );
    zoe.client.put(path, json!({})).await.expect_field("/read_receipts", "required");
    zoe.client.put(path, json!({ "read_receipts": 1 })).await.expect_field("/read_receipts", "invalid_type");
    for answer in [app.anonymous().get(path).await, app.anonymous().put(path, &off).await] {
        answer.expect_problem(401, "unauthenticated");
    }
}
