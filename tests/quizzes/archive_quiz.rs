use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::quiz_draft;

#[tokio::test]
async fn an_archived_quiz_stays_where_it_is_taken_and_is_taken_nowhere_else() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let session = school.session(&app, "Développement").await;
    let (one, two) = (school.session_quiz(&session, "Un").await, school.session_quiz(&session, "Deux").await);
    school.attach(&session, &one, &quiz).await;
    let (path, client) = (school.quiz_path(&quiz, "/archive"), &school.trainer.client);
    client.post_at(&path, &json!(1)).await.expect_problem(412, "stale");
    let archived = client.post_at(&path, &quiz["version"]).await.expect(200);
    assert_eq!((&archived["status"], &archived["sessions"]), (&json!("archived"), &json!(1)));
    let shown = client.get(&school.attachment_path(&session, &one, "/attachment")).await.expect(200);
    assert_eq!((&shown["quiz"]["status"], &shown["quiz"]["revision"]), (&json!("archived"), &json!(1)));
    let attach = school.attachment_path(&session, &two, "/attachment");
    let refused = client.put_at(&attach, &json!(1), json!({ "quiz_id": quiz["id"] })).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "archived");
    let draft = school.quiz(&quiz_draft("Brouillon", &[])).await;
    let path = school.quiz_path(&draft, "/archive");
    let refused = client.post_at(&path, &json!(1)).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "draft");
    only_for_those_who_teach(&app, &school, Method::POST, &path, &Value::Null).await;
}
