//! Reports of messages, and what may be decided on them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::lifetime::LONGEST_HOLD;
use super::message::{self, State};
use crate::platform::http::{Error, Fields, Result, texts};

/// Messages before and after the reported one that whoever judges a private room reads.
pub const AROUND: i64 = 5;

/// What somebody finds wrong with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomReportReason)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Reason {
    /// Harassment, threats.
    Harassment,
    /// Insults.
    Insult,
    /// Somebody is treated otherwise for what they are.
    Discrimination,
    /// Something about somebody that is nobody's business here.
    PersonalData,
    /// Money is asked for, or something is not what it says.
    Scam,
    /// Advertising.
    Spam,
    /// Something else, which the comment says.
    Other,
}

/// What was decided on a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomReportDecision)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Decision {
    /// The message stays.
    Retained,
    /// The message goes.
    Removed,
    /// The message goes, and its author is warned.
    Warned,
    /// The message goes, and its author does not write in the room for a day.
    Silenced,
    /// The message goes, and its author is out of the room; a private room is closed.
    Expelled,
    /// Nobody decided in time: the message stays. Never chosen by hand.
    Lapsed,
}

impl Reason {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Harassment => "harassment",
            Self::Insult => "insult",
            Self::Discrimination => "discrimination",
            Self::PersonalData => "personal_data",
            Self::Scam => "scam",
            Self::Spam => "spam",
            Self::Other => "other",
        }
    }
}

impl Decision {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Retained => "retained",
            Self::Removed => "removed",
            Self::Warned => "warned",
            Self::Silenced => "silenced",
            Self::Expelled => "expelled",
            Self::Lapsed => "lapsed",
        }
    }

    /// What becomes of a message in this state; nothing when it stays as it is. A message that its author deleted
    /// meanwhile stays deleted, whatever is decided.
    pub fn leads(self, state: State) -> Option<message::Step> {
        match (self, state) {
            (Self::Retained | Self::Lapsed, State::Hidden) => Some(message::Step::Show),
            (
                Self::Removed | Self::Warned | Self::Silenced | Self::Expelled,
                State::Visible | State::Hidden,
            ) => Some(message::Step::Remove),
            _ => None,
        }
    }
}

/// A report, as it is sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoomReportDraft)]
pub struct Draft {
    /// What is wrong.
    pub reason: Reason,
    /// More about it, 1,000 characters at most; needed where the reason is another one.
    #[serde(default)]
    comment: String,
}

impl Draft {
    /// The comment.
    pub fn parse(&self) -> Result<String> {
        let shortest = usize::from(self.reason == Reason::Other);
        texts::paragraphs("/comment", &self.comment, shortest..=1_000)
            .map_err(|fault| Error::Invalid(vec![fault]))
    }
}

/// A decision, as it is sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoomReportJudgement)]
pub struct Judgement {
    /// What is decided.
    pub decision: Decision,
    /// Why, for those who moderate, 1,000 characters at most.
    #[serde(default)]
    note: String,
}

impl Judgement {
    /// The note.
    pub fn parse(&self) -> Result<String> {
        let mut fields = Fields::default();
        if self.decision == Decision::Lapsed {
            let told = "Cette issue n’est pas une décision\u{a0}: choisissez-en une autre.";
            fields.push(crate::platform::http::FieldError::new("/decision", "out_of_range", told));
        }
        let note = fields.check(texts::paragraphs("/note", &self.note, 0..=1_000));
        fields.finish()?;
        Ok(note.unwrap_or_default())
    }
}

/// Until when a report holds its room.
pub fn held_until(reported_at: DateTime<Utc>) -> DateTime<Utc> {
    reported_at + LONGEST_HOLD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_deleted_stays_deleted_whatever_is_decided() {
        use Decision::{Expelled, Lapsed, Removed, Retained, Silenced, Warned};
        for decision in [Retained, Removed, Warned, Silenced, Expelled, Lapsed] {
            for state in [State::Waiting, State::Refused, State::Deleted, State::Removed] {
                assert_eq!(decision.leads(state), None, "{decision:?} {state:?}");
            }
            for state in [State::Visible, State::Hidden] {
                if let Some(step) = decision.leads(state) {
                    assert!(state.after(step).is_ok(), "{decision:?} {state:?}");
                }
            }
        }
        assert_eq!(Retained.leads(State::Visible), None);
        assert_eq!(Lapsed.leads(State::Hidden), Some(message::Step::Show));
        assert_eq!(Warned.leads(State::Visible), Some(message::Step::Remove));
    }

    #[test]
    fn another_reason_is_said_and_no_decision_lapses_by_hand() {
        let draft = |reason, comment: &str| Draft { reason, comment: comment.to_owned() }.parse();
        assert!(draft(Reason::Spam, "").is_ok() && draft(Reason::Other, "Étrange").is_ok());
        assert!(draft(Reason::Other, " ").is_err());
        let judged = |decision| Judgement { decision, note: String::new() }.parse();
        assert!(judged(Decision::Lapsed).is_err() && judged(Decision::Retained).is_ok());
    }
}
