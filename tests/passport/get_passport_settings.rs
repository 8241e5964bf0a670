use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn an_organisation_that_has_chosen_nothing_has_the_usual_rules() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let path = school.path("/passport-settings");
    let answer = school.manager.client.get(&path).await;
    assert_eq!(answer.headers["etag"], "\"0\"");
    assert_eq!(
        answer.expect(200),
        json!({ "version": 0, "level_rule": "highest", "two_people": false, "reply_days": 30, "validities": [] })
    );
    school.trainer.client.get(&path).await.expect_problem(403, "forbidden");
    let other = app.school("Ailleurs").await;
    other.manager.client.get(&path).await.expect_problem(404, "not_found");
    // A suspended organisation still reads.
    app.suspend(&school.organisation).await;
    school.manager.client.get(&path).await.expect(200);
}
