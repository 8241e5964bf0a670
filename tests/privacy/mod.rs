//! What Carnet reveals to nobody, one file per promise.
//!
//! The forms run here are short. `CARNET_TRIALS` makes each as long as wanted and `CARNET_SEED` draws another run;
//! each prints its seed, what it tried and what leaked.

mod access_person_data;
mod allowlist;
mod canaries;
mod check_inactivity;
mod consent_proof;
mod create_data_export;
mod enumeration;
mod erasure;
mod forget_erasures;
mod get_privacy;
mod get_processing_register;
mod granted_fields;
mod list_disclosure_checks;
mod merges;
mod model;
mod nodes;
mod personal;
mod plan_erasure;
mod receipt_proof;
mod shared_items;
mod siret_race;
mod two_worlds;
mod withdrawal;

use std::fmt::Display;

use rand::SeedableRng;
use rand::rngs::StdRng;

/// Leaks printed.
const SHOWN: usize = 20;

fn setting<T: std::str::FromStr>(variable: &str, otherwise: T) -> T {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// How often a promise is put to the test.
fn trials(short: usize) -> usize {
    setting("CARNET_TRIALS", short)
}

/// The seed of a run, and its dice.
fn dice() -> (u64, StdRng) {
    let seed = setting("CARNET_SEED", 1);
    (seed, StdRng::seed_from_u64(seed))
}

/// Prints a row of the table, then fails if anything leaked.
#[track_caller]
fn conclude(promise: &str, seed: u64, tried: impl Display, leaks: &[String]) {
    println!("privacy| {promise} | seed {seed}: {tried} | {} leaked", leaks.len());
    let shown = leaks.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n");
    assert!(leaks.is_empty(), "{promise}, seed {seed}:\n{shown}");
}
