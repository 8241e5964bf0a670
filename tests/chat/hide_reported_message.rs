use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rooms::message_path;

#[tokio::test]
async fn a_message_is_hidden_while_it_is_looked_at_and_shown_again() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let sent = talk.learner(&app, 0).say(talk.general, "Une méchanceté").await;
    let body = json!({ "reason": "insult" });
    let made =
        talk.learner(&app, 1).post(&message_path(talk.general, &sent, "/reports"), body).await.expect(201);
    let report = format!("/room-reports/{}", made["id"].as_str().unwrap());
    let path = format!("{report}/hidden");
    talk.learner(&app, 1).put(&path, json!({ "hidden": true })).await.expect_problem(404, "not_found");
    let teacher = talk.teacher(&app);
    let shown = teacher.put(&path, json!({ "hidden": true })).await.expect(200);
    assert_eq!(shown["messages"][0]["text"], "Une méchanceté", "whoever decides reads it");
    for client in [talk.learner(&app, 0), talk.learner(&app, 1), teacher.clone()] {
        let seen = client.messages(talk.general).await.remove(0);
        assert_eq!((&seen["state"], &seen["text"]), (&json!("hidden"), &Value::Null));
    }
    teacher.put(&path, json!({ "hidden": true })).await.expect(200);
    teacher.put(&path, json!({ "hidden": false })).await.expect(200);
    assert_eq!(talk.learner(&app, 1).texts(talk.general).await, [Some("Une méchanceté".to_owned())]);
    teacher.put(&path, json!({ "hidden": true })).await.expect(200);
    teacher.post(&format!("{report}/decision"), json!({ "decision": "retained" })).await.expect(200);
    assert_eq!(talk.learner(&app, 1).texts(talk.general).await, [Some("Une méchanceté".to_owned())]);
    let late = teacher.put(&path, json!({ "hidden": true })).await;
    assert_eq!(late.expect_problem(409, "illegal_transition")["current_state"], "retained");
}
