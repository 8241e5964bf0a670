//! A validation as it is asked for, and what is wrong with it.

use carnet_index::{Level, RomeCode, SkillCode};
use chrono::NaiveDate;

use crate::platform::http::FieldError;

/// Most skills one person may declare: a record, not a catalogue.
pub const MOST_DECLARED: i64 = 300;
/// Most jobs one validation may name.
const MOST_JOBS: usize = 20;
const LONGEST_COMMENT: usize = 2000;
const LONGEST_REASON: usize = 1000;

/// The level a person declares.
pub fn declared_level(level: i64) -> Result<Level, FieldError> {
    u8::try_from(level)
        .ok()
        .and_then(Level::new)
        .ok_or_else(|| FieldError::new("/level", "out_of_range", "Un niveau va de 1 à 4."))
}

/// The code of a skill; whether the catalogue knows it is asked of the catalogue.
pub fn skill_code(text: &str) -> Result<SkillCode, FieldError> {
    text.parse().map_err(|_| unknown_skill())
}

/// The fault of a skill that the catalogue does not know.
pub fn unknown_skill() -> FieldError {
    FieldError::new("/skill", "unknown_skill", "Cette compétence n’existe pas au référentiel.")
}

/// The codes of the jobs, each once, each known.
pub fn job_codes(texts: &[String], is_known: impl Fn(RomeCode) -> bool) -> Result<Vec<RomeCode>, FieldError> {
    if texts.len() > MOST_JOBS {
        return Err(FieldError::new("/jobs", "too_many", format!("{MOST_JOBS} métiers au plus.")));
    }
    let mut codes = Vec::with_capacity(texts.len());
    for (place, text) in texts.iter().enumerate() {
        let code = text.parse().ok().filter(|code| is_known(*code)).ok_or_else(|| {
            FieldError::new(format!("/jobs/{place}"), "unknown_job", "Ce métier n’existe pas au référentiel.")
        })?;
        if codes.contains(&code) {
            return Err(FieldError::new(
                format!("/jobs/{place}"),
                "duplicate",
                "Ce métier est donné deux fois.",
            ));
        }
        codes.push(code);
    }
    Ok(codes)
}

/// The last day, which must still be to come.
pub fn expiry(last: Option<NaiveDate>, today: NaiveDate) -> Result<Option<NaiveDate>, FieldError> {
    match last {
        Some(last) if last <= today => {
            Err(FieldError::new("/expires_on", "not_in_future", "La date de fin doit être à venir."))
        }
        _ => Ok(last),
    }
}

/// The comment, trimmed; an empty one is none.
pub fn comment(text: Option<&str>) -> Result<Option<String>, FieldError> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => bounded("/comment", text, LONGEST_COMMENT).map(Some),
    }
}

/// The reason of a revocation.
pub fn reason(text: &str) -> Result<String, FieldError> {
    match text.trim() {
        "" => Err(FieldError::new("/reason", "required", "Indiquez la raison de la révocation.")),
        text => bounded("/reason", text, LONGEST_REASON),
    }
}

fn bounded(pointer: &str, text: &str, longest: usize) -> Result<String, FieldError> {
    if text.chars().count() > longest {
        return Err(FieldError::new(pointer, "too_long", format!("{longest} caractères au plus.")));
    }
    if text.contains('\0') {
        let message = "Ce texte contient un caractère interdit.";
        return Err(FieldError::new(pointer, "invalid_characters", message));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code<T: std::fmt::Debug>(result: Result<T, FieldError>) -> String {
        let fault = result.unwrap_err();
        format!("{} {}", fault.pointer, fault.code)
    }

    #[test]
    fn levels_go_from_one_to_four() {
        assert_eq!((1..=4).map(|n| declared_level(n).unwrap().get()).collect::<Vec<_>>(), [1, 2, 3, 4]);
        for wrong in [i64::MIN, -1, 0, 5, 9, 257, i64::MAX] {
            assert_eq!(code(declared_level(wrong)), "/level out_of_range");
        }
    }

    #[test]
    fn jobs_are_known_and_named_once() {
        let known = RomeCode::parse("M1805").unwrap();
        let read = |texts: &[&str]| {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            job_codes(&texts, |code| code == known)
        };
        assert_eq!(read(&[]).unwrap(), []);
        assert_eq!(read(&["M1805"]).unwrap(), [known]);
        assert_eq!(code(read(&["M1805", "M1805"])), "/jobs/1 duplicate");
        assert_eq!(code(read(&["M1805", "Z9999"])), "/jobs/1 unknown_job");
        assert_eq!(code(read(&["m1805"])), "/jobs/0 unknown_job");
        assert_eq!(code(read(&["M1805"; 21])), "/jobs too_many");
    }

    #[test]
    fn the_last_day_is_to_come() {
        let today: NaiveDate = "2026-03-03".parse().unwrap();
        assert_eq!(expiry(None, today).unwrap(), None);
        assert_eq!(expiry(today.succ_opt(), today).unwrap(), today.succ_opt());
        assert_eq!(code(expiry(Some(today), today)), "/expires_on not_in_future");
        assert_eq!(code(expiry(today.pred_opt(), today)), "/expires_on not_in_future");
    }

    #[test]
    fn texts_are_trimmed_and_bounded() {
        assert_eq!(comment(Some("  ")).unwrap(), None);
        assert_eq!(comment(Some(" Très bien. ")).unwrap().as_deref(), Some("Très bien."));
        assert!(comment(Some(&"é".repeat(2000))).is_ok());
        assert_eq!(code(comment(Some(&"é".repeat(2001)))), "/comment too_long");
        assert_eq!(code(comment(Some("a\0"))), "/comment invalid_characters");
        assert_eq!(code(reason(" ")), "/reason required");
        assert_eq!(code(reason(&"a".repeat(1001))), "/reason too_long");
    }
}
