use serde_json::json;

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;

#[tokio::test]
async fn a_question_is_shown_with_its_version() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let path = school.question_path(&question, "");
    let answer = school.manager.client.get(&path).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let shown = answer.expect(200);
    assert_eq!(shown, question);
    assert_eq!((&shown["updated_by"], &shown["quizzes"]), (&json!("Farida Membre"), &json!(0)));
    read_by_those_who_teach(&app, &school, &path).await;
}

#[tokio::test]
async fn a_question_of_another_bank_does_not_exist() {
    let app = TestApp::with_catalogue().await;
    let (school, foreign) = (app.school("Atelier").await, app.school("Ailleurs").await);
    let theirs = foreign.question(&choice_draft("La leur")).await;
    let client = &school.manager.client;
    client.get(&school.question_path(&theirs, "")).await.expect_problem(404, "not_found");
    let path = school.path(&format!("/questions/{}", uuid::Uuid::nil()));
    client.get(&path).await.expect_problem(404, "not_found");
}
