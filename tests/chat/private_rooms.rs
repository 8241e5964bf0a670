//! What offers ask of private rooms.

use carnet::ids::OfferRecipientId;
use carnet::offers::{RoomEnd, Rooms};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::rooms::room_path;

async fn close(app: &TestApp, recipient: OfferRecipientId, why: RoomEnd) {
    let mut connection = app.state.pool.acquire().await.unwrap();
    let rooms = app.state.part::<Rooms>();
    rooms.close(&mut connection, &app.state.ids, recipient, why, app.state.clock.now()).await.unwrap();
}

async fn count(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM chat_room").fetch_one(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn an_acceptance_opens_one_room_however_often_it_is_said() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let again = app.open_private(pair.recipient, pair.person.id, pair.recruiter.id).await;
    assert_eq!((again, count(&app).await), (pair.room, 1));
    let trail = app.trail(pair.room).await;
    assert_eq!(trail.iter().map(|(kind, ..)| kind.as_str()).collect::<Vec<_>>(), ["room.opened"]);
}

#[tokio::test]
async fn a_conversation_that_is_ended_by_its_offer_is_closed() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    close(&app, pair.recipient, RoomEnd::Person).await;
    close(&app, pair.recipient, RoomEnd::Company).await;
    assert_eq!(pair.person(&app).room(pair.room).await["offer"]["state"], "closed");
    assert_eq!(app.told(&pair.person, "room.closed").await.len(), 1, "closed once");
    // An unknown one is nothing to close.
    close(&app, OfferRecipientId(Uuid::nil()), RoomEnd::Person).await;
}

#[tokio::test]
async fn an_acceptance_that_is_taken_back_leaves_no_empty_room() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    close(&app, pair.recipient, RoomEnd::Undone).await;
    assert_eq!(count(&app).await, 0);
    assert!(app.told(&pair.person, "room.closed").await.is_empty());
    // Accepted again, there is another one.
    let again = app.open_private(pair.recipient, pair.person.id, pair.recruiter.id).await;
    assert_ne!(again, pair.room);
    pair.person(&app).get(&room_path(again, "")).await.expect(200);
}

#[tokio::test]
async fn with_messages_it_is_closed_and_opens_again_as_it_was() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    pair.person(&app).say(pair.room, "Bonjour").await;
    let ends = app.ends_at(pair.room).await;
    close(&app, pair.recipient, RoomEnd::Undone).await;
    pair.company(&app).try_say(pair.room, "Oui ?").await.expect_problem(409, "room_closed");
    let again = app.open_private(pair.recipient, pair.person.id, pair.recruiter.id).await;
    assert_eq!(again, pair.room);
    assert_eq!(app.ends_at(pair.room).await, ends);
    pair.company(&app).say(pair.room, "Bonjour").await;
    assert_eq!(pair.person(&app).texts(pair.room).await.len(), 2);
    // What one of the two closed stays closed.
    pair.person(&app).post(&room_path(pair.room, "/close"), ()).await.expect(200);
    app.open_private(pair.recipient, pair.person.id, pair.recruiter.id).await;
    pair.company(&app).try_say(pair.room, "Oui ?").await.expect_problem(409, "room_closed");
}
