//! For which kinds of action an organisation says that it is certified, and from when to when. Pure.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{FieldError, Fields};

/// A kind of action that the law knows (article L6313-1 of the labour code).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    Serialize,
    ToSchema,
    sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ActionKind {
    /// Action de formation.
    #[default]
    Training,
    /// Bilan de compétences.
    SkillsAssessment,
    /// Action de validation des acquis de l'expérience (VAE).
    ExperienceValidation,
    /// Action de formation par apprentissage.
    Apprenticeship,
}

impl ActionKind {
    /// Every kind, in the order of the law.
    pub const ALL: [Self; 4] =
        [Self::Training, Self::SkillsAssessment, Self::ExperienceValidation, Self::Apprenticeship];

    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::SkillsAssessment => "skills_assessment",
            Self::ExperienceValidation => "experience_validation",
            Self::Apprenticeship => "apprenticeship",
        }
    }

    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Training => "Action de formation",
            Self::SkillsAssessment => "Bilan de compétences",
            Self::ExperienceValidation => "Validation des acquis de l’expérience (VAE)",
            Self::Apprenticeship => "Formation par apprentissage",
        }
    }

    /// The kind that is stored under this name; nothing for what no kind is called.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// For which kind of action an organisation says that it is certified, and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QualiopiCertificate)]
pub struct Certificate {
    /// The kind of action.
    pub category: ActionKind,
    /// The first day on which it is valid.
    pub valid_from: NaiveDate,
    /// The last one.
    pub valid_until: NaiveDate,
}

impl Certificate {
    /// Whether it is valid that day.
    pub fn holds(&self, on: NaiveDate) -> bool {
        (self.valid_from..=self.valid_until).contains(&on)
    }
}

/// Reads what was sent: each kind once, in the order of the law. Every fault is told at its place.
pub fn parse_certificates(sent: &[Certificate], fields: &mut Fields) -> Vec<Certificate> {
    for (position, one) in sent.iter().enumerate() {
        let mut fault = |field: &str, code: &'static str, message: &'static str| {
            fields.push(FieldError::new(format!("/qualiopi_certificates/{position}/{field}"), code, message));
        };
        if sent[..position].iter().any(|other| other.category == one.category) {
            fault("category", "duplicate", "Cette catégorie d’action est déjà dans la liste.");
        }
        for (field, day) in [("valid_from", one.valid_from), ("valid_until", one.valid_until)] {
            if !(2000..=2100).contains(&day.year()) {
                fault(field, "out_of_range", "Cette année n’est pas plausible.");
            }
        }
        if one.valid_until < one.valid_from {
            fault("valid_until", "before_start", "La fin de validité précède son début.");
        }
    }
    let mut certificates = sent.to_vec();
    certificates.sort_by_key(|one| one.category);
    certificates
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certificate(category: ActionKind, from: &str, until: &str) -> Certificate {
        let (valid_from, valid_until) = (from.parse().unwrap(), until.parse().unwrap());
        Certificate { category, valid_from, valid_until }
    }

    #[test]
    fn a_certificate_is_valid_on_its_first_and_last_day() {
        let one = certificate(ActionKind::Training, "2026-03-03", "2029-03-02");
        for (day, holds) in
            [("2026-03-02", false), ("2026-03-03", true), ("2029-03-02", true), ("2029-03-03", false)]
        {
            assert_eq!(one.holds(day.parse().unwrap()), holds, "{day}");
        }
    }

    #[test]
    fn every_kind_is_found_by_its_name() {
        for kind in ActionKind::ALL {
            assert_eq!(ActionKind::parse(kind.as_str()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert_eq!(ActionKind::parse("formation"), None);
    }

    #[test]
    fn each_kind_is_declared_once_and_ends_after_it_begins() {
        use ActionKind::{Apprenticeship, Training};
        let mut fields = Fields::default();
        let right = [
            certificate(Apprenticeship, "2026-01-01", "2026-01-01"),
            certificate(Training, "2025-01-01", "2027-12-31"),
        ];
        assert_eq!(parse_certificates(&right, &mut fields), [right[1], right[0]], "in the order of the law");
        let wrong = [
            certificate(Training, "2026-02-02", "2026-02-01"),
            certificate(Training, "1999-12-31", "2101-01-01"),
        ];
        parse_certificates(&wrong, &mut fields);
        let Err(crate::platform::http::Error::Invalid(faults)) = fields.finish() else { panic!("no fault") };
        let told: Vec<_> = faults.iter().map(|fault| (fault.pointer.as_str(), fault.code.as_ref())).collect();
        assert_eq!(
            told,
            [
                ("/qualiopi_certificates/0/valid_until", "before_start"),
                ("/qualiopi_certificates/1/category", "duplicate"),
                ("/qualiopi_certificates/1/valid_from", "out_of_range"),
                ("/qualiopi_certificates/1/valid_until", "out_of_range"),
            ]
        );
    }
}
