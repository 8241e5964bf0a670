//! Who saw somebody: openings, chained to one another, and what each of them showed.

use std::fmt;

use chrono::{DateTime, Months, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::notice::hexadecimal;
use crate::ids::{CompanyId, PersonId, RecruiterId};

/// Months for which openings and appearances are kept.
pub const KEPT: u32 = 12;

/// Why somebody was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum AccessPurpose {
    /// From the results of a search, or by the address of the profile.
    Search,
    /// As one of a list of the company.
    List,
    /// As one to whom the company sent an offer.
    Offer,
    /// To see what the person shared.
    Share,
}

impl AccessPurpose {
    /// The word kept and chained.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::List => "list",
            Self::Offer => "offer",
            Self::Share => "share",
        }
    }
}

/// An opening to be written down.
#[derive(Clone, Debug)]
pub struct NewAccess {
    /// Who was opened.
    pub person: PersonId,
    /// By which company.
    pub company: CompanyId,
    /// By which recruiter; the person is not told.
    pub recruiter: RecruiterId,
    /// Why.
    pub purpose: AccessPurpose,
    /// What was shown: `first_name`, or `skills:12` for twelve of them. Names and numbers, never a value.
    pub fields: Vec<String>,
}

/// Something that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ShownField {
    /// Its name.
    pub field: String,
    /// How many of them; null for what there is one of.
    pub count: Option<u32>,
}

impl ShownField {
    /// Reads what is kept of a field.
    pub fn read(written: &str) -> Self {
        let counted = written.split_once(':').and_then(|(field, count)| Some((field, count.parse().ok()?)));
        match counted {
            Some((field, count)) => Self { field: field.to_owned(), count: Some(count) },
            None => Self { field: written.to_owned(), count: None },
        }
    }
}

/// Until when an opening must have happened for its time to be over now.
pub fn expired_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now.checked_sub_months(Months::new(KEPT)).unwrap_or(DateTime::<Utc>::MIN_UTC)
}

/// An opening, as the database holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainedAccess {
    /// Place among the openings of the person, from 1 on.
    pub number: i64,
    /// Whose profile.
    pub person: PersonId,
    /// By which company.
    pub company: CompanyId,
    /// Its number that day.
    pub siret: String,
    /// Its name that day.
    pub company_name: String,
    /// By which recruiter.
    pub recruiter: RecruiterId,
    /// Their role.
    pub role: String,
    /// Why.
    pub purpose: String,
    /// What was shown.
    pub fields: Vec<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// The digest kept with it.
    pub sha256: String,
}

impl ChainedAccess {
    /// The digest this opening must have after that one, as `profile_access_link` of the database computes it.
    fn link(&self, previous: &str) -> String {
        let Self { number, person, company, siret, company_name, recruiter, role, purpose, .. } = self;
        let (fields, at) = (self.fields.join(","), self.at.format("%Y-%m-%dT%H:%M:%S%.6fZ"));
        let text = format!(
            "{previous}\n{number}\n{person}\n{company}\n{siret}\n{recruiter}\n{role}\n{purpose}\n{fields}\n{at}\n{company_name}"
        );
        hexadecimal(&Sha256::digest(text))
    }
}

/// Where a chain begins and ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChainEnds {
    /// Number of the last opening deleted because its time was over; 0 before.
    pub purged: i64,
    /// Its digest; empty before.
    pub purged_sha256: String,
    /// Number of the last opening.
    pub last: i64,
    /// Its digest.
    pub last_sha256: String,
}

/// What is wrong with a chain of openings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessFlaw {
    /// The opening is not what was written, or does not follow the one before it.
    Altered,
    /// The opening before it is gone.
    Missing,
    /// The chain does not end where it should: the last openings are gone, or its ends were changed.
    Cut,
}

/// A flaw, and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessFault {
    /// Whose chain.
    pub person: PersonId,
    /// Number of the opening; none when it is the end that is wrong.
    pub number: Option<i64>,
    /// What is wrong.
    pub flaw: AccessFlaw,
}

/// What was checked, and what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessReport {
    /// People who were ever opened.
    pub people: u64,
    /// Openings checked.
    pub accesses: u64,
    /// What is wrong, by person.
    pub faults: Vec<AccessFault>,
}

impl fmt::Display for AccessFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flaw = match self.flaw {
            AccessFlaw::Altered => "altered, or not what followed",
            AccessFlaw::Missing => "the one before it is gone",
            AccessFlaw::Cut => "the chain does not end where it should",
        };
        match self.number {
            Some(number) => write!(f, "person {}, opening {number}: {flaw}", self.person),
            None => write!(f, "person {}: {flaw}", self.person),
        }
    }
}

/// Checks one person's openings, oldest first, against each other and against the ends of their chain.
pub fn check_accesses(
    person: PersonId,
    accesses: &[ChainedAccess],
    ends: Option<&ChainEnds>,
) -> Vec<AccessFault> {
    let fault = |number, flaw| AccessFault { person, number, flaw };
    let mut faults = Vec::new();
    let absent = ChainEnds::default();
    let ends = ends.unwrap_or(&absent);
    let (mut number, mut sha256) = (ends.purged, ends.purged_sha256.as_str());
    for access in accesses {
        if access.number != number + 1 {
            faults.push(fault(Some(access.number), AccessFlaw::Missing));
        } else if access.sha256 != access.link(sha256) {
            faults.push(fault(Some(access.number), AccessFlaw::Altered));
        }
        (number, sha256) = (access.number, access.sha256.as_str());
    }
    if (number, sha256) != (ends.last, ends.last_sha256.as_str()) {
        faults.push(fault(None, AccessFlaw::Cut));
    }
    faults
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn access(number: i64, previous: &str) -> ChainedAccess {
        let mut access = ChainedAccess {
            number,
            person: PersonId(Uuid::from_u128(7)),
            company: CompanyId(Uuid::from_u128(8)),
            siret: "73282932000074".to_owned(),
            company_name: "Ateliers".to_owned(),
            recruiter: RecruiterId(Uuid::from_u128(9)),
            role: "member".to_owned(),
            purpose: AccessPurpose::Search.as_str().to_owned(),
            fields: vec!["first_name".to_owned(), "skills:3".to_owned()],
            at: "2026-03-03T08:00:00.000001Z".parse().unwrap(),
            sha256: String::new(),
        };
        access.sha256 = access.link(previous);
        access
    }

    fn ends(purged: Option<&ChainedAccess>, last: &ChainedAccess) -> ChainEnds {
        ChainEnds {
            purged: purged.map_or(0, |access| access.number),
            purged_sha256: purged.map(|access| access.sha256.clone()).unwrap_or_default(),
            last: last.number,
            last_sha256: last.sha256.clone(),
        }
    }

    fn flaws(accesses: &[ChainedAccess], ends: Option<&ChainEnds>) -> Vec<(Option<i64>, AccessFlaw)> {
        let faults = check_accesses(PersonId(Uuid::from_u128(7)), accesses, ends);
        faults.iter().map(|fault| (fault.number, fault.flaw)).collect()
    }

    #[test]
    fn whatever_is_altered_or_removed_is_found_and_what_expired_is_not_missed() {
        let one = access(1, "");
        let two = access(2, &one.sha256);
        let three = access(3, &two.sha256);
        let whole = [one.clone(), two.clone(), three.clone()];
        let all = ends(None, &three);
        assert_eq!(flaws(&whole, Some(&all)), []);
        assert_eq!(flaws(&[], None), []);
        assert_eq!(flaws(&whole[1..], Some(&ends(Some(&one), &three))), [], "the first one expired");
        assert_eq!(flaws(&[], Some(&ends(Some(&three), &three))), [], "all of them expired");
        assert_eq!(flaws(&whole[1..], Some(&all)), [(Some(2), AccessFlaw::Missing)]);
        assert_eq!(flaws(&whole[..2], Some(&all)), [(None, AccessFlaw::Cut)]);
        assert_eq!(flaws(&[], Some(&all)), [(None, AccessFlaw::Cut)]);
        assert_eq!(flaws(&whole, None), [(None, AccessFlaw::Cut)]);
        let other = ChainedAccess { company_name: "Autres".to_owned(), ..two.clone() };
        assert_eq!(
            flaws(&[one.clone(), other.clone(), three.clone()], Some(&all)),
            [(Some(2), AccessFlaw::Altered)]
        );
        // Whoever writes the digest anew as well has to do so for every opening that follows, and for the end.
        let forged = ChainedAccess { sha256: other.link(&one.sha256), ..other };
        assert_eq!(flaws(&[one, forged, three], Some(&all)), [(Some(3), AccessFlaw::Altered)]);
    }

    #[test]
    fn fields_are_read_back() {
        let read = |written| ShownField::read(written);
        assert_eq!(read("skills:12"), ShownField { field: "skills".to_owned(), count: Some(12) });
        assert_eq!(read("first_name"), ShownField { field: "first_name".to_owned(), count: None });
        assert_eq!(read("proof:a"), ShownField { field: "proof:a".to_owned(), count: None });
    }

    #[test]
    fn twelve_months_are_kept() {
        let now = "2027-02-28T10:00:00Z".parse().unwrap();
        assert_eq!(expired_before(now), "2026-02-28T10:00:00Z".parse::<DateTime<Utc>>().unwrap());
    }
}
