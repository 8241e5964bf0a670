use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_teach};
use crate::support::app::TestApp;
use crate::support::quizzes::quiz_draft;

#[tokio::test]
async fn what_was_written_since_publication_is_discarded() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Publié").await;
    let (path, client) = (school.quiz_path(&quiz, "/draft"), &school.trainer.client);
    client.delete_at(&path, &quiz["version"]).await.expect_problem(409, "nothing_to_publish");
    let written = client
        .put_at(&school.quiz_path(&quiz, ""), &quiz["version"], quiz_draft("Brouillon", &[]))
        .await
        .expect(200);
    client.delete_at(&path, &quiz["version"]).await.expect_problem(412, "stale");
    let back = client.delete_at(&path, &written["version"]).await.expect(200);
    assert_eq!((&back["title"], &back["has_draft"]), (&json!("Publié"), &json!(false)));
    assert_eq!(noted(&app, "quiz.draft_discarded").await.len(), 1);
    let never = school.quiz(&quiz_draft("Jamais publié", &[])).await;
    let path = school.quiz_path(&never, "/draft");
    let refused = client.delete_at(&path, &json!(1)).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "draft");
    only_for_those_who_teach(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
