//! Deletion is physical: after it nothing of a room is in any table, in the object store, in notices or in mails that wait.

use serde_json::json;

use super::items;
use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::files::pdf;
use crate::support::mailbox;
use crate::support::rooms::{client_id, message_path, room_path};

#[tokio::test]
async fn nothing_of_a_room_is_left_anywhere() {
    let app = TestApp::start().await;
    let (admin, pair) = (app.platform_admin().await, app.pair().await);
    let (person, company) = (pair.person(&app), pair.company(&app));
    let canary = "zqperroquetqz";
    // Said, edited, deleted, quoted, sent with a key that has answers kept, with files of that name, named, reported with a comment.
    let file = person.upload("/me/files", &format!("{canary}.pdf"), pdf(&format!("<< /{canary} >>"))).await;
    let body = json!({
        "client_id": client_id(), "text": format!("Un {canary}"), "file_ids": [file.expect(201)["id"]],
        "mentions": [pair.recruiter.user.profile],
    });
    let request = person.request(reqwest::Method::POST, &room_path(pair.room, "/messages"));
    let sent = send(request.header("idempotency-key", "une-cle").json(&body)).await.expect(201);
    let edited = company.say(pair.room, &format!("Encore un {canary}")).await;
    let path = message_path(pair.room, &edited, "");
    company.put_at(&path, &json!(1), json!({ "text": format!("{canary} toujours") })).await.expect(200);
    company.delete(&path).await.expect(204);
    let answer = json!({ "client_id": client_id(), "text": canary, "reply_to": sent["id"] });
    let answer = company.post(&room_path(pair.room, "/messages"), &answer).await.expect(201);
    let report = json!({ "reason": "other", "comment": format!("Ce {canary}") });
    let made = person.post(&message_path(pair.room, &answer, "/reports"), report).await.expect(201);
    let judged = json!({ "decision": "retained", "note": format!("Un {canary} de plus") });
    let decision = format!("/room-reports/{}/decision", made["id"].as_str().unwrap());
    admin.client.post(&decision, judged).await.expect(200);
    let places = app.places_of(canary).await;
    for expected in [
        "message.text",
        "message.search",
        "message_version.text",
        "room_report.comment",
        "room_report.note",
        "file.name",
    ] {
        assert!(
            places.contains(&expected.to_owned()),
            "the search finds what is there: {expected} in {places:?}"
        );
    }
    assert!(
        places.iter().all(|place| !place.starts_with("notification") && !place.starts_with("audit")),
        "{places:?}"
    );
    let objects = app.objects().len();
    assert!(objects > 0);
    // The month goes by.
    app.go_to("2026-04-03T21:59:01Z");
    app.end_rooms().await;
    assert_eq!(app.places_of(canary).await, Vec::<String>::new());
    assert_eq!(app.objects(), Vec::<std::path::PathBuf>::new());
    for table in [
        "chat_room",
        "message",
        "message_version",
        "message_mention",
        "message_file",
        "room_member",
        "room_report",
    ] {
        let sql = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&app.state.pool).await.unwrap();
        assert_eq!(count, 0, "{table}");
    }
    let kinds: Vec<String> = sqlx::query_scalar("SELECT DISTINCT kind FROM notification")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(kinds, ["room.closed"], "all that is left to be told");
    for mail in mailbox::read(&app.data.path().join("mail")) {
        assert!(!mail.body.to_lowercase().contains(canary), "{}", mail.body);
    }
    let receipts = pair.person(&app).get("/me/room-receipts").await.expect(200);
    let receipt = &items(&receipts)[0];
    assert_eq!(
        (&receipt["messages"], &receipt["files"], &receipt["why"]),
        (&json!(3), &json!(1), &json!("expired"))
    );
}

#[tokio::test]
async fn mails_that_wait_go_with_the_room() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let mut named = crate::support::rooms::text("Vous");
    named["mentions"] = json!([pair.recruiter.user.profile]);
    pair.person(&app).post(&room_path(pair.room, "/messages"), &named).await.expect(201);
    let waiting = async || -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM notification WHERE kind = 'room.mention'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    };
    assert_eq!(waiting().await, 1);
    pair.person(&app).delete(&room_path(pair.room, "")).await.expect(200);
    assert_eq!(waiting().await, 0);
}
