//! The codes of the national catalogue, parsed once at the border.

use std::fmt;

use carnet_index::{RomeCode, SkillCode};

/// A domain code: the first three characters of its jobs' codes, such as `M18`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DomainCode([u8; 3]);

/// A grand domain code: one letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter(u8);

/// A `code_ogr`: one number space for appellations, skills, knowledge items and contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OgrCode(u32);

impl DomainCode {
    /// Reads a letter followed by two digits.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 3] = text.as_bytes().try_into().ok()?;
        let well_formed = bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit);
        well_formed.then_some(Self(bytes))
    }

    /// The domain of a job.
    pub fn of(job: RomeCode) -> Self {
        Self(job.domain())
    }

    /// The grand domain the code belongs to.
    pub fn letter(self) -> Letter {
        Letter(self.0[0])
    }
}

impl Letter {
    /// The grand domain of a job.
    pub fn of(job: RomeCode) -> Self {
        Self(job.letter())
    }

    /// Reads one capital letter.
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [letter] if letter.is_ascii_uppercase() => Some(Self(*letter)),
            _ => None,
        }
    }
}

impl OgrCode {
    /// Accepts the codes that PostgreSQL's `integer` can hold.
    pub fn new(number: u32) -> Option<Self> {
        (number > 0 && i32::try_from(number).is_ok()).then_some(Self(number))
    }

    /// Reads digits only: no sign, no space.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if digits { text.parse().ok().and_then(Self::new) } else { None }
    }

    /// The number itself.
    pub fn get(self) -> u32 {
        self.0
    }

    /// The number as PostgreSQL stores it.
    pub fn as_i32(self) -> i32 {
        self.0.cast_signed()
    }

    /// The number as the search knows skills by.
    pub fn as_skill(self) -> SkillCode {
        SkillCode(self.0)
    }
}

impl fmt::Display for DomainCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{}", *byte as char))
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0 as char)
    }
}

impl fmt::Display for OgrCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for DomainCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_knows_its_domain_and_letter() {
        let code = RomeCode::parse("M1805").expect("a well-formed code");
        assert_eq!(DomainCode::of(code).to_string(), "M18");
        assert_eq!(Letter::of(code), DomainCode::of(code).letter());
    }

    #[test]
    fn malformed_codes_are_refused() {
        for text in ["", "+1", "-1", "0", "1 ", "12a", "2147483648", "99999999999"] {
            assert_eq!(OgrCode::parse(text), None, "{text:?}");
        }
        assert_eq!(OgrCode::parse("103091").map(OgrCode::get), Some(103_091));
        assert_eq!(DomainCode::parse("M1"), None);
        assert_eq!(Letter::parse("MM"), None);
    }
}
