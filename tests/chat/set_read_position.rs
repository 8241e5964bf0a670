use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_of_the_session;
use crate::support::app::TestApp;
use crate::support::rooms::{room_path, text};

#[tokio::test]
async fn reading_counts_down_and_marking_unread_counts_up_again() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    for number in 0..3 {
        talk.teacher(&app).say(talk.general, &format!("{number}")).await;
    }
    let (client, path) = (talk.learner(&app, 0), room_path(talk.general, "/read-position"));
    assert_eq!(client.room(talk.general).await["unread"], 3);
    client.put(&path, json!({ "position": 3 })).await.expect(204);
    let read = client.room(talk.general).await;
    assert_eq!((&read["unread"], &read["read_position"]), (&json!(0), &json!(3)));
    client.put(&path, json!({ "position": 1 })).await.expect(204);
    assert_eq!(client.room(talk.general).await["unread"], 2, "marked unread from there on");
    client.put(&path, json!({ "position": 3, "is_marked_unread": true })).await.expect(204);
    let marked = client.room(talk.general).await;
    assert_eq!((&marked["unread"], &marked["is_marked_unread"]), (&json!(0), &json!(true)));
    client.put(&path, json!({ "position": 4 })).await.expect_field("/position", "out_of_range");
    client.put(&path, json!({ "position": -1 })).await.expect_field("/position", "out_of_range");
    only_for_those_of_the_session(&app, &talk, (Method::PUT, &path), &json!({ "position": 0 })).await;
}

#[tokio::test]
async fn what_was_read_in_the_room_is_no_notice_any_more() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let learner = &talk.class.trainees[0].user;
    for words in ["Toi", "Et toi"] {
        let mut named = text(words);
        named["mentions"] = json!([learner.profile]);
        talk.teacher(&app).post(&room_path(talk.general, "/messages"), &named).await.expect(201);
    }
    let unread = async || -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM notification WHERE person_id = $1 AND read_at IS NULL")
            .bind(learner.id)
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    };
    assert_eq!(unread().await, 2);
    let path = room_path(talk.general, "/read-position");
    learner.client.put(&path, json!({ "position": 1 })).await.expect(204);
    assert_eq!(unread().await, 1);
    learner.client.put(&path, json!({ "position": 2 })).await.expect(204);
    assert_eq!(unread().await, 0);
}

#[tokio::test]
async fn reading_keeps_no_private_room_alive() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    pair.company(&app).say(pair.room, "Bonjour").await;
    let before = app.ends_at(pair.room).await;
    app.advance(chrono::Duration::days(5));
    let path = room_path(pair.room, "/read-position");
    pair.person(&app).put(&path, json!({ "position": 1 })).await.expect(204);
    assert_eq!(app.ends_at(pair.room).await, before);
    assert_eq!(pair.company(&app).room(pair.room).await["read_position"], Value::from(0), "each their own");
}
