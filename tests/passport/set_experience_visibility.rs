use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{body, mine};

#[tokio::test]
async fn a_hidden_experience_has_left_the_search_before_the_answer() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let id = app.declared(&ines, &body(&app.skills_of("M1805")[..1])).await;
    let path = mine(&id, "/visibility");
    let mut index = app.watch_index().await;
    let after = ines.client.put(&path, json!({"hidden": true})).await.expect(200);
    assert_eq!((&after["hidden"], &after["status"]), (&json!(true), &json!("declared")));
    assert_eq!(index.look().await, (vec![(ines.profile, true)], 1));
    // Twice is once.
    ines.client.put(&path, json!({"hidden": true})).await.expect(200);
    assert_eq!(index.look().await, (vec![], 0));
    ines.client.put(&path, json!({"hidden": false})).await.expect(200);
    assert_eq!(index.look().await, (vec![(ines.profile, false)], 0));
    let marc = app.person("Marc", "Petit").await;
    marc.client.put(&path, json!({"hidden": true})).await.expect_problem(404, "not_found");
    ines.client.put(&path, json!({})).await.expect_field("/hidden", "required");
    ines.client.post(&mine(&id, "/withdraw"), ()).await.expect(200);
    ines.client.put(&path, json!({"hidden": true})).await.expect_problem(409, "illegal_transition");
    app.anonymous().put(&path, json!({"hidden": true})).await.expect_problem(401, "unauthenticated");
}
