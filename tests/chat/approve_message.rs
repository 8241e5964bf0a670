use reqwest::Method;
use serde_json::{Value, json};

use super::list_waiting_messages::filtered;
use super::only_for_those_of_the_session;
use crate::support::app::TestApp;
use crate::support::rooms::{message_path, room_path, text};

#[tokio::test]
async fn what_is_let_through_comes_after_all_that_was_said_meanwhile() {
    let app = TestApp::start().await;
    let (talk, room) = filtered(&app, 2).await;
    let (one, other) = (talk.learner(&app, 0), talk.learner(&app, 1));
    let mut body = text("Une question");
    body["mentions"] = json!([talk.class.trainees[1].user.profile]);
    let waiting = one.post(&room_path(room, "/messages"), &body).await.expect(201);
    assert!(app.told(&talk.class.trainees[1].user, "room.mention").await.is_empty());
    talk.teacher(&app).say(room, "Bonjour").await;
    let path = message_path(room, &waiting, "/approval");
    one.post(&path, ()).await.expect_problem(403, "forbidden");
    let approved = talk.teacher(&app).post(&path, ()).await.expect(200);
    assert_eq!((&approved["state"], &approved["id"]), (&json!("visible"), &waiting["id"]));
    let texts = other.texts(room).await;
    assert_eq!(texts, [Some("Bonjour".to_owned()), Some("Une question".to_owned())]);
    assert_eq!(app.told(&talk.class.trainees[1].user, "room.mention").await[0]["author"], "Samir Stagiaire0");
    let twice = talk.teacher(&app).post(&path, ()).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "visible");
    // Whoever has seen it waiting learns of the change.
    let changes = one.get(&room_path(room, "/changes?after=0")).await.expect(200);
    assert_eq!(changes["items"].as_array().unwrap().last().unwrap()["id"], waiting["id"]);
    only_for_those_of_the_session(&app, &talk, (Method::POST, &path), &Value::Null).await;
}

#[tokio::test]
async fn its_author_takes_it_back_while_it_waits() {
    let app = TestApp::start().await;
    let (talk, room) = filtered(&app, 1).await;
    let waiting = talk.learner(&app, 0).say(room, "Non, rien").await;
    talk.learner(&app, 0).delete(&message_path(room, &waiting, "")).await.expect(204);
    let refused = talk.teacher(&app).post(&message_path(room, &waiting, "/approval"), ()).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "deleted");
    assert!(talk.teacher(&app).messages(room).await.is_empty());
}
