use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{body, mine};

#[tokio::test]
async fn what_is_declared_counts_as_said_by_the_person() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let skills = app.skills_of("M1805")[..2].to_vec();
    let made = ines.client.post("/me/experiences", body(&skills)).await.expect(201);
    let id = made["id"].as_str().unwrap();
    let mut index = app.watch_index().await;
    let after = ines.client.post(&mine(id, "/declare"), ()).await.expect(200);
    assert_eq!((&after["status"], &after["version"]), (&json!("declared"), &json!(2)));
    assert_eq!(index.look().await, (vec![(ines.profile, false)], 0));
    let seen = ines.client.get("/me/skills").await.expect(200);
    let levels: Vec<_> =
        seen["items"].as_array().unwrap().iter().map(|it| it["searchable"]["level"].clone()).collect();
    assert!(levels.contains(&json!(3)) && levels.contains(&json!(2)), "{levels:?}");
    let again = ines.client.post(&mine(id, "/declare"), ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "declared");
    let marc = app.person("Marc", "Petit").await;
    marc.client.post(&mine(id, "/declare"), ()).await.expect_problem(404, "not_found");
    app.anonymous().post(&mine(id, "/declare"), ()).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_first_day_is_needed() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let made = ines.client.post("/me/experiences", json!({"title": "Une"})).await.expect(201);
    let path = mine(made["id"].as_str().unwrap(), "");
    ines.client.post(&format!("{path}/declare"), ()).await.expect_field("/started_on", "required");
    ines.client
        .put_at(&path, &json!(1), json!({"title": "Une", "started_on": "2026-03-03"}))
        .await
        .expect(200);
    ines.client.post(&format!("{path}/declare"), ()).await.expect(200);
}

#[tokio::test]
async fn experiences_overlap_as_lives_do() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let skills = app.skills_of("M1805")[..1].to_vec();
    let lower = json!({"title": "Même année", "started_on": "2020-03-01", "skills": [{"skill": skills[0], "level": 1}]});
    app.declared(&ines, &lower).await;
    app.declared(&ines, &body(&skills)).await;
    let seen = ines.client.get("/me/skills").await.expect(200);
    assert_eq!(seen["items"][0]["searchable"]["level"], 3, "the higher claim counts");
    assert_eq!(seen["items"][0]["experiences"].as_array().unwrap().len(), 2);
}
