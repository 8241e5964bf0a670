use reqwest::Method;
use serde_json::{Value, json};

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;
use crate::support::offers::whole_offer;

#[tokio::test]
async fn the_company_reads_how_an_offer_came_where_it_stands() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    zoe.client.post(&sent.mine(0, "/opening"), ()).await.expect(200);
    app.accept(&zoe, sent.received[0]).await;
    let read = hirer.user.client.get(&sent.of(0, "")).await;
    assert!(!read.text.contains("/24") && !read.text.contains(&zoe.email), "neither network nor address");
    let read = read.expect(200);
    let history: Vec<_> = read["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|past| (past["state"].as_str().unwrap(), past["actor"].as_str().unwrap()))
        .collect();
    assert_eq!(
        history,
        [("sent", "company"), ("delivered", "person"), ("seen", "person"), ("accepted", "person")]
    );
    assert_eq!(
        (&read["state"], &read["shared"]),
        (&json!("accepted"), &json!([])),
        "nothing is shared by default"
    );
    assert_eq!(colleague(&app).await.client.get(&sent.of(0, "")).await.expect(200), read);
}

#[tokio::test]
async fn it_is_of_that_offer_and_of_that_company() {
    let app = TestApp::hiring().await;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let (hirer, sent) = app.sent_to(&zoe).await;
    let other = app.sent(&hirer.user, &whole_offer(), &[&paul]).await;
    let mixed = other.path(&format!("/recipients/{}", sent.received[0]));
    hirer.user.client.get(&mixed).await.expect_problem(404, "not_found");
    only_for_its_company(&app, &Method::GET, &sent.of(0, ""), &Value::Null).await;
}
