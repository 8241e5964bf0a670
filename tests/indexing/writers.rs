use std::time::Duration;

use carnet::platform::db::dirty::{self, Urgency};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use crate::support::search::{Added, SearchApp, insert, someone};

/// One change to one person, in a transaction that may take its time and may be rolled back.
async fn change(app: &SearchApp, people: &[Added], rng: &mut StdRng) {
    let one = people.choose(rng).unwrap();
    let now = app.state.clock.now();
    let mut tx = app.state.pool.begin().await.unwrap();
    let urgency = if rng.random_bool(0.2) { Urgency::Now } else { Urgency::Soon };
    match rng.random_range(0..3) {
        0 => {
            sqlx::query("UPDATE person SET first_name = $2 WHERE id = $1")
                .bind(one.person)
                .bind(format!("Prénom {}", rng.random_range(0..1000)))
                .execute(&mut *tx)
                .await
                .unwrap();
        }
        1 => {
            sqlx::query(
                "INSERT INTO visibility VALUES ($1, $2, $3, '2026-11')
                 ON CONFLICT (person_id) DO UPDATE SET visible = excluded.visible",
            )
            .bind(one.person)
            .bind(rng.random_bool(0.5))
            .bind(now)
            .execute(&mut *tx)
            .await
            .unwrap();
        }
        _ => {
            sqlx::query(
                "INSERT INTO declared_skill VALUES ($1, $2, $3, '', 60, $4)
                 ON CONFLICT (person_id, skill_code) DO UPDATE SET level = excluded.level",
            )
            .bind(one.person)
            .bind(rng.random_range(101..=116))
            .bind(rng.random_range(1_i16..=4))
            .bind(now)
            .execute(&mut *tx)
            .await
            .unwrap();
        }
    }
    dirty::mark(&mut tx, &[one.profile], urgency, now).await.unwrap();
    if rng.random_bool(0.1) {
        tokio::time::sleep(Duration::from_millis(rng.random_range(0..20))).await;
    }
    if rng.random_bool(0.05) { tx.rollback().await.unwrap() } else { tx.commit().await.unwrap() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_under_eight_writers() {
    let app = std::sync::Arc::new(SearchApp::start().await);
    let mut people = Vec::new();
    for n in 0..40 {
        people.push(insert(&app, &someone(&format!("Prénom {n}"), "Nom")).await);
    }
    let profiles: Vec<_> = people.iter().map(|one| one.profile).collect();
    app.mark(&profiles, Urgency::Soon).await;
    let people = std::sync::Arc::new(people);
    let writers: Vec<_> = (0..8)
        .map(|seed| {
            let (app, people) = (app.clone(), people.clone());
            tokio::spawn(async move {
                let mut rng = StdRng::seed_from_u64(seed);
                for _ in 0..150 {
                    change(&app, &people, &mut rng).await;
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    app.settled().await;
    let visible: i64 = sqlx::query_scalar("SELECT count(*) FROM searchable_person")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    SearchApp::assert_exact(&app.verify().await, visible.unsigned_abs());
}
