//! The establishment of sixteen recruiters is gone from the register while they search: every search that
//! starts once that is written down is refused.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use carnet::companies::CheckCompanies;
use rand::RngExt;
use serde_json::json;

use super::{conclude, dice, trials};
use crate::support::client::Client;
use crate::support::companies::SIRET;
use crate::support::register::FakeRegister;
use crate::support::search::{SearchApp, someone};

const RECRUITERS: usize = 16;
/// The phase in which the recruiters stop.
const OVER: u64 = u64::MAX;

/// The trial under way, as the recruiters see it.
#[derive(Default)]
struct Stage {
    /// Odd from when the check has written that the establishment is gone, until just before it is back.
    phase: AtomicU64,
    /// By recruiter, one more than the last phase in which a search was answered as the phase awaits it.
    answered: [AtomicU64; RECRUITERS],
    found: AtomicU64,
    /// Searches that began before a loss and were answered after it: they may have found.
    overtaken: AtomicU64,
    refused: AtomicU64,
    leaks: Mutex<Vec<String>>,
}

impl Stage {
    /// Waits until every recruiter was answered, by a search that began in this phase.
    async fn all_answered(&self, awaited: &str) {
        let (began, phase) = (Instant::now(), self.phase.load(SeqCst));
        while self.answered.iter().any(|answered| answered.load(SeqCst) <= phase) {
            assert!(began.elapsed() < Duration::from_mins(1), "waited too long until {awaited}");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

/// Searches again and again until the trials are over.
async fn search(number: usize, recruiter: Client, stage: Arc<Stage>) {
    loop {
        let phase = stage.phase.load(SeqCst);
        if phase == OVER {
            return;
        }
        let answer = recruiter.post("/profile-search", json!({})).await;
        let now = stage.phase.load(SeqCst);
        if phase.is_multiple_of(2) {
            stage.overtaken.fetch_add(u64::from(now == phase + 1), SeqCst);
            if answer.status == 200 && answer.body["total"] == 1 {
                stage.found.fetch_add(1, SeqCst);
                stage.answered[number].store(phase + 1, SeqCst);
            }
            continue;
        }
        if now != phase {
            continue;
        }
        let is_refused = answer.status == 403 && answer.body["code"] == "recruiter_not_verified";
        if is_refused && !answer.text.contains("Rare") {
            stage.refused.fetch_add(1, SeqCst);
        } else {
            let leak = format!("recruiter {number} was answered {}: {}", answer.status, answer.text);
            stage.leaks.lock().unwrap().push(leak);
        }
        stage.answered[number].store(phase + 1, SeqCst);
    }
}

/// The register tells the check of companies that the establishment is closed, or that it knows of none.
async fn lose(app: &SearchApp, register: &FakeRegister, is_known: bool) {
    register.forget().await;
    if is_known {
        register.holds_closed(SIRET).await;
    } else {
        register.does_not_hold(SIRET).await;
    }
    app.execute("UPDATE company SET next_check_at = created_at").await;
    app.run_job(CheckCompanies {}).await;
    let written: String = sqlx::query_scalar("SELECT register_state FROM company WHERE siret = $1")
        .bind(SIRET)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(written, if is_known { "closed" } else { "not_found" }, "the check did not take place");
}

/// The register puts its mistake right, and staff reinstates everybody.
async fn regain(app: &SearchApp) {
    app.company(SIRET, "active").await;
    app.execute("UPDATE recruiter SET status = 'granted'").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_search_that_starts_after_the_loss_of_the_siret_is_answered() {
    let (seed, mut rng) = dice();
    let register = FakeRegister::start().await;
    let url = format!("--sirene-url={}", register.address());
    let app = SearchApp::start_with(&[&url]).await;
    app.add(&someone("Inès", "Rare")).await;
    app.settled().await;
    let stage = Arc::new(Stage::default());
    let mut searching = Vec::new();
    for number in 0..RECRUITERS {
        let recruiter = app.searcher().await.user.client;
        searching.push(tokio::spawn(search(number, recruiter, stage.clone())));
    }
    let trials = trials(5);
    for _ in 0..trials {
        stage.all_answered("every recruiter finds the person").await;
        tokio::time::sleep(Duration::from_micros(rng.random_range(0..5_000))).await;
        lose(&app, &register, rng.random_bool(0.5)).await;
        stage.phase.fetch_add(1, SeqCst);
        stage.all_answered("every recruiter has searched after the loss").await;
        stage.phase.fetch_add(1, SeqCst);
        regain(&app).await;
    }
    stage.phase.store(OVER, SeqCst);
    for task in searching {
        task.await.unwrap();
    }
    let [found, overtaken, refused] =
        [&stage.found, &stage.overtaken, &stage.refused].map(|count| count.load(SeqCst));
    assert!(found > 0, "nobody was ever found, so that nothing was lost");
    let tried = format!(
        "{trials} losses, {found} searches that found before, {overtaken} overtaken, {refused} refused after"
    );
    conclude("S21 SIRET lost during searches", seed, tried, &stage.leaks.lock().unwrap());
}
