//! Ten thousand hints of one room: a stream is told of its newest place, not of each (TRUST S19).

use carnet::platform::live::{self, CHANNEL, Hint, Hub, Signal, Topic};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::live::Live;

/// The newest place, and how many hints one transaction writes.
const NEWEST: i64 = 10_000;
const AT_ONCE: usize = 250;

#[tokio::test]
async fn of_ten_thousand_hints_a_slow_reader_is_told_few_and_the_newest_last() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let (learner, room) = (&talk.class.trainees[0].user, talk.general);
    let (mut page, _) = Live::open(&learner.client).await;
    // A stream whose connection takes nothing at all.
    let hub = app.state.part::<Hub>();
    let stuck = hub.follow(learner.id, learner.session, app.state.clock.now()).unwrap();
    let positions: Vec<i64> = (1..=NEWEST).collect();
    for positions in positions.chunks(AT_ONCE) {
        let hints = positions.iter().map(|position| Hint::Room { room, position: *position });
        let hints: Vec<String> = hints.map(|hint| serde_json::to_string(&hint).unwrap()).collect();
        sqlx::query("SELECT pg_notify($1, hint) FROM unnest($2::text[]) AS hint")
            .bind(CHANNEL)
            .bind(hints)
            .execute(&app.state.pool)
            .await
            .unwrap();
    }

    // Nothing was read while they were written.
    let told = page.until("room", &json!({ "room": room, "position": NEWEST })).await;
    assert!(told.len() < positions.len() / 10, "{} events", told.len());
    let places: Vec<i64> = told.iter().filter_map(|event| event.data["position"].as_i64()).collect();
    assert!(places.is_sorted_by(|one, next| one < next), "{places:?}");
    let mut tx = app.state.pool.begin().await.unwrap();
    live::changed(&mut tx, &[learner.id], Topic::Shares).await.unwrap();
    tx.commit().await.unwrap();
    page.expect_changed("shares").await;
    let newest = Signal::Room { room, position: NEWEST };
    let waited = [stuck.next().await, stuck.next().await];
    assert_eq!(waited, [Ok(newest), Ok(Signal::Changed(Topic::Shares))], "one for the room");
}
