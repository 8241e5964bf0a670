use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{items, only_for_its_two};
use crate::support::app::TestApp;
use crate::support::rooms::{message_path, room_path};

#[tokio::test]
async fn either_side_has_it_erased_at_once_for_both() {
    for by_company in [false, true] {
        let app = TestApp::start().await;
        let pair = app.pair().await;
        pair.person(&app).say(pair.room, "Perroquet").await;
        let eraser = if by_company { pair.company(&app) } else { pair.person(&app) };
        let erased = eraser.delete(&room_path(pair.room, "")).await.expect(200);
        assert_eq!(erased["is_deleted"], true);
        for (client, user) in [(pair.person(&app), &pair.person), (pair.company(&app), &pair.recruiter.user)]
        {
            client.get(&room_path(pair.room, "/messages")).await.expect_problem(404, "not_found");
            let told = app.told(user, "room.closed").await;
            assert_eq!((told.len(), &told[0]["why"]), (1, &json!("deleted")));
            let receipts = client.get("/me/room-receipts").await.expect(200);
            assert_eq!((items(&receipts).len(), &items(&receipts)[0]["why"]), (1, &json!("erased")));
        }
        assert!(app.places_of("perroquet").await.is_empty());
        eraser.delete(&room_path(pair.room, "")).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_reported_room_is_read_by_nobody_and_goes_after_the_decision() {
    let app = TestApp::start().await;
    let (admin, pair) = (app.platform_admin().await, app.pair().await);
    let sent = pair.company(&app).say(pair.room, "Payez").await;
    let path = message_path(pair.room, &sent, "/reports");
    let made = pair.person(&app).post(&path, json!({ "reason": "scam" })).await.expect(201);
    let erased = pair.company(&app).delete(&room_path(pair.room, "")).await.expect(200);
    assert_eq!(
        (&erased["is_deleted"], &erased["deleted_at"]),
        (&json!(false), &json!("2026-06-01T08:00:00Z"))
    );
    for client in [pair.person(&app), pair.company(&app)] {
        client.get(&room_path(pair.room, "")).await.expect_problem(404, "not_found");
        client.try_say(pair.room, "Oui ?").await.expect_problem(404, "not_found");
    }
    app.end_rooms().await;
    let report = format!("/room-reports/{}", made["id"].as_str().unwrap());
    assert_eq!(admin.client.get(&report).await.expect(200)["messages"][0]["text"], "Payez");
    admin.client.post(&format!("{report}/decision"), json!({ "decision": "removed" })).await.expect(200);
    app.end_rooms().await;
    assert!(app.ends_at(pair.room).await.is_none());
    app.advance(Duration::seconds(1));
    admin.client.get(&report).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_closed_room_is_erased_before_its_day_is_over() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    pair.person(&app).post(&room_path(pair.room, "/close"), ()).await.expect(200);
    pair.company(&app).delete(&room_path(pair.room, "")).await.expect(200);
    assert!(app.ends_at(pair.room).await.is_none());
    let other = app.pair().await;
    only_for_its_two(&app, &other, (Method::DELETE, &room_path(other.room, "")), &Value::Null).await;
}
