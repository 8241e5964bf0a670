//! Official references of a training: certifications and their blocks, Formacode, NSF.

use super::content::Certification;
use super::draft::twice;
use crate::platform::http::{FieldError, Fields};

const MOST_REFERENCES: usize = 50;

/// Reads official references as people type them: trimmed, in capitals.
pub fn read_references(given: Certification, fields: &mut Fields) -> Certification {
    let code = given.code.map(|code| code.trim().to_uppercase()).filter(|code| !code.is_empty());
    if code.as_deref().is_some_and(|code| !is_certification(code)) {
        let message = "Indiquez RNCP ou RS suivi du numéro, par exemple RNCP35584.";
        fields.push(FieldError::new("/certification/code", "certification_format", message));
    }
    let mut list = |name: &str, codes: Vec<String>, is_sound: fn(&str) -> bool, message: &'static str| {
        let pointer = format!("/certification/{name}");
        if codes.len() > MOST_REFERENCES {
            fields.push(FieldError::new(pointer, "too_many", format!("{MOST_REFERENCES} codes au plus.")));
            return Vec::new();
        }
        let mut read: Vec<String> = Vec::with_capacity(codes.len());
        for (place, text) in codes.iter().enumerate() {
            let text = text.trim().to_uppercase();
            let pointer = format!("{pointer}/{place}");
            if !is_sound(&text) {
                fields.push(FieldError::new(pointer, "code_format", message));
            } else if read.contains(&text) {
                fields.push(twice(pointer));
            } else {
                read.push(text);
            }
        }
        read
    };
    let blocks =
        list("blocks", given.blocks, is_block, "Indiquez le code du bloc, par exemple RNCP35584BC01.");
    let formacodes = list("formacodes", given.formacodes, is_formacode, "Un Formacode compte cinq chiffres.");
    let message = "Un code NSF compte trois chiffres, suivis au besoin d’une lettre.";
    let specialities = list("specialities", given.specialities, is_speciality, message);
    Certification { code, blocks, formacodes, specialities }
}

fn is_certification(code: &str) -> bool {
    code.strip_prefix("RNCP")
        .or_else(|| code.strip_prefix("RS"))
        .is_some_and(|number| is_number(number, 1..=6))
}

fn is_block(code: &str) -> bool {
    code.rsplit_once("BC").is_some_and(|(head, number)| is_certification(head) && is_number(number, 2..=2))
}

fn is_formacode(code: &str) -> bool {
    is_number(code, 5..=5)
}

fn is_speciality(code: &str) -> bool {
    let digits = code.strip_suffix(|letter: char| letter.is_ascii_uppercase()).unwrap_or(code);
    is_number(digits, 3..=3)
}

fn is_number(text: &str, digits: std::ops::RangeInclusive<usize>) -> bool {
    digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::http::Error;

    #[test]
    fn official_codes_have_their_forms() {
        for (is_sound, good, bad) in [
            (
                is_certification as fn(&str) -> bool,
                &["RNCP35584", "RS5", "RNCP1"][..],
                &["RNCP", "35584", "RNCP1234567", "RSX"][..],
            ),
            (is_block, &["RNCP35584BC01", "RS12BC10"], &["RNCP35584", "BC01", "RNCP35584BC1", "RNCPBC01"]),
            (is_formacode, &["21528"], &["2152", "215288", "2152A", ""]),
            (is_speciality, &["326", "326T"], &["32", "3266", "T326", "326TT", ""]),
        ] {
            assert!(good.iter().all(|code| is_sound(code)), "{good:?}");
            assert!(!bad.iter().any(|code| is_sound(code)), "{bad:?}");
        }
    }

    #[test]
    fn official_codes_are_read_as_people_type_them() {
        let mut fields = Fields::default();
        let given = Certification {
            code: Some(" rncp35584 ".into()),
            blocks: vec!["rncp35584bc01".into()],
            formacodes: vec![],
            specialities: vec!["326t".into()],
        };
        let read = read_references(given, &mut fields);
        assert!(fields.finish().is_ok());
        assert_eq!(read.code.as_deref(), Some("RNCP35584"));
        assert_eq!((read.blocks[0].as_str(), read.specialities[0].as_str()), ("RNCP35584BC01", "326T"));
    }

    #[test]
    fn every_wrong_code_is_told_at_its_place() {
        let mut fields = Fields::default();
        let given = Certification {
            code: Some("35584".into()),
            blocks: vec!["BC01".into()],
            formacodes: vec!["21528".into(), "21528".into(), "x".into()],
            specialities: vec!["9".into(); 51],
        };
        read_references(given, &mut fields);
        let Err(Error::Invalid(faults)) = fields.finish() else { panic!("no fault") };
        let told: Vec<_> = faults.iter().map(|fault| (fault.pointer.as_str(), fault.code.as_ref())).collect();
        assert_eq!(
            told,
            [
                ("/certification/code", "certification_format"),
                ("/certification/blocks/0", "code_format"),
                ("/certification/formacodes/1", "duplicate"),
                ("/certification/formacodes/2", "code_format"),
                ("/certification/specialities", "too_many"),
            ]
        );
    }
}
