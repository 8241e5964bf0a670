use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn staff_opens_what_its_organisation_wrote() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let entry = class.validate(&app, 3).await;
    let path = class.org(&format!("/validations/{entry}"));
    let read = class.school.trainer.client.get(&path).await.expect(200);
    assert_eq!((&read["entry"]["id"], &read["scale"]), (&json!(entry), &json!(null)), "on the common scale");
    assert_eq!(class.school.manager.client.get(&path).await.expect(200), read);
    let second = class.second_trainer(&app).await;
    second.client.get(&path).await.expect(200);

    class.outsider(&app).await.client.get(&path).await.expect_problem(404, "not_found");
    class.zoe.client.get(&path).await.expect_problem(403, "forbidden");
    let other = app.evaluation("Ailleurs").await;
    other.school.manager.client.get(&path).await.expect_problem(404, "not_found");
    let there = other.org(&format!("/validations/{entry}"));
    other.school.manager.client.get(&there).await.expect_problem(404, "not_found");
}
