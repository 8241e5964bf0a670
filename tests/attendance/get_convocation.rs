use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn the_convocation_of_a_participant_is_drawn() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.path(&format!("/enrolments/{}/convocation", class.enrolment(0)));
    let response = class.boss(&app).request(Method::GET, &path).send().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), &response.headers()["content-type"]),
        (200, &"application/pdf".parse().unwrap())
    );
    let disposition = response.headers()["content-disposition"].to_str().unwrap().to_owned();
    assert_eq!(disposition, "attachment; filename=\"convocation.pdf\"");
    assert!(response.bytes().await.unwrap().starts_with(b"%PDF-"));
    only_for_those_who_run_it(&app, &class, Method::GET, &path, &Value::Null).await;
}

#[tokio::test]
async fn the_employer_is_drawn_where_there_is_one() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.path(&format!("/enrolments/{}/convocation", class.enrolment(0)));
    let drawn = async || {
        let response = class.boss(&app).request(Method::GET, &path).send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200);
        response.bytes().await.unwrap()
    };
    let without = drawn().await;
    assert!(drawn().await == without, "the same data give the same bytes");
    app.execute("UPDATE enrolment SET employer = 'Chantiers Lefort'").await;
    assert!(drawn().await != without, "the employer is not drawn");
}

#[tokio::test]
async fn only_participants_of_an_announced_session_are_called() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let waiting = class.enrol(&app, None, "En attente").await;
    app.execute(&format!("UPDATE enrolment SET status = 'waiting' WHERE id = '{waiting}'")).await;
    let path =
        |enrolment: carnet::ids::EnrolmentId| class.path(&format!("/enrolments/{enrolment}/convocation"));
    class.boss(&app).get(&path(waiting)).await.expect_problem(404, "not_found");
    class.boss(&app).get(&path(uuid::Uuid::nil().into())).await.expect_problem(404, "not_found");
    for status in ["draft", "cancelled"] {
        app.execute(&format!("UPDATE training_session SET status = '{status}'")).await;
        let refused = class.boss(&app).get(&path(class.enrolment(0))).await;
        assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], json!(status));
    }
}
