use chrono::Duration;
use reqwest::Method;
use serde_json::json;

use super::{items, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::rooms::message_path;

#[tokio::test]
async fn ones_own_message_is_edited_for_ten_minutes_and_moderators_read_what_it_said() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let sent = talk.learner(&app, 0).say(talk.general, "Rendez vous à 8 h").await;
    let path = message_path(talk.general, &sent, "");
    app.advance(Duration::seconds(599));
    let edited = talk
        .learner(&app, 0)
        .put_at(&path, &json!(1), json!({ "text": "Rendez-vous à 9 h" }))
        .await
        .expect(200);
    assert_eq!(
        (&edited["text"], &edited["version"], &edited["position"]),
        (&json!("Rendez-vous à 9 h"), &json!(2), &json!(1))
    );
    assert!(edited["edited_at"].is_string() && edited["change"] == 2);
    let seen = talk.learner(&app, 1).messages(talk.general).await.remove(0);
    assert_eq!((&seen["text"], &seen["editable_until"]), (&json!("Rendez-vous à 9 h"), &json!(null)));
    let history = message_path(talk.general, &sent, "/history");
    let before = talk.teacher(&app).get(&history).await.expect(200);
    assert_eq!(items(&before)[0]["text"], "Rendez vous à 8 h");
    talk.learner(&app, 1).get(&history).await.expect_problem(403, "forbidden");
    app.advance(Duration::seconds(1));
    let late = talk.learner(&app, 0).put_at(&path, &json!(2), json!({ "text": "Non" })).await;
    late.expect_problem(409, "edit_over");
}

#[tokio::test]
async fn two_windows_notice_one_another() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let (client, sent) = (talk.learner(&app, 0), talk.learner(&app, 0).say(talk.general, "Un").await);
    let path = message_path(talk.general, &sent, "");
    client.put_at(&path, &json!(1), json!({ "text": "Deux" })).await.expect(200);
    let stale = client.put_at(&path, &json!(1), json!({ "text": "Trois" })).await;
    assert_eq!(stale.expect_problem(412, "stale")["current"]["text"], "Deux");
    // The same text again is no change.
    let same = client.put_at(&path, &json!(2), json!({ "text": "Deux" })).await.expect(200);
    assert_eq!(same["version"], 2);
    client.put_at(&path, &json!(2), json!({ "text": "" })).await.expect_field("/text", "required");
    client
        .put_at(&path, &json!(2), json!({ "text": "é".repeat(4001) }))
        .await
        .expect_field("/text", "too_long");
    client.put(&path, json!({ "text": "Quatre" })).await.expect_problem(428, "precondition_required");
    only_for_those_of_the_session(&app, &talk, (Method::PUT, &path), &json!({ "text": "Cinq" })).await;
}

#[tokio::test]
async fn what_is_gone_or_whose_author_may_not_write_stays_as_it_is() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let client = talk.learner(&app, 0);
    let sent = client.say(talk.general, "Un").await;
    let path = message_path(talk.general, &sent, "");
    client.delete(&path).await.expect(204);
    let refused = client.put_at(&path, &json!(2), json!({ "text": "Deux" })).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "deleted");
    let other = client.say(talk.general, "Trois").await;
    app.execute(&format!(
        "UPDATE room_member SET silenced_until = '2026-03-04T00:00:00Z' WHERE person_id = '{}'",
        talk.class.trainees[0].user.id
    ))
    .await;
    let refused =
        client.put_at(&message_path(talk.general, &other, ""), &json!(1), json!({ "text": "Quatre" })).await;
    refused.expect_problem(403, "silenced");
}
