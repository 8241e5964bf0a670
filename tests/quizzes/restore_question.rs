use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;

#[tokio::test]
async fn an_archived_question_is_taken_back() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let (path, client) = (school.question_path(&question, "/restore"), &school.trainer.client);
    let refused = client.post_at(&path, &json!(1)).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "in_use");
    client.post_at(&school.question_path(&question, "/archive"), &json!(1)).await.expect(200);
    client.post_at(&path, &json!(1)).await.expect_problem(412, "stale");
    let restored = client.post_at(&path, &json!(2)).await.expect(200);
    assert_eq!((&restored["archived"], &restored["version"]), (&json!(false), &json!(3)));
    only_for_those_who_teach(&app, &school, Method::POST, &path, &Value::Null).await;
}
