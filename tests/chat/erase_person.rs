//! An account is erased: its messages stay without its name, as long as the others' do.

use serde_json::{Value, json};

use super::items;
use crate::support::app::TestApp;
use crate::support::rooms::{client_id, message_path, room_path};
use crate::support::users::User;

async fn erase(app: &TestApp, user: &User) {
    let mut tx = app.state.pool.begin().await.unwrap();
    let now = app.state.clock.now();
    carnet::chat::erase_person(&mut tx, &app.state.ids, user.id, now).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

#[tokio::test]
async fn in_a_session_the_messages_stay_and_the_name_goes() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let leaver = talk.class.trainees[0].user.clone();
    let client = &leaver.client;
    let file = client.upload_pdf().await["id"].clone();
    let body = json!({ "client_id": client_id(), "text": "Perroquet", "file_ids": [file] });
    let sent = client.post(&room_path(talk.general, "/messages"), &body).await.expect(201);
    client
        .put_at(&message_path(talk.general, &sent, ""), &json!(1), json!({ "text": "Canari" }))
        .await
        .expect(200);
    let seen = talk.learner(&app, 1).messages(talk.general).await.remove(0);
    assert_eq!(seen["author"]["name"], "Samir Stagiaire0");
    let before = seen["change"].as_i64().unwrap();
    erase(&app, &leaver).await;
    let seen = talk.learner(&app, 1).messages(talk.general).await.remove(0);
    assert_eq!(
        (&seen["author"]["name"], &seen["author"]["profile_id"]),
        (&json!("Compte supprimé"), &Value::Null)
    );
    assert_eq!((&seen["text"], &seen["files"], &seen["position"]), (&json!("Canari"), &json!([]), &json!(1)));
    assert!(seen["change"].as_i64().unwrap() > before, "pages that are open learn of it");
    assert_eq!(app.places_of("perroquet").await, Vec::<String>::new(), "what it said before goes");
    assert_eq!(app.count_files().await, 0);
    for (table, column) in
        [("message", "author_id"), ("room_member", "person_id"), ("message_mention", "person_id")]
    {
        let sql =
            sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table} WHERE {column} = '{}'", leaver.id));
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&app.state.pool).await.unwrap();
        assert_eq!(count, 0, "{table}.{column}");
    }
}

#[tokio::test]
async fn in_a_private_room_the_other_reads_on_until_it_ends_and_is_told() {
    for is_recruiter in [false, true] {
        let app = TestApp::start().await;
        let pair = app.pair().await;
        pair.person(&app).say(pair.room, "Bonjour").await;
        pair.company(&app).say(pair.room, "Bonjour à vous").await;
        let (gone, left) = if is_recruiter {
            (&pair.recruiter.user, &pair.person)
        } else {
            (&pair.person, &pair.recruiter.user)
        };
        let ends = app.ends_at(pair.room).await;
        erase(&app, gone).await;
        let client = app.renewed(left).client;
        assert_eq!(client.texts(pair.room).await.len(), 2);
        let names: Vec<_> =
            client.messages(pair.room).await.iter().map(|it| it["author"]["name"].clone()).collect();
        assert!(names.contains(&json!("Compte supprimé")), "{names:?}");
        assert_eq!(app.ends_at(pair.room).await, ends);
        client.try_say(pair.room, "Allô ?").await.expect_problem(409, "room_paused");
        let told = app.told(left, "room.paused").await;
        assert_eq!((told.len(), &told[0]["why"]), (1, &json!("left")));
        app.end_rooms().await;
        assert_eq!(app.told(left, "room.paused").await.len(), 1, "once");
        app.renewed(gone).client.get(&room_path(pair.room, "")).await.expect_problem(404, "not_found");
        app.go_to("2026-04-03T22:00:00Z");
        app.end_rooms().await;
        assert!(app.ends_at(pair.room).await.is_none());
        let receipts = app.renewed(left).client.get("/me/room-receipts").await.expect(200);
        assert_eq!(items(&receipts).len(), 1);
        let kept: i64 =
            sqlx::query_scalar("SELECT count(*) FROM room_receipt").fetch_one(&app.state.pool).await.unwrap();
        assert_eq!(kept, 1, "none for an account that is gone");
    }
}

#[tokio::test]
async fn what_waits_goes_and_reports_stay_without_the_name() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let sent = talk.learner(&app, 0).say(talk.general, "Achetez").await;
    let report = json!({ "reason": "spam" });
    talk.learner(&app, 1).post(&message_path(talk.general, &sent, "/reports"), report).await.expect(201);
    let settings = room_path(talk.general, "/settings");
    talk.teacher(&app).put_at(&settings, &json!(1), json!({ "writing": "approval" })).await.expect(200);
    talk.learner(&app, 1).say(talk.general, "Une question").await;
    erase(&app, &talk.class.trainees[1].user).await;
    let waiting = talk.teacher(&app).get(&room_path(talk.general, "/waiting-messages")).await.expect(200);
    assert!(items(&waiting).is_empty());
    let reports = talk.teacher(&app).get("/room-reports").await.expect(200);
    assert_eq!(items(&reports)[0]["reporter"], "Compte supprimé");
}
