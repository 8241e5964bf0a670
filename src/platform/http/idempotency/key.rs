//! The key a request bears, and what makes it the same request.

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, header};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::super::error::{Code, Error};
use crate::platform::secrets::Secrets;

/// The header that bears the key.
pub const HEADER: HeaderName = HeaderName::from_static("idempotency-key");

/// Most characters of a key.
const LONGEST: usize = 255;

/// A key: 1 to 255 visible ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// Reads the one header.
    pub fn read(headers: &HeaderMap) -> Result<Self, Error> {
        let mut named = headers.get_all(HEADER).iter();
        let only = named.next().filter(|_| named.next().is_none());
        let text = only.and_then(|value| std::str::from_utf8(value.as_bytes()).ok());
        let fits = |text: &&str| {
            (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
        };
        text.filter(fits).map(|text| Self(text.to_owned())).ok_or_else(|| Code::InvalidIdempotencyKey.into())
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Computes what tells two requests apart. With a key: a body may hold a password, and a bare hash of one is soon guessed.
pub struct Fingerprints([u8; 32]);

impl Fingerprints {
    /// With a key of their own, derived from the installation's secret.
    pub fn new(secrets: &Secrets) -> Self {
        Self(secrets.derive("idempotency fingerprint"))
    }

    /// The fingerprint of the query, the version the change starts from, and the body.
    pub fn of(&self, parts: &Parts, body: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        let version = parts.headers.get(header::IF_MATCH).map_or(&b""[..], |value| value.as_bytes());
        for part in [parts.uri.query().unwrap_or_default().as_bytes(), version, body] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, Request};

    use super::*;

    fn read(values: &[&[u8]]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(HEADER, HeaderValue::from_bytes(value).unwrap());
        }
        Key::read(&headers).ok().map(|key| key.as_str().to_owned())
    }

    #[test]
    fn a_key_is_one_word_of_visible_ascii() {
        assert_eq!(read(&[b"a"]).as_deref(), Some("a"));
        assert_eq!(read(&[b"\"8e03978e-40d5\""]).as_deref(), Some("\"8e03978e-40d5\""));
        assert_eq!(read(&[&[b'k'; 255]]).map(|key| key.len()), Some(255));
        let faulty: [&[&[u8]]; 7] =
            [&[], &[b""], &[b"a b"], &["é".as_bytes()], &[&[b'k'; 256]], &[b"a", b"a"], &[b"a\tb"]];
        for values in faulty {
            assert_eq!(read(values), None, "{values:?}");
        }
    }

    #[test]
    fn the_query_the_version_and_the_body_each_make_another_request() {
        let fingerprints = Fingerprints([7; 32]);
        let of = |uri: &str, version: Option<&str>, body: &str| {
            let mut request = Request::builder().uri(uri);
            if let Some(version) = version {
                request = request.header(header::IF_MATCH, version);
            }
            fingerprints.of(&request.body(()).unwrap().into_parts().0, body.as_bytes())
        };
        let first = of("/x?a=1", Some("\"1\""), "{}");
        assert_eq!(first, of("/x?a=1", Some("\"1\""), "{}"));
        for other in [
            of("/x?a=2", Some("\"1\""), "{}"),
            of("/x?a=1", Some("\"2\""), "{}"),
            of("/x?a=1", None, "{}"),
            of("/x?a=1", Some("\"1\""), "{ }"),
        ] {
            assert_ne!(first, other);
        }
        assert_ne!(first, Fingerprints([8; 32]).of(&Request::new(()).into_parts().0, b""));
    }
}
