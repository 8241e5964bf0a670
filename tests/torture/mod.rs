//! Everything is killed, frozen, filled up, cut off and lied to; nothing acknowledged may be lost, nobody hidden shown.
//!
//! Each test drives the real `carnet` program, or the same server in this process, and reports one row: what it
//! tried and what was lost. The forms run here are short; `script/torture` runs the long ones. A change counts as
//! acknowledged only on an HTTP 2xx; at the end the ledger, PostgreSQL and the index are compared.

mod catalogue;
mod clocks;
mod closing_second;
mod corruption;
mod crowd;
mod disk;
mod erased;
mod freshness;
mod kills;
mod limits;
mod overload;
mod postgres;
mod questions;
mod restored;
mod rolling;
mod slow;
mod storm;
mod streams;
mod transactions;
mod two_servers;
mod world;
mod writers;

use std::fmt::Display;
use std::str::FromStr;
use std::time::{Duration, Instant};

use rand::SeedableRng;
use rand::rngs::StdRng;

/// What a machine that does other work at the same time may add to a promised time.
const BUSY: Duration = Duration::from_secs(2);

/// Whether the long form was asked for: `CARNET_TORTURE=long`.
fn is_long() -> bool {
    std::env::var("CARNET_TORTURE").is_ok_and(|form| form == "long")
}

/// A figure of the short or the long form, or the one in this environment variable.
fn figure<T: FromStr>(variable: &str, short: T, long: T) -> T {
    let given = std::env::var(variable).ok().and_then(|text| text.parse().ok());
    given.unwrap_or(if is_long() { long } else { short })
}

/// The seed of a run: a new one each time in the long form, always the same in the short one.
fn seed() -> u64 {
    figure("CARNET_TORTURE_SEED", 1, rand::random())
}

fn dice(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// Prints a row of the table.
fn report(row: &str, tried: impl Display, lost: impl Display) {
    println!("torture| {row} | {tried} | {lost}");
}

/// Says loudly why something was not tried.
fn skip(row: &str, reason: impl Display) {
    println!("torture| {row} | SKIPPED: {reason} | unknown");
    eprintln!("SKIPPED {row}: {reason}");
}

/// Asks again until it holds; tells how long that took.
async fn until(what: &str, patience: Duration, mut holds: impl AsyncFnMut() -> bool) -> Duration {
    let began = Instant::now();
    while !holds().await {
        assert!(began.elapsed() < patience, "waited {:?} until {what}", began.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    began.elapsed()
}
