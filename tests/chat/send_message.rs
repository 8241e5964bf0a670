use std::collections::BTreeSet;

use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{items, only_for_its_two, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::client::{Answer, Client};
use crate::support::rooms::{client_id, message_path, room_path, text};

#[tokio::test]
async fn a_message_is_read_by_everybody_of_the_room_in_its_place() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let sent = talk.learner(&app, 0).say(talk.general, "  Bonjour à tous\r\nÀ demain  ").await;
    assert_eq!((&sent["position"], &sent["state"]), (&json!(1), &json!("visible")));
    assert_eq!(sent["text"], "Bonjour à tous\nÀ demain");
    assert_eq!((&sent["author"]["is_me"], &sent["author"]["side"]), (&json!(true), &json!("member")));
    assert!(sent["client_id"].is_string() && sent["editable_until"].is_string());
    let second = talk.teacher(&app).say(talk.general, "Bienvenue").await;
    assert_eq!((&second["position"], &second["author"]["side"]), (&json!(2), &json!("staff")));
    let seen = talk.learner(&app, 1).messages(talk.general).await;
    assert_eq!(seen.len(), 2);
    assert_eq!(
        (&seen[0]["author"]["name"], &seen[0]["client_id"]),
        (&json!("Samir Stagiaire0"), &Value::Null)
    );
    assert_eq!((&seen[0]["author"]["is_me"], &seen[0]["editable_until"]), (&json!(false), &Value::Null));
    let trail = app.trail(sent["id"].as_str().unwrap().parse().unwrap()).await;
    assert_eq!(trail[0].0, "message.sent");
    assert!(!trail[0].3.to_string().contains("Bonjour"), "the trail holds no message");
    let path = room_path(talk.general, "/messages");
    only_for_those_of_the_session(&app, &talk, (Method::POST, &path), &text("Moi aussi")).await;
}

#[tokio::test]
async fn sent_again_it_is_the_same_message() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let (client, path) = (talk.learner(&app, 0), room_path(talk.general, "/messages"));
    let body = text("Une seule fois");
    let first = client.post(&path, &body).await.expect(201);
    let again = client.post(&path, &body).await.expect(200);
    assert_eq!(first, again);
    let other = json!({ "client_id": body["client_id"], "text": "Autre chose" });
    assert_eq!(client.post(&path, &other).await.expect(200)["id"], first["id"]);
    // What a device drew says nothing of another person's device, nor of another room.
    let teacher = talk.teacher(&app);
    assert_ne!(teacher.post(&path, &body).await.expect(201)["id"], first["id"]);
    teacher.post(&room_path(talk.staff, "/messages"), &body).await.expect(201);
    assert_eq!(client.messages(talk.general).await.len(), 2);
}

/// Sends until the server takes it: one that is busy says so, and the device tries again.
async fn deliver(client: &Client, path: &str, body: &Value) -> Answer {
    loop {
        let answer = client.post(path, body).await;
        if answer.status != 503 {
            return answer;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixteen_who_write_and_retry_at_once_write_once_each_and_in_one_order() {
    let app = TestApp::start().await;
    let talk = app.talk(16).await;
    let path = room_path(talk.general, "/messages");
    let mut writers = Vec::new();
    for place in 0..16 {
        let (client, path) = (talk.learner(&app, place), path.clone());
        writers.push(tokio::spawn(async move {
            let mut acked = Vec::new();
            for number in 0..8 {
                let body = text(&format!("{place}-{number}"));
                // A device that heard nothing sends again, also beside the first.
                let (one, two) = tokio::join!(deliver(&client, &path, &body), deliver(&client, &path, &body));
                for answer in [one, two, deliver(&client, &path, &body).await] {
                    assert!([200, 201].contains(&answer.status.as_u16()), "{}", answer.text);
                    acked.push((answer.body["id"].clone(), answer.body["position"].as_i64().unwrap()));
                }
                let ids: BTreeSet<String> =
                    acked[number * 3..].iter().map(|(id, _)| id.to_string()).collect();
                assert_eq!(ids.len(), 1, "one message");
            }
            let places: Vec<i64> = acked.iter().step_by(3).map(|(_, position)| *position).collect();
            assert!(places.is_sorted_by(|a, b| a < b), "one's own messages are in order: {places:?}");
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let rows: Vec<(i64, String)> =
        sqlx::query_as("SELECT position, text FROM message WHERE room_id = $1 ORDER BY position")
            .bind(talk.general)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(rows.len(), 128);
    assert!(rows.iter().map(|(position, _)| *position).eq(1..=128), "no place is left out or taken twice");
    let texts: BTreeSet<&String> = rows.iter().map(|(_, text)| text).collect();
    assert_eq!(texts.len(), 128);
}

#[tokio::test]
async fn every_fault_is_named() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let (client, path) = (talk.learner(&app, 0), room_path(talk.general, "/messages"));
    client.post(&path, text(" \n")).await.expect_field("/text", "required");
    client.post(&path, text(&"é".repeat(4001))).await.expect_field("/text", "too_long");
    client.post(&path, text(&"é".repeat(4000))).await.expect(201);
    client.post(&path, text("nul\0")).await.expect_field("/text", "invalid_characters");
    client.post(&path, json!({ "text": "Sans" })).await.expect_field("/client_id", "required");
    let with = |more: Value| {
        let mut body = text("Oui");
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    client
        .post(&path, with(json!({ "author_id": Uuid::nil() })))
        .await
        .expect_field("/author_id", "unknown_field");
    let stranger = app.person("Ève", "Ailleurs").await;
    let mentions = json!({ "mentions": [talk.class.trainer.profile, stranger.profile] });
    client.post(&path, with(mentions)).await.expect_field("/mentions/1", "unknown_person");
    client
        .post(&path, with(json!({ "mentions": [Uuid::nil()] })))
        .await
        .expect_field("/mentions/0", "unknown_person");
    client
        .post(&path, with(json!({ "mentions_everybody": true })))
        .await
        .expect_field("/mentions_everybody", "staff_only");
    client
        .post(&path, with(json!({ "reply_to": Uuid::nil() })))
        .await
        .expect_field("/reply_to", "unknown_message");
    let elsewhere = talk.teacher(&app).say(talk.staff, "Entre nous").await;
    client
        .post(&path, with(json!({ "reply_to": elsewhere["id"] })))
        .await
        .expect_field("/reply_to", "unknown_message");
    client
        .post(&path, with(json!({ "file_ids": [Uuid::nil()] })))
        .await
        .expect_field("/file_ids/0", "unknown_file");
    let own = client.upload_pdf().await["id"].clone();
    let twice = json!({ "file_ids": [own, own] });
    client.post(&path, with(twice)).await.expect_field("/file_ids/1", "duplicate");
    let foreign = talk.teacher(&app).upload_pdf().await["id"].clone();
    client
        .post(&path, with(json!({ "file_ids": [foreign] })))
        .await
        .expect_field("/file_ids/0", "unknown_file");
    let eleven: Vec<Uuid> = (0..11).map(|_| client_id()).collect();
    client.post(&path, with(json!({ "file_ids": eleven }))).await.expect_field("/file_ids", "too_many");
}

#[tokio::test]
async fn an_answer_quotes_and_a_mention_is_told() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (first, second) = (&talk.class.trainees[0].user, &talk.class.trainees[1].user);
    let asked = first.client.say(talk.general, "Qui a les plans ?").await;
    let mut body = text("Moi !");
    body["reply_to"] = asked["id"].clone();
    body["mentions"] = json!([first.profile, first.profile]);
    let answer = second.client.post(&room_path(talk.general, "/messages"), &body).await.expect(201);
    assert_eq!(answer["reply_to"]["text"], "Qui a les plans ?");
    assert_eq!(answer["reply_to"]["author"]["name"], "Samir Stagiaire0");
    assert_eq!(answer["mentions"], json!([first.profile]));
    let told = app.told(first, "room.mention").await;
    assert_eq!(told.len(), 1);
    assert_eq!((&told[0]["author"], &told[0]["name"]), (&json!("Samir Stagiaire1"), &json!("Salon général")));
    assert!(!told[0].to_string().contains("Moi !"), "a notice holds no message");
    assert!(app.told(second, "room.mention").await.is_empty());
    assert!(
        app.told(&talk.class.trainer, "room.message").await.is_empty(),
        "a class is told of what names it"
    );
    // Everybody, by those who train alone.
    let mut all = text("Demain à 8 h");
    all["mentions_everybody"] = json!(true);
    talk.teacher(&app).post(&room_path(talk.general, "/messages"), &all).await.expect(201);
    for trainee in [first, second] {
        assert_eq!(app.told(trainee, "room.mention").await.last().unwrap()["author"], "Farida Membre");
    }
    assert!(
        app.told(&talk.class.manager, "room.mention").await.is_empty(),
        "who only runs the place follows no room"
    );
}

#[tokio::test]
async fn ten_files_go_with_a_message_and_a_message_may_be_its_files() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let client = talk.learner(&app, 0);
    let mut files = Vec::new();
    for _ in 0..10 {
        files.push(client.upload_pdf().await["id"].clone());
    }
    let body = json!({ "client_id": client_id(), "file_ids": files });
    let sent = client.post(&room_path(talk.general, "/messages"), &body).await.expect(201);
    let seen = talk.learner(&app, 1).messages(talk.general).await.remove(0);
    assert_eq!(seen["text"], "");
    let ids: Vec<&Value> = items_of(&seen).iter().map(|file| &file["id"]).collect();
    assert_eq!(ids, files.iter().collect::<Vec<_>>());
    // Sent again, the files are not taken a second time.
    assert_eq!(client.post(&room_path(talk.general, "/messages"), &body).await.expect(200)["id"], sent["id"]);
    let again = json!({ "client_id": client_id(), "file_ids": [files[0]] });
    client
        .post(&room_path(talk.general, "/messages"), &again)
        .await
        .expect_field("/file_ids/0", "file_in_use");
}

fn items_of(message: &Value) -> &Vec<Value> {
    message["files"].as_array().unwrap()
}

#[tokio::test]
async fn the_setting_of_a_moderated_room_says_who_writes() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let room = app.session_room(&talk.class, "moderated", "Annonces").await;
    let (learner, teacher) = (talk.learner(&app, 0), talk.teacher(&app));
    learner.try_say(room, "Moi").await.expect_problem(403, "staff_writes");
    teacher.say(room, "Rendez-vous à 9 h").await;
    assert_eq!(learner.texts(room).await, [Some("Rendez-vous à 9 h".to_owned())]);
    assert_eq!(learner.room(room).await["read_only"]["code"], "staff_writes");
    learner.try_say(talk.staff, "Moi").await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn who_writes_faster_than_people_do_is_held_back() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let talk = app.talk(1).await;
    let client = talk.learner(&app, 0);
    let body = text("Encore");
    client.post(&room_path(talk.general, "/messages"), &body).await.expect(201);
    let mut refused = None;
    for number in 0..40 {
        let answer = client.try_say(talk.general, &format!("{number}")).await;
        if answer.status == 429 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("the thirty-first waits");
    assert!(refused.headers.contains_key("retry-after"));
    refused.expect_problem(429, "too_many_messages");
    // What was sent already is sent: it is answered, and not counted.
    client.post(&room_path(talk.general, "/messages"), &body).await.expect(200);
}

#[tokio::test]
async fn a_private_room_is_written_in_by_its_two_alone() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let sent = pair.person(&app).say(pair.room, "Bonjour").await;
    assert_eq!(sent["author"]["side"], "person");
    assert_eq!(pair.company(&app).say(pair.room, "Bonjour").await["author"]["side"], "company");
    let path = room_path(pair.room, "/messages");
    only_for_its_two(&app, &pair, (Method::POST, &path), &text("Moi aussi")).await;
    let told = app.told(&pair.recruiter.user, "room.message").await;
    assert_eq!(told.len(), 1, "two people are told of everything");
    pair.person(&app).say(pair.room, "Encore moi").await;
    assert_eq!(app.told(&pair.recruiter.user, "room.message").await.len(), 1, "renewed, not repeated");
}

#[tokio::test]
async fn nobody_writes_before_the_offer_is_accepted() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    for user in [&zoe, &hirer.user] {
        let rooms = app.renewed(user).client.get("/rooms").await.expect(200);
        assert!(items(&rooms).is_empty());
        // The id of what was received is no id of a room.
        app.renewed(user)
            .client
            .try_say(sent.received[0].0, "Bonjour")
            .await
            .expect_problem(404, "not_found");
    }
    app.accept(&zoe, sent.received[0]).await;
    let rooms = app.renewed(&zoe).client.get("/rooms").await.expect(200);
    assert_eq!(items(&rooms).len(), 1);
}

#[tokio::test]
async fn at_the_last_second_the_month_begins_anew_and_at_the_next_the_message_is_refused() {
    let app = TestApp::start().await;
    let (pair, other) = (app.pair().await, app.pair().await);
    let ends = app.ends_at(pair.room).await.unwrap();
    assert_eq!(ends.to_rfc3339(), "2026-04-03T21:59:00+00:00");
    app.advance(ends - app.state.clock.now() - Duration::seconds(1));
    pair.person(&app).say(pair.room, "Juste à temps").await;
    assert_eq!(app.ends_at(pair.room).await.unwrap().to_rfc3339(), "2026-05-03T21:59:00+00:00");
    app.advance(Duration::seconds(1));
    // Nobody has deleted it yet, and it is over all the same.
    let refused = other.person(&app).try_say(other.room, "Trop tard").await;
    refused.expect_problem(409, "room_over");
    other.person(&app).get(&room_path(other.room, "")).await.expect_problem(404, "not_found");
    app.end_rooms().await;
    other.person(&app).try_say(other.room, "Trop tard").await.expect_problem(404, "not_found");
    assert_eq!(pair.company(&app).texts(pair.room).await, [Some("Juste à temps".to_owned())]);
}

#[tokio::test]
async fn a_message_and_the_end_of_its_room_come_one_after_the_other() {
    for _ in 0..8 {
        let app = TestApp::start().await;
        let pair = app.pair().await;
        let ends = app.ends_at(pair.room).await.unwrap();
        app.advance(ends - app.state.clock.now() - Duration::milliseconds(1));
        let client = pair.person(&app);
        let (answer, ()) = tokio::join!(client.try_say(pair.room, "Maintenant"), async {
            app.advance(Duration::milliseconds(1));
            app.end_rooms().await;
        });
        let is_there = app.ends_at(pair.room).await.is_some();
        match answer.status.as_u16() {
            201 => {
                assert!(is_there, "what was taken is kept");
                assert_eq!(client.texts(pair.room).await, [Some("Maintenant".to_owned())]);
            }
            404 | 409 => {
                app.end_rooms().await;
                assert!(app.ends_at(pair.room).await.is_none());
            }
            other => panic!("{other}: {}", answer.text),
        }
    }
}

#[tokio::test]
async fn somebody_elses_message_is_not_theirs_to_send_again() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let sent = talk.teacher(&app).say(talk.general, "À moi").await;
    let path = message_path(talk.general, &sent, "");
    let body = json!({ "text": "À toi" });
    let put = talk.learner(&app, 0).put_at(&path, &json!(1), &body).await;
    put.expect_problem(403, "forbidden");
}
