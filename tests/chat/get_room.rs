use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{only_for_its_two, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::rooms::room_path;

#[tokio::test]
async fn the_header_says_when_a_private_room_is_deleted_and_the_same_to_both() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let (mine, theirs) = (pair.person(&app).room(pair.room).await, pair.company(&app).room(pair.room).await);
    assert_eq!(mine["retention"], theirs["retention"]);
    assert_eq!(mine["retention"]["told"], "Supprimé le 03/04/2026 sans message");
    assert_eq!(mine["retention"]["deleted_at"], "2026-04-03T21:59:00Z");
    assert_eq!((&mine["offer"]["state"], &mine["read_only"]), (&json!("open"), &Value::Null));
    app.advance(Duration::days(3));
    pair.company(&app).say(pair.room, "Toujours là ?").await;
    assert_eq!(
        pair.person(&app).room(pair.room).await["retention"]["told"],
        "Supprimé le 06/04/2026 sans message"
    );
    only_for_its_two(&app, &pair, (Method::GET, &room_path(pair.room, "")), &Value::Null).await;
}

#[tokio::test]
async fn it_says_who_is_waited_for_and_since_when() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    assert_eq!(pair.person(&app).room(pair.room).await["waiting"], Value::Null, "nobody said anything");
    pair.company(&app).say(pair.room, "Êtes-vous libre lundi ?").await;
    app.advance(Duration::days(4));
    pair.company(&app).say(pair.room, "Ou mardi ?").await;
    app.advance(Duration::days(5));
    // Reading is no answer, and nobody learns of it.
    let person = pair.person(&app);
    person.put(&room_path(pair.room, "/read-position"), json!({ "position": 2 })).await.expect(204);
    let mine = person.room(pair.room).await["waiting"].clone();
    assert_eq!((&mine["is_me"], &mine["days"]), (&json!(true), &json!(9)));
    assert_eq!(mine["told"], "En attente de votre réponse depuis 9\u{a0}jours");
    let theirs = pair.company(&app).room(pair.room).await;
    assert_eq!(theirs["waiting"]["told"], "En attente de sa réponse depuis 9\u{a0}jours");
    assert!(theirs.as_object().unwrap().keys().all(|key| key != "read_by"));
    person.say(pair.room, "Mardi").await;
    assert_eq!(pair.company(&app).room(pair.room).await["waiting"]["is_me"], true);
    assert_eq!(
        person.room(pair.room).await["waiting"]["told"],
        "En attente de sa réponse depuis aujourd’hui"
    );
}

#[tokio::test]
async fn the_room_of_a_session_is_kept_with_the_session() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let room = talk.learner(&app, 0).room(talk.general).await;
    assert_eq!(room["retention"]["told"], "Conservé avec la session, jusqu’au 13/03/2032");
    assert_eq!(
        (&room["waiting"], &room["offer"], &room["level"]),
        (&Value::Null, &Value::Null, &json!("mentions"))
    );
    app.execute("UPDATE training_session SET retention = 'cofunded'").await;
    let told = talk.learner(&app, 0).room(talk.general).await["retention"]["told"].clone();
    assert_eq!(told, "Conservé avec la session, jusqu’au 13/03/2036");
    let path = room_path(talk.general, "");
    only_for_those_of_the_session(&app, &talk, (Method::GET, &path), &Value::Null).await;
}
