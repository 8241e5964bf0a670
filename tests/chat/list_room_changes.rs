use reqwest::Method;
use serde_json::{Value, json};

use super::{items, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::rooms::{message_path, room_path};

#[tokio::test]
async fn a_page_catches_up_with_all_that_changed() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (one, other) = (talk.learner(&app, 0), talk.learner(&app, 1));
    let first = one.say(talk.general, "Premier").await;
    let second = one.say(talk.general, "Deuxième").await;
    let third = talk.teacher(&app).say(talk.general, "Troisième").await;
    let seen = other.get(&room_path(talk.general, "/changes?after=0")).await.expect(200);
    assert_eq!((items(&seen).len(), &seen["after"], &seen["has_more"]), (3, &json!(3), &json!(false)));
    let edit =
        one.put_at(&message_path(talk.general, &first, ""), &json!(1), json!({ "text": "Premier !" })).await;
    edit.expect(200);
    send(one.request(Method::DELETE, &message_path(talk.general, &second, ""))).await.expect(204);
    let changed = other.get(&room_path(talk.general, "/changes?after=3")).await.expect(200);
    let found: Vec<_> = items(&changed).iter().map(|it| (&it["id"], &it["state"], &it["text"])).collect();
    assert_eq!(
        found,
        [
            (&first["id"], &json!("visible"), &json!("Premier !")),
            (&second["id"], &json!("deleted"), &Value::Null)
        ]
    );
    assert_eq!(changed["after"], 5);
    let nothing = other.get(&room_path(talk.general, "/changes?after=5")).await.expect(200);
    assert_eq!((items(&nothing).len(), &nothing["after"]), (0, &json!(5)));
    // What changed twice is there once, as it is now; pieces follow one another.
    let piece = other.get(&room_path(talk.general, "/changes?after=0&limit=1")).await.expect(200);
    assert_eq!(
        (&items(&piece)[0]["id"], &piece["has_more"], &piece["after"]),
        (&third["id"], &json!(true), &json!(3))
    );
    let rest = other.get(&room_path(talk.general, "/changes?after=3&limit=2")).await.expect(200);
    assert_eq!((items(&rest).len(), &rest["has_more"]), (2, &json!(false)));
}

#[tokio::test]
async fn it_is_for_those_of_the_room() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    talk.learner(&app, 0).get(&room_path(talk.general, "/changes")).await.expect_field("/after", "required");
    let path = room_path(talk.general, "/changes?after=0");
    only_for_those_of_the_session(&app, &talk, (Method::GET, &path), &Value::Null).await;
}
