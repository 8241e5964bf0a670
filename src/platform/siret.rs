//! SIREN and SIRET numbers, parsed once where they enter.
//!
//! A number that passes here is well formed; only the register says whether it was ever attributed.

use std::fmt;
use std::str::FromStr;

use crate::platform::http::FieldError;

/// La Poste's establishments outgrew the ordinary check digit: their own rule sums the digits.
const LA_POSTE: &[u8] = b"356000000";

/// The number of a legal unit: nine digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siren([u8; 9]);

/// The number of an establishment: the unit's nine digits and five of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siret([u8; 14]);

/// Why a text is not a SIREN or a SIRET.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidNumber {
    /// Not the right count of digits, or something else than digits.
    #[error("not the expected number of digits")]
    Format,
    /// Only zeros: the check digit agrees, but no one bears it.
    #[error("all zeros")]
    Zero,
    /// The check digit disagrees: usually a typing error.
    #[error("wrong check digit")]
    Checksum,
    /// A pseudo-number used for Monaco's establishments, which Sirene does not know.
    #[error("a pseudo-number of Monaco")]
    Monaco,
}

impl Siret {
    /// The digits.
    pub fn as_str(&self) -> &str {
        // Only ASCII digits enter through the parser, the single constructor.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The legal unit the establishment belongs to.
    pub fn siren(&self) -> Siren {
        let mut digits = [0; 9];
        digits.copy_from_slice(&self.0[..9]);
        Siren(digits)
    }

    /// Reads what a person typed in this field of a request.
    pub fn from_field(text: &str, pointer: &str) -> Result<Self, FieldError> {
        text.parse().map_err(|fault: InvalidNumber| match fault {
            InvalidNumber::Format => {
                FieldError::new(pointer, "siret_format", "Un numéro SIRET compte exactement 14 chiffres.")
            }
            InvalidNumber::Zero => {
                FieldError::new(pointer, "siret_zero", "Ce numéro SIRET ne désigne aucun établissement.")
            }
            InvalidNumber::Checksum => FieldError::new(
                pointer,
                "siret_checksum",
                "Ce numéro SIRET comporte une erreur\u{a0}: vérifiez chaque chiffre.",
            ),
            InvalidNumber::Monaco => FieldError::new(
                pointer,
                "siret_monaco",
                "Les établissements monégasques ne figurent pas au répertoire Sirene\u{a0}: écrivez-nous.",
            ),
        })
    }
}

impl Siren {
    /// The digits.
    pub fn as_str(&self) -> &str {
        // Only ASCII digits enter through the parser, the single constructor.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Reads what a person typed in this field of a request.
    pub fn from_field(text: &str, pointer: &str) -> Result<Self, FieldError> {
        text.parse().map_err(|fault: InvalidNumber| match fault {
            InvalidNumber::Checksum => FieldError::new(
                pointer,
                "siren_checksum",
                "Ce numéro SIREN comporte une erreur\u{a0}: vérifiez chaque chiffre.",
            ),
            InvalidNumber::Zero => {
                FieldError::new(pointer, "siren_zero", "Ce numéro SIREN ne désigne aucune entreprise.")
            }
            InvalidNumber::Format | InvalidNumber::Monaco => {
                FieldError::new(pointer, "siren_format", "Un numéro SIREN compte exactement 9 chiffres.")
            }
        })
    }
}

impl FromStr for Siret {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        let digits: [u8; 14] = digits(text)?;
        let is_la_poste = digits.starts_with(LA_POSTE) && sum(&digits).is_multiple_of(5);
        if luhn(&digits[..9]) && (luhn(&digits) || is_la_poste) {
            Ok(Self(digits))
        } else {
            Err(InvalidNumber::Checksum)
        }
    }
}

impl FromStr for Siren {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        let digits: [u8; 9] = digits(text)?;
        if luhn(&digits) { Ok(Self(digits)) } else { Err(InvalidNumber::Checksum) }
    }
}

/// Exactly `N` ASCII digits once the separators people type are dropped, not all zeros.
fn digits<const N: usize>(text: &str) -> Result<[u8; N], InvalidNumber> {
    let mut kept = text.chars().filter(|c| !is_separator(*c)).peekable();
    if kept.clone().take(6).map(|c| c.to_ascii_uppercase()).eq("MONACO".chars()) {
        return Err(InvalidNumber::Monaco);
    }
    let mut digits = [0; N];
    for digit in &mut digits {
        *digit = kept.next().filter(char::is_ascii_digit).ok_or(InvalidNumber::Format)? as u8;
    }
    match kept.peek() {
        Some(_) => Err(InvalidNumber::Format),
        None if digits.iter().all(|digit| *digit == b'0') => Err(InvalidNumber::Zero),
        None => Ok(digits),
    }
}

/// Any white space (U+00A0 and U+202F included), dots, and the three hyphens keyboards and documents give.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '\u{2010}' | '\u{2011}')
}

fn luhn(digits: &[u8]) -> bool {
    let total: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, u32::from(digit - b'0')) {
            (0, value) => value,
            (_, value) if value > 4 => 2 * value - 9,
            (_, value) => 2 * value,
        })
        .sum();
    total.is_multiple_of(10)
}

fn sum(digits: &[u8]) -> u32 {
    digits.iter().map(|digit| u32::from(digit - b'0')).sum()
}

macro_rules! shown_as_digits {
    ($($name:ident)+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.as_str())
            }
        }
    )+};
}

shown_as_digits!(Siren Siret);

#[cfg(test)]
mod tests {
    use InvalidNumber::{Checksum, Format, Monaco, Zero};
    use serde_json::Value;

    use super::*;

    #[test]
    fn every_rule_of_a_siret() {
        let table: &[(&str, Result<&str, InvalidNumber>)] = &[
            // The ordinary rule: nine digits and fourteen digits, each with its check digit.
            ("73282932000074", Ok("73282932000074")),
            ("18004623700012", Ok("18004623700012")),
            ("73282932000079", Err(Checksum)),
            ("12345678901234", Err(Checksum)),
            // The fourteen digits agree but the first nine do not.
            ("10000000000008", Err(Checksum)),
            // Separators people type or paste.
            (" 732 829 320 00074 ", Ok("73282932000074")),
            ("732\u{a0}829\u{a0}320\u{202f}00074", Ok("73282932000074")),
            ("732.829.320-00074", Ok("73282932000074")),
            ("732\u{2011}829\u{2010}320\t00074\n", Ok("73282932000074")),
            // La Poste: the ordinary rule, or a sum of digits that is a multiple of five.
            ("35600000000048", Ok("35600000000048")),
            ("35600000049837", Ok("35600000049837")),
            ("35600000037240", Ok("35600000037240")),
            ("35600000049838", Err(Checksum)),
            // The sum rule is La Poste's alone.
            ("73282932000010", Err(Checksum)),
            ("00000000000000", Err(Zero)),
            ("000.000.000 00000", Err(Zero)),
            ("MONACOCONFO001", Err(Monaco)),
            ("monaco confo 001", Err(Monaco)),
            ("", Err(Format)),
            ("7328293200007", Err(Format)),
            ("732829320000740", Err(Format)),
            ("7328293200007A", Err(Format)),
            ("73282932000074\0", Err(Format)),
            // Digits of other scripts are not ours.
            ("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", Err(Format)),
            ("７３２８２９３２００００７４", Err(Format)),
        ];
        for (text, expected) in table {
            let parsed = text.parse::<Siret>().map(|siret| siret.to_string());
            assert_eq!(parsed, expected.map(str::to_owned), "{text:?}");
        }
    }

    #[test]
    fn every_rule_of_a_siren() {
        let table: &[(&str, Result<&str, InvalidNumber>)] = &[
            ("732 829 320", Ok("732829320")),
            ("356000000", Ok("356000000")),
            ("732829321", Err(Checksum)),
            ("000000000", Err(Zero)),
            ("73282932", Err(Format)),
            ("73282932000074", Err(Format)),
            ("MONACO001", Err(Monaco)),
        ];
        for (text, expected) in table {
            let parsed = text.parse::<Siren>().map(|siren| siren.to_string());
            assert_eq!(parsed, expected.map(str::to_owned), "{text:?}");
        }
    }

    #[test]
    fn each_fault_has_a_code_of_its_own() {
        let codes = |text: &str| Siret::from_field(text, "/siret").unwrap_err().code;
        assert_eq!(codes("12"), "siret_format");
        assert_eq!(codes("00000000000000"), "siret_zero");
        assert_eq!(codes("73282932000079"), "siret_checksum");
        assert_eq!(codes("MONACOCONFO001"), "siret_monaco");
        let codes = |text: &str| Siren::from_field(text, "/siren").unwrap_err().code;
        assert_eq!(codes("12"), "siren_format");
        assert_eq!(codes("000000000"), "siren_zero");
        assert_eq!(codes("732829321"), "siren_checksum");
    }

    #[test]
    fn a_siret_names_its_unit() {
        let siret: Siret = "73282932000074".parse().unwrap();
        assert_eq!(siret.siren(), "732829320".parse().unwrap());
        assert_eq!(format!("{siret:?}"), "Siret(73282932000074)");
    }

    #[test]
    fn one_wrong_digit_is_always_seen() {
        let siret = "73282932000074";
        for place in 0..siret.len() {
            for digit in "0123456789".chars().filter(|digit| siret.as_bytes()[place] != *digit as u8) {
                let mut typed = siret.to_owned();
                typed.replace_range(place..=place, &digit.to_string());
                assert_eq!(typed.parse::<Siret>(), Err(Checksum), "{typed}");
            }
        }
    }

    /// More vectors, where a file of them is at hand (`SIRET_VECTORS`): input and whether it is accepted.
    #[test]
    fn vectors_of_a_file() {
        let Ok(file) = std::env::var("SIRET_VECTORS") else {
            eprintln!("skipped: SIRET_VECTORS names no file");
            return;
        };
        let vectors: Vec<Value> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        assert!(!vectors.is_empty());
        for vector in &vectors {
            let accepted = vector["input"].as_str().unwrap().parse::<Siret>().is_ok();
            assert_eq!(accepted, vector["accept_after_normalisation"], "{vector}");
        }
    }
}
