use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_two;
use crate::support::app::TestApp;
use crate::support::rooms::room_path;

#[tokio::test]
async fn either_side_closes_both_read_for_a_day_and_then_it_is_gone() {
    for by_company in [false, true] {
        let app = TestApp::start().await;
        let pair = app.pair().await;
        pair.company(&app).say(pair.room, "Bonjour").await;
        let path = room_path(pair.room, "/close");
        let closer = if by_company { pair.company(&app) } else { pair.person(&app) };
        let closed = closer.post(&path, ()).await.expect(200);
        assert_eq!(
            (&closed["offer"]["state"], &closed["read_only"]["code"]),
            (&json!("closed"), &json!("room_closed"))
        );
        assert_eq!(closed["retention"]["deleted_at"], "2026-03-04T08:00:00Z");
        assert_eq!(closed["retention"]["told"], "Fermé\u{a0}: supprimé le 04/03/2026");
        for (client, user) in [(pair.person(&app), &pair.person), (pair.company(&app), &pair.recruiter.user)]
        {
            assert_eq!(client.texts(pair.room).await, [Some("Bonjour".to_owned())]);
            client.try_say(pair.room, "Attendez").await.expect_problem(409, "room_closed");
            let told = app.told(user, "room.closed").await;
            assert_eq!((told.len(), &told[0]["why"]), (1, &json!("closed")));
        }
        let twice = closer.post(&path, ()).await;
        assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "closed");
        app.advance(Duration::hours(24) - Duration::seconds(1));
        app.end_rooms().await;
        assert_eq!(pair.person(&app).texts(pair.room).await.len(), 1, "not a second early");
        app.advance(Duration::seconds(1));
        pair.person(&app).get(&room_path(pair.room, "")).await.expect_problem(404, "not_found");
        app.end_rooms().await;
        assert!(app.ends_at(pair.room).await.is_none());
    }
}

#[tokio::test]
async fn the_offer_ends_with_its_room_and_the_room_with_its_offer() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    app.accept(&zoe, sent.received[0]).await;
    let rooms = app.renewed(&hirer.user).client.get("/rooms").await.expect(200);
    let room = rooms["items"][0]["id"].as_str().unwrap().to_owned();
    app.renewed(&hirer.user).client.post(&format!("/rooms/{room}/close"), ()).await.expect(200);
    assert_eq!(app.stands(sent.received[0]).await, "closed");
    assert_eq!(
        app.moves(sent.received[0]).await.last().unwrap(),
        &("close".to_owned(), "company".to_owned())
    );
    app.assert_agrees(sent.received[0]).await;
}

#[tokio::test]
async fn two_who_close_at_once_close_once() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let path = room_path(pair.room, "/close");
    let (person, company) = (pair.person(&app), pair.company(&app));
    let (one, other) = tokio::join!(person.post(&path, ()), company.post(&path, ()));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let trail = app.trail(pair.room).await;
    assert_eq!(trail.iter().filter(|(kind, ..)| kind == "room.closed").count(), 1);
}

#[tokio::test]
async fn the_rooms_of_a_session_follow_the_session() {
    let app = TestApp::start().await;
    let (talk, pair) = (app.talk(1).await, app.pair().await);
    let close = room_path(talk.general, "/close");
    talk.teacher(&app).post(&close, ()).await.expect_problem(409, "not_private");
    talk.teacher(&app).delete(&room_path(talk.general, "")).await.expect_problem(409, "not_private");
    only_for_its_two(&app, &pair, (Method::POST, &room_path(pair.room, "/close")), &Value::Null).await;
}
