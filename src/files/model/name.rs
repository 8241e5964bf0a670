//! Names of files: whatever a sender's machine allowed, made harmless. They are data, and no path is ever made of them.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::kind::Kind;
use crate::platform::http::FieldError;

/// Longest name, in bytes of UTF-8: room for what a download's file system adds to it.
const LONGEST: usize = 200;
/// Longest name as it is sent; beyond, nobody typed it.
const LONGEST_SENT: usize = 4096;
/// Longest ending that is taken for one.
const LONGEST_EXTENSION: usize = 10;

/// Names that Windows keeps for its devices, whatever follows the first dot.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$"];

/// A name without any part of a path, any character that is not seen, and any meaning to an operating system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName(String);

impl FileName {
    /// Reads a percent-encoded name. Refused at `/name` when nothing of it is left, or when it is no text.
    pub fn parse(encoded: &str) -> Result<Self, FieldError> {
        if encoded.len() > LONGEST_SENT {
            return Err(FieldError::new("/name", "too_long", "Ce nom de fichier est trop long."));
        }
        let decoded = percent_decode_str(encoded).decode_utf8().map_err(|_| {
            FieldError::new("/name", "invalid_characters", "Ce nom de fichier n’est pas du texte.")
        })?;
        let name = harmless(&decoded);
        if name.is_empty() {
            return Err(FieldError::new("/name", "required", "Le fichier doit avoir un nom."));
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it ends with, in lower case: up to ten letters and digits after the last dot; `v1.2` ends with nothing.
    pub fn extension(&self) -> Option<String> {
        extension_of(&self.0).map(str::to_ascii_lowercase)
    }

    /// The name with the usual ending of this kind where it has none; none when it ends as another kind does.
    pub fn agreeing_with(self, kind: Kind) -> Option<Self> {
        match self.extension() {
            None => {
                let extension = kind.extensions().first().copied().unwrap_or_default();
                let stem = cut(self.0.trim_end_matches('.'), LONGEST - LONGEST_EXTENSION);
                Some(Self(format!("{stem}.{extension}")))
            }
            Some(extension) if kind.extensions().contains(&extension.as_str()) => Some(self),
            Some(_) => None,
        }
    }
}

fn extension_of(name: &str) -> Option<&str> {
    let (stem, extension) = name.rsplit_once('.')?;
    let is_one = !stem.is_empty()
        && (1..=LONGEST_EXTENSION).contains(&extension.len())
        && extension.bytes().all(|b| b.is_ascii_alphanumeric())
        && extension.bytes().any(|b| b.is_ascii_alphabetic());
    is_one.then_some(extension)
}

/// Characters that are not seen, or change how others are seen: controls, and what turns or joins the text around it.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn harmless(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.nfc().filter(|c| !is_invisible(*c)).collect();
    // What shells, Windows and headers give a meaning to.
    let plain = visible.replace(['<', '>', ':', '"', '|', '?', '*', '`', '$', ';'], "_");
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let name = if is_device(plain) { format!("_{plain}") } else { plain.to_owned() };
    shortened(&name)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|rest| {
            let mut digits = rest.chars();
            matches!((digits.next(), digits.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
        })
    });
    numbered || DEVICES.contains(&stem.as_str())
}

/// Shortens the middle: the ending says what it is.
fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    match extension_of(name) {
        Some(extension) => {
            let stem = cut(&name[..name.len() - extension.len() - 1], LONGEST - extension.len() - 1);
            format!("{stem}.{extension}")
        }
        None => cut(name, LONGEST).to_owned(),
    }
}

/// The longest beginning of so many bytes, without half a character or a blank at its end.
fn cut(text: &str, longest: usize) -> &str {
    let mut end = text.len().min(longest);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(encoded: &str) -> String {
        FileName::parse(encoded).unwrap().0
    }

    #[test]
    fn names_lose_what_could_harm_and_nothing_else() {
        assert_eq!(named("Programme%20d%E2%80%99%C3%A9t%C3%A9%20(2026).pdf"), "Programme d’été (2026).pdf");
        for (sent, kept) in [
            ("../../etc/passwd", "passwd"),
            ("..%2f..%2fetc%2fpasswd", "passwd"),
            ("%2e%2e%2f%2e%2e", ""),
            ("/absolute/path.pdf", "path.pdf"),
            ("C:\\Users\\a\\cv.pdf", "cv.pdf"),
            ("cv.pdf%00.html", "cv.pdf.html"),
            ("a%0d%0aSet-Cookie:x=1.pdf", "aSet-Cookie_x=1.pdf"),
            ("facture%E2%80%AEfdp.exe", "facturefdp.exe"),
            ("a%22%3bfilename=b.pdf", "a__filename=b.pdf"),
            ("CON", "_CON"),
            ("con.pdf", "_con.pdf"),
            ("NUL.tar.pdf", "_NUL.tar.pdf"),
            ("com1.pdf", "_com1.pdf"),
            ("LPT%C2%B9.pdf", "_LPT¹.pdf"),
            ("comment.pdf", "comment.pdf"),
            (".htaccess", "htaccess"),
            ("cv.pdf. . .", "cv.pdf"),
            ("%20 cv.pdf", "cv.pdf"),
            ("e%CC%81t%CC%81.pdf", "ét\u{301}.pdf"),
        ] {
            if kept.is_empty() {
                assert_eq!(FileName::parse(sent).unwrap_err().code, "required", "{sent}");
            } else {
                assert_eq!(named(sent), kept, "{sent}");
            }
        }
        assert_eq!(FileName::parse("%ff%fe.pdf").unwrap_err().code, "invalid_characters");
        assert_eq!(FileName::parse(&"a".repeat(5000)).unwrap_err().code, "too_long");
        assert_eq!(FileName::parse("%E2%80%AE").unwrap_err().code, "required");
    }

    #[test]
    fn long_names_keep_their_ending() {
        let name = named(&format!("{}.docx", "é".repeat(300)));
        assert!(name.len() <= LONGEST && name.starts_with("éé") && name.ends_with("é.docx"), "{name}");
        assert!(named(&"x".repeat(300)).len() <= LONGEST);
    }

    #[test]
    fn the_ending_agrees_with_the_kind() {
        let parse = |name: &str| FileName::parse(name).unwrap();
        assert_eq!(parse("scan").agreeing_with(Kind::Pdf).unwrap().0, "scan.pdf");
        assert_eq!(
            parse("M. Dupont, le 3.5 à 8h").agreeing_with(Kind::Jpeg).unwrap().0,
            "M. Dupont, le 3.5 à 8h.jpg"
        );
        assert_eq!(parse("Rapport v1.2").agreeing_with(Kind::Pdf).unwrap().0, "Rapport v1.2.pdf");
        assert_eq!(parse("photo.JPEG").agreeing_with(Kind::Jpeg).unwrap().0, "photo.JPEG");
        assert_eq!(parse("photo.pdf").agreeing_with(Kind::Jpeg), None);
        assert_eq!(parse("cv.pdf.exe").agreeing_with(Kind::Pdf), None);
        assert!(parse(&"x".repeat(300)).agreeing_with(Kind::Docx).unwrap().0.len() <= LONGEST);
    }

    proptest! {
        #[test]
        fn whatever_is_sent_what_is_kept_is_harmless(text in "\\PC*|[\\x00-\\x7f]*|(\\.\\./|\\\\|%[0-9a-f]{2}|[a-z.]){0,60}") {
            if let Ok(FileName(name)) = FileName::parse(&text) {
                prop_assert!(!name.is_empty() && name.len() <= LONGEST);
                prop_assert!(!name.contains(['/', '\\', '"', ':']) && !name.chars().any(is_invisible));
                prop_assert!(!name.starts_with('.') && !name.ends_with(['.', ' ']));
                prop_assert!(!is_device(&name));
                prop_assert!(name != ".." && name != ".");
                // Made harmless once, it stays as it is.
                prop_assert_eq!(harmless(&name), name);
            }
        }
    }
}
