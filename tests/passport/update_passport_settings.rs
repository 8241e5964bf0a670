use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn choices_are_kept_and_bear_a_version() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (path, skill) = (school.path("/passport-settings"), app.skills_of("M1805")[0].clone());
    let draft = json!({
        "level_rule": "latest", "two_people": true, "reply_days": 15,
        "validities": [{ "skill": skill, "months": 36 }],
    });
    let manager = &school.manager.client;
    let written = manager.put_at(&path, &json!(0), &draft).await.expect(200);
    assert_eq!((&written["version"], &written["level_rule"]), (&json!(1), &json!("latest")));
    assert_eq!(manager.get(&path).await.expect(200), written);
    let trail = app.trail(school.organisation.id.0).await;
    assert_eq!(trail.last().unwrap().0, "passport.settings_changed");
    assert_eq!(trail.last().unwrap().3["two_people"], true);

    let stale = manager.put_at(&path, &json!(0), &draft).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["version"], 1);
    manager.put(&path, &draft).await.expect_problem(428, "precondition_required");
}

#[tokio::test]
async fn every_fault_is_told() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let skill = app.skills_of("M1805")[0].clone();
    let draft = json!({
        "level_rule": "highest", "two_people": false, "reply_days": 0,
        "validities": [
            { "skill": skill, "months": 0 }, { "skill": skill, "months": 12 }, { "skill": "999999", "months": 12 },
        ],
    });
    let refused = school.manager.client.put_at(&school.path("/passport-settings"), &json!(0), draft).await;
    let problem = refused.expect_problem(422, "invalid_request");
    let told: Vec<String> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| format!("{} {}", fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            "/reply_days out_of_range",
            "/validities/0/months out_of_range",
            "/validities/1/skill duplicate",
            "/validities/2/skill unknown_skill",
        ]
    );
}

#[tokio::test]
async fn those_who_run_the_organisation_choose() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let path = school.path("/passport-settings");
    let draft = json!({ "level_rule": "latest", "two_people": false, "reply_days": 30, "validities": [] });
    let trainee = app.trainee(&school.organisation).await;
    for member in [&school.trainer, &trainee] {
        member.client.put_at(&path, &json!(0), &draft).await.expect_problem(403, "forbidden");
    }
    let other = app.school("Ailleurs").await;
    other.manager.client.put_at(&path, &json!(0), &draft).await.expect_problem(404, "not_found");
    app.suspend(&school.organisation).await;
    school
        .manager
        .client
        .put_at(&path, &json!(0), &draft)
        .await
        .expect_problem(409, "organisation_suspended");
}
