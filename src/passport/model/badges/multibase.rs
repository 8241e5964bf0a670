//! Bytes as text, in the two bases that credentials use.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Longest text decoded: a key of 4,096 bits fits many times.
const LONGEST: usize = 4_096;

/// Bytes in base64url, without padding.
pub fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Bytes of a text in base64url, without padding.
pub fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Bytes of a text in hexadecimal.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        text.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

/// Bytes of a multibase text: `z` for base58 as Bitcoin writes it, `u` for base64url.
pub fn from_multibase(text: &str) -> Option<Vec<u8>> {
    match text.split_at_checked(1)? {
        ("z", rest) => from_base58(rest),
        ("u", rest) => from_base64url(rest),
        _ => None,
    }
}

/// Bytes as multibase base64url.
pub fn multibase(bytes: &[u8]) -> String {
    format!("u{}", base64url(bytes))
}

fn from_base58(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    // Least significant byte first.
    let mut bytes: Vec<u8> = Vec::new();
    for letter in text.bytes() {
        let mut carry = BASE58.iter().position(|known| *known == letter)?;
        for byte in &mut bytes {
            carry += usize::from(*byte) * 58;
            *byte = (carry % 256) as u8;
            carry /= 256;
        }
        while carry > 0 {
            bytes.push((carry % 256) as u8);
            carry /= 256;
        }
    }
    bytes.extend(text.bytes().take_while(|letter| *letter == b'1').map(|_| 0));
    bytes.reverse();
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base58_is_read_as_everybody_writes_it() {
        assert_eq!(from_multibase("z2NEpo7TZRRrLZSi2U").unwrap(), b"Hello World!");
        assert_eq!(from_multibase("z11").unwrap(), [0, 0]);
        assert_eq!(from_multibase("z112").unwrap(), [0, 0, 1]);
        assert_eq!(from_multibase("z").unwrap(), b"");
        for text in ["", "z0", "zl", "é", "xAA", "u=", "u a"] {
            assert_eq!(from_multibase(text), None, "{text}");
        }
        assert_eq!(from_multibase(&format!("z{}", "2".repeat(LONGEST + 1))), None);
    }

    #[test]
    fn hexadecimal_is_whole_pairs() {
        assert_eq!(from_hex("00fFa1").unwrap(), [0, 255, 161]);
        assert_eq!(from_hex("").unwrap(), b"");
        assert_eq!((from_hex("0"), from_hex("0g"), from_hex("é0")), (None, None, None));
    }

    #[test]
    fn base64url_has_no_padding() {
        assert_eq!(multibase(&[255, 254]), "u__4");
        assert_eq!(from_multibase("u__4").unwrap(), [255, 254]);
    }
}
