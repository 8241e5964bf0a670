use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn only_an_own_skill_that_no_training_names_is_deleted() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (used, unused) = (school.own_skill("Utile").await, school.own_skill("Inutile").await);
    let mut draft = school.draft(&app, "Réglage").await;
    draft["skills"] = json!([{ "skill": used["id"], "target": 3, "pass": 3 }]);
    draft["courses"] = json!([]);
    school.write(&draft).await;
    let path = |skill: &Value| school.path(&format!("/own-skills/{}", skill["id"].as_str().unwrap()));
    school.manager.client.delete(&path(&used)).await.expect_problem(409, "in_use");
    school.manager.client.delete(&path(&unused)).await.expect(204);
    school.manager.client.delete(&path(&unused)).await.expect_problem(404, "not_found");
    assert_eq!(noted(&app, "own_skill.deleted").await.len(), 1);
    only_for_those_who_run_it(&app, &school, Method::DELETE, &path(&used), &Value::Null).await;
}
