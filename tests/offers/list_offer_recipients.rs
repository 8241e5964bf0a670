use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_company;
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, whole_offer};

#[tokio::test]
async fn people_are_listed_as_they_were_chosen_with_first_name_and_last_name_alone() {
    let app = TestApp::hiring().await;
    let (hirer, zoe, paul) = (app.hirer().await.user, app.seeker("Zoé").await, app.seeker("Paul").await);
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    app.accept(&paul, sent.received[1]).await;
    let answer = hirer.client.get(&sent.path("/recipients")).await;
    for secret in [&zoe.email, &paul.email, &zoe.id.to_string(), &paul.id.to_string()] {
        assert!(!answer.text.contains(secret.as_str()), "{secret} leaks");
    }
    let list = answer.expect(200);
    let names: Vec<_> =
        list["items"].as_array().unwrap().iter().map(|item| item["first_name"].clone()).collect();
    assert_eq!(names, ["Zoé", "Paul"]);
    let one = list["items"][0].as_object().unwrap();
    let mut fields: Vec<&str> = one.keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "answered_at",
            "first_name",
            "id",
            "is_anonymous",
            "last_name",
            "pool_until",
            "profile_id",
            "quiz",
            "refusal_reason",
            "remind_from",
            "reminded_at",
            "sent_at",
            "state",
            "state_at",
        ]
    );
    assert_eq!(one["remind_from"], "2026-03-13T08:00:00Z");
    let of_state = hirer.client.get(&sent.path("/recipients?state=accepted")).await.expect(200);
    assert_eq!(of_state["items"].as_array().unwrap().len(), 1);
    let page = hirer.client.get(&sent.path("/recipients?limit=1")).await.expect(200);
    let cursor = page["next_cursor"].as_str().unwrap();
    let next =
        hirer.client.get(&sent.path(&format!("/recipients?limit=1&cursor={cursor}"))).await.expect(200);
    assert_eq!((&next["items"][0]["first_name"], &next["next_cursor"]), (&json!("Paul"), &Value::Null));
}

#[tokio::test]
async fn they_are_the_company_s_to_see() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let draft = app.draft(&hirer, &whole_offer(), &[]).await;
    only_for_its_company(&app, &Method::GET, &offer_path(&draft, "/recipients"), &Value::Null).await;
    only_for_its_company(&app, &Method::GET, &offer_path(&draft, "/recipients-export"), &Value::Null).await;
}
