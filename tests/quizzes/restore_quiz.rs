use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_teach;
use crate::support::app::TestApp;

#[tokio::test]
async fn an_archived_quiz_is_published_again_as_it_was() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let (path, client) = (school.quiz_path(&quiz, "/restore"), &school.trainer.client);
    client.post_at(&path, &quiz["version"]).await.expect_problem(409, "illegal_transition");
    let archived = client.post_at(&school.quiz_path(&quiz, "/archive"), &quiz["version"]).await.expect(200);
    client.post_at(&path, &quiz["version"]).await.expect_problem(412, "stale");
    let restored = client.post_at(&path, &archived["version"]).await.expect(200);
    assert_eq!((&restored["status"], &restored["revision"]), (&json!("published"), &json!(1)));
    only_for_those_who_teach(&app, &school, Method::POST, &path, &Value::Null).await;
}
