use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_teach};
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};

#[tokio::test]
async fn a_quiz_that_was_never_published_is_deleted_with_what_it_says() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let quiz = school.quiz(&quiz_draft("Quiz", &[item(&question)])).await;
    let (path, client) = (school.quiz_path(&quiz, ""), &school.trainer.client);
    client.delete(&path).await.expect_problem(428, "precondition_required");
    client.delete_at(&path, &json!(2)).await.expect_problem(412, "stale");
    assert_eq!(client.delete_at(&path, &json!(1)).await.status, 204);
    client.get(&path).await.expect_problem(404, "not_found");
    assert_eq!(noted(&app, "quiz.deleted").await.len(), 1);
    client.get(&school.question_path(&question, "")).await.expect(200);
}

#[tokio::test]
async fn a_published_one_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let path = school.quiz_path(&quiz, "");
    let refused = school.trainer.client.delete_at(&path, &quiz["version"]).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "published");
    only_for_those_who_teach(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
