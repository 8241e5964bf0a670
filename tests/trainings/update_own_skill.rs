use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn an_own_skill_is_renamed_and_what_was_published_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let own = school.own_skill("Régler la Festo 200").await;
    let mut draft = school.draft(&app, "Réglage").await;
    draft["skills"] = json!([{ "skill": own["id"], "target": 3, "pass": 3 }]);
    draft["courses"][0]["skills"] = json!([own["id"]]);
    let training = school.publish(&school.write(&draft).await).await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    let renamed =
        school.manager.client.put_at(&path, &json!(1), json!({ "label": "Régler la Festo 300" })).await;
    let renamed = renamed.expect(200);
    assert_eq!((&renamed["version"], &renamed["trainings"]), (&json!(2), &json!(1)));
    let revision =
        school.manager.client.get(&school.training_path(&training, "/revisions/1")).await.expect(200);
    assert_eq!(revision["content"]["skills"][0]["label"], "Régler la Festo 200");
    let stale = school.manager.client.put_at(&path, &json!(1), json!({ "label": "Encore" })).await;
    assert_eq!(stale.expect_problem(412, "stale")["current"]["label"], "Régler la Festo 300");
}

#[tokio::test]
async fn names_stay_unique_and_strangers_see_nothing() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    school.own_skill("Une").await;
    let own = school.own_skill("Deux").await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    let taken = school.manager.client.put_at(&path, &json!(1), json!({ "label": "une" })).await;
    taken.expect_problem(409, "own_skill_taken");
    school
        .manager
        .client
        .put(&path, json!({ "label": "Trois" }))
        .await
        .expect_problem(428, "precondition_required");
    let unknown = school.path(&format!("/own-skills/{}", uuid::Uuid::nil()));
    school
        .manager
        .client
        .put_at(&unknown, &json!(1), json!({ "label": "Trois" }))
        .await
        .expect_problem(404, "not_found");
    only_for_those_who_run_it(&app, &school, Method::PUT, &path, &json!({ "label": "Trois" })).await;
}
