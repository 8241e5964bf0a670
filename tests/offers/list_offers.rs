use serde_json::{Value, json};

use super::colleague;
use crate::support::app::TestApp;
use crate::support::offers::{offer_with, whole_offer};

#[tokio::test]
async fn the_board_counts_by_state_and_is_the_company_s() {
    let app = TestApp::hiring().await;
    let (hirer, zoe, paul) = (app.hirer().await.user, app.seeker("Zoé").await, app.seeker("Paul").await);
    let colleague = colleague(&app).await;
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    let draft = app.draft(&colleague, &offer_with(&json!({ "title": "Brouillon" })), &[]).await;
    zoe.client.get("/me/offers").await.expect(200);
    let board = hirer.client.get("/offers").await.expect(200);
    let items = board["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!((&items[0]["id"], &items[0]["is_mine"]), (&draft["id"], &json!(false)), "newest first");
    assert_eq!(items[1]["counts"], json!({ "delivered": 1, "sent": 1 }));
    let ids = async |query: &str| -> Vec<Value> {
        let page = hirer.client.get(&format!("/offers?{query}")).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
    };
    assert_eq!(ids("status=draft").await, [draft["id"].clone()]);
    assert_eq!(ids("mine=true").await, [json!(sent.id)]);
    assert_eq!(ids("state=delivered").await, [json!(sent.id)]);
    assert_eq!(ids("state=refused").await, Vec::<Value>::new());
    let first = hirer.client.get("/offers?limit=1").await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    assert_eq!(ids(&format!("limit=1&cursor={cursor}")).await, [json!(sent.id)]);
    let elsewhere = app.recruiter_granted(&crate::support::companies::drawn_siret(4)).await.user;
    assert_eq!(elsewhere.client.get("/offers").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn only_verified_recruiters_have_a_board() {
    let app = TestApp::hiring().await;
    for path in ["/offers", "/talent-pool"] {
        app.anonymous().get(path).await.expect_problem(401, "unauthenticated");
        app.person("Zoé", "Martin").await.client.get(path).await.expect_problem(403, "recruiter_required");
    }
    let hirer = app.hirer().await.user.client;
    hirer.get("/offers?state=flying").await.expect_problem(422, "invalid_request");
    hirer.get("/offers?limit=0").await.expect_field("/limit", "out_of_range");
    hirer.get("/offers?cursor=x").await.expect_field("/cursor", "invalid_cursor");
    hirer.get("/offers?all=1").await.expect_field("/all", "unknown_field");
}
