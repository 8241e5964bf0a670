use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::experiences::body;

#[tokio::test]
async fn a_draft_is_begun_and_counts_nowhere() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let skills = app.skills_of("M1805")[..2].to_vec();
    let mut index = app.watch_index().await;
    let made = ines.client.post("/me/experiences", body(&skills)).await.expect(201);
    assert_eq!((&made["status"], &made["version"]), (&json!("draft"), &json!(1)));
    assert_eq!(made["title"], "Cheffe de chantier bénévole");
    assert_eq!(made["skills"].as_array().unwrap().len(), 2);
    assert_eq!(made["skills"][0]["label"], app.label_of(made["skills"][0]["skill"].as_str().unwrap()));
    assert_eq!(made["jobs"][0]["code"], "M1805");
    assert_eq!(index.look().await, (vec![], 0));
    assert_eq!(ines.client.get("/me/skills").await.expect(200)["items"], json!([]));
    let id = made["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(app.trail(id).await[0].0, "passport.experience_written");
}

#[tokio::test]
async fn what_is_wrong_is_told_field_by_field() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let post = async |body: Value| ines.client.post("/me/experiences", body).await;
    post(json!({"title": " "})).await.expect_field("/title", "required");
    post(json!({"title": "a".repeat(201)})).await.expect_field("/title", "too_long");
    post(json!({"title": "a", "started_on": "2026-03-04"})).await.expect_field("/started_on", "in_future");
    let turned = json!({"title": "a", "started_on": "2020-02-01", "ended_on": "2020-01-01"});
    post(turned).await.expect_field("/ended_on", "before_start");
    let unknown = json!({"title": "a", "skills": [{"skill": "999999", "level": 2}]});
    post(unknown).await.expect_field("/skills/0/skill", "unknown_skill");
    let code = app.skills_of("M1805")[0].clone();
    let twice = json!({"title": "a", "skills": [{"skill": code, "level": 2}, {"skill": code, "level": 3}]});
    post(twice).await.expect_field("/skills/1/skill", "duplicate");
    let high = json!({"title": "a", "skills": [{"skill": code, "level": 5}]});
    post(high).await.expect_field("/skills/0/level", "out_of_range");
    post(json!({"title": "a", "jobs": ["Z9999"]})).await.expect_field("/jobs/0", "unknown_job");
    post(json!({"title": "a", "mood": 1})).await.expect_field("/mood", "unknown_field");
    app.anonymous()
        .post("/me/experiences", json!({"title": "a"}))
        .await
        .expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_passport_has_so_many_experiences() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    sqlx::query(
        "INSERT INTO experience (id, person_id, title, created_at, updated_at)
         SELECT gen_random_uuid(), $1, 'a', now(), now() FROM generate_series(1, 199)",
    )
    .bind(ines.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    let body = json!({"title": "a"});
    // Two at once: one finds room.
    let (one, two) =
        tokio::join!(ines.client.post("/me/experiences", &body), ines.client.post("/me/experiences", &body));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    ines.client.post("/me/experiences", &body).await.expect_problem(409, "too_many_experiences");
}
