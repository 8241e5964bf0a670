use super::issue_certificates::{over, request};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_trainee_downloads_their_own_certificate() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    over(&app, &class).await;
    class.boss(&app).post(&class.path("/certificates"), request("completion")).await.expect(201);
    let mine = class.learner(&app, 0).get("/me/certificates").await.expect(200)["items"][0].clone();
    let path = format!("/me/certificates/{}?format=json", mine["id"].as_str().unwrap());
    let said = class.learner(&app, 0).get(&path).await.expect(200);
    assert_eq!(said["document"]["last_name"], "Stagiaire0");
    class.learner(&app, 1).get(&path).await.expect_problem(404, "not_found");
    class.boss(&app).get(&path).await.expect_problem(404, "not_found");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
}
