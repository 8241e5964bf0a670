use reqwest::Method;
use serde_json::json;

use super::{only_for_its_two, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::rooms::message_path;

#[tokio::test]
async fn a_report_reaches_those_who_moderate_and_nobody_else() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let admin = app.platform_admin().await;
    let sent = talk.learner(&app, 0).say(talk.general, "Une méchanceté").await;
    let path = message_path(talk.general, &sent, "/reports");
    let other = talk.learner(&app, 1);
    other.post(&path, json!({ "reason": "other" })).await.expect_field("/comment", "required");
    other.post(&path, json!({ "reason": "rude" })).await.expect_field("/reason", "invalid_type");
    other
        .post(&path, json!({ "reason": "insult", "comment": "é".repeat(1001) }))
        .await
        .expect_field("/comment", "too_long");
    other.post(&path, json!({ "reason": "insult", "comment": "Lisez" })).await.expect(201);
    other.post(&path, json!({ "reason": "spam" })).await.expect_problem(409, "already_reported");
    talk.learner(&app, 0).post(&path, json!({ "reason": "spam" })).await.expect_problem(403, "own_message");
    assert_eq!(app.told(&talk.class.trainer, "room.reported").await.len(), 1);
    assert!(app.told(&admin, "room.reported").await.is_empty());
    assert!(app.told(&talk.class.trainees[0].user, "room.reported").await.is_empty());
    // The message stays, and its author is read on: a report is no block.
    assert_eq!(other.texts(talk.general).await, [Some("Une méchanceté".to_owned())]);
    let body = json!({ "reason": "insult" });
    only_for_those_of_the_session(&app, &talk, (Method::POST, &path), &body).await;
}

#[tokio::test]
async fn a_trainers_own_message_is_judged_by_somebody_else() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let sent = talk.teacher(&app).say(talk.general, "Une méchanceté").await;
    let path = message_path(talk.general, &sent, "/reports");
    talk.learner(&app, 0).post(&path, json!({ "reason": "insult" })).await.expect(201);
    assert!(app.told(&talk.class.trainer, "room.reported").await.is_empty());
    assert_eq!(app.told(&talk.class.manager, "room.reported").await.len(), 1);
}

#[tokio::test]
async fn a_report_of_a_private_room_reaches_the_platform_and_both_learn_that_the_room_is_held() {
    let app = TestApp::start().await;
    let (admin, pair) = (app.platform_admin().await, app.pair().await);
    let sent = pair.company(&app).say(pair.room, "Payez d’abord").await;
    let path = message_path(pair.room, &sent, "/reports");
    pair.person(&app).post(&path, json!({ "reason": "scam" })).await.expect(201);
    let told = app.told(&admin, "room.reported").await;
    assert_eq!(told.len(), 1);
    assert!(!told[0].to_string().contains("Durand"), "who they are stands in the report");
    for user in [&pair.person, &pair.recruiter.user] {
        let held = app.told(user, "room.held").await;
        assert_eq!((held.len(), &held[0]["held_until"]), (1, &json!("2026-06-01T08:00:00Z")));
    }
    let told = pair.person(&app).room(pair.room).await["retention"].clone();
    assert_eq!(told["told"], "Conservé jusqu’à la décision sur un signalement, au plus tard le 01/06/2026");
    assert_eq!(told, pair.company(&app).room(pair.room).await["retention"]);
    only_for_its_two(&app, &pair, (Method::POST, &path), &json!({ "reason": "scam" })).await;
}

#[tokio::test]
async fn what_its_author_deleted_can_be_reported_and_what_was_removed_cannot() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let sent = talk.learner(&app, 0).say(talk.general, "Une méchanceté").await;
    talk.learner(&app, 0).delete(&message_path(talk.general, &sent, "")).await.expect(204);
    let body = json!({ "reason": "insult" });
    talk.learner(&app, 1).post(&message_path(talk.general, &sent, "/reports"), &body).await.expect(201);
    let sent = talk.learner(&app, 0).say(talk.general, "Une autre").await;
    let why = json!({ "reason": "Non" });
    talk.teacher(&app).post(&message_path(talk.general, &sent, "/removal"), why).await.expect(200);
    let refused = talk.learner(&app, 1).post(&message_path(talk.general, &sent, "/reports"), &body).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "removed");
}
