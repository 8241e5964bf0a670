//! Names, numbers and reasons as they are typed.

use crate::platform::http::FieldError;
use crate::platform::http::texts::line;

/// Why somebody did something to an organisation: one to five hundred characters, kept in the audit trail.
#[derive(Clone, Debug)]
pub struct Reason(String);

impl Reason {
    /// Reads a reason, or says what is wrong with the field.
    pub fn parse(pointer: &str, text: &str) -> Result<Self, FieldError> {
        line(pointer, text, 1..=500).map(Self)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads an organisation's name: two to two hundred characters.
pub fn parse_organisation_name(pointer: &str, text: &str) -> Result<String, FieldError> {
    line(pointer, text, 2..=200)
}

/// Reads a declaration of activity number: eleven digits, spaces aside.
pub fn parse_nda(pointer: &str, text: &str) -> Result<String, FieldError> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() == 11 && digits.chars().all(|c| c.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err(FieldError::new(pointer, "nda_format", "Un numéro de déclaration d’activité compte 11 chiffres."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_trimmed_and_bounded() {
        assert_eq!(parse_organisation_name("", "  Atelier  ").unwrap(), "Atelier");
        assert_eq!(parse_organisation_name("", " A ").unwrap_err().code, "too_short");
        assert_eq!(parse_organisation_name("", &"é".repeat(201)).unwrap_err().code, "too_long");
        assert_eq!(parse_organisation_name("", "Ate\u{7}lier").unwrap_err().code, "invalid_characters");
        assert_eq!(Reason::parse("", " \n ").unwrap_err().code, "required");
    }

    #[test]
    fn an_nda_has_eleven_digits() {
        assert_eq!(parse_nda("", "11 75 54321 75").unwrap(), "11755432175");
        for text in ["", "1175543217", "117554321755", "1175543217a", "١١٧٥٥٤٣٢١٧٥"] {
            assert!(parse_nda("", text).is_err(), "{text}");
        }
    }
}
