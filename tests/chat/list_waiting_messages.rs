use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{items, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::rooms::{Talk, room_path};

/// A session with a room where trainees' messages are let through first.
pub async fn filtered(app: &TestApp, trainees: usize) -> (Talk, Uuid) {
    let talk = app.talk(trainees).await;
    let settings = room_path(talk.general, "/settings");
    talk.teacher(app).put_at(&settings, &json!(1), json!({ "writing": "approval" })).await.expect(200);
    let room = talk.general;
    (talk, room)
}

#[tokio::test]
async fn what_waits_is_read_by_its_author_and_those_who_moderate() {
    let app = TestApp::start().await;
    let (talk, room) = filtered(&app, 2).await;
    let (one, other) = (talk.learner(&app, 0), talk.learner(&app, 1));
    let waiting = one.say(room, "Première question").await;
    assert_eq!((&waiting["state"], &waiting["position"]), (&json!("waiting"), &Value::Null));
    other.say(room, "Deuxième question").await;
    assert_eq!(talk.teacher(&app).say(room, "Je vous lis").await["state"], "visible");
    for client in [&one, &other, &talk.teacher(&app)] {
        assert_eq!(client.texts(room).await, [Some("Je vous lis".to_owned())]);
    }
    let path = room_path(room, "/waiting-messages");
    let all = talk.teacher(&app).get(&path).await.expect(200);
    let texts: Vec<_> = items(&all).iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["Première question", "Deuxième question"]);
    let mine = one.get(&path).await.expect(200);
    assert_eq!((items(&mine).len(), &items(&mine)[0]["text"]), (1, &json!("Première question")));
    let page = talk.teacher(&app).get(&format!("{path}?limit=1")).await.expect(200);
    let next = format!("{path}?limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
    assert_eq!(items(&talk.teacher(&app).get(&next).await.expect(200))[0]["text"], "Deuxième question");
    let told = app.told(&talk.class.trainer, "room.message_waiting").await;
    assert_eq!(told.len(), 1, "renewed, not repeated");
    assert!(app.told(&talk.class.manager, "room.message_waiting").await.is_empty(), "there is a trainer");
    only_for_those_of_the_session(&app, &talk, (Method::GET, &path), &Value::Null).await;
}
