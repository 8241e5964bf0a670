use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_of_the_session;
use crate::support::app::TestApp;
use crate::support::rooms::{room_path, text};

#[tokio::test]
async fn one_is_told_of_what_one_wants() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let learner = &talk.class.trainees[0].user;
    let path = room_path(talk.general, "/preferences");
    let set = async |level: Value, muted: bool| {
        learner.client.put(&path, json!({ "level": level, "is_muted": muted })).await.expect(200)
    };
    let say = async |named: bool| {
        let mut body = text("Un mot");
        if named {
            body["mentions"] = json!([learner.profile]);
        }
        talk.teacher(&app).post(&room_path(talk.general, "/messages"), &body).await.expect(201);
        let told =
            (app.told(learner, "room.message").await.len(), app.told(learner, "room.mention").await.len());
        app.execute("DELETE FROM notification").await;
        told
    };
    assert_eq!((say(false).await, say(true).await), ((0, 0), (0, 1)));
    assert_eq!(set(json!("all"), false).await["level"], "all");
    assert_eq!((say(false).await, say(true).await), ((1, 0), (0, 1)));
    set(json!("none"), false).await;
    assert_eq!((say(false).await, say(true).await), ((0, 0), (0, 0)));
    let muted = set(json!("all"), true).await;
    assert_eq!(muted["is_muted"], true);
    assert_eq!((say(false).await, say(true).await), ((0, 0), (0, 0)));
    assert_eq!(set(Value::Null, false).await["level"], "mentions");
    learner
        .client
        .put(&path, json!({ "level": "some", "is_muted": false }))
        .await
        .expect_field("/level", "invalid_type");
    let body = json!({ "level": null, "is_muted": false });
    only_for_those_of_the_session(&app, &talk, (Method::PUT, &path), &body).await;
}
