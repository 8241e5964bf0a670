//! What a revision of a quiz says of how it is taken, and which of several attempts counts.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::state::AttemptState;

/// When people see what was right, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = QuizFeedbackMoment)]
pub enum FeedbackMoment {
    /// As soon as the attempt has its points.
    AfterAttempt,
    /// Once the quiz is closed.
    AfterClose,
    /// Once those who train publish the results.
    AfterPublication,
    /// Never: people see their result alone.
    Never,
}

/// Which of several attempts counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = QuizCountingRule)]
pub enum CountingRule {
    /// The best one.
    Highest,
    /// The last one.
    Last,
    /// The first one.
    First,
    /// All of them, by their mean.
    Average,
}

/// What a revision says of how it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Its title.
    pub title: String,
    /// What it is about; may be empty.
    pub description: String,
    /// What people read before they begin; may be empty.
    pub instructions: String,
    /// Whether each attempt asks in an order of its own.
    pub shuffles_questions: bool,
    /// Whether each attempt shows choices in an order of its own.
    pub shuffles_choices: bool,
    /// How long an attempt may last.
    pub minutes: Option<i32>,
    /// How many attempts everybody has.
    pub attempts: i32,
    /// Which of them counts.
    pub counting: CountingRule,
    /// From which percentage it is passed.
    pub pass_percent: Option<i16>,
    /// What a wrong answer costs.
    pub negative_percent: i16,
    /// When people see what was right.
    pub feedback: FeedbackMoment,
    /// Whether names are hidden from those who grade.
    pub hides_names: bool,
}

impl Terms {
    /// Whether this result passes; none where nothing is passed or failed.
    pub fn is_passed(&self, percent: i16) -> Option<bool> {
        self.pass_percent.map(|pass| percent >= pass)
    }

    /// Whether an attempt in this state may be read with what was right and why, now.
    pub fn shows_key(&self, state: AttemptState, closing: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        state == AttemptState::Published
            && match self.feedback {
                FeedbackMoment::AfterAttempt | FeedbackMoment::AfterPublication => true,
                FeedbackMoment::AfterClose => closing <= now,
                FeedbackMoment::Never => false,
            }
    }
}

/// An attempt that has a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted<Id> {
    /// The attempt.
    pub attempt: Id,
    /// Its whole percentage.
    pub percent: i16,
}

impl CountingRule {
    /// The result that counts among these, in the order in which they were started; none without any. Of a mean, the attempt is the last one.
    pub fn result<Id: Copy>(self, results: &[Counted<Id>]) -> Option<Counted<Id>> {
        let last = *results.last()?;
        match self {
            Self::First => results.first().copied(),
            Self::Last => Some(last),
            // Of two that are equally good, the earlier one.
            Self::Highest => results.iter().rev().max_by_key(|result| result.percent).copied(),
            Self::Average => {
                let sum: i64 = results.iter().map(|result| i64::from(result.percent)).sum();
                let percent = (sum / results.len() as i64) as i16;
                Some(Counted { percent, ..last })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(feedback: FeedbackMoment) -> Terms {
        Terms {
            title: String::new(),
            description: String::new(),
            instructions: String::new(),
            shuffles_questions: false,
            shuffles_choices: false,
            minutes: None,
            attempts: 1,
            counting: CountingRule::Highest,
            pass_percent: Some(60),
            negative_percent: 0,
            feedback,
            hides_names: false,
        }
    }

    #[test]
    fn what_was_right_is_shown_at_its_moment_and_never_before_the_result() {
        use FeedbackMoment::{AfterAttempt, AfterClose, AfterPublication, Never};
        let closing: DateTime<Utc> = "2026-03-03T12:00:00Z".parse().unwrap();
        let (before, after) = (closing - chrono::Duration::seconds(1), closing);
        for (feedback, early, late) in [
            (AfterAttempt, true, true),
            (AfterClose, false, true),
            (AfterPublication, true, true),
            (Never, false, false),
        ] {
            let terms = terms(feedback);
            assert_eq!(terms.shows_key(AttemptState::Published, closing, before), early, "{feedback:?}");
            assert_eq!(terms.shows_key(AttemptState::Published, closing, after), late, "{feedback:?}");
            for state in [AttemptState::Started, AttemptState::Submitted, AttemptState::ToGrade] {
                assert!(!terms.shows_key(state, closing, after), "{feedback:?} {state:?}");
            }
            assert!(!terms.shows_key(AttemptState::Graded, closing, after), "{feedback:?}");
        }
    }

    #[test]
    fn a_mark_that_is_reached_passes() {
        let terms = terms(FeedbackMoment::Never);
        assert_eq!([59, 60, 61].map(|percent| terms.is_passed(percent)), [Some(false), Some(true), Some(true)]);
        assert_eq!(Terms { pass_percent: None, ..terms }.is_passed(100), None);
    }

    #[test]
    fn each_rule_says_which_attempt_counts() {
        let results = [(1, 40), (2, 80), (3, 80), (4, 51)];
        let results = results.map(|(attempt, percent)| Counted { attempt, percent });
        let told = |rule: CountingRule| rule.result(&results).map(|result| (result.attempt, result.percent));
        assert_eq!(told(CountingRule::First), Some((1, 40)));
        assert_eq!(told(CountingRule::Last), Some((4, 51)));
        assert_eq!(told(CountingRule::Highest), Some((2, 80)));
        assert_eq!(told(CountingRule::Average), Some((4, 62)));
        assert_eq!(CountingRule::Highest.result::<i32>(&[]), None);
    }
}
