//! How much one recruiter may ask for, so that nobody reads everyone through the search, and when asking for more is abuse.
//!
//! Searches and results are counted in memory, by the hours of the clock, and added up with those of the other nodes every two
//! seconds: a count that had to be written before each answer would cost more than the search. Profiles are counted in
//! PostgreSQL by the days of Paris, exactly.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use moka::sync::Cache;
use parking_lot::Mutex;

use crate::companies::Role;
use crate::ids::PersonId;
use crate::platform::config::Config;
use crate::platform::http::{Code, Error};

/// Seconds of an hour.
const HOUR: u32 = 3600;
/// Recruiters counted at the same time; the least recently seen are forgotten beyond.
const MOST_RECRUITERS: u64 = 100_000;

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const STANDING: HeaderName = HeaderName::from_static("ratelimit");

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Counted {
    /// Searches of an hour.
    Searches,
    /// People shown in the results of an hour.
    Results,
    /// Profiles opened in a day.
    Profiles,
}

impl Counted {
    /// The name that is stored and announced.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Searches => "searches",
            Self::Results => "results",
            Self::Profiles => "profiles",
        }
    }

    /// What a recruiter is told once all is used.
    const fn refusal(self) -> Code {
        match self {
            Self::Searches => Code::SearchQuotaReached,
            Self::Results => Code::ResultQuotaReached,
            Self::Profiles => Code::ProfileQuotaReached,
        }
    }

    /// From when on being refused is no longer a mistake.
    pub const fn patience(self) -> Patience {
        match self {
            Self::Searches | Self::Results => {
                Patience { refusals: 300, windows: 3, refusals_of_each: 30, within: Duration::from_hours(24) }
            }
            Self::Profiles => Patience {
                refusals: 50,
                windows: 3,
                refusals_of_each: 10,
                within: Duration::from_hours(7 * 24),
            },
        }
    }
}

/// The rule by which a recruiter who keeps asking after all was used is suspended: people stop, programs do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// So many refused requests in one hour or day are too many,
    refusals: i64,
    /// and so are as many hours or days
    windows: i64,
    /// of which each has so many refused requests,
    pub refusals_of_each: i64,
    /// within this time.
    pub within: Duration,
}

impl Patience {
    /// Whether it is at its end: refused requests of this hour or day, and how many such hours or days there were lately.
    pub const fn is_over(self, refused: i64, windows: i64) -> bool {
        refused >= self.refusals || windows >= self.windows
    }
}

/// The limits of one recruiter: none when limits are lifted.
pub struct Quotas {
    /// Searches per hour.
    pub searches: Quota,
    /// People shown in results per hour.
    pub results: Quota,
    /// Profiles opened per day.
    pub profiles: Option<u32>,
}

/// So many per hour, in memory.
pub struct Quota {
    counted: Counted,
    most: Option<u32>,
    used: Cache<(PersonId, i64), Arc<Mutex<Counter>>>,
}

/// What one recruiter has used of one hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counter {
    /// On all nodes, as PostgreSQL last said.
    written: i64,
    /// On this node since then.
    waiting: i64,
    /// Requests refused on this node since then.
    refused: i64,
}

/// What one recruiter has used of one hour on this node, to be added to what PostgreSQL knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who.
    pub person: PersonId,
    /// Of what.
    pub counted: Counted,
    /// Beginning of the hour.
    pub starts_at: DateTime<Utc>,
    /// How much more; less, when results that were reserved were not shown.
    pub used: i64,
    /// How many more refused requests.
    pub refused: i64,
}

/// A part of a quota that was set aside; what is not used of it goes back.
pub struct Reserved {
    counter: Option<Arc<Mutex<Counter>>>,
    left: Option<Left>,
    unused: i64,
}

/// What is left of a quota, announced with the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    counted: Counted,
    most: u32,
    /// Seconds.
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
            searches: Quota::new(Counted::Searches, in_force(config.searches_per_hour)),
            results: Quota::new(Counted::Results, in_force(config.results_per_hour)),
            profiles: in_force(config.profiles_per_day),
        }
    }

    /// The quotas that are counted in memory.
    pub fn in_memory(&self) -> [&Quota; 2] {
        [&self.searches, &self.results]
    }
}

impl Quota {
    fn new(counted: Counted, most: Option<u32>) -> Self {
        let idle = Duration::from_secs(u64::from(HOUR) * 2);
        let used = Cache::builder().max_capacity(MOST_RECRUITERS).time_to_idle(idle).build();
        Self { counted, most, used }
    }

    /// Takes one; refused with the time to wait once all are used.
    pub fn take(&self, person: PersonId, now: DateTime<Utc>) -> Result<Option<Left>, Error> {
        self.reserve(person, 1, now).map(|reserved| reserved.use_up(1))
    }

    /// Sets so many aside; refused with the time to wait when there are not as many left.
    pub fn reserve(&self, person: PersonId, many: u32, now: DateTime<Utc>) -> Result<Reserved, Error> {
        let Some(most) = self.most else { return Ok(Reserved { counter: None, left: None, unused: 0 }) };
        let hour = now.timestamp().div_euclid(i64::from(HOUR));
        let reset = HOUR - now.timestamp().rem_euclid(i64::from(HOUR)) as u32;
        let counter = self.used.get_with((person, hour), Arc::default);
        let mut held = counter.lock();
        let left = i64::from(most) - held.written - held.waiting - i64::from(many);
        if left < 0 {
            held.refused += 1;
            return Err(refused(self.counted, reset));
        }
        held.waiting += i64::from(many);
        drop(held);
        let left = Left { counted: self.counted, most, window: HOUR, calls: left as u32, reset };
        Ok(Reserved { counter: Some(counter), left: Some(left), unused: i64::from(many) })
    }

    /// What was used on this node and PostgreSQL does not know yet. It counts as known from now on.
    pub fn waiting(&self) -> Vec<Waiting> {
        let mut lines = Vec::new();
        for (key, counter) in &self.used {
            let (person, hour) = *key;
            let Some(starts_at) = DateTime::from_timestamp(hour * i64::from(HOUR), 0) else { continue };
            let mut held = counter.lock();
            let Counter { waiting: used, refused, .. } = *held;
            if used != 0 || refused != 0 {
                *held = Counter { written: held.written + used, waiting: 0, refused: 0 };
                lines.push(Waiting { person, counted: self.counted, starts_at, used, refused });
            }
        }
        lines
    }

    /// Takes over what PostgreSQL knows of all nodes.
    pub fn learn(&self, person: PersonId, starts_at: DateTime<Utc>, used: i64) {
        if let Some(counter) = self.used.get(&(person, starts_at.timestamp() / i64::from(HOUR))) {
            counter.lock().written = used;
        }
    }

    /// Takes back what could not be written.
    pub fn put_back(&self, line: &Waiting) {
        if let Some(counter) = self.used.get(&(line.person, line.starts_at.timestamp() / i64::from(HOUR))) {
            let mut held = counter.lock();
            held.written -= line.used;
            held.waiting += line.used;
            held.refused += line.refused;
        }
    }
}

/// The refusal of a quota that is used up.
pub fn refused(counted: Counted, reset: u32) -> Error {
    metrics::counter!("carnet_recruiter_quota_refusals_total", "quota" => counted.as_str()).increment(1);
    Error::RetryAfter { code: counted.refusal(), retry_after: Duration::from_secs(reset.into()) }
}

impl Reserved {
    /// Uses so many of them; what is left then.
    pub fn use_up(mut self, many: u32) -> Option<Left> {
        self.unused = (self.unused - i64::from(many)).max(0);
        self.left.map(|left| Left { calls: left.calls + self.unused as u32, ..left })
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        if let Some(counter) = &self.counter {
            counter.lock().waiting -= self.unused;
        }
    }
}

impl Left {
    /// What is left of a day of profiles.
    pub fn of_day(most: u32, used: u32, now: DateTime<Utc>) -> Self {
        let (starts_at, ends_at) = day(now);
        let seconds = |from: DateTime<Utc>| (ends_at - from).num_seconds().max(0) as u32;
        let calls = most.saturating_sub(used);
        Self { counted: Counted::Profiles, most, window: seconds(starts_at), calls, reset: seconds(now) }
    }

    /// Seconds until there is more.
    pub const fn reset(self) -> u32 {
        self.reset
    }

    /// The headers that announce what is left of quotas, as draft-ietf-httpapi-ratelimit-headers-10 writes them.
    pub fn headers(quotas: &[Self]) -> HeaderMap {
        let policy = |left: &Self| format!("\"{}\";q={};w={}", left.counted.as_str(), left.most, left.window);
        let standing =
            |left: &Self| format!("\"{}\";r={};t={}", left.counted.as_str(), left.calls, left.reset);
        let list = |line: &dyn Fn(&Self) -> String| quotas.iter().map(line).collect::<Vec<_>>().join(", ");
        if quotas.is_empty() {
            return HeaderMap::new();
        }
        let lines = [(POLICY, list(&policy)), (STANDING, list(&standing))];
        lines.into_iter().filter_map(|(name, line)| Some((name, HeaderValue::try_from(line).ok()?))).collect()
    }
}

/// How a company searches is for those who run it to say.
pub fn may_set_search(role: Role) -> Result<(), Error> {
    if role == Role::Admin { Ok(()) } else { Err(Error::forbidden()) }
}

/// When the day of an instant begins in Paris, and when the next one does.
pub fn day(now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    let today = now.with_timezone(&Paris).date_naive();
    (midnight(today), midnight(today.checked_add_days(Days::new(1)).unwrap_or(today)))
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN);
    let time = Paris.from_local_datetime(&local).earliest();
    time.map_or_else(|| local.and_utc(), |time| time.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(time: &str) -> DateTime<Utc> {
        time.parse().unwrap()
    }

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn calls(left: Result<Option<Left>, Error>) -> u32 {
        left.unwrap().unwrap().calls
    }

    #[test]
    fn an_hour_is_used_up_and_the_next_one_is_new() {
        let quota = Quota::new(Counted::Searches, Some(3));
        let now = at("2026-03-03T08:59:00Z");
        let left: Vec<u32> = (0..3).map(|_| calls(quota.take(person(1), now))).collect();
        assert_eq!(left, [2, 1, 0]);
        for _ in 0..5 {
            let Err(Error::RetryAfter { code, retry_after }) = quota.take(person(1), now) else {
                panic!("a fourth was given");
            };
            assert_eq!((code, retry_after), (Code::SearchQuotaReached, Duration::from_mins(1)));
        }
        assert_eq!(calls(quota.take(person(2), now)), 2, "each has their own");
        assert_eq!(calls(quota.take(person(1), at("2026-03-03T09:00:00Z"))), 2);
    }

    #[test]
    fn what_is_not_used_of_what_was_set_aside_goes_back() {
        let quota = Quota::new(Counted::Results, Some(100));
        let now = at("2026-03-03T08:00:00Z");
        let reserved = quota.reserve(person(1), 50, now).unwrap();
        let also = quota.reserve(person(1), 50, now).unwrap();
        assert!(quota.reserve(person(1), 1, now).is_err(), "set aside is not free");
        assert_eq!(reserved.use_up(20).unwrap().calls, 80);
        drop(also);
        assert_eq!(calls(quota.take(person(1), now)), 79);
    }

    #[test]
    fn nodes_add_up_what_they_count() {
        let [one, other] = [0, 1].map(|_| Quota::new(Counted::Searches, Some(10)));
        let now = at("2026-03-03T08:30:00Z");
        for _ in 0..4 {
            one.take(person(1), now).unwrap();
            other.take(person(1), now).unwrap();
        }
        let written = one.waiting();
        let hour = at("2026-03-03T08:00:00Z");
        let line =
            Waiting { person: person(1), counted: Counted::Searches, starts_at: hour, used: 4, refused: 0 };
        assert_eq!(written, [line]);
        assert_eq!(calls(one.take(person(1), now)), 5, "nothing is counted twice meanwhile");
        one.put_back(&line);
        assert_eq!(one.waiting(), [Waiting { used: 5, ..line }], "what could not be written waits");
        let more = other.waiting();
        other.learn(person(1), hour, 5 + more[0].used);
        assert_eq!(calls(other.take(person(1), now)), 0, "nine of both, and this one");
        assert!(other.take(person(1), now).is_err());
        assert_eq!(other.waiting()[0].refused, 1);
    }

    #[test]
    fn lifted_limits_give_always_and_announce_nothing() {
        let quota = Quota::new(Counted::Searches, None);
        assert!((0..10_000).all(|_| quota.take(person(1), at("2026-03-03T08:00:00Z")).unwrap().is_none()));
        assert!(quota.waiting().is_empty() && Left::headers(&[]).is_empty());
    }

    #[test]
    fn what_is_left_is_announced() {
        let now = at("2026-03-03T22:00:00Z");
        let searches = Quota::new(Counted::Searches, Some(3)).take(person(1), now).unwrap().unwrap();
        let headers = Left::headers(&[searches, Left::of_day(200, 1, now)]);
        assert_eq!(headers["ratelimit-policy"], "\"searches\";q=3;w=3600, \"profiles\";q=200;w=86400");
        assert_eq!(headers["ratelimit"], "\"searches\";r=2;t=3600, \"profiles\";r=199;t=3600");
    }

    #[test]
    fn members_search_as_their_company_does() {
        assert!(may_set_search(Role::Admin).is_ok() && may_set_search(Role::Member).is_err());
    }

    #[test]
    fn a_day_is_one_of_paris() {
        assert_eq!(day(at("2026-03-03T22:59:59Z")), (at("2026-03-02T23:00:00Z"), at("2026-03-03T23:00:00Z")));
        let spring = day(at("2026-03-29T12:00:00Z"));
        assert_eq!(spring, (at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")), "of 23 hours");
    }

    #[test]
    fn people_stop_and_programs_do_not() {
        for counted in [Counted::Searches, Counted::Results, Counted::Profiles] {
            let patience = counted.patience();
            assert!(!patience.is_over(patience.refusals - 1, patience.windows - 1), "{counted:?}");
            assert!(patience.is_over(patience.refusals, 1) && patience.is_over(1, patience.windows));
            assert!(patience.refusals_of_each < patience.refusals, "one window alone is judged by itself");
        }
    }
}
