use reqwest::Method;
use serde_json::{Value, json};

use super::{items, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::rooms::{message_path, room_path};

#[tokio::test]
async fn who_was_put_out_comes_back() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let sent = talk.learner(&app, 0).say(talk.general, "Une méchanceté").await;
    let report = json!({ "reason": "insult" });
    talk.learner(&app, 1).post(&message_path(talk.general, &sent, "/reports"), report).await.expect(201);
    let waiting = talk.teacher(&app).get("/room-reports").await.expect(200);
    let decision = format!("/room-reports/{}/decision", items(&waiting)[0]["id"].as_str().unwrap());
    talk.teacher(&app).post(&decision, json!({ "decision": "expelled" })).await.expect(200);
    talk.learner(&app, 0).get(&room_path(talk.general, "")).await.expect_problem(404, "not_found");
    let profile = talk.class.trainees[0].user.profile;
    let path = room_path(talk.general, &format!("/expulsions/{profile}"));
    talk.learner(&app, 1).delete(&path).await.expect_problem(403, "forbidden");
    talk.teacher(&app).delete(&path).await.expect(204);
    talk.learner(&app, 0).say(talk.general, "Pardon").await;
    talk.teacher(&app).delete(&path).await.expect_problem(404, "not_found");
    only_for_those_of_the_session(&app, &talk, (Method::DELETE, &path), &Value::Null).await;
}
