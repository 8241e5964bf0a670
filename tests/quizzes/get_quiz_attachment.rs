use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn what_a_session_takes_is_shown_to_its_staff_alone() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    let path = school.attachment_path(&session, &place, "/attachment");
    let answer = school.trainer.client.get(&path).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let shown = answer.expect(200);
    assert_eq!(
        (&shown["title"], &shown["quiz"], &shown["rules"]),
        (&json!("Évaluation"), &Value::Null, &json!([]))
    );
    school.manager.client.get(&path).await.expect(200);
    let (other, trainee) = (app.trainer(&school.organisation).await, app.trainee(&school.organisation).await);
    let foreign = app.school("Ailleurs").await;
    other.client.get(&path).await.expect_problem(404, "not_found");
    trainee.client.get(&path).await.expect_problem(403, "forbidden");
    foreign.manager.client.get(&path).await.expect_problem(404, "not_found");
    let another = school.session(&app, "Autre").await;
    let elsewhere = school.attachment_path(&another, &place, "/attachment");
    school.manager.client.get(&elsewhere).await.expect_problem(404, "not_found");
}
