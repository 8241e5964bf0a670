//! Rate limits per client address. They hold back machines, not the thirty trainees behind one training centre's address;
//! guessing passwords is counted per account, in the database.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::error::{Code, Error};
use super::peer::Peer;
use crate::platform::config::Config;
use crate::platform::state::AppState;

/// Requests of one address: so many at once, and so many per second in the long run.
const SITE: (u32, u32) = (400, 40);

/// Requests to sign in, register or reset, which each cost a password hash or a mail.
const SIGNING_IN: (u32, u32) = (60, 1);

/// Calendars read by a secret address: calendar programs ask now and then, those who guess ask often.
const CALENDARS: (u32, u32) = (60, 1);

/// Numbers of exported passports asked about, and links opened: people do so now and then, those who guess do so often.
const GUESSES: (u32, u32) = (60, 1);

/// Forgotten addresses are dropped every so many requests, or the table would only grow.
const TIDY_EVERY: u32 = 20_000;

/// The limits in force: none when they are lifted.
#[derive(Clone)]
pub struct Limits(Option<Arc<Buckets>>);

struct Buckets {
    site: DefaultKeyedRateLimiter<IpAddr>,
    signing_in: DefaultKeyedRateLimiter<IpAddr>,
    calendars: DefaultKeyedRateLimiter<IpAddr>,
    guesses: DefaultKeyedRateLimiter<IpAddr>,
    seen: AtomicU32,
}

impl Limits {
    /// The limits of the settings.
    pub fn new(config: &Config) -> Self {
        if config.has_limits() {
            return Self::usual();
        }
        tracing::warn!("RATE LIMITS ARE OFF (CARNET_LIMITS=off): for benchmarks and tests only");
        Self(None)
    }

    fn usual() -> Self {
        let (site, signing_in) = (keyed(SITE), keyed(SIGNING_IN));
        let (calendars, guesses, seen) = (keyed(CALENDARS), keyed(GUESSES), AtomicU32::new(0));
        Self(Some(Arc::new(Buckets { site, signing_in, calendars, guesses, seen })))
    }

    /// Refuses when the address asked too often.
    fn check(&self, client: Peer, path: &str) -> Result<(), Error> {
        let Some(buckets) = &self.0 else { return Ok(()) };
        if buckets.seen.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            buckets.site.retain_recent();
            buckets.signing_in.retain_recent();
            buckets.calendars.retain_recent();
            buckets.guesses.retain_recent();
        }
        check_one(&buckets.site, client)?;
        if path.starts_with("/api/v1/auth/") && path != "/api/v1/auth/refresh" {
            check_one(&buckets.signing_in, client)?;
        }
        if path.starts_with("/api/v1/calendar/") {
            check_one(&buckets.calendars, client)?;
        }
        if path.starts_with("/api/v1/passport-checks") || path.starts_with("/api/v1/passport-shares/") {
            check_one(&buckets.guesses, client)?;
        }
        Ok(())
    }
}

fn keyed((burst, per_second): (u32, u32)) -> DefaultKeyedRateLimiter<IpAddr> {
    let quota = Quota::per_second(NonZeroU32::new(per_second).unwrap_or(NonZeroU32::MIN));
    RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN)))
}

/// An IPv6 customer holds a whole /64.
fn bucket(Peer(address): Peer) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

fn check_one(limiter: &DefaultKeyedRateLimiter<IpAddr>, client: Peer) -> Result<(), Error> {
    limiter.check_key(&bucket(client)).map_err(|refused| {
        let wait = refused.wait_time_from(DefaultClock::default().now());
        Error::RetryAfter { code: Code::TooManyRequests, retry_after: wait.max(Duration::from_secs(1)) }
    })
}

/// Lets a request through, or answers 429.
pub async fn limit(State(state): State<AppState>, client: Peer, request: Request, next: Next) -> Response {
    match state.part::<Limits>().check(client, request.uri().path()) {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(limits: &Limits, address: &str, path: &str, count: u32) -> usize {
        let client = Peer(address.parse().unwrap());
        (0..count).filter(|_| limits.check(client, path).is_err()).count()
    }

    #[test]
    fn one_address_is_held_back_and_the_others_are_not() {
        let limits = Limits::usual();
        assert_eq!(refusals(&limits, "192.0.2.1", "/api/v1/me", SITE.0), 0);
        assert!(refusals(&limits, "192.0.2.1", "/api/v1/me", SITE.0) > 300);
        assert_eq!(refusals(&limits, "192.0.2.2", "/api/v1/me", 50), 0);
    }

    #[test]
    fn signing_in_is_held_back_earlier_than_renewing() {
        let limits = Limits::usual();
        assert!(refusals(&limits, "192.0.2.1", "/api/v1/auth/login", 2 * SIGNING_IN.0) >= 50);
        assert_eq!(refusals(&limits, "192.0.2.1", "/api/v1/auth/refresh", 100), 0);
    }

    #[test]
    fn guessing_calendar_addresses_is_held_back() {
        let limits = Limits::usual();
        assert!(refusals(&limits, "192.0.2.1", "/api/v1/calendar/guess.ics", 2 * CALENDARS.0) >= 50);
        assert_eq!(refusals(&limits, "192.0.2.1", "/api/v1/me/calendar", 100), 0);
    }

    #[test]
    fn guessing_numbers_and_links_of_passports_is_held_back() {
        let limits = Limits::usual();
        assert!(refusals(&limits, "192.0.2.1", "/api/v1/passport-checks", 2 * GUESSES.0) >= 50);
        assert!(
            refusals(&limits, "192.0.2.1", "/api/v1/passport-shares/view", 20) >= 15,
            "one bucket for both"
        );
        assert_eq!(refusals(&limits, "192.0.2.1", "/api/v1/me/passport/exports", 100), 0);
    }

    #[test]
    fn an_ipv6_customer_is_one_bucket() {
        let of = |address: &str| bucket(Peer(address.parse().unwrap()));
        assert_eq!(of("2001:db8:1:2:3::4"), of("2001:db8:1:2::"));
        assert_ne!(of("2001:db8:1:2::"), of("2001:db8:1:3::"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }

    #[test]
    fn lifted_limits_refuse_nobody() {
        assert_eq!(refusals(&Limits(None), "192.0.2.1", "/api/v1/auth/login", 10_000), 0);
    }
}
