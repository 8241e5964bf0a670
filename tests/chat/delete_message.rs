use reqwest::Method;
use serde_json::{Value, json};

use super::{items, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::files::id_of;
use crate::support::rooms::{client_id, message_path, room_path};

#[tokio::test]
async fn a_deleted_message_leaves_its_place_and_its_files_go() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let client = talk.learner(&app, 0);
    let file = client.upload_pdf().await;
    let body = json!({
        "client_id": client_id(), "text": "À oublier", "file_ids": [file["id"]],
        "mentions": [talk.class.trainees[1].user.profile],
    });
    let sent = client.post(&room_path(talk.general, "/messages"), &body).await.expect(201);
    let object = app.object_of(id_of(&file)).await;
    assert!(object.exists());
    let other = talk.learner(&app, 1);
    let answer = json!({ "client_id": client_id(), "text": "Ah", "reply_to": sent["id"] });
    other.post(&room_path(talk.general, "/messages"), &answer).await.expect(201);
    client.delete(&message_path(talk.general, &sent, "")).await.expect(204);
    let seen = other.messages(talk.general).await;
    assert_eq!(
        (&seen[0]["state"], &seen[0]["text"], &seen[0]["position"]),
        (&json!("deleted"), &Value::Null, &json!(1))
    );
    assert_eq!((&seen[0]["files"], &seen[0]["mentions"]), (&json!([]), &json!([])));
    assert_eq!(seen[1]["reply_to"]["text"], Value::Null, "a quote says nothing more either");
    app.run_jobs().await;
    assert!(!object.exists());
    assert_eq!(app.count_files().await, 0);
    assert!(app.told(&talk.class.trainees[1].user, "room.mention").await.is_empty());
    let kept = talk.teacher(&app).get(&message_path(talk.general, &sent, "/history")).await.expect(200);
    assert_eq!(items(&kept)[0]["text"], "À oublier", "those who moderate read what was said");
    // Sent again, it stays deleted.
    assert_eq!(
        client.post(&room_path(talk.general, "/messages"), &body).await.expect(200)["state"],
        "deleted"
    );
    let twice = client.delete(&message_path(talk.general, &sent, "")).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "deleted");
}

#[tokio::test]
async fn somebody_elses_message_stays() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let sent = talk.learner(&app, 0).say(talk.general, "À moi").await;
    let path = message_path(talk.general, &sent, "");
    talk.teacher(&app).delete(&path).await.expect_problem(403, "forbidden");
    talk.teacher(&app).delete(&message_path(talk.staff, &sent, "")).await.expect_problem(404, "not_found");
    only_for_those_of_the_session(&app, &talk, (Method::DELETE, &path), &Value::Null).await;
}
