use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn only_a_published_training_is_archived_and_it_keeps_what_was_being_written() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let client = &school.manager.client;
    let draft = school.write(&json!({ "title": "Brouillon" })).await;
    let refused = client.post_at(&school.training_path(&draft, "/archive"), &draft["version"]).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "draft");
    let (training, mut draft) = school.published(&app, "Développement").await;
    draft["title"] = json!("Développement web");
    let written = school.rewrite(&training, &draft).await;
    let path = school.training_path(&training, "/archive");
    client.post_at(&path, &training["version"]).await.expect_problem(412, "stale");
    let archived = client.post_at(&path, &written["version"]).await.expect(200);
    assert_eq!((&archived["status"], &archived["revision"]), (&json!("archived"), &json!(1)));
    assert_eq!(
        (&archived["has_draft"], &archived["content"]["title"]),
        (&json!(true), &json!("Développement web"))
    );
    let again = client.post_at(&path, &archived["version"]).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "archived");
    assert_eq!(noted(&app, "training.status_changed").await.len(), 2);
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &Value::Null).await;
}
