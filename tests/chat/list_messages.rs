use reqwest::Method;
use serde_json::{Value, json};

use super::{items, only_for_its_two, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::rooms::{Talk, room_path};

async fn page(client: &Client, talk: &Talk, query: &str) -> Value {
    client.get(&room_path(talk.general, &format!("/messages?{query}"))).await.expect(200)
}

fn places(page: &Value) -> Vec<i64> {
    items(page).iter().map(|message| message["position"].as_i64().unwrap()).collect()
}

async fn ten(app: &TestApp) -> Talk {
    let talk = app.talk(1).await;
    for number in 1..=10 {
        talk.teacher(app).say(talk.general, &format!("Message {number}")).await;
    }
    talk
}

#[tokio::test]
async fn the_newest_come_first_and_pages_lead_back_and_forth() {
    let app = TestApp::start().await;
    let talk = ten(&app).await;
    let client = talk.learner(&app, 0);
    let newest = page(&client, &talk, "limit=4").await;
    assert_eq!(places(&newest), [7, 8, 9, 10]);
    assert_eq!(
        (&newest["before"], &newest["after"], &newest["position"]),
        (&json!(7), &Value::Null, &json!(10))
    );
    let older = page(&client, &talk, "limit=4&before=7").await;
    assert_eq!((places(&older), &older["before"], &older["after"]), (vec![3, 4, 5, 6], &json!(3), &json!(6)));
    let first = page(&client, &talk, "limit=4&before=3").await;
    assert_eq!((places(&first), &first["before"], &first["after"]), (vec![1, 2], &Value::Null, &json!(2)));
    let on = page(&client, &talk, "limit=4&after=2").await;
    assert_eq!((places(&on), &on["before"], &on["after"]), (vec![3, 4, 5, 6], &json!(3), &json!(6)));
    let last = page(&client, &talk, "limit=4&after=6").await;
    assert_eq!((places(&last), &last["after"]), (vec![7, 8, 9, 10], &Value::Null));
    assert_eq!(places(&page(&client, &talk, "after=10").await), Vec::<i64>::new());
}

#[tokio::test]
async fn one_jumps_to_the_first_unread() {
    let app = TestApp::start().await;
    let talk = ten(&app).await;
    let client = talk.learner(&app, 0);
    client.put(&room_path(talk.general, "/read-position"), json!({ "position": 6 })).await.expect(204);
    let jumped = page(&client, &talk, "limit=4&around=first_unread").await;
    assert_eq!((places(&jumped), &jumped["first_unread"]), (vec![5, 6, 7, 8], &json!(7)));
    assert_eq!((&jumped["before"], &jumped["after"]), (&json!(5), &json!(8)));
    let around = page(&client, &talk, "limit=5&around=2").await;
    assert_eq!(places(&around), [1, 2, 3, 4]);
    client.put(&room_path(talk.general, "/read-position"), json!({ "position": 10 })).await.expect(204);
    let read = page(&client, &talk, "limit=3&around=first_unread").await;
    assert_eq!((places(&read), &read["first_unread"]), (vec![8, 9, 10], &Value::Null));
}

#[tokio::test]
async fn every_fault_is_named() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let client = talk.learner(&app, 0);
    let ask = async |query: &str| client.get(&room_path(talk.general, &format!("/messages?{query}"))).await;
    ask("limit=101").await.expect_field("/limit", "out_of_range");
    ask("around=demain").await.expect_field("/around", "invalid_type");
    ask("before=1&after=2").await.expect_field("/around", "one_of");
    ask("since=1").await.expect_field("/since", "unknown_field");
    for extreme in [i64::MIN, i64::MAX] {
        for way in ["before", "after", "around"] {
            assert!(items(&ask(&format!("{way}={extreme}")).await.expect(200)).is_empty());
        }
    }
}

#[tokio::test]
async fn it_is_for_those_of_the_room() {
    let app = TestApp::start().await;
    let (talk, pair) = (app.talk(1).await, app.pair().await);
    let path = room_path(talk.general, "/messages");
    only_for_those_of_the_session(&app, &talk, (Method::GET, &path), &Value::Null).await;
    only_for_its_two(&app, &pair, (Method::GET, &room_path(pair.room, "/messages")), &Value::Null).await;
}
