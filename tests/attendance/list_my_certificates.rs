use serde_json::json;

use super::issue_certificates::{over, request};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_trainee_lists_their_own_certificates() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    over(&app, &class).await;
    class.boss(&app).post(&class.path("/certificates"), request("completion")).await.expect(201);
    let mine = class.learner(&app, 1).get("/me/certificates").await.expect(200)["items"].clone();
    assert_eq!(mine.as_array().unwrap().len(), 1);
    assert_eq!(mine[0]["enrolment_id"], json!(class.enrolment(1)));
    assert_eq!(class.boss(&app).get("/me/certificates").await.expect(200)["items"], json!([]));
}
