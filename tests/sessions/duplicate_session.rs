use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_copy_is_a_draft_on_other_days_at_the_same_hours_without_people() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.ready(&app, "Développement").await;
    let path = session_path(&school, &session, "");
    let client = &school.manager.client;
    let link = json!({ "kind": "link", "title": "Le cours", "url": "https://cours.example/" , "visible_from": "2026-03-09T08:00:00Z" });
    client.post(&format!("{path}/resources"), link).await.expect(201);
    client.post(&format!("{path}/rooms"), json!({ "name": "Groupe A" })).await.expect(201);
    // Twelve weeks later it is summer: ten o'clock in Paris is two hours ahead of UTC instead of one.
    let copied =
        client.post(&format!("{path}/duplicate"), json!({ "starts_on": "2026-06-01" })).await.expect(201);
    let copy = &copied["session"];
    assert_eq!((&copy["status"], &copy["title"]), (&json!("draft"), &json!("Développement")));
    assert_eq!((&copy["starts_on"], &copy["ends_on"]), (&json!("2026-06-01"), &json!("2026-06-05")));
    assert_eq!((&copy["taken"], &copy["copied_from"]), (&json!(0), &session["id"]));
    assert_eq!(copy["courses"][0]["skills"], session["courses"][0]["skills"]);
    assert_ne!(copy["courses"][0]["id"], session["courses"][0]["id"]);
    let path = session_path(&school, copy, "");
    let slots = client.get(&format!("{path}/slots")).await.expect(200);
    assert_eq!(slots["items"][0]["starts_at"], "2026-06-01T08:00:00Z");
    assert_eq!(slots["items"][0]["session_course_id"], copy["courses"][0]["id"]);
    assert_eq!(slots["items"][0]["trainers"][0]["person_id"], json!(school.trainer.id));
    let resources = client.get(&format!("{path}/resources")).await.expect(200);
    assert_eq!(resources["items"][0]["visible_from"], "2026-06-01T07:00:00Z");
    let rooms = client.get(&format!("{path}/rooms")).await.expect(200);
    assert_eq!(rooms["items"].as_array().unwrap().len(), 3);
    let quizzes = client.get(&format!("{path}/quizzes")).await.expect(200);
    assert_eq!(quizzes["items"][0]["skills"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn holidays_are_told_and_an_archived_training_gives_no_copy() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let path = session_path(&school, &session, "/duplicate");
    let client = &school.manager.client;
    let copied =
        client.post(&path, json!({ "starts_on": "2026-05-01", "title": "Printemps" })).await.expect(201);
    assert_eq!(
        (&copied["session"]["title"], &copied["on_holidays"]),
        (&json!("Printemps"), &json!(["2026-05-01", "2026-05-01"]))
    );
    client
        .post(&path, json!({ "starts_on": "2026-05-01", "title": "x" }))
        .await
        .expect_field("/title", "too_short");
    client.post(&path, json!({ "starts_on": "1026-05-01" })).await.expect_field("/starts_on", "out_of_range");
    let training = school.path(&format!("/trainings/{}", session["training_id"].as_str().unwrap()));
    let read = client.get(&training).await.expect(200);
    client.post_at(&format!("{training}/archive"), &read["version"]).await.expect(200);
    client.post(&path, json!({ "starts_on": "2026-05-04" })).await.expect_problem(409, "illegal_transition");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &json!({ "starts_on": "2026-05-04" }))
        .await;
}
