//! The code shown in the room: it changes every twenty seconds and is good for one half-day of one slot.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::Part;

/// How long a code is shown, in seconds.
pub const STEP_SECONDS: i64 = 20;

/// The codes of one installation.
pub struct QrCodes([u8; 32]);

impl QrCodes {
    /// Codes made with this key.
    pub fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// The code at this instant: 24 letters, digits, `-` and `_`.
    pub fn at(&self, slot: Uuid, part: Part, now: DateTime<Utc>) -> String {
        self.of_step(slot, part, now.timestamp().div_euclid(STEP_SECONDS))
    }

    /// How long the code of this instant is still shown, in seconds: 1 to 20.
    pub fn seconds_left(now: DateTime<Utc>) -> i64 {
        STEP_SECONDS - now.timestamp().rem_euclid(STEP_SECONDS)
    }

    /// Whether a code is the one shown now, or the one before it: whoever scans it needs a moment.
    pub fn accepts(&self, slot: Uuid, part: Part, code: &str, now: DateTime<Utc>) -> bool {
        let step = now.timestamp().div_euclid(STEP_SECONDS);
        let is = |step| self.of_step(slot, part, step).as_bytes().ct_eq(code.as_bytes());
        (is(step) | is(step - 1)).into()
    }

    fn of_step(&self, slot: Uuid, part: Part, step: i64) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(slot.as_bytes());
        mac.update(part.as_str().as_bytes());
        mac.update(&step.to_be_bytes());
        URL_SAFE_NO_PAD.encode(&mac.finalize().into_bytes()[..18])
    }
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;

    #[test]
    fn a_code_is_good_for_its_half_day_of_its_slot_and_forty_seconds_at_most() {
        let codes = QrCodes::new([7; 32]);
        let (slot, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let shown: DateTime<Utc> = "2026-03-03T08:00:00Z".parse().unwrap();
        let code = codes.at(slot, Part::Am, shown);
        assert_eq!(code.len(), 24);
        for (after, good) in [(0, true), (19, true), (20, true), (39, true), (40, false), (-1, false)] {
            assert_eq!(
                codes.accepts(slot, Part::Am, &code, shown + Duration::seconds(after)),
                good,
                "{after} s"
            );
        }
        assert!(!codes.accepts(slot, Part::Pm, &code, shown));
        assert!(!codes.accepts(other, Part::Am, &code, shown));
        assert!(!codes.accepts(slot, Part::Am, "", shown));
        assert!(!QrCodes::new([8; 32]).accepts(slot, Part::Am, &code, shown));
        assert_eq!(QrCodes::seconds_left(shown), 20);
        assert_eq!(QrCodes::seconds_left(shown + Duration::seconds(19)), 1);
    }
}
