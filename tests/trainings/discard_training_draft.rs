use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn what_was_written_since_is_discarded_and_the_revision_shows_again() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    let path = school.training_path(&training, "/draft");
    let client = &school.manager.client;
    client.delete_at(&path, &training["version"]).await.expect_problem(409, "nothing_to_publish");
    draft["title"] = json!("Développement web");
    let written = school.rewrite(&training, &draft).await;
    client.delete_at(&path, &training["version"]).await.expect_problem(412, "stale");
    let back = client.delete_at(&path, &written["version"]).await.expect(200);
    assert_eq!((&back["has_draft"], &back["content"]), (&json!(false), &training["content"]));
    let listed = client.get(&school.path("/trainings")).await.expect(200);
    assert_eq!(listed["items"][0]["title"], "Développement");
    assert_eq!(noted(&app, "training.draft_discarded").await.len(), 1);
}

#[tokio::test]
async fn a_training_that_was_never_published_is_not_emptied() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let training = school.write(&json!({ "title": "Brouillon" })).await;
    let path = school.training_path(&training, "/draft");
    let refused = school.manager.client.delete_at(&path, &training["version"]).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "draft");
    only_for_those_who_run_it(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
