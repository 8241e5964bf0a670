use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_of_the_session;
use crate::support::app::TestApp;
use crate::support::rooms::message_path;

#[tokio::test]
async fn those_who_moderate_remove_a_message_and_its_author_learns_why() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let sent = talk.learner(&app, 0).say(talk.general, "Une méchanceté").await;
    let path = message_path(talk.general, &sent, "/removal");
    let body = json!({ "reason": "Restons courtois" });
    talk.learner(&app, 1).post(&path, &body).await.expect_problem(403, "forbidden");
    let removed = talk.class.boss(&app).post(&path, &body).await.expect(200);
    assert_eq!((&removed["state"], &removed["text"]), (&json!("removed"), &Value::Null));
    assert_eq!(talk.learner(&app, 1).texts(talk.general).await, [None]);
    let told = app.told(&talk.class.trainees[0].user, "room.report_decided").await;
    assert_eq!((&told[0]["decision"], &told[0]["reason"]), (&json!("removed"), &json!("Restons courtois")));
    let twice = talk.teacher(&app).post(&path, &body).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "removed");
    let own = talk.teacher(&app).say(talk.general, "La mienne").await;
    let own = message_path(talk.general, &own, "/removal");
    talk.teacher(&app).post(&own, &body).await.expect_problem(403, "own_message");
    only_for_those_of_the_session(&app, &talk, (Method::POST, &path), &body).await;
}

#[tokio::test]
async fn nobody_removes_anything_in_a_private_room() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let sent = pair.company(&app).say(pair.room, "Bonjour").await;
    let path = message_path(pair.room, &sent, "/removal");
    pair.person(&app).post(&path, json!({ "reason": "Non" })).await.expect_problem(403, "forbidden");
    let admin = app.platform_admin().await;
    admin.client.post(&path, json!({ "reason": "Non" })).await.expect_problem(404, "not_found");
}
