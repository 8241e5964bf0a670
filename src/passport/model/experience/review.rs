//! What an organisation makes of an experience: whether its proofs are authentic, and what they show of each skill.

use carnet_index::{Level, SkillCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::status::Step;
use crate::platform::http::FieldError;

/// Most skills one decision speaks of.
pub const MOST_VERDICTS: usize = 50;
/// Days within which an answer is expected.
pub const DAYS_TO_ANSWER: u64 = 21;
/// Days after which an organisation is reminded, and reminded again.
pub const DAYS_TO_REMIND: i64 = 7;
/// How often one experience is put before one organisation, asked for more included.
pub const MOST_ROUNDS: i16 = 5;

/// Whether proofs are authentic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExperienceProofsJudgement)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Authenticity {
    /// They are.
    Authentic,
    /// They are not.
    NotAuthentic,
    /// It cannot be told.
    Undetermined,
}

impl Authenticity {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Authentic => "authentic",
            Self::NotAuthentic => "not_authentic",
            Self::Undetermined => "undetermined",
        }
    }
}

/// Why an experience is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExperienceRefusal)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Refusal {
    /// A proof names somebody else.
    OtherHolder,
    /// A proof cannot be read.
    Unreadable,
    /// A proof is not authentic.
    NotAuthentic,
    /// The proofs are about something else.
    Unrelated,
    /// The proofs do not show enough.
    Insufficient,
    /// The organisation does not judge such skills.
    OutsideScope,
    /// Anything else.
    Other,
}

impl Refusal {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OtherHolder => "other_holder",
            Self::Unreadable => "unreadable",
            Self::NotAuthentic => "not_authentic",
            Self::Unrelated => "unrelated",
            Self::Insufficient => "insufficient",
            Self::OutsideScope => "outside_scope",
            Self::Other => "other",
        }
    }

    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::OtherHolder => "autre titulaire",
            Self::Unreadable => "pièce illisible",
            Self::NotAuthentic => "pièce non authentique",
            Self::Unrelated => "pièce sans rapport",
            Self::Insufficient => "preuve insuffisante",
            Self::OutsideScope => "hors du domaine de l’organisme",
            Self::Other => "autre motif",
        }
    }
}

/// What an organisation made of one skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExperienceVerdict)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Verdict {
    /// Attested at the level that was claimed.
    Attested,
    /// Attested at another level, or on none of the common scale.
    Adjusted,
    /// Attested, and not claimed.
    Added,
    /// Not attested.
    Refused,
}

impl Verdict {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Attested => "attested",
            Self::Adjusted => "adjusted",
            Self::Added => "added",
            Self::Refused => "refused",
        }
    }

    /// What a step means, beside what was claimed.
    pub fn of(claimed: Option<Level>, reached: Option<i16>) -> Self {
        match claimed.map(|level| i16::from(level.get())) {
            None => Self::Added,
            Some(claimed) if reached == Some(claimed) => Self::Attested,
            Some(_) => Self::Adjusted,
        }
    }
}

/// What the decision as a whole is; none when nothing is attested: that is a refusal, which has a reason.
pub fn outcome(verdicts: &[Verdict]) -> Option<Step> {
    if verdicts.iter().all(|verdict| *verdict == Verdict::Refused) {
        return None;
    }
    let is_as_claimed = verdicts.iter().all(|verdict| *verdict == Verdict::Attested);
    Some(if is_as_claimed { Step::Validate } else { Step::Complete })
}

/// Every claimed skill is judged, each skill once.
pub fn check_coverage(claimed: &[SkillCode], judged: &[SkillCode]) -> Result<(), FieldError> {
    if let Some(place) = (0..judged.len()).find(|place| judged[..*place].contains(&judged[*place])) {
        let message = "Cette compétence est jugée deux fois.";
        return Err(FieldError::new(format!("/skills/{place}/skill"), "duplicate", message));
    }
    if claimed.iter().any(|code| !judged.contains(code)) {
        let message = "Chaque compétence revendiquée reçoit un jugement.";
        return Err(FieldError::new("/skills", "not_judged", message));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_compared_with_the_claim_on_the_common_scale() {
        let level = Level::new(3);
        assert_eq!(Verdict::of(level, Some(3)), Verdict::Attested);
        assert_eq!(Verdict::of(level, Some(2)), Verdict::Adjusted);
        assert_eq!(Verdict::of(level, None), Verdict::Adjusted);
        assert_eq!(Verdict::of(None, Some(3)), Verdict::Added);
    }

    #[test]
    fn a_decision_is_what_its_verdicts_are() {
        use Verdict::{Added, Adjusted, Attested, Refused};
        assert_eq!(outcome(&[Attested, Attested]), Some(Step::Validate));
        for some in [[Attested, Adjusted], [Attested, Added], [Attested, Refused], [Refused, Added]] {
            assert_eq!(outcome(&some), Some(Step::Complete), "{some:?}");
        }
        assert_eq!(outcome(&[Refused]), None);
        assert_eq!(outcome(&[]), None);
    }

    #[test]
    fn every_claim_is_judged_once() {
        let codes = |numbers: &[u32]| numbers.iter().map(|n| SkillCode(*n)).collect::<Vec<_>>();
        assert!(check_coverage(&codes(&[1, 2]), &codes(&[2, 3, 1])).is_ok());
        assert_eq!(check_coverage(&codes(&[1, 2]), &codes(&[1])).unwrap_err().code, "not_judged");
        assert_eq!(check_coverage(&codes(&[1]), &codes(&[1, 2, 1])).unwrap_err().pointer, "/skills/2/skill");
    }
}
