//! Telephone numbers: as people in France write them, kept as E.164 has them.

use crate::platform::http::FieldError;

/// A number one can be called at, `+33612345678`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

/// Digits of a whole number, its country included.
const SHORTEST: usize = 8;
const LONGEST: usize = 15;
/// Digits of a French number, without the leading zero.
const FRENCH: usize = 9;

/// Beginnings of French numbers that have a country code of their own, the longest first. Everything else is under 33.
const OVERSEAS: &[(&str, &str)] = &[
    ("70930", "594"),
    ("70931", "594"),
    ("70932", "594"),
    ("70933", "594"),
    ("70935", "262"),
    ("70936", "262"),
    ("70937", "262"),
    ("7090", "590"),
    ("7091", "596"),
    ("7092", "262"),
    ("262", "262"),
    ("263", "262"),
    ("269", "262"),
    ("639", "262"),
    ("692", "262"),
    ("693", "262"),
    ("590", "590"),
    ("690", "590"),
    ("691", "590"),
    ("594", "594"),
    ("694", "594"),
    ("596", "596"),
    ("696", "596"),
    ("697", "596"),
];

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Missing,
    Characters,
    TooShort,
    TooLong,
    NoPrefix,
    NotAPersons,
}

impl Fault {
    const fn code(self) -> &'static str {
        match self {
            Self::Missing => "required",
            Self::Characters => "invalid_characters",
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::NoPrefix => "missing_prefix",
            Self::NotAPersons => "not_a_personal_number",
        }
    }

    const fn message(self) -> &'static str {
        match self {
            Self::Missing => "Saisissez un numéro de téléphone.",
            Self::Characters => {
                "Un numéro ne compte que des chiffres, par exemple 06\u{a0}12\u{a0}34\u{a0}56\u{a0}78."
            }
            Self::TooShort => "Il manque des chiffres\u{a0}: un numéro français en compte dix.",
            Self::TooLong => "Il y a trop de chiffres\u{a0}: un numéro français en compte dix.",
            Self::NoPrefix => {
                "Commencez par 0 pour un numéro français, par + et l’indicatif du pays pour un autre."
            }
            Self::NotAPersons => "Ce numéro est celui d’un service\u{a0}: donnez le vôtre.",
        }
    }
}

impl Phone {
    /// Reads a number: `06 12 34 56 78` and the other ways to write it in France, `+33 6…`, `+33 (0)6…`, `0033 6…`; of other
    /// countries, with `+` or `00`.
    pub fn parse(pointer: &str, text: &str) -> Result<Self, FieldError> {
        read(text).map(Self).map_err(|fault| FieldError::new(pointer, fault.code(), fault.message()))
    }

    /// As E.164 writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn read(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Missing);
    }
    // The zero in brackets is for those who call from inside the country.
    let text = text.replace("(0)", "");
    let is_abroad = text.starts_with('+');
    let digits = digits(text.strip_prefix('+').unwrap_or(&text))?;
    if is_abroad {
        return international(&digits);
    }
    match digits.strip_prefix("00") {
        Some(rest) => international(rest),
        None => national(digits.strip_prefix('0').ok_or(Fault::NoPrefix)?),
    }
}

/// The digits of a text that holds nothing else but what people put between them.
fn digits(text: &str) -> Result<String, Fault> {
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}');
    let mut digits = String::new();
    for c in text.chars().filter(|c| !is_between(*c)) {
        if !c.is_ascii_digit() {
            return Err(Fault::Characters);
        }
        digits.push(c);
    }
    Ok(digits)
}

fn international(digits: &str) -> Result<String, Fault> {
    match digits.strip_prefix("33") {
        // A zero after the country's code is a habit.
        Some(rest) => national(rest.strip_prefix('0').unwrap_or(rest)),
        None if digits.starts_with('0') => Err(Fault::NoPrefix),
        None if digits.len() < SHORTEST => Err(Fault::TooShort),
        None if digits.len() > LONGEST => Err(Fault::TooLong),
        None => Ok(format!("+{digits}")),
    }
}

/// A French number without its zero, under the country code it is reached by.
fn national(digits: &str) -> Result<String, Fault> {
    match digits.len() {
        ..FRENCH => return Err(Fault::TooShort),
        FRENCH => {}
        _ => return Err(Fault::TooLong),
    }
    if digits.starts_with('0') || digits.starts_with('8') {
        return Err(Fault::NotAPersons);
    }
    let overseas = OVERSEAS.iter().find(|(begins, _)| digits.starts_with(begins));
    let country = overseas.map_or("33", |(_, code)| *code);
    Ok(format!("+{country}{digits}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn french_numbers_are_read_however_they_are_written() {
        for text in [
            "0612345678",
            " 06 12 34 56 78 ",
            "06.12.34.56.78",
            "06-12-34-56-78",
            "06/12/34/56/78",
            "06\u{a0}12\u{202f}34 56 78",
            "+33612345678",
            "+33 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "+33 06 12 34 56 78",
            "0033 6 12 34 56 78",
            "(06) 12 34 56 78",
        ] {
            assert_eq!(read(text).as_deref(), Ok("+33612345678"), "{text}");
        }
        assert_eq!(read("01 44 55 66 77").as_deref(), Ok("+33144556677"));
        assert_eq!(read("09 72 00 00 00").as_deref(), Ok("+33972000000"));
    }

    #[test]
    fn numbers_overseas_go_under_the_code_they_are_reached_by() {
        for (text, kept) in [
            ("0690 12 34 56", "+590690123456"),
            ("0694 12 34 56", "+594694123456"),
            ("0696 12 34 56", "+596696123456"),
            ("0692 12 34 56", "+262692123456"),
            ("0639 12 34 56", "+262639123456"),
            ("0262 12 34 56", "+262262123456"),
            ("07 09 03 12 34", "+590709031234"),
            ("07 09 31 23 45", "+594709312345"),
            ("07 09 36 23 45", "+262709362345"),
            ("07 09 40 23 45", "+33709402345"),
            ("+590 690 12 34 56", "+590690123456"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(kept), "{text}");
        }
    }

    #[test]
    fn other_countries_are_named() {
        assert_eq!(read("+32 470 12 34 56").as_deref(), Ok("+32470123456"));
        assert_eq!(read("0044 20 7946 0000").as_deref(), Ok("+442079460000"));
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (text, fault) in [
            ("  ", Fault::Missing),
            ("06 12 34 56 7", Fault::TooShort),
            ("06 12 34 56 78 9", Fault::TooLong),
            ("+33 6 12", Fault::TooShort),
            ("612345678", Fault::NoPrefix),
            ("+0612345678", Fault::NoPrefix),
            ("06 12 34 56 78 (soir)", Fault::Characters),
            ("zéro six", Fault::Characters),
            ("06+12345678", Fault::Characters),
            ("0\u{666}12345678", Fault::Characters),
            ("08 92 68 00 00", Fault::NotAPersons),
            ("+1234567", Fault::TooShort),
            ("+1234567890123456", Fault::TooLong),
        ] {
            assert_eq!(read(text), Err(fault), "{text}");
        }
        let told = Phone::parse("/phone", "x").unwrap_err();
        assert_eq!((told.pointer.as_str(), told.code.as_ref()), ("/phone", "invalid_characters"));
    }

    proptest! {
        #[test]
        fn what_is_kept_is_e164_and_reads_as_itself(text in "[+0-9 ().-]{0,24}") {
            if let Ok(kept) = read(&text) {
                let digits = kept.strip_prefix('+').unwrap();
                prop_assert!(digits.len() >= SHORTEST && digits.len() <= LONGEST && !digits.starts_with('0'));
                prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()));
                prop_assert_eq!(read(&kept), Ok(kept.clone()));
            }
        }
    }
}
