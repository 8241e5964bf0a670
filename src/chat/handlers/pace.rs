//! How fast one person writes, on one node.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::ids::PersonId;
use crate::platform::config::Config;
use crate::platform::http::{Code, Error, Result};

/// Messages of one person per minute, all rooms together.
const PER_MINUTE: u32 = 30;
/// After how many messages those who have not written for a while are forgotten.
const TIDY_EVERY: u32 = 1_024;

/// Holds back whoever writes faster than people do.
#[derive(Clone)]
pub struct Pace(Option<Arc<Counted>>);

struct Counted {
    people: DefaultKeyedRateLimiter<PersonId>,
    seen: AtomicU32,
}

impl Pace {
    /// The limit, unless the settings lift all of them.
    pub fn new(config: &Config) -> Self {
        Self(config.has_limits().then(Self::counted))
    }

    fn counted() -> Arc<Counted> {
        let quota = Quota::per_minute(NonZeroU32::new(PER_MINUTE).unwrap_or(NonZeroU32::MIN));
        Arc::new(Counted { people: RateLimiter::keyed(quota), seen: AtomicU32::new(0) })
    }

    /// Counts a message, or refuses it with the time to wait.
    pub fn take(&self, person: PersonId) -> Result<()> {
        let Some(counted) = &self.0 else { return Ok(()) };
        if counted.seen.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            counted.people.retain_recent();
        }
        counted.people.check_key(&person).map_err(|refused| {
            let wait = refused.wait_time_from(DefaultClock::default().now());
            Error::RetryAfter { code: Code::TooManyMessages, retry_after: wait.max(Duration::from_secs(1)) }
        })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn thirty_messages_pass_the_next_waits_and_others_write_on() {
        let pace = Pace(Some(Pace::counted()));
        let (one, other) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        assert!((0..PER_MINUTE).all(|_| pace.take(one).is_ok()));
        assert_eq!(pace.take(one).unwrap_err().code(), Code::TooManyMessages);
        assert!(pace.take(other).is_ok());
        assert!((0..100).all(|_| Pace(None).take(one).is_ok()), "lifted limits refuse nobody");
    }
}
