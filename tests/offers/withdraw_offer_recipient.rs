use reqwest::Method;
use serde_json::json;

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;
use crate::support::offers::whole_offer;

#[tokio::test]
async fn an_offer_is_taken_back_from_one_person() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    let path = sent.of(0, "/withdrawal");
    let body = json!({ "reason": "Erreur de destinataire" });
    colleague(&app).await.client.post(&path, &body).await.expect_problem(403, "forbidden");
    only_for_its_company(&app, &Method::POST, &path, &body).await;
    hirer.client.post(&path, json!({})).await.expect_field("/reason", "required");
    let withdrawn = hirer.client.post(&path, &body).await.expect(200);
    assert_eq!(withdrawn["state"], "withdrawn");
    assert_eq!(app.stands(sent.received[1]).await, "sent");
    let again = hirer.client.post(&path, &body).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "withdrawn");
    app.accept(&paul, sent.received[1]).await;
    let late =
        hirer.client.post(&sent.of(1, "/withdrawal"), &body).await.expect_problem(409, "illegal_transition");
    assert_eq!(late["current_state"], "accepted");
    for received in &sent.received {
        app.assert_agrees(*received).await;
    }
}
