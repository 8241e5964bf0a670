//! The published order, and the place in it that a cursor holds.

use std::cmp::Ordering;

use crate::codes::ProfileId;

/// Mixes the 128 bits of a profile id into the 64-bit key that breaks ties.
pub fn order_key(id: ProfileId) -> u64 {
    mix((id.0 >> 64) as u64 ^ mix(id.0 as u64))
}

/// Spreads every bit of a word over the whole word (the finaliser of `SplitMix64`).
fn mix(word: u64) -> u64 {
    let mut word = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

/// Makes an id whose key is the same as another's: the halves cancel each other out.
#[cfg(test)]
pub(crate) fn twin(id: ProfileId, lower: u64) -> ProfileId {
    let upper = (id.0 >> 64) as u64 ^ mix(id.0 as u64) ^ mix(lower);
    ProfileId((u128::from(upper) << 64) | u128::from(lower))
}

/// Where a profile stands among the results: the smaller key comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderKey {
    /// Conditions met, validated among them and their levels, packed so that a greater value comes first.
    pub(crate) tier: u32,
    /// The key that breaks ties.
    pub(crate) key: u64,
    /// The last resort.
    pub(crate) id: ProfileId,
}

impl Ord for OrderKey {
    fn cmp(&self, other: &Self) -> Ordering {
        (other.tier, self.key, self.id).cmp(&(self.tier, other.key, other.id))
    }
}

impl PartialOrd for OrderKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Which side of its place a cursor asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// The results after it.
    Next,
    /// The results before it.
    Previous,
}

/// A text that is not a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor")]
pub struct InvalidCursor;

/// A place in the results of one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) direction: Direction,
    pub(crate) place: OrderKey,
    pub(crate) fingerprint: u64,
}

const VERSION: u8 = 1;
const LENGTH: usize = 38;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Cursor {
    /// Writes the cursor as an opaque text that fits in a URL.
    pub fn encode(&self) -> String {
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.push(VERSION);
        bytes.push(u8::from(self.direction == Direction::Previous));
        bytes.extend(self.fingerprint.to_be_bytes());
        bytes.extend(self.place.tier.to_be_bytes());
        bytes.extend(self.place.key.to_be_bytes());
        bytes.extend(self.place.id.0.to_be_bytes());
        to_text(&bytes)
    }

    /// Reads a cursor back; whether it belongs to a request is checked by the search.
    pub fn decode(text: &str) -> Result<Self, InvalidCursor> {
        let bytes = from_text(text).ok_or(InvalidCursor)?;
        let bytes: &[u8; LENGTH] = bytes.as_slice().try_into().map_err(|_| InvalidCursor)?;
        let direction = match (bytes[0], bytes[1]) {
            (VERSION, 0) => Direction::Next,
            (VERSION, 1) => Direction::Previous,
            _ => return Err(InvalidCursor),
        };
        Ok(Self {
            direction,
            fingerprint: number(&bytes[2..10]) as u64,
            place: OrderKey {
                tier: number(&bytes[10..14]) as u32,
                key: number(&bytes[14..22]) as u64,
                id: ProfileId(number(&bytes[22..38])),
            },
        })
    }
}

fn number(bytes: &[u8]) -> u128 {
    bytes.iter().fold(0, |value, &byte| (value << 8) | u128::from(byte))
}

/// Writes bytes six bits at a time, most significant first.
fn to_text(bytes: &[u8]) -> String {
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| (byte >> (7 - at % 8)) & 1);
    (0..(bytes.len() * 8).div_ceil(6))
        .map(|digit| {
            let value = (0..6).fold(0, |value, offset| (value << 1) | bit(digit * 6 + offset));
            ALPHABET[value as usize] as char
        })
        .collect()
}

/// Reads back exactly what [`to_text`] writes: one text per value.
fn from_text(text: &str) -> Option<Vec<u8>> {
    if text.len() != (LENGTH * 8).div_ceil(6) {
        return None;
    }
    let (mut bytes, mut pending, mut bits) = (Vec::with_capacity(LENGTH), 0_u32, 0);
    for byte in text.bytes() {
        let value = ALPHABET.iter().position(|&letter| letter == byte)?;
        pending = (pending << 6) | value as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((pending >> bits) as u8);
            pending &= (1 << bits) - 1;
        }
    }
    (pending == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_can_share_a_key_and_still_have_one_order() {
        let first = ProfileId((5 << 64) | 9);
        let second = twin(first, 10);
        assert_ne!(first, second);
        assert_eq!(order_key(first), order_key(second));
        let place = |id| OrderKey { tier: 1, key: order_key(id), id };
        assert_eq!(place(first).cmp(&place(second)), first.cmp(&second));
    }

    #[test]
    fn the_better_tier_comes_first() {
        let place = |tier, key| OrderKey { tier, key, id: ProfileId(0) };
        assert!(place(2, 9) < place(1, 0));
        assert!(place(1, 0) < place(1, 9));
    }

    proptest! {
        #[test]
        fn cursors_read_back(tier: u32, key: u64, id: u128, fingerprint: u64, back: bool) {
            let direction = if back { Direction::Previous } else { Direction::Next };
            let cursor = Cursor { direction, place: OrderKey { tier, key, id: ProfileId(id) }, fingerprint };
            prop_assert_eq!(Cursor::decode(&cursor.encode()), Ok(cursor));
        }

        #[test]
        fn garbage_is_refused_without_panic(text in ".*", like in "[A-Za-z0-9_-]{49,53}") {
            prop_assert!(Cursor::decode(&text).is_err());
            if let Ok(cursor) = Cursor::decode(&like) {
                prop_assert_eq!(cursor.encode(), like);
            }
        }
    }
}
