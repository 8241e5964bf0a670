//! A search, already checked against the catalogue by the caller.

use std::fmt;
use std::str::FromStr;

use super::cursor::Cursor;
use super::document::limits;
use super::set::ProfileSet;
use crate::codes::{InvalidCode, ProfileId, RomeCode, SkillCode};
use crate::level::Level;
use crate::text;

/// One condition on one skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Criterion {
    /// The skill asked for.
    pub skill: SkillCode,
    /// The lowest level accepted.
    pub min_level: Option<Level>,
    /// The highest level accepted.
    pub max_level: Option<Level>,
    /// Whether the entry must be validated.
    pub validated_only: bool,
    /// Whether a profile that does not meet it is left out.
    pub required: bool,
}

/// A place in the national catalogue that a profile may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RomeFilter {
    /// A main domain, such as `M`.
    Letter(u8),
    /// A domain, such as `M18`.
    Domain([u8; 3]),
    /// A job, such as `M1805`.
    Job(RomeCode),
    /// The jobs under one parent code, written `family:M1805`.
    Family(RomeCode),
}

impl FromStr for RomeFilter {
    type Err = InvalidCode;

    fn from_str(value: &str) -> Result<Self, InvalidCode> {
        if let Some(parent) = value.strip_prefix("family:") {
            return RomeCode::parse(parent).map(Self::Family);
        }
        match *value.as_bytes() {
            [letter] if letter.is_ascii_uppercase() => Ok(Self::Letter(letter)),
            [letter, tens, units]
                if letter.is_ascii_uppercase() && tens.is_ascii_digit() && units.is_ascii_digit() =>
            {
                Ok(Self::Domain([letter, tens, units]))
            }
            _ => RomeCode::parse(value).map(Self::Job),
        }
    }
}

impl fmt::Display for RomeFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Letter(letter) => write!(f, "{}", *letter as char),
            Self::Domain(domain) => domain.iter().try_for_each(|&byte| write!(f, "{}", byte as char)),
            Self::Job(job) => job.fmt(f),
            Self::Family(parent) => write!(f, "family:{parent}"),
        }
    }
}

/// A job to compare profiles with, and its core skills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobFit {
    /// The job.
    pub job: RomeCode,
    /// Its core skills.
    pub core: Vec<SkillCode>,
}

/// Why a searched name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameRefusal {
    /// It has more characters than the limit.
    #[error("the name is too long")]
    TooLong,
    /// It has more words than the limit.
    #[error("the name has too many words")]
    TooManyWords,
}

/// A searched name as folded words; with no word it restricts nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameQuery {
    words: Vec<String>,
}

impl NameQuery {
    /// Folds what the user typed into at most five words.
    pub fn parse(typed: &str) -> Result<Self, NameRefusal> {
        if typed.chars().count() > limits::QUERY_NAME_CHARS {
            return Err(NameRefusal::TooLong);
        }
        let words = text::name_words(typed);
        if words.len() > limits::QUERY_NAME_WORDS {
            return Err(NameRefusal::TooManyWords);
        }
        Ok(Self { words })
    }

    /// Returns the folded words.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

/// The counts a search should bring along.
#[expect(clippy::struct_excessive_bools, reason = "four independent choices, each named like its count")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FacetSelection {
    /// Counts per letter, domain, job and family.
    pub rome: bool,
    /// Counts of the skills most held by the results.
    pub skills: bool,
    /// Counts per level of each criterion.
    pub levels: bool,
    /// Counts per status of each criterion.
    pub statuses: bool,
}

/// A search over the visible profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRequest {
    /// The conditions on skills.
    pub criteria: Vec<Criterion>,
    /// How many optional conditions must be met at least.
    pub min_matching: Option<u32>,
    /// The skills that no result holds.
    pub exclude: Vec<SkillCode>,
    /// The places in the catalogue, one of which must apply.
    pub rome: Vec<RomeFilter>,
    /// The job whose core skills are further optional conditions.
    pub job: Option<JobFit>,
    /// The searched name.
    pub name: Option<NameQuery>,
    /// The profiles that must neither appear nor be counted.
    pub blocked: Vec<ProfileId>,
    /// Sets of profiles that must neither appear nor be counted either, unless one of `shown` holds them.
    pub hidden: Vec<ProfileSet>,
    /// Sets of profiles that `hidden` does not leave out; `blocked` does.
    pub shown: Vec<ProfileSet>,
    /// The counts asked for.
    pub facets: FacetSelection,
    /// How many hits to return, at most [`limits::PAGE`].
    pub limit: u32,
    /// Where to continue.
    pub cursor: Option<Cursor>,
}

impl Default for SearchRequest {
    fn default() -> Self {
        Self {
            criteria: Vec::new(),
            min_matching: None,
            exclude: Vec::new(),
            rome: Vec::new(),
            job: None,
            name: None,
            blocked: Vec::new(),
            hidden: Vec::new(),
            shown: Vec::new(),
            facets: FacetSelection::default(),
            limit: 20,
            cursor: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalogue_values_read_back_from_their_text() {
        for value in ["M", "M18", "M1805", "family:M1805"] {
            assert_eq!(value.parse::<RomeFilter>().unwrap().to_string(), value);
        }
        for garbage in ["", "m", "M1", "MA8", "family:M18", "family:", "1", "é", "M18055"] {
            assert!(garbage.parse::<RomeFilter>().is_err(), "{garbage}");
        }
    }

    #[test]
    fn searched_names_are_bounded() {
        assert_eq!(NameQuery::parse("Le Goff-Œuvrard").unwrap().words(), ["le", "goff", "oeuvrard"]);
        assert_eq!(NameQuery::parse("a b c d e f"), Err(NameRefusal::TooManyWords));
        assert_eq!(NameQuery::parse(&"a".repeat(81)), Err(NameRefusal::TooLong));
        assert!(NameQuery::parse(" - ' ").unwrap().words().is_empty());
    }
}
