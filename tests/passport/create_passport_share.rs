use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn a_link_is_given_to_somebody_by_name_and_its_receipt_is_kept() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    let body = json!({
        "recipient": " Mairie de Lyon ", "days": 30, "password": "huit lettres",
        "content": { "skills": [holder.skills[0]], "with_contact": true },
    });
    let made = trainee.client.post("/me/passport/shares", body).await.expect(201);
    let share = &made["share"];
    assert_eq!((&share["recipient"], &share["has_password"]), (&json!("Mairie de Lyon"), &json!(true)));
    assert_eq!(share["expires_at"], "2026-04-02T08:00:00Z");
    assert_eq!(share["content"]["audience"], "recruiter", "a link is for somebody else");
    let token = made["url"].as_str().unwrap().split_once("/carnet-partage#").unwrap().1;
    // Neither the secret nor the password is stored.
    let stored: String = sqlx::query_scalar("SELECT passport_share::text FROM passport_share")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert!(!stored.contains(token) && !stored.contains("huit lettres") && stored.contains("argon2id"));
    let receipts: Vec<(String, Value, String)> =
        sqlx::query_as("SELECT kind, scope, recipient FROM passport_share_receipt")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!((receipts[0].0.as_str(), receipts[0].2.as_str()), ("given", "Mairie de Lyon"));
    assert_eq!(receipts[0].1["skills"], json!([holder.skills[0]]));
    let trail = app.trail(share["id"].as_str().unwrap().parse().unwrap()).await;
    assert_eq!(trail[0].0, "passport.shared");
}

#[tokio::test]
async fn every_fault_is_told() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let ask = async |body: Value| person.client.post("/me/passport/shares", body).await;
    ask(json!({ "recipient": " ", "days": 7 })).await.expect_field("/recipient", "required");
    let long = "é".repeat(201);
    ask(json!({ "recipient": long, "days": 7 })).await.expect_field("/recipient", "too_long");
    ask(json!({ "recipient": "a\u{7}", "days": 7 })).await.expect_field("/recipient", "invalid_characters");
    for days in [0, 8, 91, -7] {
        ask(json!({ "recipient": "Mairie", "days": days })).await.expect_field("/days", "out_of_range");
    }
    let short = json!({ "recipient": "Mairie", "days": 7, "password": "court" });
    ask(short).await.expect_field("/password", "invalid_length");
    let own = json!({ "recipient": "Mairie", "days": 7, "content": { "audience": "holder" } });
    ask(own).await.expect_field("/content/audience", "not_for_holder");
    let none = json!({ "recipient": "Mairie", "days": 7, "content": { "skills": [] } });
    ask(none).await.expect_field("/content/skills", "required");
    ask(json!({ "recipient": "Mairie", "days": 7, "forever": true }))
        .await
        .expect_problem(422, "invalid_request");
}

#[tokio::test]
async fn fifty_links_are_in_force_at_most() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let body = json!({ "recipient": "Mairie", "days": 7 });
    let mut last = Value::Null;
    for _ in 0..50 {
        last = person.client.post("/me/passport/shares", &body).await.expect(201);
    }
    person.client.post("/me/passport/shares", &body).await.expect_problem(409, "too_many_shares");
    let path = format!("/me/passport/shares/{}/revoke", last["share"]["id"].as_str().unwrap());
    person.client.post(&path, ()).await.expect(200);
    person.client.post("/me/passport/shares", &body).await.expect(201);
}
