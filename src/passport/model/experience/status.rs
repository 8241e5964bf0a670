//! The states of an experience and of its submissions. Every legal transition stands here.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{Error, Result};

/// What the person did with an experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Status {
    /// Being written: it counts nowhere.
    Draft,
    /// Written down by an organisation for its trainee, who has not accepted it.
    Proposed,
    /// Said by the person: it is in the passport.
    Declared,
    /// Taken back.
    Withdrawn,
}

/// What the person does with an experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Its text, skills, jobs or proofs are written. Whether an organisation holds it is asked of [`may_be_written`].
    Write,
    /// It is said.
    Declare,
    /// It is put before an organisation, or shown, or hidden.
    Use,
    /// It is taken back.
    Withdraw,
    /// It is deleted for good.
    Delete,
}

impl Status {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Declared => "declared",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state after this move, or the refusal that names the current state.
    pub fn after(self, step: Move) -> Result<Self> {
        match (self, step) {
            (Self::Draft, Move::Write | Move::Delete)
            | (Self::Proposed, Move::Delete)
            | (Self::Declared, Move::Write | Move::Use) => Ok(self),
            (Self::Draft | Self::Proposed, Move::Declare) => Ok(Self::Declared),
            (Self::Declared, Move::Withdraw) => Ok(Self::Withdrawn),
            _ => Err(Error::illegal_state(self.as_str())),
        }
    }
}

/// How far one organisation is with an experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExperienceSubmissionStatus)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Submission {
    /// It waits for the organisation.
    Submitted,
    /// The organisation asked for more: it waits for the person.
    ToComplete,
    /// Every claimed skill was attested at its level.
    Validated,
    /// Skills were attested, not all as claimed.
    Completed,
    /// Nothing was attested.
    Refused,
    /// The person took it back before the decision.
    Withdrawn,
}

/// What happens to a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The organisation asks for more.
    Ask,
    /// The person sends it again.
    Resubmit,
    /// The organisation attests everything as claimed.
    Validate,
    /// The organisation attests, not all as claimed.
    Complete,
    /// The organisation attests nothing.
    Refuse,
    /// The person takes it back.
    Withdraw,
    /// The organisation names who looks at it.
    Assign,
}

impl Submission {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::ToComplete => "to_complete",
            Self::Validated => "validated",
            Self::Completed => "completed",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state after this step, or the refusal that names the current state.
    pub fn after(self, step: Step) -> Result<Self> {
        match (self, step) {
            (Self::Submitted, Step::Ask) => Ok(Self::ToComplete),
            (Self::Submitted, Step::Validate) => Ok(Self::Validated),
            (Self::Submitted, Step::Complete) => Ok(Self::Completed),
            (Self::Submitted, Step::Refuse) => Ok(Self::Refused),
            (Self::ToComplete, Step::Resubmit) => Ok(Self::Submitted),
            (Self::Submitted | Self::ToComplete, Step::Withdraw) => Ok(Self::Withdrawn),
            (Self::Submitted | Self::ToComplete, Step::Assign) => Ok(self),
            _ => Err(Error::illegal_state(self.as_str())),
        }
    }

    /// Whether somebody is still expected to act.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Submitted | Self::ToComplete)
    }

    /// Whether an organisation put its name to it.
    pub const fn is_attested(self) -> bool {
        matches!(self, Self::Validated | Self::Completed)
    }
}

/// Refuses to change what an organisation is looking at, or has put its name to.
pub fn may_be_written(submissions: &[Submission]) -> Result<()> {
    let holds = |of: &&Submission| **of == Submission::Submitted || of.is_attested();
    submissions.iter().find(holds).map_or(Ok(()), |of| Err(Error::illegal_state(of.as_str())))
}

/// What is shown of an experience: what its person did with it, and how far organisations are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExperienceStatus)]
pub enum Standing {
    /// Being written.
    Draft,
    /// Written down by an organisation for its trainee: declared, it is accepted; deleted, it is not.
    Proposed,
    /// Said by the person.
    Declared,
    /// An organisation looks at it.
    Submitted,
    /// An organisation asked for more.
    ToComplete,
    /// An organisation attested everything as claimed.
    Validated,
    /// An organisation attested skills, not all as claimed.
    Completed,
    /// Every organisation that answered refused.
    Refused,
    /// Taken back by the person.
    Withdrawn,
}

/// What an experience is shown as: what was attested before what is asked for, what waits for the person before what waits
/// for an organisation, a refusal only where nothing else is.
pub fn standing(status: Status, submissions: &[Submission]) -> Standing {
    match status {
        Status::Draft => return Standing::Draft,
        Status::Proposed => return Standing::Proposed,
        Status::Withdrawn => return Standing::Withdrawn,
        Status::Declared => {}
    }
    [
        (Submission::Validated, Standing::Validated),
        (Submission::Completed, Standing::Completed),
        (Submission::ToComplete, Standing::ToComplete),
        (Submission::Submitted, Standing::Submitted),
        (Submission::Refused, Standing::Refused),
    ]
    .into_iter()
    .find(|(of, _)| submissions.contains(of))
    .map_or(Standing::Declared, |(_, standing)| standing)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Step; 7] = [
        Step::Ask,
        Step::Resubmit,
        Step::Validate,
        Step::Complete,
        Step::Refuse,
        Step::Withdraw,
        Step::Assign,
    ];

    const STATES: [Submission; 6] = [
        Submission::Submitted,
        Submission::ToComplete,
        Submission::Validated,
        Submission::Completed,
        Submission::Refused,
        Submission::Withdrawn,
    ];

    #[test]
    fn what_is_decided_or_taken_back_moves_no_more() {
        for of in STATES {
            let moves = STEPS.into_iter().filter(|step| of.after(*step).is_ok()).count();
            assert_eq!(moves > 0, of.is_open(), "{of:?}");
        }
        assert!(
            Submission::ToComplete.after(Step::Validate).is_err(),
            "nothing is decided while more is asked for"
        );
        assert_eq!(Submission::ToComplete.after(Step::Resubmit).unwrap(), Submission::Submitted);
    }

    #[test]
    fn an_experience_is_taken_back_once_it_was_said() {
        assert_eq!(Status::Declared.after(Move::Withdraw).unwrap(), Status::Withdrawn);
        for step in [Move::Write, Move::Declare, Move::Use, Move::Withdraw, Move::Delete] {
            assert!(Status::Withdrawn.after(step).is_err(), "{step:?}");
        }
        assert!(Status::Draft.after(Move::Withdraw).is_err() && Status::Draft.after(Move::Use).is_err());
        assert!(Status::Declared.after(Move::Delete).is_err());
        assert_eq!(Status::Proposed.after(Move::Declare).unwrap(), Status::Declared);
        assert!(Status::Proposed.after(Move::Write).is_err() && Status::Proposed.after(Move::Delete).is_ok());
    }

    #[test]
    fn what_an_organisation_holds_is_not_rewritten() {
        for (of, expected) in [
            (Submission::Submitted, false),
            (Submission::ToComplete, true),
            (Submission::Validated, false),
            (Submission::Completed, false),
            (Submission::Refused, true),
            (Submission::Withdrawn, true),
        ] {
            assert_eq!(may_be_written(&[Submission::Refused, of]).is_ok(), expected, "{of:?}");
        }
        assert!(may_be_written(&[]).is_ok());
    }

    #[test]
    fn the_best_answer_is_shown() {
        let shown = |submissions: &[Submission]| standing(Status::Declared, submissions);
        assert_eq!(shown(&[]), Standing::Declared);
        assert_eq!(shown(&[Submission::Withdrawn]), Standing::Declared);
        assert_eq!(shown(&[Submission::Refused]), Standing::Refused);
        assert_eq!(shown(&[Submission::Refused, Submission::Submitted]), Standing::Submitted);
        assert_eq!(shown(&[Submission::Submitted, Submission::ToComplete]), Standing::ToComplete);
        assert_eq!(shown(&[Submission::Submitted, Submission::Completed]), Standing::Completed);
        assert_eq!(shown(&[Submission::Completed, Submission::Validated]), Standing::Validated);
        assert_eq!(standing(Status::Withdrawn, &[Submission::Validated]), Standing::Withdrawn);
        assert_eq!(standing(Status::Draft, &[]), Standing::Draft);
    }
}
