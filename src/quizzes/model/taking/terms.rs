//! What a revision of a quiz says of how it is taken, and which of several attempts counts.

use chrono::{DateTime, Utc};

use super::state::AttemptState;
use crate::quizzes::model::quiz::{Feedback, Grading, Settings};

/// What a revision says of how it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Its title.
    pub title: String,
    /// What it is about; may be empty.
    pub description: String,
    /// What people read before they begin; may be empty.
    pub instructions: String,
    /// How it is taken and graded.
    pub settings: Settings,
}

impl Terms {
    /// Whether this result passes; none where nothing is passed or failed.
    pub fn is_passed(&self, percent: i16) -> Option<bool> {
        self.settings.pass_percent.map(|pass| percent >= pass)
    }

    /// Whether an attempt in this state may be read with what was right and why, now.
    pub fn shows_key(&self, state: AttemptState, closing: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        state == AttemptState::Published
            && match self.settings.feedback {
                Feedback::AfterAttempt | Feedback::AfterPublication => true,
                Feedback::AfterClose => closing <= now,
                Feedback::Never => false,
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

/// The result that counts among these, in the order in which they were started; none without any. Of a mean, the attempt is
/// the last one.
pub fn counted<Id: Copy>(rule: Grading, results: &[Counted<Id>]) -> Option<Counted<Id>> {
    let last = *results.last()?;
    match rule {
        Grading::First => results.first().copied(),
        Grading::Last => Some(last),
        // Of two that are equally good, the earlier one.
        Grading::Highest => results.iter().rev().max_by_key(|result| result.percent).copied(),
        Grading::Average => {
            let sum: i64 = results.iter().map(|result| i64::from(result.percent)).sum();
            let percent = (sum / results.len() as i64) as i16;
            Some(Counted { percent, ..last })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(feedback: Feedback) -> Terms {
        let settings = Settings {
            shuffles_questions: false,
            shuffles_choices: false,
            minutes: None,
            attempts: 1,
            grading: Grading::Highest,
            pass_percent: Some(60),
            negative_percent: 0,
            feedback,
            hides_names: false,
            integrity_signals: false,
        };
        let nothing = String::new;
        Terms { title: nothing(), description: nothing(), instructions: nothing(), settings }
    }

    #[test]
    fn what_was_right_is_shown_at_its_moment_and_never_before_the_result() {
        use Feedback::{AfterAttempt, AfterClose, AfterPublication, Never};
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
        let mut terms = terms(Feedback::Never);
        assert_eq!(
            [59, 60, 61].map(|percent| terms.is_passed(percent)),
            [Some(false), Some(true), Some(true)]
        );
        terms.settings.pass_percent = None;
        assert_eq!(terms.is_passed(100), None);
    }

    #[test]
    fn each_rule_says_which_attempt_counts() {
        let results = [(1, 40), (2, 80), (3, 80), (4, 51)];
        let results = results.map(|(attempt, percent)| Counted { attempt, percent });
        let told = |rule| counted(rule, &results).map(|result| (result.attempt, result.percent));
        assert_eq!(told(Grading::First), Some((1, 40)));
        assert_eq!(told(Grading::Last), Some((4, 51)));
        assert_eq!(told(Grading::Highest), Some((2, 80)));
        assert_eq!(told(Grading::Average), Some((4, 62)));
        assert_eq!(counted::<i32>(Grading::Highest, &[]), None);
    }
}
