use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_teach};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_copy_is_a_draft_of_its_own_even_of_an_archived_quiz() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let (path, client) = (school.quiz_path(&quiz, "/duplicate"), &school.trainer.client);
    client.post_at(&school.quiz_path(&quiz, "/archive"), &quiz["version"]).await.expect(200);
    let copy = client.post(&path, Value::Null).await.expect(201);
    assert_eq!(
        (&copy["title"], &copy["status"], &copy["version"], &copy["revision"]),
        (&json!("Quiz (copie)"), &json!("draft"), &json!(1), &json!(0))
    );
    assert_ne!(copy["id"], quiz["id"]);
    assert_eq!(copy["content"]["sections"], quiz["content"]["sections"]);
    assert_eq!(noted(&app, "quiz.written").await[1], Some(json!({ "copy_of": quiz["id"] })));
    let foreign = app.school("Plus loin").await;
    let theirs = foreign.path(&format!("/quizzes/{}/duplicate", quiz["id"].as_str().unwrap()));
    foreign.trainer.client.post(&theirs, Value::Null).await.expect_problem(404, "not_found");
    only_for_those_who_teach(&app, &school, Method::POST, &path, &Value::Null).await;
}
