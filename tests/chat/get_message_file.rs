use reqwest::Method;
use serde_json::{Value, json};

use super::{only_for_its_two, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::files::{pdf, png};
use crate::support::rooms::{client_id, message_path, room_path};

async fn with_file(client: &Client, room: uuid::Uuid, name: &str, bytes: Vec<u8>) -> (Value, String) {
    let file = client.upload("/me/files", name, bytes).await.expect(201)["id"].as_str().unwrap().to_owned();
    let body = json!({ "client_id": client_id(), "file_ids": [file] });
    let sent = client.post(&room_path(room, "/messages"), &body).await.expect(201);
    (sent, file)
}

#[tokio::test]
async fn a_file_is_for_whoever_reads_its_message_now() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (sent, file) = with_file(&talk.learner(&app, 0), talk.general, "plan.png", png(2, 2, "x")).await;
    let path = message_path(talk.general, &sent, &format!("/files/{file}"));
    let answer = talk.learner(&app, 1).get(&path).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.headers["content-type"]),
        (200, &"image/png".parse().unwrap())
    );
    assert_eq!(answer.headers["cache-control"], "private, no-store");
    only_for_those_of_the_session(&app, &talk, (Method::GET, &path), &Value::Null).await;
    let elsewhere = message_path(talk.staff, &sent, &format!("/files/{file}"));
    talk.teacher(&app).get(&elsewhere).await.expect_problem(404, "not_found");
    app.execute(&format!(
        "UPDATE enrolment SET status = 'abandoned' WHERE id = '{}'",
        talk.class.enrolment(1)
    ))
    .await;
    talk.learner(&app, 1).get(&path).await.expect_problem(404, "not_found");
    // Not even its sender reads it once the message is deleted.
    talk.learner(&app, 0).delete(&message_path(talk.general, &sent, "")).await.expect(204);
    talk.learner(&app, 0).get(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_file_of_a_private_room_is_for_its_two() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let (sent, file) = with_file(&pair.person(&app), pair.room, "cv.pdf", pdf("<< >>")).await;
    let path = message_path(pair.room, &sent, &format!("/files/{file}"));
    assert_eq!(pair.company(&app).get(&path).await.status, 200);
    only_for_its_two(&app, &pair, (Method::GET, &path), &Value::Null).await;
    pair.person(&app).get(&format!("/me/files/{file}")).await.expect(200);
    pair.company(&app).get(&format!("/me/files/{file}")).await.expect_problem(404, "not_found");
}
