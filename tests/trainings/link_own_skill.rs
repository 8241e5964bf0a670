use reqwest::Method;
use serde_json::json;

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_linked_own_skill_counts_as_the_skill_of_the_catalogue() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let code = app.skills_of("M1805").swap_remove(0);
    let own = school.own_skill("À notre façon").await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    school
        .manager
        .client
        .post(&format!("{path}/refusals"), json!({ "skill": code, "reason": "Trop large" }))
        .await
        .expect(200);
    let linked =
        school.manager.client.put(&format!("{path}/link"), json!({ "skill": code })).await.expect(200);
    assert_eq!((&linked["link"], &linked["skill"]["code"]), (&json!("linked"), &json!(code)));
    assert_eq!(linked["skill"]["label"], json!(app.label_of(&code)));
    assert_eq!(linked["refusals"], json!([]), "what is accepted is no longer refused");
    assert_eq!(noted(&app, "own_skill.linked").await.len(), 2);
    let mut draft = school.draft(&app, "Réglage").await;
    draft["skills"] = json!([{ "skill": own["id"], "target": 3, "pass": 3 }]);
    draft["courses"] = json!([]);
    let training = school.write(&draft).await;
    assert_eq!(training["content"]["skills"][0]["linked"]["code"], json!(code));
    let other = app.skills_of("M1805").swap_remove(1);
    let moved =
        school.manager.client.put(&format!("{path}/link"), json!({ "skill": other })).await.expect(200);
    assert_eq!(moved["skill"]["code"], json!(other));
}

#[tokio::test]
async fn only_a_skill_of_the_release_in_place_is_linked() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let code = app.skills_of("M1805").swap_remove(0);
    let own = school.own_skill("À notre façon").await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    let link = format!("{path}/link");
    for unknown in ["999999999", "x", ""] {
        let refused = school.manager.client.put(&link, json!({ "skill": unknown })).await;
        refused.expect_field("/skill", "unknown_skill");
    }
    school.manager.client.post(&format!("{path}/keep"), ()).await.expect(200);
    let kept = school.manager.client.put(&link, json!({ "skill": code })).await;
    assert_eq!(kept.expect_problem(409, "illegal_transition")["current_state"], "kept");
    only_for_those_who_run_it(&app, &school, Method::PUT, &link, &json!({ "skill": code })).await;
}
