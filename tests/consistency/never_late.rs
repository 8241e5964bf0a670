//! Nothing that has to end or to go is late by more than a day: the jobs that see to it run at least that often.

use carnet::platform::jobs::{Registry, Times};
use carnet::schedule::timed_jobs;
use chrono::{DateTime, Duration, Utc};

use crate::support::app::TestApp;

/// How words of the names of such jobs begin.
const STEMS: [&str; 8] = ["anonymis", "check", "clos", "end", "eras", "expir", "purg", "sweep"];
/// Some of them: the search through the names finds what there is.
const KNOWN: [&str; 18] = [
    "anonymise_offers",
    "check_files",
    "check_inactivity",
    "disclosure_check",
    "end_rooms",
    "end_shares",
    "erase_accounts",
    "erase_data_exports",
    "erase_passport_exports",
    "expire_offers",
    "mark_expired_validations",
    "purge_accesses",
    "purge_candidate_lists",
    "purge_privacy_logs",
    "purge_quiz_attempts",
    "purge_unconfirmed_accounts",
    "replay_erasures",
    "sweep_files",
];

fn is_bound(kind: &str) -> bool {
    kind.split('_').any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// The longest time between two runs within ten days. Times are UTC: no day is longer than another, not even the one on which the
/// clocks change, which is among them.
fn longest_pause(times: &Times) -> Duration {
    let from: DateTime<Utc> = "2026-03-24T12:00:00Z".parse().unwrap();
    let (mut last, mut longest) = (from, Duration::zero());
    while last < from + Duration::days(10) {
        let next = times.next(last).expect("it runs again");
        longest = longest.max(next - last);
        last = next;
    }
    longest
}

#[test]
fn a_day_that_is_left_out_is_seen() {
    for (times, expected) in [
        ("0 57 2 * * *", Duration::days(1)),
        ("0 5 22,23 * * *", Duration::hours(23)),
        ("0 57 2 * * 1", Duration::days(7)),
        ("0 57 2 */2 * *", Duration::days(2)),
    ] {
        assert_eq!(longest_pause(&times.parse().unwrap()), expected, "{times}");
    }
}

#[tokio::test]
async fn whatever_ends_or_removes_something_runs_at_least_once_a_day() {
    let app = TestApp::start().await;
    let kinds = app.state.part::<Registry>().kinds();
    let bound: Vec<&str> = kinds.iter().map(String::as_str).filter(|kind| is_bound(kind)).collect();
    for known in KNOWN {
        assert!(bound.contains(&known), "{known} is not among {bound:?}");
    }
    let timed = timed_jobs(&app.state.config.catalog_check);
    for kind in bound {
        let line = timed.iter().find(|line| line.kind == kind);
        let line = line.unwrap_or_else(|| panic!("{kind} runs at no time"));
        let pause = longest_pause(&line.cron.parse().unwrap());
        assert!(pause <= Duration::days(1), "{kind} does not run for {pause}");
    }
}
