use serde_json::json;

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};

#[tokio::test]
async fn a_quiz_is_shown_as_it_is_written_and_says_which_questions_moved_on() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Avant")).await;
    let quiz = school.publish_quiz(&school.quiz(&quiz_draft("Quiz", &[item(&question)])).await).await;
    let (path, client) = (school.quiz_path(&quiz, ""), &school.manager.client);
    let answer = client.get(&path).await;
    assert_eq!(answer.headers["etag"], format!("\"{}\"", quiz["version"]));
    let shown = answer.expect(200);
    assert_eq!((&shown["has_draft"], &shown["outdated_questions"]), (&json!(false), &json!(0)));
    school.rewrite_question(&question, &choice_draft("Après")).await;
    let shown = client.get(&path).await.expect(200);
    assert_eq!(shown["outdated_questions"], 1);
    assert_eq!(shown["content"]["sections"][0]["items"][0]["question"]["title"], "Après");
    client.put_at(&path, &quiz["version"], quiz_draft("Autre titre", &[item(&question)])).await.expect(200);
    let shown = client.get(&path).await.expect(200);
    assert_eq!((&shown["has_draft"], &shown["content"]["title"]), (&json!(true), &json!("Autre titre")));
    read_by_those_who_teach(&app, &school, &path).await;
}

#[tokio::test]
async fn a_quiz_of_another_organisation_does_not_exist() {
    let app = TestApp::with_catalogue().await;
    let (school, foreign) = (app.school("Atelier").await, app.school("Ailleurs").await);
    let theirs = foreign.quiz(&quiz_draft("Le leur", &[])).await;
    school.trainer.client.get(&school.quiz_path(&theirs, "")).await.expect_problem(404, "not_found");
}
