use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn only_a_training_that_was_never_published_is_deleted() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let client = &school.manager.client;
    let (published, draft) = school.published(&app, "Développement").await;
    let refused = client.delete_at(&school.training_path(&published, ""), &published["version"]).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "published");
    let training = school.write(&draft).await;
    let path = school.training_path(&training, "");
    client.delete(&path).await.expect_problem(428, "precondition_required");
    client.delete_at(&path, &json!(7)).await.expect_problem(412, "stale");
    client.delete_at(&path, &training["version"]).await.expect(204);
    client.delete_at(&path, &training["version"]).await.expect_problem(404, "not_found");
    assert_eq!(noted(&app, "training.deleted").await.len(), 1);
    let other = school.write(&json!({ "title": "Autre" })).await;
    let path = school.training_path(&other, "");
    only_for_those_who_run_it(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
