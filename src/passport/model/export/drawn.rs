//! What an export has of its own (its number, its code, the salts of its claims): unguessable, and the same each time the same
//! content is exported on the same day.

use chrono::{Datelike, NaiveDate};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::platform::seal::{hex, sha256};

/// Digits and letters that nobody takes for another: no I, L, O or U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a number, and of a code: 50 and 80 bits.
const NUMBER: usize = 10;
const CODE: usize = 16;

/// The secret from which the exports of this platform draw.
#[derive(Clone)]
pub struct ExportSecret([u8; 32]);

impl ExportSecret {
    /// The secret.
    pub const fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    /// What is drawn for this content.
    pub fn for_content(&self, content: &str) -> Drawn {
        Drawn(keyed(&self.0, content.as_bytes()))
    }
}

/// What is drawn for one content.
pub struct Drawn([u8; 32]);

impl Drawn {
    /// The number, as it is printed: `P-2026-7F3KQ-9XDTA`.
    pub fn number(&self, issued_on: NaiveDate) -> String {
        let letters = letters::<NUMBER>(&keyed(&self.0, b"number"));
        format!("P-{}-{}-{}", issued_on.year(), &letters[..5], &letters[5..])
    }

    /// The code that goes with the number.
    pub fn code(&self) -> String {
        letters::<CODE>(&keyed(&self.0, b"code"))
    }

    /// The salt of a claim: 32 hexadecimal digits.
    pub fn salt(&self, claim: &str) -> String {
        hex(&keyed(&self.0, format!("salt\n{claim}").as_bytes())[..16])
    }

    /// A digest that is of nothing.
    pub fn filler(&self, place: usize) -> String {
        hex(&keyed(&self.0, format!("filler\n{place}").as_bytes()))
    }
}

fn keyed(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

fn letters<const COUNT: usize>(bytes: &[u8; 32]) -> String {
    bytes.iter().take(COUNT).map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

/// A number or a code as people type it, in its one form: blanks and hyphens aside, `O` is zero, `I` and `L` are one.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|c| !c.is_whitespace() && *c != '-').take(64);
    let told = letters.map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    told.collect()
}

/// The number somebody typed, as it is stored; of a text that is none, nothing that is stored.
pub fn typed_number(text: &str) -> String {
    let plain = plain(text);
    let parts = plain.strip_prefix('P').filter(|rest| rest.is_ascii() && rest.len() == 4 + NUMBER);
    parts.map_or_else(String::new, |rest| format!("P-{}-{}-{}", &rest[..4], &rest[4..9], &rest[9..]))
}

/// The digest of the code somebody typed: the code itself is stored nowhere.
pub fn code_digest(text: &str) -> String {
    sha256(plain(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(content: &str) -> Drawn {
        ExportSecret::new([7; 32]).for_content(content)
    }

    #[test]
    fn the_same_content_draws_the_same_and_another_draws_otherwise() {
        let day: NaiveDate = "2026-03-03".parse().unwrap();
        let told = |content: &str| {
            let drawn = drawn(content);
            (drawn.number(day), drawn.code(), drawn.salt("a"), drawn.filler(1))
        };
        assert_eq!(told("a"), told("a"));
        let (one, other) = (told("a"), told("b"));
        assert!(one.0 != other.0 && one.1 != other.1 && one.2 != other.2 && one.3 != other.3);
        assert_ne!(drawn("a").salt("a"), drawn("a").salt("b"));
        assert_ne!(ExportSecret::new([8; 32]).for_content("a").code(), one.1);
        assert!(one.0.starts_with("P-2026-") && one.0.len() == 18 && one.1.len() == 16, "{one:?}");
        assert_eq!((one.2.len(), one.3.len()), (32, 64));
    }

    #[test]
    fn what_people_type_is_read_as_it_was_printed() {
        let number = drawn("a").number("2026-03-03".parse().unwrap());
        for typed in [number.clone(), number.to_lowercase(), number.replace('-', " "), format!(" {number} ")]
        {
            assert_eq!(typed_number(&typed), number, "{typed}");
        }
        assert_eq!(typed_number("p2026-0i1Lo-AAAAA"), "P-2026-01110-AAAAA");
        for typed in
            ["", "P", "P-2026-AAAAA-AAAA", "Q-2026-AAAAA-AAAAA", "P-2026-éAAAA-AAAAA", &"P".repeat(900)]
        {
            assert_eq!(typed_number(typed), "", "{typed}");
        }
        let code = drawn("a").code();
        assert_eq!(code_digest(&code.to_lowercase()), code_digest(&code));
        assert_ne!(code_digest("other"), code_digest(&code));
    }
}
