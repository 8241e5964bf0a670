use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn two_revisions_are_compared_in_words() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    let label = app.label_of(draft["skills"][0]["skill"].as_str().unwrap());
    let gone = app.label_of(draft["skills"][1]["skill"].as_str().unwrap());
    draft["title"] = json!("Développement web");
    draft["nature"] = json!("apprenticeship");
    draft["skills"][0]["target"] = json!(4);
    draft["skills"].as_array_mut().unwrap().truncate(1);
    draft["courses"][0]["skills"] = json!([draft["skills"][0]["skill"]]);
    school.publish(&school.rewrite(&training, &draft).await).await;
    let path = school.training_path(&training, "/comparison?from=1&to=2");
    let compared = school.trainer.client.get(&path).await.expect(200);
    let changes = compared["changes"].as_array().unwrap();
    let told: Vec<_> = changes
        .iter()
        .map(|c| (c["kind"].as_str().unwrap(), c["subject"].as_str().unwrap(), &c["label"], &c["property"]))
        .collect();
    assert_eq!(
        told,
        [
            ("changed", "field", &json!(null), &json!(null)),
            ("changed", "field", &json!(null), &json!(null)),
            ("removed", "skill", &json!(gone), &json!(null)),
            ("changed", "skill", &json!(label), &json!("target")),
            ("changed", "course", &json!("Module de Développement"), &json!("skills")),
        ]
    );
    assert_eq!(
        (&changes[1]["key"], &changes[1]["before"], &changes[1]["after"]),
        (&json!("nature"), &json!("Action de formation"), &json!("Formation par apprentissage"))
    );
    assert_eq!((&changes[3]["before"], &changes[3]["after"]), (&json!("Autonome"), &json!("Expert")));
    let back = school.training_path(&training, "/comparison?from=2&to=1");
    let back = school.trainer.client.get(&back).await.expect(200);
    let target =
        back["changes"].as_array().unwrap().iter().find(|change| change["property"] == "target").unwrap();
    assert_eq!((&target["before"], &target["after"]), (&json!("Expert"), &json!("Autonome")));
}

#[tokio::test]
async fn revisions_that_do_not_exist_are_named() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let client = &school.trainer.client;
    let path = |query: &str| school.training_path(&training, &format!("/comparison{query}"));
    client.get(&path("?from=1&to=2")).await.expect_field("/to", "unknown_revision");
    client.get(&path("?from=0&to=1")).await.expect_field("/from", "unknown_revision");
    client.get(&path("?from=1")).await.expect_field("/to", "required");
    app.trainee(&school.organisation)
        .await
        .client
        .get(&path("?from=1&to=1"))
        .await
        .expect_problem(403, "forbidden");
    let other = app.school("Autre").await;
    other.manager.client.get(&path("?from=1&to=1")).await.expect_problem(404, "not_found");
}
