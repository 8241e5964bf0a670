//! What of a passport is chosen: all of it, some skills, a stretch of time.

use std::collections::BTreeSet;

use carnet_index::SkillCode;
use chrono::NaiveDate;

use super::{Audience, Scope};
use crate::platform::http::FieldError;

/// Most skills that are chosen one by one.
const MOST_SKILLS: usize = 300;

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// These skills; all where there is none.
    pub skills: BTreeSet<SkillCode>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Through this day.
    pub to: Option<NaiveDate>,
    /// Whether the files of proofs go with it.
    pub with_proofs: bool,
    /// Whether the address is in it.
    pub with_contact: bool,
    /// For whom.
    pub audience: Audience,
}

impl Choice {
    /// The whole passport, for its holder.
    pub const fn whole() -> Self {
        Self {
            skills: BTreeSet::new(),
            from: None,
            to: None,
            with_proofs: false,
            with_contact: false,
            audience: Audience::Holder,
        }
    }

    /// The same, of these skills and days. An empty list of skills is none chosen, and refused.
    pub fn of(
        mut self,
        skills: Option<&[String]>,
        (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    ) -> Result<Self, Vec<FieldError>> {
        let mut faults = self.choose(skills.unwrap_or_default());
        if skills.is_some_and(<[String]>::is_empty) {
            faults.push(FieldError::new("/skills", "required", "Choisissez au moins une compétence."));
        }
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            faults.push(FieldError::new(
                "/to",
                "before_start",
                "La fin de la période vient avant son début.",
            ));
        }
        (self.from, self.to) = (from, to);
        if faults.is_empty() { Ok(self) } else { Err(faults) }
    }

    fn choose(&mut self, codes: &[String]) -> Vec<FieldError> {
        if codes.len() > MOST_SKILLS {
            return vec![FieldError::new(
                "/skills",
                "too_many",
                format!("{MOST_SKILLS} compétences au plus."),
            )];
        }
        let mut faults = Vec::new();
        for (place, text) in codes.iter().enumerate() {
            let fault = match text.parse::<SkillCode>() {
                Ok(code) if self.skills.insert(code) => continue,
                Ok(_) => ("duplicate", "Cette compétence est choisie deux fois."),
                Err(_) => ("unknown_skill", "Ce code n’est pas celui d’une compétence."),
            };
            faults.push(FieldError::new(format!("/skills/{place}"), fault.0, fault.1));
        }
        faults
    }

    /// Whether nothing is left out.
    pub fn is_whole(&self) -> bool {
        self.skills.is_empty() && self.from.is_none() && self.to.is_none()
    }

    /// Whether a skill is chosen.
    pub fn has_skill(&self, skill: SkillCode) -> bool {
        self.skills.is_empty() || self.skills.contains(&skill)
    }

    /// Whether something of these days is chosen; what has no day is of every day.
    pub fn has_days(&self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> bool {
        let begins_in_time = self.to.is_none_or(|to| first.is_none_or(|first| first <= to));
        let ends_in_time = self.from.is_none_or(|from| last.is_none_or(|last| last >= from));
        begins_in_time && ends_in_time
    }

    /// Whether what the person keeps between themselves and the organisation is told: to nobody else.
    pub fn tells_all(&self) -> bool {
        self.audience == Audience::Holder
    }

    /// Whether the facts of the chain are told: they name people by ids that recruiters never see.
    pub fn tells_facts(&self) -> bool {
        self.audience != Audience::Recruiter
    }

    /// How an export says what was chosen.
    pub fn scope(&self) -> Scope {
        Scope {
            is_whole: self.is_whole(),
            skills: self.skills.iter().map(ToString::to_string).collect(),
            from: self.from,
            to: self.to,
            with_proofs: self.with_proofs,
            with_contact: self.with_contact,
            audience: self.audience,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn faults(skills: &[&str], days: (Option<NaiveDate>, Option<NaiveDate>)) -> Vec<String> {
        let skills: Vec<String> = skills.iter().map(|code| (*code).to_owned()).collect();
        let refused = Choice::whole().of(Some(&skills), days).unwrap_err();
        refused.into_iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
    }

    #[test]
    fn every_fault_of_a_choice_is_told() {
        assert_eq!(faults(&[], (None, None)), ["/skills required"]);
        let backwards = (Some(day("2026-03-02")), Some(day("2026-03-01")));
        assert_eq!(
            faults(&["103091", "x", "103091"], backwards),
            ["/skills/1 unknown_skill", "/skills/2 duplicate", "/to before_start"]
        );
        assert_eq!(faults(&["1"; 301], (None, None)), ["/skills too_many"]);
    }

    #[test]
    fn a_choice_takes_what_touches_its_days_and_skills() {
        let skills = ["103091".to_owned()];
        let choice =
            Choice::whole().of(Some(&skills), (Some(day("2026-02-01")), Some(day("2026-02-28")))).unwrap();
        assert!(!choice.is_whole() && Choice::whole().is_whole());
        assert!(choice.has_skill(SkillCode(103_091)) && !choice.has_skill(SkillCode(1)));
        assert!(
            choice.has_days(Some(day("2026-01-01")), Some(day("2026-02-01"))) && choice.has_days(None, None)
        );
        assert!(choice.has_days(Some(day("2026-02-28")), None));
        assert!(!choice.has_days(Some(day("2026-01-01")), Some(day("2026-01-31"))));
        assert!(!choice.has_days(Some(day("2026-03-01")), None));
        assert_eq!(choice.scope().skills, ["103091"]);
    }
}
