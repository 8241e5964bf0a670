//! The code that proves one reads an address: six digits, a quarter of an hour, five tries, five codes an hour.

use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::ids::RecruiterId;

/// How long a code is good for.
pub const LIFETIME: Duration = Duration::minutes(15);
/// How many times one code may be tried.
pub const ATTEMPTS: i32 = 5;
/// How many codes one person may be sent in an hour.
pub const CODES_PER_HOUR: i32 = 5;
/// The shortest time between two codes.
pub const SPACING: Duration = Duration::minutes(1);

/// What is kept of the last code sent to a person.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The account it is for.
    pub recruiter: RecruiterId,
    /// The address it went to.
    pub email: String,
    /// Its digest.
    pub code_hash: Vec<u8>,
    /// How many times it was tried.
    pub attempts: i32,
    /// When it stops being good.
    pub expires_at: DateTime<Utc>,
    /// How many codes were sent, since when, and when last.
    pub sending: Sending,
}

/// How many codes a person was sent lately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sending {
    /// Start of the hour that is counted.
    pub hour_started_at: DateTime<Utc>,
    /// Codes sent since then.
    pub sent_in_hour: i32,
    /// The last one.
    pub last_sent_at: DateTime<Utc>,
}

impl Sending {
    /// The count with one more code, or how long to wait for it.
    pub fn one_more(earlier: Option<Self>, now: DateTime<Utc>) -> Result<Self, Duration> {
        let first = Self { hour_started_at: now, sent_in_hour: 1, last_sent_at: now };
        let Some(earlier) = earlier else { return Ok(first) };
        let spaced = earlier.last_sent_at + SPACING;
        let hour_over = earlier.hour_started_at + Duration::hours(1);
        if now < spaced {
            Err(spaced - now)
        } else if now >= hour_over {
            Ok(first)
        } else if earlier.sent_in_hour >= CODES_PER_HOUR {
            Err(hour_over - now)
        } else {
            Ok(Self { sent_in_hour: earlier.sent_in_hour + 1, last_sent_at: now, ..earlier })
        }
    }
}

impl Sent {
    /// Whether a code may still be tried for this account.
    pub fn is_open(&self, recruiter: RecruiterId, now: DateTime<Utc>) -> bool {
        self.recruiter == recruiter && now < self.expires_at && self.attempts < ATTEMPTS
    }

    /// Whether this is the code, told in constant time.
    pub fn matches(&self, key: &[u8; 32], typed: &str) -> bool {
        digest(key, self.recruiter, typed).ct_eq(&self.code_hash).into()
    }
}

/// What is stored of a code: keyed, because a million codes are soon all tried against a stolen table.
pub fn digest(key: &[u8; 32], recruiter: RecruiterId, code: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(recruiter.0.as_bytes());
    mac.update(code.trim().as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const KEY: [u8; 32] = [7; 32];

    fn sent(attempts: i32) -> Sent {
        let recruiter = RecruiterId(Uuid::from_u128(7));
        let sending = Sending { hour_started_at: at(0), sent_in_hour: 1, last_sent_at: at(0) };
        let code_hash = digest(&KEY, recruiter, "012345");
        Sent {
            recruiter,
            email: "rh@exemple.fr".into(),
            code_hash,
            attempts,
            expires_at: at(0) + LIFETIME,
            sending,
        }
    }

    fn at(minute: i64) -> DateTime<Utc> {
        "2026-03-03T08:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::minutes(minute)
    }

    #[test]
    fn a_code_is_open_for_its_account_its_time_and_five_tries() {
        let own = RecruiterId(Uuid::from_u128(7));
        assert!(sent(0).is_open(own, at(14)) && sent(4).is_open(own, at(14)));
        assert!(!sent(0).is_open(own, at(15)));
        assert!(!sent(5).is_open(own, at(1)));
        assert!(!sent(0).is_open(RecruiterId(Uuid::from_u128(8)), at(1)));
    }

    #[test]
    fn only_the_code_matches() {
        assert!(sent(0).matches(&KEY, "012345") && sent(0).matches(&KEY, " 012345 "));
        assert!(!sent(0).matches(&[8; 32], "012345"), "another installation's key");
        for wrong in ["12345", "012346", "", "0123456"] {
            assert!(!sent(0).matches(&KEY, wrong), "{wrong}");
        }
    }

    #[test]
    fn codes_are_spaced_and_counted_by_the_hour() {
        let mut sending = Sending::one_more(None, at(0)).unwrap();
        assert_eq!(Sending::one_more(Some(sending), at(0)), Err(Duration::minutes(1)));
        for minute in 1..5 {
            sending = Sending::one_more(Some(sending), at(minute)).unwrap();
        }
        assert_eq!(sending.sent_in_hour, 5);
        assert_eq!(Sending::one_more(Some(sending), at(10)), Err(Duration::minutes(50)));
        assert_eq!(Sending::one_more(Some(sending), at(60)).unwrap().sent_in_hour, 1);
    }
}
