use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;
use crate::support::offers::offer_with;

#[tokio::test]
async fn reading_moves_nothing() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let sent = app.sent(&hirer, &offer_with(&json!({ "reply_by": "2026-03-20" })), &[&zoe]).await;
    let path = sent.mine(0, "");
    let answer = zoe.client.get(&path).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let read = answer.expect(200);
    assert_eq!(
        (&read["state"], &read["reply_by"], &read["ends_at"]),
        (&json!("sent"), &json!("2026-03-20"), &json!("2026-03-20T23:00:00Z"))
    );
    assert_eq!(
        (&read["why"], &read["undo_until"], &read["shares"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    assert_eq!(read["answers"]["sentence"], "Pas encore assez d’échanges pour le dire.");
    assert_eq!(app.stands(sent.received[0]).await, "sent");
    only_for_its_person(&app, &Method::GET, &path, &Value::Null).await;
}
