use reqwest::Method;
use serde_json::json;

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, whole_offer};

#[tokio::test]
async fn people_are_added_once_and_those_who_are_not_seen_are_named() {
    let app = TestApp::hiring().await;
    let (hirer, zoe, paul) = (app.hirer().await.user, app.seeker("Zoé").await, app.seeker("Paul").await);
    let hidden = app.person("Ana", "Cachée").await;
    let draft = app.draft(&hirer, &whole_offer(), &[&zoe]).await;
    let path = offer_path(&draft, "/recipients");
    let body = json!({ "profile_ids": [paul.profile, zoe.profile, hidden.profile, paul.profile] });
    let added = hirer.client.post(&path, &body).await.expect(200);
    assert_eq!((&added["counts"], &added["not_added"]), (&json!({ "draft": 2 }), &json!([hidden.profile])));
    assert_eq!(added["version"], 2, "another window notices");
    let again = hirer.client.post(&path, &body).await.expect(200);
    assert_eq!(again["counts"], json!({ "draft": 2 }));
    colleague(&app).await.client.post(&path, &body).await.expect_problem(403, "forbidden");
    only_for_its_company(&app, &Method::POST, &path, &body).await;
}

#[tokio::test]
async fn fifty_are_the_most_however_they_come() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let mut people = Vec::new();
    for number in 0..51 {
        people.push(app.seeker(&format!("Personne {number}")).await);
    }
    let first: Vec<_> = people[..50].iter().collect();
    let draft = app.draft(&hirer, &whole_offer(), &first).await;
    let path = offer_path(&draft, "/recipients");
    let one_more = json!({ "profile_ids": [people[50].profile] });
    hirer.client.post(&path, &one_more).await.expect_field("/profile_ids", "too_many");
    let many: Vec<_> = (0..51).map(uuid::Uuid::from_u128).collect();
    hirer.client.post(&path, json!({ "profile_ids": many })).await.expect_field("/profile_ids", "too_many");
    assert_eq!(hirer.client.get(&offer_path(&draft, "")).await.expect(200)["counts"], json!({ "draft": 50 }));
}

#[tokio::test]
async fn nobody_is_added_to_what_was_sent() {
    let app = TestApp::hiring().await;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let (hirer, sent) = app.sent_to(&zoe).await;
    let body = json!({ "profile_ids": [paul.profile] });
    hirer.user.client.post(&sent.path("/recipients"), body).await.expect_problem(409, "illegal_transition");
}
