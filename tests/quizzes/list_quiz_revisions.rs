use serde_json::{Value, json};

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::quiz_draft;

#[tokio::test]
async fn revisions_are_listed_newest_first_the_draft_included() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Premier").await;
    let (path, client) = (school.quiz_path(&quiz, "/revisions"), &school.trainer.client);
    client
        .put_at(&school.quiz_path(&quiz, ""), &quiz["version"], quiz_draft("Second", &[]))
        .await
        .expect(200);
    let page = client.get(&path).await.expect(200);
    let listed: Vec<_> = page["items"].as_array().unwrap().iter().collect();
    assert_eq!(
        (&listed[0]["number"], &listed[0]["title"], &listed[0]["published_at"]),
        (&json!(2), &json!("Second"), &Value::Null)
    );
    assert_eq!((&listed[1]["number"], &listed[1]["published_by"]), (&json!(1), &json!("Farida Membre")));
    let foreign = app.school("Plus loin").await;
    let theirs = foreign.path(&format!("/quizzes/{}/revisions", quiz["id"].as_str().unwrap()));
    foreign.trainer.client.get(&theirs).await.expect_problem(404, "not_found");
    read_by_those_who_teach(&app, &school, &path).await;
}
