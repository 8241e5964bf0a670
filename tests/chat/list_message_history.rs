use reqwest::Method;
use serde_json::{Value, json};

use super::{items, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::rooms::message_path;

#[tokio::test]
async fn every_text_it_had_is_kept_in_order() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let client = talk.learner(&app, 0);
    let sent = client.say(talk.general, "Un").await;
    let path = message_path(talk.general, &sent, "");
    client.put_at(&path, &json!(1), json!({ "text": "Deux" })).await.expect(200);
    client.put_at(&path, &json!(2), json!({ "text": "Trois" })).await.expect(200);
    client.delete(&path).await.expect(204);
    let history = message_path(talk.general, &sent, "/history");
    let kept = talk.teacher(&app).get(&history).await.expect(200);
    let texts: Vec<_> = items(&kept)
        .iter()
        .map(|it| (it["number"].as_i64().unwrap(), it["text"].as_str().unwrap()))
        .collect();
    assert_eq!(texts, [(1, "Un"), (2, "Deux"), (3, "Trois")]);
    client.get(&history).await.expect_problem(403, "forbidden");
    only_for_those_of_the_session(&app, &talk, (Method::GET, &history), &Value::Null).await;
}

#[tokio::test]
async fn of_a_private_room_nobody_reads_it() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let sent = pair.company(&app).say(pair.room, "Bonjour").await;
    let history = message_path(pair.room, &sent, "/history");
    for client in [pair.person(&app), pair.company(&app)] {
        client.get(&history).await.expect_problem(403, "forbidden");
    }
}
