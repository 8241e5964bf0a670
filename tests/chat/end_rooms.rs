//! The clock of rooms: not a second early, within a minute of it, whatever was missed, and once.

use chrono::Duration;
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::rooms::{message_path, room_path};

#[tokio::test]
async fn a_room_ends_a_month_after_its_last_message_at_the_second() {
    // The last message, and when the room ends: at the ends of months, and over both changes of clocks.
    let cases = [
        ("2027-01-31T11:00:00Z", "2027-02-28T22:59:00Z"),
        ("2028-01-31T11:00:00Z", "2028-02-29T22:59:00Z"),
        ("2026-03-15T11:00:00Z", "2026-04-15T21:59:00Z"),
        ("2026-10-10T11:00:00Z", "2026-11-10T22:59:00Z"),
        ("2026-09-25T11:00:00Z", "2026-10-25T22:59:00Z"),
    ];
    for (last, ends) in cases {
        let app = TestApp::start().await;
        app.go_to(last);
        let pair = app.pair().await;
        pair.person(&app).say(pair.room, "Perroquet").await;
        assert_eq!(
            app.ends_at(pair.room).await.unwrap(),
            ends.parse::<chrono::DateTime<chrono::Utc>>().unwrap()
        );
        app.go_to(ends);
        app.advance(-Duration::seconds(1));
        app.end_rooms().await;
        assert_eq!(pair.company(&app).texts(pair.room).await.len(), 1, "{last}: a second early");
        app.advance(Duration::seconds(2));
        app.end_rooms().await;
        assert!(app.ends_at(pair.room).await.is_none(), "{last}: late");
        assert!(app.places_of("perroquet").await.is_empty());
    }
}

#[tokio::test]
async fn both_are_told_a_week_and_a_day_before_once_each() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let told = async || app.told(&pair.person, "room.ending").await.len();
    // It ends on the 3rd of April at 23:59; the clocks change on the 29th of March.
    for (at, expected) in [
        ("2026-03-27T22:58:59Z", 0),
        ("2026-03-27T22:59:00Z", 1),
        ("2026-03-30T10:00:00Z", 1),
        ("2026-04-02T21:58:59Z", 1),
        ("2026-04-02T21:59:00Z", 2),
        ("2026-04-03T21:58:59Z", 2),
    ] {
        app.go_to(at);
        app.end_rooms().await;
        app.end_rooms().await;
        app.execute("UPDATE notification SET read_at = now()").await;
        assert_eq!(told().await, expected, "{at}");
        assert_eq!(app.told(&pair.recruiter.user, "room.ending").await.len(), expected, "{at}");
    }
    let days: Vec<_> =
        app.told(&pair.person, "room.ending").await.iter().map(|it| it["days"].clone()).collect();
    assert_eq!(days, [json!(7), json!(1)]);
    // A message begins the month anew, warnings included.
    pair.person(&app).say(pair.room, "Encore").await;
    app.go_to("2026-04-27T10:00:00Z");
    app.end_rooms().await;
    assert_eq!(told().await, 3);
}

#[tokio::test]
async fn after_a_standstill_the_nearest_warning_alone_is_told_and_all_that_is_over_goes() {
    let app = TestApp::start().await;
    let (over, other) = (app.pair().await, app.pair().await);
    for number in 0..120 {
        let person = app.person("Zoé", &format!("Numéro {number}")).await;
        app.pair_of(person, over.recruiter.clone()).await;
    }
    app.go_to("2026-03-04T10:00:00Z");
    other.person(&app).say(other.room, "Toujours là").await;
    app.go_to("2026-04-03T23:00:00Z");
    app.end_rooms().await;
    let left: Vec<Uuid> =
        sqlx::query_scalar("SELECT id FROM chat_room").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(left, [other.room]);
    let told = app.told(&other.person, "room.ending").await;
    assert_eq!((told.len(), &told[0]["days"]), (1, &json!(1)));
    assert!(app.told(&over.person, "room.ending").await.is_empty(), "what is gone ends no more");
}

#[tokio::test]
async fn two_nodes_end_a_room_once() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let other = app.start_beside(7, &[]).await;
    app.go_to("2026-04-03T22:00:00Z");
    tokio::join!(app.end_rooms(), other.run_job(carnet::chat::EndRooms {}));
    let receipts: i64 =
        sqlx::query_scalar("SELECT count(*) FROM room_receipt").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(receipts, 2, "one for each of the two");
    assert_eq!(app.trail(pair.room).await.iter().filter(|(kind, ..)| kind == "room.deleted").count(), 1);
}

#[tokio::test]
async fn while_the_company_may_not_recruit_the_person_alone_reads_the_room_and_both_know() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    pair.company(&app).say(pair.room, "Bonjour").await;
    app.execute("UPDATE recruiter SET status = 'suspended'").await;
    pair.person(&app).try_say(pair.room, "Oui ?").await.expect_problem(409, "room_paused");
    assert_eq!(pair.person(&app).texts(pair.room).await.len(), 1);
    pair.company(&app).try_say(pair.room, "Oui ?").await.expect_problem(404, "not_found");
    pair.company(&app).get(&room_path(pair.room, "/messages")).await.expect_problem(404, "not_found");
    app.end_rooms().await;
    app.end_rooms().await;
    for user in [&pair.person, &pair.recruiter.user] {
        let told = app.told(user, "room.paused").await;
        assert_eq!((told.len(), &told[0]["why"]), (1, &json!("suspended")));
    }
    app.execute("UPDATE notification SET read_at = now()").await;
    app.execute("UPDATE recruiter SET status = 'granted'").await;
    pair.person(&app).say(pair.room, "Vous revoilà").await;
    assert_eq!(pair.company(&app).texts(pair.room).await.len(), 2);
    app.end_rooms().await;
    assert_eq!(app.told(&pair.person, "room.paused").await.last().unwrap()["why"], "over");
    app.execute("UPDATE company SET register_state = 'closed'").await;
    pair.person(&app).try_say(pair.room, "Oui ?").await.expect_problem(409, "room_paused");
}

#[tokio::test]
async fn a_recruiter_who_left_reads_nothing_and_no_colleague_takes_their_place() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let colleague = app.recruiter_granted(crate::support::companies::SIRET).await;
    app.execute(&format!("DELETE FROM recruiter WHERE id = '{}'", pair.recruiter.id)).await;
    for client in [pair.company(&app), app.renewed(&colleague.user).client] {
        client.get(&room_path(pair.room, "")).await.expect_problem(404, "not_found");
    }
    pair.person(&app).try_say(pair.room, "Allô ?").await.expect_problem(409, "room_paused");
    app.end_rooms().await;
    assert_eq!(app.told(&pair.person, "room.paused").await[0]["why"], "left");
}

#[tokio::test]
async fn a_reported_room_waits_for_the_decision_and_ninety_days_at_most() {
    let app = TestApp::start().await;
    let (decided, forgotten) = (app.pair().await, app.pair().await);
    let admin = app.platform_admin().await;
    let mut reports = Vec::new();
    for pair in [&decided, &forgotten] {
        let sent = pair.company(&app).say(pair.room, "Payez").await;
        let path = message_path(pair.room, &sent, "/reports");
        let made = pair.person(&app).post(&path, json!({ "reason": "scam" })).await.expect(201);
        reports.push(format!("/room-reports/{}/decision", made["id"].as_str().unwrap()));
    }
    app.go_to("2026-04-03T22:00:00Z");
    app.end_rooms().await;
    for pair in [&decided, &forgotten] {
        assert_eq!(pair.person(&app).texts(pair.room).await.len(), 1, "held, and read");
        pair.person(&app).try_say(pair.room, "Alors ?").await.expect_problem(409, "room_closed");
    }
    let judge = app.renewed(&admin).client;
    judge.post(&reports[0], json!({ "decision": "retained" })).await.expect(200);
    app.end_rooms().await;
    assert!(app.ends_at(decided.room).await.is_none());
    app.go_to("2026-06-01T07:59:59Z");
    app.end_rooms().await;
    assert!(app.ends_at(forgotten.room).await.is_some());
    app.advance(Duration::seconds(1));
    app.end_rooms().await;
    assert!(app.ends_at(forgotten.room).await.is_none());
}

#[tokio::test]
async fn a_report_nobody_decided_on_lapses_and_the_message_is_shown_again() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let sent = talk.learner(&app, 0).say(talk.general, "Une maladresse").await;
    let path = message_path(talk.general, &sent, "/reports");
    let made = talk.learner(&app, 1).post(&path, json!({ "reason": "insult" })).await.expect(201);
    let hidden = format!("/room-reports/{}/hidden", made["id"].as_str().unwrap());
    talk.teacher(&app).put(&hidden, json!({ "hidden": true })).await.expect(200);
    app.go_to("2026-06-01T08:00:00Z");
    app.end_rooms().await;
    assert_eq!(talk.learner(&app, 1).texts(talk.general).await, [Some("Une maladresse".to_owned())]);
    let told = app.told(&talk.class.trainees[1].user, "room.report_decided").await;
    assert_eq!((told.len(), &told[0]["decision"]), (1, &json!("lapsed")));
}

#[tokio::test]
async fn what_was_written_in_a_session_goes_with_its_papers_unless_they_are_held() {
    let app = TestApp::start().await;
    let (talk, held) = (app.talk(1).await, app.talk(1).await);
    for talk in [&talk, &held] {
        talk.learner(&app, 0).say(talk.general, "Perroquet").await;
    }
    app.execute(&format!(
        "INSERT INTO session_attendance_setting (session_id, version, asks_entry_exit, legal_hold) VALUES ('{}', 1, false, 'Litige')",
        held.class.session
    ))
    .await;
    app.go_to("2032-03-13T12:00:00Z");
    app.end_rooms().await;
    assert_eq!(talk.teacher(&app).texts(talk.general).await.len(), 1, "its last day");
    app.go_to("2032-03-14T12:00:00Z");
    app.end_rooms().await;
    assert!(talk.teacher(&app).texts(talk.general).await.is_empty());
    assert_eq!(held.teacher(&app).texts(held.general).await.len(), 1);
}
