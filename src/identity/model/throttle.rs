//! How long to wait after many attempts: a growing delay, counted per place so that no stranger locks anybody out.

use chrono::{DateTime, Duration, Utc};

/// How one kind of counter grows into a delay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Attempts that cost no wait.
    free: i32,
    /// The wait once they are spent.
    wait: Duration,
    /// How many times it doubles at most.
    doublings: i32,
    /// Silence after which the free attempts are given back.
    memory: Duration,
}

/// Sign-ins to one account from one network: ten, then a quarter of an hour, half an hour, an hour.
pub const ACCOUNT_AND_NETWORK: Rule =
    Rule { free: 10, wait: Duration::minutes(15), doublings: 2, memory: Duration::minutes(15) };

/// Sign-ins to one account from anywhere: so many that only a flood meets it, and it only slows.
pub const ACCOUNT: Rule =
    Rule { free: 1_800, wait: Duration::seconds(2), doublings: 0, memory: Duration::hours(1) };

/// Sign-ins from one network to whichever account: a class behind one address passes, one password on every account does not.
pub const NETWORK: Rule =
    Rule { free: 300, wait: Duration::seconds(3), doublings: 0, memory: Duration::hours(1) };

/// Mails asked for one address: three an hour.
pub const MAIL: Rule = Rule { free: 3, wait: Duration::hours(1), doublings: 0, memory: Duration::hours(1) };

/// What is stored about one counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Attempts counted so far.
    pub failures: i32,
    /// When the last one was.
    pub last_failure: DateTime<Utc>,
}

impl Rule {
    /// The counter after one more attempt now, or how long to wait before trying again.
    pub fn admit(self, count: Count, now: DateTime<Utc>) -> Result<Count, Duration> {
        let silence = now - count.last_failure;
        let wait = self.wait_after(count.failures);
        if silence < wait {
            return Err(wait - silence);
        }
        // A spent counter is remembered for twice its wait, so that the next wait is the longer one.
        let is_forgotten = silence >= self.memory.max(wait * 2);
        let failures = if is_forgotten { 1 } else { count.failures.saturating_add(1) };
        Ok(Count { failures, last_failure: now })
    }

    fn wait_after(self, failures: i32) -> Duration {
        if failures < self.free {
            return Duration::zero();
        }
        self.wait * (1 << (failures - self.free).min(self.doublings))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        "2026-03-03T08:00:00Z".parse().unwrap()
    }

    /// Tries every second for this long; gives the seconds at which an attempt was admitted.
    fn admitted(rule: Rule, seconds: i64) -> Vec<i64> {
        let mut count = Count { failures: 0, last_failure: start() };
        let mut times = Vec::new();
        for second in 0..seconds {
            if let Ok(next) = rule.admit(count, start() + Duration::seconds(second)) {
                count = next;
                times.push(second);
            }
        }
        times
    }

    #[test]
    fn a_guesser_gets_ten_attempts_then_ever_fewer() {
        let times = admitted(ACCOUNT_AND_NETWORK, 4 * 3600);
        assert_eq!(times[..10], (0..10).collect::<Vec<_>>());
        assert_eq!(times[10..], [9 + 900, 9 + 2700, 9 + 6300, 9 + 9900, 9 + 13_500]);
        let in_any_quarter =
            times.iter().map(|t| times.iter().filter(|u| (*t..*t + 900).contains(*u)).count()).max();
        assert_eq!(in_any_quarter, Some(10));
    }

    #[test]
    fn silence_gives_the_attempts_back() {
        let spent = Count { failures: 10, last_failure: start() };
        assert_eq!(ACCOUNT_AND_NETWORK.admit(spent, start()), Err(Duration::minutes(15)));
        let later = ACCOUNT_AND_NETWORK.admit(spent, start() + Duration::minutes(30)).unwrap();
        assert_eq!(later.failures, 1);
        let few = Count { failures: 9, last_failure: start() };
        assert_eq!(ACCOUNT_AND_NETWORK.admit(few, start() + Duration::minutes(15)).unwrap().failures, 1);
    }

    #[test]
    fn an_address_gets_three_mails_in_any_hour() {
        let times = admitted(MAIL, 5 * 3600);
        let in_any_hour =
            times.iter().map(|t| times.iter().filter(|u| (*t..*t + 3600).contains(*u)).count()).max();
        assert_eq!(in_any_hour, Some(3));
    }

    #[test]
    fn a_flood_is_slowed_and_never_shut_out() {
        let mut count = Count { failures: 1_000_000, last_failure: start() };
        assert_eq!(ACCOUNT.admit(count, start()), Err(Duration::seconds(2)));
        count = ACCOUNT.admit(count, start() + Duration::seconds(2)).unwrap();
        assert_eq!(count.failures, 1_000_001);
    }
}
