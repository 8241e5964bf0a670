//! The clock of an attempt: kept by the server, from the moment it starts. No answer depends on a browser's.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a slow line may take: an answer sent at the last second still counts.
pub const GRACE: Duration = Duration::seconds(30);

/// How much more time somebody has. Why is never asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = QuizExtraTime)]
pub enum ExtraTime {
    /// As everybody.
    #[default]
    None,
    /// A third more.
    Third,
    /// Half as much again.
    Half,
    /// No limit but the closing.
    Unlimited,
}

impl ExtraTime {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Third => "third",
            Self::Half => "half",
            Self::Unlimited => "unlimited",
        }
    }

    /// The time somebody has, rounded up to a second; none when there is no limit.
    pub fn limit(self, minutes: Option<i16>) -> Option<Duration> {
        let seconds = i64::from(minutes?) * 60;
        match self {
            Self::None => Some(Duration::seconds(seconds)),
            Self::Third => Some(Duration::seconds((seconds * 4 + 2) / 3)),
            Self::Half => Some(Duration::seconds((seconds * 3 + 1) / 2)),
            Self::Unlimited => None,
        }
    }

    /// How long somebody may go on after the closing: what is added to their time is not taken away by it.
    pub fn beyond_closing(self, minutes: Option<i16>) -> Duration {
        let usual = Self::None.limit(minutes).unwrap_or_default();
        self.limit(minutes).map_or(Duration::zero(), |limit| limit - usual)
    }
}

/// When the time of an attempt that starts now is over, the closing aside; none when only the closing ends it.
pub fn limit_at(started_at: DateTime<Utc>, minutes: Option<i16>, extra: ExtraTime) -> Option<DateTime<Utc>> {
    extra.limit(minutes).map(|limit| started_at + limit)
}

/// Whether an answer that arrives now still counts.
pub fn is_taken(deadline: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now <= deadline + GRACE
}

/// When an attempt that is handed in now counts as handed in: never after its deadline, however late the clock comes.
pub fn handed_in_at(deadline: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    now.min(deadline)
}

/// Seconds that are left; 0 once it is over.
pub fn seconds_left(deadline: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    (deadline - now).num_seconds().max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_third_and_half_as_much_again_are_exact_to_the_second() {
        let told = |minutes| {
            [ExtraTime::None, ExtraTime::Third, ExtraTime::Half, ExtraTime::Unlimited]
                .map(|extra| extra.limit(minutes).map(|limit| limit.num_seconds()))
        };
        assert_eq!(told(Some(60)), [Some(3600), Some(4800), Some(5400), None]);
        assert_eq!(told(Some(1)), [Some(60), Some(80), Some(90), None]);
        assert_eq!(told(Some(45)), [Some(2700), Some(3600), Some(4050), None]);
        assert_eq!(told(None), [None; 4]);
    }

    #[test]
    fn the_closing_takes_no_extra_time_away() {
        let told = |extra: ExtraTime, minutes| extra.beyond_closing(minutes).num_minutes();
        assert_eq!(told(ExtraTime::None, Some(60)), 0);
        assert_eq!(told(ExtraTime::Third, Some(60)), 20);
        assert_eq!(told(ExtraTime::Half, Some(60)), 30);
        assert_eq!(told(ExtraTime::Unlimited, Some(60)), 0, "what has no limit has the closing");
        assert_eq!(told(ExtraTime::Half, None), 0);
    }

    #[test]
    fn an_answer_counts_thirty_seconds_after_the_deadline_and_no_longer() {
        let deadline = at("2026-03-03T09:00:00Z");
        for (second, taken) in [(-1, true), (0, true), (30, true), (31, false)] {
            assert_eq!(is_taken(deadline, deadline + Duration::seconds(second)), taken, "{second}");
        }
    }

    #[test]
    fn what_the_clock_hands_in_late_was_handed_in_at_the_deadline() {
        let deadline = at("2026-03-03T09:00:00Z");
        assert_eq!(handed_in_at(deadline, at("2026-03-05T00:00:00Z")), deadline);
        assert_eq!(handed_in_at(deadline, at("2026-03-03T08:59:59Z")), at("2026-03-03T08:59:59Z"));
        assert_eq!(seconds_left(deadline, at("2026-03-03T08:59:58.5Z")), 1);
        assert_eq!(seconds_left(deadline, at("2026-03-05T00:00:00Z")), 0);
    }

    #[test]
    fn an_attempt_without_a_limit_ends_with_the_closing_alone() {
        let start = at("2026-03-03T08:00:00Z");
        assert_eq!(limit_at(start, Some(30), ExtraTime::None), Some(at("2026-03-03T08:30:00Z")));
        assert_eq!(limit_at(start, Some(30), ExtraTime::Half), Some(at("2026-03-03T08:45:00Z")));
        assert_eq!(limit_at(start, Some(30), ExtraTime::Unlimited), None);
        assert_eq!(limit_at(start, None, ExtraTime::Third), None);
    }
}
