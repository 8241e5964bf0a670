//! What a certificate says: its content, signed as it is and printed from it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Totals;
use super::sealed::SealedOrganisation;
use crate::ids::{EnrolmentId, TrainingSessionId};
use crate::orgs::ActionKind;

/// Where the training took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// In one place.
    OnSite,
    /// At a distance.
    Remote,
    /// Both.
    Mixed,
}

/// Who signs for the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttestedSignatory {
    /// First and last name.
    pub name: String,
    /// Capacity.
    pub capacity: String,
    /// Where it is signed.
    pub place: Option<String>,
}

/// Hours of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttestedPeriod {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// Minutes.
    pub totals: Totals,
}

/// What was found about a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttestedSkill {
    /// The skill.
    pub skill: String,
    /// The step reached; none when it was not evaluated.
    pub level: Option<String>,
    /// Whether that means acquired.
    pub is_acquired: bool,
    /// When.
    pub evaluated_on: Option<NaiveDate>,
    /// By whom.
    pub evaluated_by: Option<String>,
}

/// Everything a certificate says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attested {
    /// What people read first.
    pub title: String,
    /// `completion`, `attendance` or `end_of_training`.
    pub kind: String,
    /// Its number, as it is printed.
    pub number: String,
    /// The number of the certificate it takes the place of.
    pub replaces: Option<String>,
    /// The day it was issued on, in Paris.
    pub issued_on: NaiveDate,
    /// When it was issued.
    pub issued_at: String,
    /// Where whoever holds it asks whether it is valid.
    pub verification_url: String,
    /// Who issues it.
    pub organisation: SealedOrganisation,
    /// Whether its Qualiopi certification may be named.
    pub is_qualiopi: bool,
    /// Who signs for it.
    pub signatory: AttestedSignatory,
    /// Of whom.
    pub enrolment_id: EnrolmentId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Who employed them, where the organisation wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// The session.
    pub session_id: TrainingSessionId,
    /// Title of the training.
    pub training: String,
    /// What kind of action it is; none where it was issued before that was said, for a training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<ActionKind>,
    /// The first day of what it attests.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Where it took place.
    pub held: Held,
    /// Whether other funds co-finance it.
    pub is_cofunded: bool,
    /// Minutes, over the whole of it.
    pub totals: Totals,
    /// The same, month by month.
    pub periods: Vec<AttestedPeriod>,
    /// The objectives of the training.
    pub objectives: Vec<String>,
    /// What was evaluated.
    pub results: Vec<AttestedSkill>,
    /// Hash of the last link of the session's chain when it was issued: the sheets it rests on.
    pub chain_sha256: Option<String>,
}

/// The parts of a stretch of days that lie in one month each.
pub fn months(from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    use chrono::{Datelike, Days, Months};
    let mut months = Vec::new();
    let mut first = from;
    while first <= to {
        let next = first.with_day(1).and_then(|day| day.checked_add_months(Months::new(1)));
        let Some(next) = next else { break };
        let last = next.checked_sub_days(Days::new(1)).unwrap_or(to).min(to);
        months.push((first, last));
        first = next;
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_days_is_cut_at_the_ends_of_months() {
        let told = |from: &str, to: &str| {
            let cut = months(from.parse().unwrap(), to.parse().unwrap());
            cut.into_iter().map(|(from, to)| format!("{from} {to}")).collect::<Vec<_>>()
        };
        assert_eq!(
            told("2026-01-15", "2026-03-02"),
            ["2026-01-15 2026-01-31", "2026-02-01 2026-02-28", "2026-03-01 2026-03-02"]
        );
        assert_eq!(told("2026-12-31", "2026-12-31"), ["2026-12-31 2026-12-31"]);
        assert!(told("2026-02-02", "2026-02-01").is_empty());
    }
}
