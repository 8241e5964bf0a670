//! R1, R11: many writers with slow and rolled-back transactions, while the keeper's connection is cut.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use carnet::platform::db::dirty::{self, Urgency};
use rand::RngExt;
use rand::seq::IndexedRandom;

use super::{dice, figure, report, seed};
use crate::support::search::{Added, SearchApp, insert, someone};

/// One change in a transaction that is held open for up to 20 ms, and rolled back one time in twenty.
async fn change(
    app: &SearchApp,
    people: &[Added],
    dice: &mut rand::rngs::StdRng,
    number: u64,
) -> sqlx::Result<bool> {
    let (one, now) = (people.choose(dice).unwrap(), app.state.clock.now());
    let mut tx = app.state.pool.begin().await?;
    let urgency = if dice.random_bool(0.3) {
        sqlx::query("UPDATE visibility SET visible = NOT visible WHERE person_id = $1")
            .bind(one.person)
            .execute(&mut *tx)
            .await?;
        Urgency::Now
    } else {
        sqlx::query("UPDATE person SET last_name = $2 WHERE id = $1")
            .bind(one.person)
            .bind(format!("Nom {number}"))
            .execute(&mut *tx)
            .await?;
        Urgency::Soon
    };
    dirty::mark(&mut tx, &[one.profile], urgency, now).await?;
    if dice.random_bool(0.5) {
        tokio::time::sleep(Duration::from_millis(dice.random_range(0..20))).await;
    }
    if dice.random_bool(0.05) {
        tx.rollback().await?;
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// Cuts the connection that carries the keeper's lock.
async fn cut_the_keeper(app: &SearchApp) -> u64 {
    let cut = sqlx::query(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 4244
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    );
    cut.execute(&app.state.pool).await.unwrap().rows_affected()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixteen_writers_lose_no_mark_while_the_keeper_is_cut_off() {
    let (seconds, rounds): (u64, u64) = (figure("CARNET_SECONDS", 4, 60), figure("CARNET_SEEDS", 1, 3));
    for round in 0..rounds {
        let seed = seed().wrapping_add(round);
        let app = Arc::new(SearchApp::start().await);
        let mut people = Vec::new();
        for n in 0..64 {
            people.push(insert(&app, &someone(&format!("Prénom {n}"), "Nom")).await);
        }
        app.mark(&people.iter().map(|one| one.profile).collect::<Vec<_>>(), Urgency::Soon).await;
        let people = Arc::new(people);
        let (is_over, commits) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let writers: Vec<_> = (0..16)
            .map(|writer| {
                let (app, people) = (Arc::clone(&app), Arc::clone(&people));
                let (is_over, commits) = (Arc::clone(&is_over), Arc::clone(&commits));
                tokio::spawn(async move {
                    let mut dice = dice(seed.wrapping_mul(100) + writer);
                    let mut number = 0;
                    while !is_over.load(Ordering::Relaxed) {
                        number += 1;
                        let is_committed = change(&app, &people, &mut dice, number).await.unwrap();
                        commits.fetch_add(u64::from(is_committed), Ordering::Relaxed);
                    }
                })
            })
            .collect();
        let (began, mut cuts) = (Instant::now(), 0);
        while began.elapsed() < Duration::from_secs(seconds) {
            tokio::time::sleep(Duration::from_millis(600)).await;
            cuts += cut_the_keeper(&app).await;
        }
        is_over.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.await.unwrap();
        }
        let settling = Instant::now();
        app.settled().await;
        let settled = settling.elapsed();
        let visible: i64 = sqlx::query_scalar("SELECT count(*) FROM searchable_person")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
        SearchApp::assert_exact(&app.verify().await, visible.unsigned_abs());
        assert_eq!(app.generation(), Some(1), "nothing had to be built anew");
        assert!(cuts > 0, "the keeper was never cut");
        let commits = commits.load(Ordering::Relaxed);
        report(
            "R1",
            format!(
                "16 writers × {seconds} s, {commits} commits, holds ≤ 20 ms, 5 % rolled back (seed {seed})"
            ),
            "0 missing, 0 stale, 0 extra, 0 duplicate",
        );
        report(
            "R11",
            format!("{cuts} cuts of the keeper's connection meanwhile; it polls, there is no LISTEN to lose"),
            format!("0; in step {} ms after the last change", settled.as_millis()),
        );
    }
}
