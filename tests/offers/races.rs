//! Everything that can happen to an offer, at once. `CARNET_TRIALS` makes it as long as wanted.

use carnet::ids::OfferRecipientId;
use carnet::offers::{ClosedBy, ExpireOffers, TRANSITIONS, close_accepted};
use carnet::platform::jobs::{Job, Run};
use carnet::sharing::Notice;
use chrono::{DateTime, Duration, Utc};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::support::app::TestApp;
use crate::support::offers::{answer_at, whole_offer};

fn setting<T: std::str::FromStr>(variable: &str, otherwise: T) -> T {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

async fn expire(app: &TestApp) {
    let run = Run { id: uuid::Uuid::nil(), attempt: 1, stop: CancellationToken::new() };
    ExpireOffers {}.run(app.state.clone(), run).await.unwrap();
}

/// A yes that shares the address.
fn sharing_yes() -> Value {
    let items = json!([{ "kind": "email" }]);
    json!({ "confirmed": true, "items": items, "policy_version": Notice::sharing().version })
}

/// The first instant at which it is too late to answer.
async fn end_of(app: &TestApp, received: OfferRecipientId) -> DateTime<Utc> {
    sqlx::query_scalar("SELECT ends_at FROM offer_recipient WHERE id = $1")
        .bind(received)
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}

/// Checks that each move of the log, with which the trail agrees, is one of the table.
async fn assert_legal(app: &TestApp, received: OfferRecipientId) {
    app.assert_agrees(received).await;
    let log: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT from_state, event, to_state FROM offer_transition WHERE recipient_id = $1 ORDER BY number",
    )
    .bind(received)
    .fetch_all(&app.state.pool)
    .await
    .unwrap();
    for (from, event, to) in &log {
        let made = (from.as_str(), event.as_str(), to.as_str());
        let is_legal = TRANSITIONS
            .iter()
            .any(|(before, by, after)| (before.as_str(), by.as_str(), after.as_str()) == made);
        assert!(is_legal, "{made:?} is not in the table: {log:?}");
    }
}

/// Shares for something received that are open, and how many of them have an end.
async fn open_shares(app: &TestApp, received: OfferRecipientId) -> (i64, i64) {
    sqlx::query_as("SELECT count(*), count(ends_at) FROM share WHERE purpose_id = $1 AND ended_at IS NULL")
        .bind(received)
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn one_legal_state_comes_out_and_the_trail_says_how() {
    let (seed, rounds) = (setting("CARNET_SEED", 1), setting("CARNET_TRIALS", 12_usize));
    let mut dice = StdRng::seed_from_u64(seed);
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let yes = &sharing_yes();
    let mut ends = std::collections::BTreeMap::<String, usize>::new();
    for round in 0..rounds {
        let person = app.seeker(&format!("Personne {round}")).await;
        let offer = whole_offer();
        let sent = app.sent(&hirer, &offer, &[&person]).await;
        let received = sent.received[0];
        // Half of the rounds take place at the end of the last day: there the clock takes part in earnest.
        let end = end_of(&app, received).await;
        let at_the_end = dice.random_bool(0.5);
        if at_the_end {
            app.advance(end - app.state.clock.now() - Duration::seconds(1));
        }
        let (person, hirer) = (app.renewed(&person), app.renewed(&hirer));
        let paths: Vec<String> = ["/acceptance", "/refusal", "/undo", "/closing", "/opening"]
            .map(|rest| sent.mine(0, rest))
            .into();
        let withdrawal = sent.of(0, "/withdrawal");
        let mut moves: Vec<usize> = (0..9).collect();
        moves.shuffle(&mut dice);
        let (app, person, hirer, paths, withdrawal) = (&app, &person, &hirer, &paths, &withdrawal);
        let racing = moves.into_iter().map(|number| async move {
            match number {
                0 => drop(answer_at(&person.client, &paths[0], 1, yes).await),
                1 => drop(answer_at(&person.client, &paths[1], 1, json!({ "confirmed": true })).await),
                2 => drop(answer_at(&person.client, &paths[2], 2, json!({})).await),
                3 => drop(person.client.post(&paths[3], ()).await),
                4 => drop(person.client.post(&paths[4], ()).await),
                5 => drop(person.client.get("/me/offers").await),
                6 => drop(hirer.client.post(withdrawal, json!({ "reason": "Pourvu" })).await),
                7 => {
                    if at_the_end {
                        app.advance(Duration::seconds(1));
                    }
                    expire(app).await;
                }
                _ => {
                    let mut tx = app.state.pool.begin().await.unwrap();
                    let now = app.state.clock.now();
                    close_accepted(&app.state, &mut tx, received, ClosedBy::Clock, now).await.unwrap();
                    tx.commit().await.unwrap();
                }
            }
        });
        futures::future::join_all(racing).await;
        assert_legal(app, received).await;
        let state = app.stands(received).await;
        assert!(at_the_end || state != "expired", "round {round}: early");
        let rooms: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM chat_room WHERE recipient_id = $1 AND closed_at IS NULL AND recipient_id IS NOT NULL",
        )
        .bind(received)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
        // The clock closes the offer alone here: the room is chat's, which called.
        assert!(
            state == "closed" || rooms == i64::from(state == "accepted"),
            "round {round}: {state} with {rooms} rooms"
        );
        // The yes shared one thing: while it stands, and for thirty days after a closing.
        let expected = match state.as_str() {
            "accepted" => (1, 0),
            "closed" => (1, 1),
            _ => (0, 0),
        };
        assert_eq!(open_shares(app, received).await, expected, "round {round}: shares of what is {state}");
        *ends.entry(state).or_default() += 1;
    }
    println!(
        "torture| R28 | {rounds} offers, nine moves at once on each (seed {seed}): {ends:?} | 0 illegal, each trail agrees"
    );
}
