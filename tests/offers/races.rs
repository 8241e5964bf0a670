//! Everything that can happen to an offer, at once. `CARNET_TRIALS` makes it as long as wanted.

use carnet::offers::{ClosedBy, ExpireOffers, close_accepted};
use carnet::platform::jobs::{Job, Run};
use chrono::Duration;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use serde_json::json;
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

#[tokio::test]
async fn one_legal_state_comes_out_and_the_trail_says_how() {
    let (seed, rounds) = (setting("CARNET_SEED", 1), setting("CARNET_TRIALS", 12_usize));
    let mut dice = StdRng::seed_from_u64(seed);
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let mut ends = std::collections::BTreeMap::<String, usize>::new();
    for round in 0..rounds {
        let person = app.seeker(&format!("Personne {round}")).await;
        let offer = whole_offer();
        let sent = app.sent(&hirer, &offer, &[&person]).await;
        let received = sent.received[0];
        // Half of the rounds take place at the end of the last day: there the clock takes part in earnest.
        let end: chrono::DateTime<chrono::Utc> =
            sqlx::query_scalar("SELECT ends_at FROM offer_recipient WHERE id = $1")
                .bind(received)
                .fetch_one(&app.state.pool)
                .await
                .unwrap();
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
                0 => drop(answer_at(&person.client, &paths[0], 1, json!({ "confirmed": true })).await),
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
        app.assert_agrees(received).await;
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
        *ends.entry(state).or_default() += 1;
    }
    println!("offers| races | seed {seed}: {rounds} rounds | {ends:?}");
}
