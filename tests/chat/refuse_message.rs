use reqwest::Method;
use serde_json::json;

use super::list_waiting_messages::filtered;
use super::only_for_those_of_the_session;
use crate::support::app::TestApp;
use crate::support::rooms::message_path;

#[tokio::test]
async fn what_is_refused_is_read_by_nobody_and_its_author_learns_why() {
    let app = TestApp::start().await;
    let (talk, room) = filtered(&app, 1).await;
    let waiting = talk.learner(&app, 0).say(room, "Publicité").await;
    let path = message_path(room, &waiting, "/refusal");
    talk.teacher(&app).post(&path, json!({ "reason": " " })).await.expect_field("/reason", "required");
    talk.learner(&app, 0).post(&path, json!({ "reason": "Non" })).await.expect_problem(403, "forbidden");
    let refused = talk.teacher(&app).post(&path, json!({ "reason": "Pas de publicité" })).await.expect(200);
    assert_eq!(refused["state"], "refused");
    assert!(talk.teacher(&app).messages(room).await.is_empty());
    let told = app.told(&talk.class.trainees[0].user, "room.message_refused").await;
    assert_eq!(told[0]["reason"], "Pas de publicité");
    let twice = talk.teacher(&app).post(&path, json!({ "reason": "Encore" })).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "refused");
    let body = json!({ "reason": "Non" });
    only_for_those_of_the_session(&app, &talk, (Method::POST, &path), &body).await;
}
