//! What is written through one server is told on the streams of the other.

use carnet::notices::NoticeKind;
use carnet::sharing;
use serde_json::json;
use uuid::Uuid;

use super::rooms::Hall;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::live::Live;
use crate::support::offers::answer_at;

fn at(node: &TestApp, client: &Client) -> Client {
    node.anonymous().with_token(client.token().unwrap())
}

/// Both servers take each other's tokens.
const SECRET: &str = "--token-secret=a key that both of these servers share together";

#[tokio::test]
async fn a_change_on_one_server_is_told_on_the_streams_of_the_other() {
    let one = TestApp::start_with(&[SECRET]).await;
    let other = one.start_beside(77, &[SECRET]).await;
    let ines = one.person("Inès", "Lefèvre").await;
    let (mut there, _) = Live::open(&at(&other, &ines.client)).await;
    let (mut here, _) = Live::open(&ines.client).await;
    one.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    there.expect_changed("notices").await;
    here.expect_changed("notices").await;
    let list = ines.client.get("/me/notifications").await.expect(200);
    let id = list["items"][0]["id"].as_str().unwrap().to_owned();
    at(&other, &ines.client).put(&format!("/me/notifications/{id}/read"), ()).await.expect(204);
    here.expect_changed("notices").await;
    there.expect_changed("notices").await;
    assert_eq!(ines.client.get("/me/notifications/count").await.expect(200), json!({ "unread": 0 }));
}

#[tokio::test]
async fn a_sign_out_on_one_server_ends_the_stream_on_the_other() {
    let one = TestApp::start_with(&[SECRET]).await;
    let other = one.start_beside(78, &[SECRET]).await;
    let ines = one.person("Inès", "Lefèvre").await;
    let (mut there, _) = Live::open(&at(&other, &ines.client)).await;
    ines.client.post("/auth/logout", ()).await.expect(204);
    there.expect_closed("session_over", std::time::Duration::from_millis(1500)).await;
}

#[tokio::test]
async fn a_message_written_on_one_server_is_told_on_the_streams_of_the_other_with_its_place() {
    let one = TestApp::with_catalogue_and(&[SECRET]).await;
    let other = one.start_beside(79, &[SECRET]).await;
    let hall = Hall::open(&one, 2).await;
    let (ines, noe) = (&hall.trainees[0], &hall.trainees[1]);
    let there = at(&other, &noe.client);
    let (mut live, _) = Live::open(&there).await;
    let path = hall.path("/messages");
    let said = async |words: &str| {
        let body = json!({ "client_id": Uuid::new_v4(), "text": words });
        ines.client.post(&path, body).await.expect(201)["change"].as_i64().unwrap()
    };
    let first = said("Bonjour").await;
    live.until("room", &json!({ "room": hall.room, "position": first })).await;
    let second = said("Vous êtes là ?").await;
    live.until("room", &json!({ "room": hall.room, "position": second })).await;
    // What was told is what the page needs to ask for what it has not seen.
    let news = there.get(&hall.path(&format!("/changes?after={first}"))).await.expect(200);
    let texts: Vec<_> = news["items"].as_array().unwrap().iter().map(|it| it["text"].clone()).collect();
    assert_eq!((texts, &news["after"]), (vec![json!("Vous êtes là ?")], &json!(second)));
}

#[tokio::test]
async fn a_share_taken_back_on_one_server_is_told_on_the_other_and_read_there_no_more() {
    let one = TestApp::hiring_with(&[SECRET]).await;
    // One object store, as two nodes have it.
    let data = format!("--data={}", one.data.path().display());
    let other = one.start_beside(81, &[SECRET, &data]).await;
    let zoe = one.seeker("Zoé").await;
    one.give_phone(&zoe, "06 12 34 56 78").await;
    one.give_cv(&zoe, "parcours").await;
    let (hirer, sent) = one.sent_to(&zoe).await;
    let (items, text) = (json!([{ "kind": "phone" }, { "kind": "cv" }]), sharing::Notice::sharing().version);
    let yes = json!({ "confirmed": true, "items": items, "policy_version": text });
    let accepted = answer_at(&zoe.client, &sent.mine(0, "/acceptance"), 1, yes).await.expect(200);
    let share = |kind: &str| {
        let mut shares = accepted["shares"].as_array().unwrap().iter();
        shares.find(|share| share["kind"] == kind).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let (there, cv) = (at(&other, &hirer.user.client), format!("/shares/{}/file", share("cv")));
    assert_eq!(there.get(&cv).await.status, 200);
    assert!(there.get(&sent.of(0, "")).await.text.contains("+33612345678"));
    let (mut live, _) = Live::open(&there).await;
    for kind in ["phone", "cv"] {
        zoe.client.delete(&format!("/me/shares/{}", share(kind))).await.expect(200);
        let seen = there.get(&sent.of(0, "")).await;
        let lines = seen.body["shared"].as_array().unwrap();
        let line = lines.iter().find(|line| line["kind"] == kind).unwrap();
        assert_eq!((&line["state"], &line["value"]), (&json!("withdrawn"), &json!(null)), "{}", seen.text);
        live.until("changed", &json!({ "topic": "shares" })).await;
    }
    there.get(&cv).await.expect_problem(403, "share_ended");
    assert!(!there.get(&sent.of(0, "")).await.text.contains("612345678"));
}
