use reqwest::Method;

use crate::support::app::TestApp;

#[tokio::test]
async fn who_takes_part_has_their_own_and_nobody_else_has_it() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = format!("/me/sessions/{}/convocation", class.session);
    let response = class.learner(&app, 0).request(Method::GET, &path).send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.bytes().await.unwrap().starts_with(b"%PDF-"));
    app.trainee(&class.organisation).await.client.get(&path).await.expect_problem(404, "not_found");
    class.boss(&app).get(&path).await.expect_problem(404, "not_found");
    app.execute("UPDATE enrolment SET status = 'cancelled'").await;
    class.learner(&app, 0).get(&path).await.expect_problem(404, "not_found");
}
