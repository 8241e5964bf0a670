//! Rooms: who reads and writes them, what is written, moderated, reported, and deleted for good.

mod access;
mod approve_message;
mod block_person;
mod close_room;
mod decide_room_report;
mod delete_message;
mod deletion;
mod end_rooms;
mod erase_person;
mod erase_room;
mod export_room;
mod get_message_file;
mod get_room;
mod get_room_receipt;
mod get_room_report;
mod hide_reported_message;
mod list_blocked_people;
mod list_message_history;
mod list_messages;
mod list_room_changes;
mod list_room_members;
mod list_room_receipts;
mod list_room_reports;
mod list_rooms;
mod list_waiting_messages;
mod live_rooms;
mod personal_data;
mod private_rooms;
mod readmit_room_member;
mod refuse_message;
mod remove_message;
mod report_message;
mod search_messages;
mod send_message;
mod set_read_position;
mod unblock_person;
mod update_message;
mod update_room_preferences;
mod update_room_settings;

use reqwest::Method;
use serde_json::Value;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::client::{Client, send};
use crate::support::rooms::{Pair, Talk};

/// Asks something as this client.
async fn ask(client: &Client, method: &Method, path: &str, body: &Value) -> crate::support::client::Answer {
    let request = client.request(method.clone(), path).header("if-match", "\"1\"");
    send(if body.is_null() { request } else { request.json(body) }).await
}

/// Checks that a room of a session is nobody's who does not belong to it, and that an unknown one is answered alike.
async fn only_for_those_of_the_session(
    app: &TestApp,
    talk: &Talk,
    (method, path): (Method, &str),
    body: &Value,
) {
    let stranger = app.person("Ève", "Ailleurs").await;
    let other = app.organisation("Ailleurs").await;
    let manager = app.member(&other, carnet::orgs::Role::Admin).await;
    let trainer = app.trainer(&talk.class.organisation).await;
    let admin = app.platform_admin().await;
    let unknown = path.replace(&talk.general.to_string(), &Uuid::nil().to_string());
    assert_ne!(unknown, path);
    for user in [stranger, manager, trainer, admin] {
        let foreign = ask(&user.client, &method, path, body).await.expect_problem(404, "not_found");
        let nothing = ask(&user.client, &method, &unknown, body).await.expect_problem(404, "not_found");
        assert_eq!(foreign, nothing);
    }
    ask(&app.anonymous(), &method, path, body).await.expect_problem(401, "unauthenticated");
}

/// Checks that a private room is nobody's but its two's: not the company's either, nor the platform's.
async fn only_for_its_two(app: &TestApp, pair: &Pair, (method, path): (Method, &str), body: &Value) {
    let stranger = app.person("Ève", "Ailleurs").await;
    let colleague = app.recruiter_granted(crate::support::companies::SIRET).await.user;
    let admin = app.platform_admin().await;
    let unknown = path.replace(&pair.room.to_string(), &Uuid::nil().to_string());
    assert_ne!(unknown, path);
    for user in [stranger, colleague, admin] {
        let foreign = ask(&user.client, &method, path, body).await.expect_problem(404, "not_found");
        let nothing = ask(&user.client, &method, &unknown, body).await.expect_problem(404, "not_found");
        assert_eq!(foreign, nothing);
    }
    ask(&app.anonymous(), &method, path, body).await.expect_problem(401, "unauthenticated");
}

/// The items of a page.
fn items(page: &Value) -> &Vec<Value> {
    page["items"].as_array().expect("a page has items")
}
