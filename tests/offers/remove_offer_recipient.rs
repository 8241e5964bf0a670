use reqwest::Method;
use serde_json::{Value, json};

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, whole_offer};

#[tokio::test]
async fn somebody_is_taken_off_a_draft() {
    let app = TestApp::hiring().await;
    let (hirer, zoe, paul) = (app.hirer().await.user, app.seeker("Zoé").await, app.seeker("Paul").await);
    let draft = app.draft(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    let chosen = app.received_of(draft["id"].as_str().unwrap()).await;
    let path = offer_path(&draft, &format!("/recipients/{}", chosen[0]));
    colleague(&app).await.client.delete(&path).await.expect_problem(403, "forbidden");
    only_for_its_company(&app, &Method::DELETE, &path, &Value::Null).await;
    hirer.client.delete(&path).await.expect(204);
    hirer.client.delete(&path).await.expect_problem(404, "not_found");
    let left = hirer.client.get(&offer_path(&draft, "/recipients")).await.expect(200);
    assert_eq!(left["items"][0]["first_name"], "Paul");
    assert_eq!(hirer.client.get(&offer_path(&draft, "")).await.expect(200)["counts"], json!({ "draft": 1 }));
}

#[tokio::test]
async fn nobody_is_taken_off_what_was_sent_nor_off_another_offer() {
    let app = TestApp::hiring().await;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let (hirer, sent) = app.sent_to(&zoe).await;
    hirer.user.client.delete(&sent.of(0, "")).await.expect_problem(409, "illegal_transition");
    let other = app.draft(&hirer.user, &whole_offer(), &[&paul]).await;
    let path = offer_path(&other, &format!("/recipients/{}", sent.received[0]));
    hirer.user.client.delete(&path).await.expect_problem(404, "not_found");
}
