use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn a_decision_is_taken_back_and_refusals_stay() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let codes = app.skills_of("M1805");
    let own = school.own_skill("À notre façon").await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    let (link, keep) = (format!("{path}/link"), format!("{path}/keep"));
    let client = &school.manager.client;
    let early = client.delete(&link).await.expect_problem(409, "illegal_transition");
    assert_eq!(early["current_state"], "none");
    client.post(&format!("{path}/refusals"), json!({ "skill": codes[1], "reason": "Non" })).await.expect(200);
    client.put(&link, json!({ "skill": codes[0] })).await.expect(200);
    let undone = client.delete(&link).await.expect(200);
    assert_eq!((&undone["link"], &undone["skill"]), (&json!("none"), &Value::Null));
    assert_eq!(undone["refusals"][0]["skill"]["code"], json!(codes[1]));
    client.post(&keep, ()).await.expect(200);
    assert_eq!(client.delete(&link).await.expect(200)["link"], "none");
    only_for_those_who_run_it(&app, &school, Method::DELETE, &link, &Value::Null).await;
}
