use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{body, mine};
use crate::support::files::pdf;

#[tokio::test]
async fn a_draft_goes_with_its_files() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let made = ines.client.post("/me/experiences", json!({"title": "Une"})).await.expect(201);
    let id = made["id"].as_str().unwrap();
    app.proof(&ines, id, pdf("<< >>")).await;
    app.run_jobs().await;
    app.only_objects(1).await;
    ines.client.delete(&mine(id, "")).await.expect(204);
    app.run_jobs().await;
    app.only_objects(0).await;
    assert_eq!(app.count_files().await, 0);
    ines.client.delete(&mine(id, "")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_was_said_is_withdrawn_and_not_deleted() {
    let app = TestApp::with_catalogue().await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    let id = app.declared(&ines, &body(&[])).await;
    let problem = ines.client.delete(&mine(&id, "")).await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "declared");
    marc.client.delete(&mine(&id, "")).await.expect_problem(404, "not_found");
    app.anonymous().delete(&mine(&id, "")).await.expect_problem(401, "unauthenticated");
}
