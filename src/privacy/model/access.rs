//! Why somebody who runs the platform looks at a person's data.

use crate::platform::http::FieldError;

/// Fewest and most characters of a reason.
const LENGTHS: std::ops::RangeInclusive<usize> = 10..=500;

/// A reason that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// Reads one: it says something, and the person will read it.
    pub fn parse(pointer: &str, text: &str) -> Result<Self, FieldError> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if LENGTHS.contains(&text.chars().count()) {
            return Ok(Self(text));
        }
        let message = "Dites pourquoi, en 10 à 500 caractères\u{a0}: la personne le lira.";
        Err(FieldError::new(pointer, "invalid_reason", message))
    }

    /// The reason.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_ten_characters_that_are_not_spaces() {
        let read = |text: &str| Reason::parse("/reason", text).map(|reason| reason.as_str().to_owned());
        assert_eq!(read("  Demande  n°\u{a0}12 ").unwrap(), "Demande n° 12");
        assert!(read("123456789").is_err());
        assert!(read("1234567890").is_ok());
        assert!(read("1        0").is_err());
        assert!(read(&"x".repeat(500)).is_ok());
        assert!(read(&"x".repeat(501)).is_err());
    }
}
