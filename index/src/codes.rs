//! Identifiers of people, skills and jobs, parsed once where they enter.

use std::fmt;
use std::str::FromStr;

/// A text that is not the code it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {expected}")]
pub struct InvalidCode {
    /// What the text should have been.
    pub expected: &'static str,
}

/// The public identifier of a profile: the 128 bits of a random UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileId(pub u128);

impl fmt::Display for ProfileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = format!("{:032x}", self.0);
        write!(f, "{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

impl FromStr for ProfileId {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        let invalid = InvalidCode { expected: "profile id" };
        let bytes = text.as_bytes();
        let dashes_in_place = bytes.len() == 36 && [8, 13, 18, 23].iter().all(|&at| bytes[at] == b'-');
        if !dashes_in_place {
            return Err(invalid);
        }
        let mut value = 0_u128;
        let mut digits = 0;
        for &byte in bytes.iter().filter(|&&byte| byte != b'-') {
            let digit = (byte as char).to_digit(16).ok_or(invalid)?;
            value = (value << 4) | u128::from(digit);
            digits += 1;
        }
        if digits == 32 { Ok(Self(value)) } else { Err(invalid) }
    }
}

/// The national code of a skill or a piece of knowledge (`code_ogr`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillCode(pub u32);

impl fmt::Display for SkillCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for SkillCode {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        let invalid = InvalidCode { expected: "skill code" };
        let canonical = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        if canonical { text.parse().map(Self).map_err(|_| invalid) } else { Err(invalid) }
    }
}

/// The code of a job in the national catalogue: a letter and four digits, such as `M1805`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RomeCode([u8; 5]);

impl RomeCode {
    /// Parses an upper-case letter followed by four digits.
    pub fn parse(text: &str) -> Result<Self, InvalidCode> {
        let invalid = InvalidCode { expected: "job code" };
        let bytes: [u8; 5] = text.as_bytes().try_into().map_err(|_| invalid)?;
        let well_formed = bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit);
        if well_formed { Ok(Self(bytes)) } else { Err(invalid) }
    }

    /// Puts a code together from its letter and its number.
    pub(crate) fn from_parts(letter: u8, number: u16) -> Result<Self, InvalidCode> {
        if !letter.is_ascii_uppercase() || number > 9_999 {
            return Err(InvalidCode { expected: "job code" });
        }
        let digit = |power: u16| b'0' + (number / power % 10) as u8;
        Ok(Self([letter, digit(1_000), digit(100), digit(10), digit(1)]))
    }

    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        // Only ASCII enters through the constructors.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Returns the five characters of the code.
    pub fn bytes(self) -> [u8; 5] {
        self.0
    }

    /// Returns the letter of the job's main domain.
    pub fn letter(self) -> u8 {
        self.0[0]
    }

    /// Returns the job's domain, such as `M18`.
    pub fn domain(self) -> [u8; 3] {
        [self.0[0], self.0[1], self.0[2]]
    }
}

impl FromStr for RomeCode {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        Self::parse(text)
    }
}

impl fmt::Display for RomeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for RomeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RomeCode({})", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profile_ids_read_back_from_their_text() {
        let id = ProfileId(0x0123_4567_89ab_4def_8123_4567_89ab_cdef);
        assert_eq!(id.to_string(), "01234567-89ab-4def-8123-456789abcdef");
        assert_eq!(id.to_string().parse(), Ok(id));
        for garbage in
            ["", "01234567", "01234567-89ab-4def-8123-456789abcdeg", "0123456789ab4def8123456789abcdef"]
        {
            assert!(garbage.parse::<ProfileId>().is_err(), "{garbage}");
        }
        assert!("01234567-89ab-4def-8123-456789abc-ef".parse::<ProfileId>().is_err());
        assert!("01234567-89ab-4def-8123-456789abcdé".parse::<ProfileId>().is_err());
    }

    #[test]
    fn job_codes_have_a_letter_and_four_digits() {
        let code = RomeCode::parse("M1805").unwrap();
        assert_eq!((code.as_str(), code.letter(), &code.domain()), ("M1805", b'M', b"M18"));
        for garbage in ["m1805", "M180", "M18055", "MM805", "éé1"] {
            assert!(RomeCode::parse(garbage).is_err(), "{garbage}");
        }
    }

    #[test]
    fn skill_codes_are_plain_digits() {
        assert_eq!("103091".parse(), Ok(SkillCode(103_091)));
        for garbage in ["", "+5", "0103091", "1 2", "99999999999"] {
            assert!(garbage.parse::<SkillCode>().is_err(), "{garbage}");
        }
    }
}
