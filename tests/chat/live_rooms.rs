//! What open pages are told: only of rooms one reads at this moment.

use carnet::chat::{LiveRoom, followers_among, live_rooms};
use carnet::ids::{ChatRoomId, PersonId};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::rooms::room_path;
use crate::support::users::User;

async fn live(app: &TestApp, user: &User) -> Vec<LiveRoom> {
    let mut connection = app.state.pool.acquire().await.unwrap();
    live_rooms(&mut connection, user.id, app.state.clock.now()).await.unwrap()
}

async fn followers(app: &TestApp, room: uuid::Uuid, people: &[PersonId]) -> Vec<PersonId> {
    let mut connection = app.state.pool.acquire().await.unwrap();
    let now = app.state.clock.now();
    let mut found = followers_among(&mut connection, ChatRoomId(room), people, now).await.unwrap();
    found.sort_unstable();
    found
}

#[tokio::test]
async fn one_follows_what_one_reads_up_to_its_newest_change() {
    let app = TestApp::start().await;
    let (talk, pair) = (app.talk(1).await, app.pair().await);
    let learner = &talk.class.trainees[0].user;
    talk.teacher(&app).say(talk.general, "Un").await;
    talk.teacher(&app).say(talk.general, "Deux").await;
    let room = ChatRoomId(talk.general);
    assert_eq!(live(&app, learner).await, [LiveRoom { room, position: 2, unread: 2 }]);
    learner
        .client
        .put(&room_path(talk.general, "/read-position"), json!({ "position": 1 }))
        .await
        .expect(204);
    assert_eq!(live(&app, learner).await, [LiveRoom { room, position: 2, unread: 1 }]);
    assert_eq!(live(&app, &talk.class.trainer).await.len(), 2);
    assert!(live(&app, &talk.class.manager).await.iter().all(|room| room.unread == 0));
    assert_eq!(live(&app, &pair.person).await.len(), 1);
    app.go_to("2026-04-03T21:59:00Z");
    assert!(live(&app, &pair.person).await.is_empty(), "over, though not yet deleted");
}

#[tokio::test]
async fn only_those_who_read_a_room_now_are_told_of_it() {
    let app = TestApp::start().await;
    let (talk, pair) = (app.talk(2).await, app.pair().await);
    let (one, other) = (talk.class.trainees[0].user.id, talk.class.trainees[1].user.id);
    let trainer = talk.class.trainer.id;
    let people = [one, other, trainer, pair.person.id, pair.recruiter.user.id];
    let mut expected = vec![one, other, trainer];
    expected.sort_unstable();
    assert_eq!(followers(&app, talk.general, &people).await, expected);
    assert_eq!(followers(&app, talk.staff, &people).await, [trainer]);
    let mut both = vec![pair.person.id, pair.recruiter.user.id];
    both.sort_unstable();
    assert_eq!(followers(&app, pair.room, &people).await, both);
    app.execute(&format!(
        "UPDATE enrolment SET status = 'abandoned' WHERE id = '{}'",
        talk.class.enrolment(1)
    ))
    .await;
    app.execute("DELETE FROM session_trainer").await;
    app.execute("UPDATE slot_trainer SET removed_at = now()").await;
    assert_eq!(followers(&app, talk.general, &people).await, [one]);
    assert!(followers(&app, uuid::Uuid::nil(), &people).await.is_empty());
}

#[tokio::test]
async fn every_write_hints_with_its_place() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let mut listener = sqlx::postgres::PgListener::connect_with(&app.state.pool).await.unwrap();
    listener.listen(carnet::platform::live::CHANNEL).await.unwrap();
    talk.teacher(&app).say(talk.general, "Un").await;
    let hint = json!({ "of": "room", "room": talk.general, "position": 1 });
    let found = tokio::time::timeout(std::time::Duration::from_secs(10), async {
        loop {
            let told = listener.recv().await.unwrap();
            let told: serde_json::Value = serde_json::from_str(told.payload()).unwrap();
            if told["of"] == "room" {
                return told;
            }
        }
    });
    assert_eq!(found.await.unwrap(), hint);
}
