//! First and last names: one form for each, nothing invisible inside.

use unicode_normalization::UnicodeNormalization;

use crate::platform::http::FieldError;

const LONGEST: usize = 100;

/// A first or last name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name, composed (NFC) and with single spaces, or says what is wrong with the field.
    pub fn parse(pointer: &str, text: &str) -> Result<Self, FieldError> {
        let composed: String = text.nfc().collect();
        if composed.trim().chars().any(is_invisible) {
            return Err(FieldError::new(
                pointer,
                "invalid_characters",
                "Ce nom contient des caractères invisibles.",
            ));
        }
        let name = composed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(FieldError::new(pointer, "required", "Ce champ est obligatoire."));
        }
        if name.chars().count() > LONGEST {
            return Err(FieldError::new(pointer, "too_long", "100 caractères au plus."));
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(FieldError::new(
                pointer,
                "invalid_characters",
                "Un nom contient au moins une lettre.",
            ));
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters, and the format characters that reorder or hide text.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_get_one_form() {
        assert_eq!(PersonName::parse("", "  Inès ").unwrap().as_str(), "Inès");
        assert_eq!(PersonName::parse("", "Ine\u{300}s").unwrap(), PersonName::parse("", "Inès").unwrap());
        assert_eq!(
            PersonName::parse("", "de  La Tour-d’Auvergne").unwrap().as_str(),
            "de La Tour-d’Auvergne"
        );
        assert_eq!(PersonName::parse("", &"é".repeat(100)).unwrap().as_str().chars().count(), 100);
    }

    #[test]
    fn hidden_or_absent_names_are_refused() {
        for text in ["", "   ", "a\u{0}b", "a\nb", "a\u{202E}b", "a\u{200B}b", "123", "—"] {
            assert!(PersonName::parse("", text).is_err(), "{text:?} was accepted");
        }
        assert!(PersonName::parse("", &"é".repeat(101)).is_err());
    }
}
