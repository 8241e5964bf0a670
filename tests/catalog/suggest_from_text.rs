use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rome::Rome;

async fn suggested(app: &TestApp, body: Value) -> Value {
    let somebody = app.person("Paul", "Curieux").await;
    somebody.client.post("/catalog/suggestions", body).await.expect(200)
}

#[tokio::test]
async fn plain_words_lead_to_jobs_and_skills_and_say_why() {
    let app = TestApp::with_catalogue().await;
    let found = suggested(&app, json!({ "title": "Formation développeuse web" })).await;
    assert_eq!(found["jobs"][0]["code"], "M1855");
    let words = found["jobs"][0]["words"].as_array().unwrap();
    assert!(words.contains(&json!("développeuse")), "{words:?}");
    assert!(found["jobs"].as_array().unwrap().len() <= 5);
    assert!(!found["jobs"][0]["domain"]["label"].as_str().unwrap().is_empty());
    let official = app.skills_of("M1855").swap_remove(0);
    let found = suggested(&app, json!({ "title": app.label_of(&official), "description": "Divers" })).await;
    assert_eq!(found["skills"][0]["code"], json!(official));
    assert!(found["skills"].as_array().unwrap().len() <= 15);
    let found = suggested(&app, json!({ "title": "zzzz" })).await;
    assert_eq!(found, json!({ "jobs": [], "skills": [] }));
}

#[tokio::test]
async fn what_left_the_release_is_not_proposed() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let skill = app.skills_of("M1855").swap_remove(0);
    let label = app.label_of(&skill);
    let next = Rome::starter().version(61).without_job("M1855").without_skill(&skill);
    assert_eq!(app.import_zip(next.zip()).await.attempt.error, None);
    let found = suggested(&app, json!({ "title": "Développeur web", "description": label })).await;
    let holds =
        |list: &str, code: &str| found[list].as_array().unwrap().iter().any(|one| one["code"] == code);
    assert!(!holds("jobs", "M1855") && !holds("skills", &skill));
}

#[tokio::test]
async fn texts_are_bounded_and_people_signed_in() {
    let app = TestApp::with_catalogue().await;
    let client = app.person("Paul", "Curieux").await.client;
    let path = "/catalog/suggestions";
    client.post(path, json!({ "title": " " })).await.expect_field("/title", "required");
    client.post(path, json!({ "title": "x".repeat(301) })).await.expect_field("/title", "too_long");
    let long = json!({ "title": "Soudeur", "description": "mot ".repeat(1300) });
    client.post(path, long).await.expect_field("/description", "too_long");
    let full = json!({ "title": "soudeur ".repeat(37), "description": "mot soudure ".repeat(400) });
    client.post(path, full).await.expect(200);
    app.anonymous().post(path, json!({ "title": "x" })).await.expect_problem(401, "unauthenticated");
}
