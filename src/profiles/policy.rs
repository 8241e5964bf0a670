//! How much one recruiter may ask for, so that nobody reads everyone through the search.
//!
//! Counted in memory, on each node, by the clock's hours and days: a count that had to be written before each
//! answer would cost more than the search.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::{DateTime, Utc};
use moka::sync::Cache;

use crate::ids::RecruiterId;
use crate::platform::config::Config;
use crate::platform::http::{Code, Error};

const HOUR: u32 = 3600;
const DAY: u32 = 24 * HOUR;
/// Recruiters counted at the same time; the least recently seen are forgotten beyond.
const MOST_RECRUITERS: u64 = 100_000;

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const STANDING: HeaderName = HeaderName::from_static("ratelimit");

/// The limits of one recruiter: none when limits are lifted.
pub struct Quotas {
    /// Searches per hour.
    pub searches: Quota,
    /// Profiles opened per day.
    pub profiles: Quota,
}

/// So many per window of time.
pub struct Quota {
    name: &'static str,
    refusal: Code,
    most: Option<u32>,
    /// Seconds.
    window: u32,
    used: Cache<(RecruiterId, i64), Arc<AtomicU32>>,
}

/// What is left of a quota, announced with the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    name: &'static str,
    most: u32,
    window: u32,
    calls: u32,
    /// Seconds until the window ends.
    reset: u32,
}

impl Quotas {
    /// The limits of the settings.
    pub fn new(config: &Config) -> Self {
        let in_force = |most: u32| config.has_limits().then_some(most);
        Self {
            searches: Quota::new(
                "searches",
                Code::SearchQuotaReached,
                in_force(config.searches_per_hour),
                HOUR,
            ),
            profiles: Quota::new(
                "profiles",
                Code::ProfileQuotaReached,
                in_force(config.profiles_per_day),
                DAY,
            ),
        }
    }
}

impl Quota {
    fn new(name: &'static str, refusal: Code, most: Option<u32>, window: u32) -> Self {
        let idle = Duration::from_secs(u64::from(window) * 2);
        let used = Cache::builder().max_capacity(MOST_RECRUITERS).time_to_idle(idle).build();
        Self { name, refusal, most, window, used }
    }

    /// Takes one; refused with the time to wait once all are used. The first refusal of a window raises the alarm.
    pub fn take(&self, recruiter: RecruiterId, now: DateTime<Utc>) -> Result<Option<Left>, Error> {
        let Some(most) = self.most else { return Ok(None) };
        let window = i64::from(self.window);
        let reset = self.window - now.timestamp().rem_euclid(window) as u32;
        let counter = self.used.get_with((recruiter, now.timestamp().div_euclid(window)), Arc::default);
        let used = counter.fetch_add(1, Ordering::Relaxed);
        if used < most {
            let calls = most - used - 1;
            return Ok(Some(Left { name: self.name, most, window: self.window, calls, reset }));
        }
        // Refused calls are not counted on, or the counter could come round.
        counter.store(most + 1, Ordering::Relaxed);
        metrics::counter!("carnet_recruiter_quota_refusals_total", "quota" => self.name).increment(1);
        if used == most {
            tracing::warn!(recruiter = %recruiter.0, quota = self.name, most, "a recruiter reached a quota");
        }
        Err(Error::RetryAfter { code: self.refusal, retry_after: Duration::from_secs(reset.into()) })
    }
}

impl Left {
    /// The headers that announce it, as draft-ietf-httpapi-ratelimit-headers-10 writes them.
    pub fn headers(self) -> HeaderMap {
        let Self { name, most, window, calls, reset } = self;
        let lines = [
            (POLICY, format!("\"{name}\";q={most};w={window}")),
            (STANDING, format!("\"{name}\";r={calls};t={reset}")),
        ];
        lines.into_iter().filter_map(|(name, line)| Some((name, HeaderValue::try_from(line).ok()?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(time: &str) -> DateTime<Utc> {
        time.parse().unwrap()
    }

    fn recruiter(number: u128) -> RecruiterId {
        RecruiterId(Uuid::from_u128(number))
    }

    #[test]
    fn a_window_is_used_up_and_the_next_one_is_new() {
        let quota = Quota::new("searches", Code::SearchQuotaReached, Some(3), HOUR);
        let now = at("2026-03-03T08:59:00Z");
        let left: Vec<u32> = (0..3).map(|_| quota.take(recruiter(1), now).unwrap().unwrap().calls).collect();
        assert_eq!(left, [2, 1, 0]);
        for _ in 0..5 {
            let Err(Error::RetryAfter { code, retry_after }) = quota.take(recruiter(1), now) else {
                panic!("a fourth was given");
            };
            assert_eq!((code, retry_after), (Code::SearchQuotaReached, Duration::from_mins(1)));
        }
        assert_eq!(quota.take(recruiter(2), now).unwrap().unwrap().calls, 2, "each has their own");
        let next = at("2026-03-03T09:00:00Z");
        assert_eq!(quota.take(recruiter(1), next).unwrap().unwrap().calls, 2);
    }

    #[test]
    fn lifted_limits_give_always_and_announce_nothing() {
        let quota = Quota::new("searches", Code::SearchQuotaReached, None, HOUR);
        assert!((0..10_000).all(|_| quota.take(recruiter(1), at("2026-03-03T08:00:00Z")).unwrap().is_none()));
    }

    #[test]
    fn what_is_left_is_announced() {
        let quota = Quota::new("profiles", Code::ProfileQuotaReached, Some(200), DAY);
        let left = quota.take(recruiter(1), at("2026-03-03T23:00:00Z")).unwrap().unwrap();
        let headers = left.headers();
        assert_eq!(headers["ratelimit-policy"], "\"profiles\";q=200;w=86400");
        assert_eq!(headers["ratelimit"], "\"profiles\";r=199;t=3600");
    }
}
