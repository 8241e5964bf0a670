use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_its_staff};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_quiz_is_taken_off_while_nobody_started() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    school.attach(&session, &place, &quiz).await;
    let (path, client) = (school.attachment_path(&session, &place, "/attachment"), &school.trainer.client);
    client.delete(&path).await.expect_problem(428, "precondition_required");
    client.delete_at(&path, &json!(1)).await.expect_problem(412, "stale");
    let off = client.delete_at(&path, &json!(2)).await.expect(200);
    assert_eq!((&off["quiz"], &off["version"]), (&Value::Null, &json!(3)));
    assert_eq!(noted(&app, "session_quiz.attached").await[1], Some(json!({ "what": "detached" })));
    only_for_its_staff(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
