//! The codes a search may name, each in its own list of the catalogue.

use carnet_index::{RomeCode, RomeFilter, SkillCode};
use serde::Serialize;
use utoipa::ToSchema;

use crate::catalog::CatalogSnapshot;

/// Which list of the catalogue a code belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = CodeSubject)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Subject {
    /// A skill.
    Skill,
    /// A job.
    Job,
    /// The jobs derived from one job.
    Family,
    /// A professional domain.
    Domain,
    /// A grand domain.
    Letter,
}

impl Subject {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Skill => "skill",
            Self::Job => "job",
            Self::Family => "family",
            Self::Domain => "domain",
            Self::Letter => "letter",
        }
    }
}

/// A code that a search names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// A skill.
    Skill(SkillCode),
    /// A job, or what holds jobs.
    Place(RomeFilter),
}

impl Entry {
    /// Reads what [`Self::subject`] and [`Self::stored_code`] wrote.
    pub fn stored(subject: Subject, code: &str) -> Option<Self> {
        match subject {
            Subject::Skill => code.parse().ok().map(Self::Skill),
            Subject::Family => RomeCode::parse(code).ok().map(|code| Self::Place(RomeFilter::Family(code))),
            Subject::Job | Subject::Domain | Subject::Letter => {
                let entry = code.parse().ok().map(Self::Place)?;
                (entry.subject() == subject).then_some(entry)
            }
        }
    }

    /// The list it belongs to.
    pub const fn subject(self) -> Subject {
        match self {
            Self::Skill(_) => Subject::Skill,
            Self::Place(RomeFilter::Job(_)) => Subject::Job,
            Self::Place(RomeFilter::Family(_)) => Subject::Family,
            Self::Place(RomeFilter::Domain(_)) => Subject::Domain,
            Self::Place(RomeFilter::Letter(_)) => Subject::Letter,
        }
    }

    /// The code within its list.
    pub fn stored_code(self) -> String {
        match self {
            Self::Place(RomeFilter::Family(code)) => code.to_string(),
            other => other.written(),
        }
    }

    /// The code as a search writes it: a family is `family:M1805`.
    pub fn written(self) -> String {
        match self {
            Self::Skill(code) => code.to_string(),
            Self::Place(place) => place.to_string(),
        }
    }

    /// What the catalogue calls it today; of a retired code, what it was last called. Nothing where nothing is known.
    pub fn label(self, catalog: &CatalogSnapshot) -> Option<String> {
        let label = match self {
            Self::Skill(code) => catalog.skill_label(code),
            Self::Place(RomeFilter::Job(code) | RomeFilter::Family(code)) => catalog.job_label(code),
            Self::Place(place @ RomeFilter::Domain(_)) => catalog.domain_label(&place.to_string()),
            Self::Place(place @ RomeFilter::Letter(_)) => catalog.letter_label(&place.to_string()),
        };
        label.map(str::to_owned)
    }

    /// Whether the release in place has it; of a family, whether a job still belongs to it.
    pub fn is_current(self, catalog: &CatalogSnapshot) -> bool {
        match self {
            Self::Skill(code) => catalog.skill(code).is_some_and(|card| card.is_active),
            Self::Place(RomeFilter::Job(code)) => catalog.job(code).is_some_and(|card| card.is_active),
            Self::Place(RomeFilter::Family(code)) => {
                catalog.jobs().any(|card| card.is_active && card.job.parent == code)
            }
            Self::Place(_) => self.label(catalog).is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_reads_back() {
        for place in ["M", "M18", "M1805", "family:M1805"] {
            let entry = Entry::Place(place.parse().unwrap());
            assert_eq!(Entry::stored(entry.subject(), &entry.stored_code()), Some(entry));
            assert_eq!(entry.written(), place);
        }
        let skill = Entry::Skill(SkillCode(103_091));
        assert_eq!(Entry::stored(Subject::Skill, &skill.stored_code()), Some(skill));
        for (subject, code) in [
            (Subject::Skill, "M1805"),
            (Subject::Job, "M18"),
            (Subject::Letter, "M18"),
            (Subject::Family, "M"),
        ] {
            assert_eq!(Entry::stored(subject, code), None, "{subject:?} {code}");
        }
    }
}
