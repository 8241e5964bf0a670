use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn own_skills_come_by_name_and_belong_to_one_organisation() {
    let app = TestApp::start().await;
    let (school, other) = (app.school("Atelier").await, app.school("Autre").await);
    for label in ["Souder à froid", "Affûter"] {
        school.own_skill(label).await;
    }
    other.own_skill("Ailleurs").await;
    let path = school.path("/own-skills");
    let first = school.trainer.client.get(&format!("{path}?limit=1")).await.expect(200);
    assert_eq!(first["items"][0]["label"], json!("Affûter"));
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = school.trainer.client.get(&format!("{path}?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!(
        (&second["items"][0]["label"], &second["next_cursor"]),
        (&json!("Souder à froid"), &json!(null))
    );
    app.trainee(&school.organisation).await.client.get(&path).await.expect_problem(403, "forbidden");
    other.manager.client.get(&path).await.expect_problem(404, "not_found");
}
