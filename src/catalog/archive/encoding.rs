//! Bytes to text: UTF-8 first, ISO-8859-15 for the files that are not what their name says.

use std::borrow::Cow;

use super::error::ArchiveError;
use super::members::Member;

/// The text of a file, and whether the fallback was needed.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text, without byte order mark.
    pub text: Cow<'a, str>,
    /// True when the file claims UTF-8 and is not.
    pub fell_back: bool,
}

/// Decodes a file; damaged UTF-8 is refused rather than turned into other letters.
pub fn decode(member: &Member) -> Result<Decoded<'_>, ArchiveError> {
    let bytes = member.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&member.bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: Cow::Borrowed(text), fell_back: false });
    }
    let (text, _) = encoding_rs::ISO_8859_15.decode_without_bom_handling(bytes);
    // Every accented UTF-8 letter leaves a C1 control character when misread: none survives in a genuine text.
    if text.chars().any(|c| ('\u{80}'..='\u{9F}').contains(&c)) {
        return Err(ArchiveError::Encoding(member.name.clone()));
    }
    Ok(Decoded { text, fell_back: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(bytes: &[u8]) -> Member {
        Member { name: "unix_texte_v460_utf8.csv".to_owned(), bytes: bytes.to_vec() }
    }

    #[test]
    fn utf8_is_taken_as_it_is_without_its_mark() {
        let file = member("\u{feff}Maçon d’ouvrages".as_bytes());
        let decoded = decode(&file).expect("UTF-8");
        assert_eq!(decoded.text, "Maçon d’ouvrages");
        assert!(!decoded.fell_back);
    }

    #[test]
    fn latin_bytes_are_read_and_reported() {
        let file = member(b"\"Ma\xE7on\",\"C\xBDur de m\xE9tier\"");
        let decoded = decode(&file).expect("ISO-8859-15");
        assert_eq!(decoded.text, "\"Maçon\",\"Cœur de métier\"");
        assert!(decoded.fell_back);
    }

    #[test]
    fn damaged_utf8_is_refused() {
        let mut bytes = "Élève à l’école".as_bytes().to_vec();
        bytes[1] = b'x';
        assert!(matches!(decode(&member(&bytes)), Err(ArchiveError::Encoding(_))));
    }
}
