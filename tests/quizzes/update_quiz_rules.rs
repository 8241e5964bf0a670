use reqwest::Method;
use serde_json::json;

use super::{only_for_its_staff, told};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_score_proposes_levels_of_the_grid_the_revision_measures_by() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    let (path, client) = (school.attachment_path(&session, &place, "/rules"), &school.trainer.client);
    let skills: Vec<_> =
        session["skills"].as_array().unwrap().iter().map(|line| line["skill"].clone()).collect();
    let body = json!({ "rules": [
        { "skill": skills[1], "levels": [{ "level": 3, "min_percent": 90 }, { "level": 2, "min_percent": 60 }] },
        { "skill": skills[0], "levels": [{ "level": 2, "min_percent": 50 }] },
    ] });
    let written = client.put_at(&path, &json!(1), &body).await.expect(200);
    assert_eq!(written["version"], 2);
    let rules = written["rules"].as_array().unwrap();
    assert_eq!((&rules[0]["skill"], &rules[0]["grid"]), (&skills[0], &serde_json::Value::Null));
    assert_eq!(rules[0]["levels"], json!([{ "level": 2, "name": "Guidé", "min_percent": 50 }]));
    assert!(rules[1]["grid"].is_string());
    let levels: Vec<_> =
        rules[1]["levels"].as_array().unwrap().iter().map(|one| one["level"].clone()).collect();
    assert_eq!(levels, [json!(2), json!(3)]);
    client.put_at(&path, &json!(1), &body).await.expect_problem(412, "stale");
    let none = client.put_at(&path, &json!(2), json!({ "rules": [] })).await.expect(200);
    assert_eq!(none["rules"], json!([]));
}

#[tokio::test]
async fn every_fault_is_told_and_only_the_staff_writes() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    let (path, client) = (school.attachment_path(&session, &place, "/rules"), &school.trainer.client);
    let skill = &session["skills"][0]["skill"];
    let body = json!({ "rules": [
        { "skill": "1", "levels": [{ "level": 1, "min_percent": 10 }] },
        { "skill": skill, "levels": [
            { "level": 2, "min_percent": 50 }, { "level": 3, "min_percent": 40 }, { "level": 5, "min_percent": 101 },
        ] },
    ] });
    let problem = client.put_at(&path, &json!(1), &body).await.expect_problem(422, "invalid_request");
    assert_eq!(
        told(&problem),
        [
            ("/rules/0/skill", "not_in_training"),
            ("/rules/1/levels/1/min_percent", "not_increasing"),
            ("/rules/1/levels/2/level", "unknown_level"),
            ("/rules/1/levels/2/min_percent", "out_of_range"),
        ]
    );
    only_for_its_staff(&app, &school, Method::PUT, &path, &json!({ "rules": [] })).await;
}
