//! What is written through one server is told on the streams of the other.

use carnet::notices::NoticeKind;
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::live::Live;

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
