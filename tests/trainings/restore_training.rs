use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn an_archived_training_is_published_again_as_it_was() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let (archive, restore) =
        (school.training_path(&training, "/archive"), school.training_path(&training, "/restore"));
    let client = &school.manager.client;
    let early =
        client.post_at(&restore, &training["version"]).await.expect_problem(409, "illegal_transition");
    assert_eq!(early["current_state"], "published");
    let archived = client.post_at(&archive, &training["version"]).await.expect(200);
    let restored = client.post_at(&restore, &archived["version"]).await.expect(200);
    assert_eq!((&restored["status"], &restored["revision"]), (&json!("published"), &json!(1)));
    assert_eq!(restored["content"], training["content"]);
    client.post_at(&archive, &restored["version"]).await.expect(200);
    only_for_those_who_run_it(&app, &school, Method::POST, &restore, &Value::Null).await;
}
