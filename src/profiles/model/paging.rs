//! Cursors as they leave: a place in the results, how many results lie before it, and a seal.
//!
//! The seal is what makes the depth of a search a limit: without it, anybody could write a cursor that says
//! it is at the beginning.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use carnet_index::{Cursor, SearchPage};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::asking::invalid_cursor;
use crate::platform::http::FieldError;
use crate::platform::secrets::Secrets;

/// Bytes of the seal: enough against guessing over the network.
const SEAL: usize = 8;
/// Bytes beside the engine's cursor: offset, direction, seal.
const TAIL: usize = 4 + 1 + SEAL;

/// Writes and reads the cursors of searches, and knows how deep one may go.
pub struct Paging {
    key: [u8; 32],
    depth: Option<u32>,
}

/// Where a request stands in the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The engine's cursor.
    pub cursor: Cursor,
    /// Results before the cursor's boundary.
    offset: u32,
    is_forward: bool,
}

impl Paging {
    /// Seals with a key of its own; `depth` is the number of results a search may page through.
    pub fn new(secrets: &Secrets, depth: Option<u32>) -> Self {
        Self { key: secrets.derive("search cursor"), depth }
    }

    /// Reads a cursor that this installation wrote.
    pub fn read(&self, text: &str) -> Result<Place, FieldError> {
        let parse = || {
            let (inner, tail) = text.split_once('.')?;
            let tail: [u8; TAIL] = URL_SAFE_NO_PAD.decode(tail).ok()?.try_into().ok()?;
            let (said, seal) = tail.split_at(TAIL - SEAL);
            let genuine = bool::from(self.seal(inner, said).ct_eq(seal));
            let offset = u32::from_be_bytes(*said.first_chunk()?);
            let is_forward = *said.last()? == 1;
            genuine.then_some(Place { cursor: Cursor::decode(inner).ok()?, offset, is_forward })
        };
        parse().ok_or_else(invalid_cursor)
    }

    /// How many results this page may hold, of those asked for; none when it lies too deep.
    pub fn allow(&self, place: Option<&Place>, limit: u32) -> Result<u32, FieldError> {
        let (Some(depth), Some(place)) = (self.depth, place.filter(|place| place.is_forward)) else {
            return Ok(self.depth.map_or(limit, |depth| limit.min(depth)));
        };
        match depth.saturating_sub(place.offset) {
            0 => Err(FieldError::new(
                "/cursor",
                "too_deep",
                format!(
                    "Une recherche se parcourt jusqu’au {depth}ᵉ profil : précisez-la pour voir les autres."
                ),
            )),
            left => Ok(limit.min(left)),
        }
    }

    /// How many of the results can be paged through.
    pub fn reachable(&self, total: u64) -> u64 {
        self.depth.map_or(total, |depth| total.min(depth.into()))
    }

    /// The cursors of a page: the next one, the previous one.
    pub fn around(&self, page: &SearchPage, place: Option<&Place>) -> (Option<String>, Option<String>) {
        let count = page.hits.len() as u32;
        let before = match place {
            None => 0,
            Some(place) if place.is_forward => place.offset,
            Some(place) => place.offset.saturating_sub(count),
        };
        let after = before + count;
        let has_more = self.depth.is_none_or(|depth| after < depth);
        let next = page.next.as_ref().filter(|_| has_more).map(|cursor| self.write(cursor, after, true));
        (next, page.previous.as_ref().map(|cursor| self.write(cursor, before, false)))
    }

    fn write(&self, cursor: &Cursor, offset: u32, is_forward: bool) -> String {
        let inner = cursor.encode();
        let mut tail = offset.to_be_bytes().to_vec();
        tail.push(is_forward.into());
        let seal = self.seal(&inner, &tail);
        tail.extend(seal);
        format!("{inner}.{}", URL_SAFE_NO_PAD.encode(tail))
    }

    fn seal(&self, inner: &str, said: &[u8]) -> [u8; SEAL] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes a key of any length");
        mac.update(inner.as_bytes());
        mac.update(said);
        let whole: [u8; 32] = mac.finalize().into_bytes().into();
        *whole.first_chunk().expect("a digest is longer than the seal")
    }
}
