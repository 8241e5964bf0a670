//! What a training paid from a personal account (CPF) asks its provider to declare, and until when.

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use serde::Serialize;
use utoipa::ToSchema;

use super::totals::Totals;

/// Working days to declare an entry or an exit.
pub const DAYS: u32 = 3;

/// Whether the training was followed to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceDone {
    /// Nothing to declare yet: it is not over.
    NotYet,
    /// Everything planned was followed.
    Total,
    /// A part, with the rate.
    Partial,
    /// Nothing was followed.
    None,
}

/// Why a part was not followed, as the declaration names it. A proposal: people decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartialReason {
    /// The trainee gave up, came late, or was absent without a reason that was accepted.
    AbandonmentOrAbsence,
    /// What was missed was justified: to be checked whether it was force majeure.
    ForceMajeureToCheck,
    /// The organisation stopped the training.
    ProviderStopped,
}

/// How it came to an end for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It goes on.
    NotYet,
    /// It was given to its end, or they left.
    Over,
    /// The organisation called it off.
    CalledOff,
}

/// What is proposed for one trainee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = EdofProposal)]
pub struct Proposal {
    /// Total, partial or none.
    pub service_done: ServiceDone,
    /// The completion rate in thousandths, rounded down.
    pub completion_rate: Option<i32>,
    /// Minutes planned that were not followed.
    pub missed_minutes: i32,
    /// Why, where something was missed.
    pub reason: Option<PartialReason>,
}

/// The day until which something that happened on `day` is declared: so many working days later.
/// The day itself does not count; Saturdays, Sundays and days off are none.
pub fn deadline(day: NaiveDate, working_days: u32, is_off: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut last = day;
    let mut left = working_days;
    while left > 0 {
        last += Duration::days(1);
        if !matches!(last.weekday(), Weekday::Sat | Weekday::Sun) && !is_off(last) {
            left -= 1;
        }
    }
    last
}

/// What is proposed, from what was planned and followed.
pub fn proposal(totals: &Totals, end: End) -> Proposal {
    let is_over = end != End::NotYet;
    // Who was excused did not have to come: those minutes are not missing.
    let due = totals.planned - totals.excused;
    let missed_minutes = due - totals.attended;
    let service_done = match (is_over, totals.attended) {
        (false, _) => ServiceDone::NotYet,
        (true, 0) => ServiceDone::None,
        (true, _) if missed_minutes == 0 => ServiceDone::Total,
        (true, _) => ServiceDone::Partial,
    };
    let reason = (missed_minutes > 0 && is_over).then_some(match end {
        End::CalledOff => PartialReason::ProviderStopped,
        _ if totals.unjustified + totals.unmarked + totals.late > 0 => PartialReason::AbandonmentOrAbsence,
        _ => PartialReason::ForceMajeureToCheck,
    });
    Proposal { service_done, completion_rate: totals.rate(), missed_minutes, reason }
}

#[cfg(test)]
mod tests {
    use super::super::mark::MarkStatus;
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weekends_and_days_off_do_not_count() {
        let may = |day: NaiveDate| day == date("2026-05-01") || day == date("2026-05-08");
        for (from, until) in [
            ("2026-03-03", "2026-03-06"),
            ("2026-03-04", "2026-03-09"),
            ("2026-03-07", "2026-03-11"),
            ("2026-04-29", "2026-05-05"),
            ("2026-05-06", "2026-05-12"),
        ] {
            assert_eq!(deadline(date(from), DAYS, may), date(until), "{from}");
        }
        assert_eq!(deadline(date("2026-03-07"), 0, may), date("2026-03-07"));
    }

    #[test]
    fn the_proposal_follows_what_was_attended() {
        use MarkStatus::{Absent, Excused, Present};

        let totals = |marks: &[(MarkStatus, bool)]| {
            let mut totals = Totals::default();
            for (status, justified) in marks {
                totals.count(*status, 100, 0, *justified);
            }
            totals
        };
        let whole = proposal(&totals(&[(Present, false), (Excused, false)]), End::Over);
        assert_eq!(
            (whole.service_done, whole.completion_rate, whole.reason),
            (ServiceDone::Total, Some(1000), None)
        );
        let partial = proposal(&totals(&[(Present, false), (Absent, false), (Absent, true)]), End::Over);
        assert_eq!((partial.service_done, partial.missed_minutes), (ServiceDone::Partial, 200));
        assert_eq!(
            (partial.completion_rate, partial.reason),
            (Some(333), Some(PartialReason::AbandonmentOrAbsence))
        );
        let justified = proposal(&totals(&[(Present, false), (Absent, true)]), End::Over);
        assert_eq!(justified.reason, Some(PartialReason::ForceMajeureToCheck));
        assert_eq!(proposal(&totals(&[(Absent, false)]), End::Over).service_done, ServiceDone::None);
        assert_eq!(proposal(&totals(&[(Present, false)]), End::NotYet).service_done, ServiceDone::NotYet);
        let called_off =
            proposal(&totals(&[(Present, false), (MarkStatus::Unmarked, false)]), End::CalledOff);
        assert_eq!(
            (called_off.service_done, called_off.reason),
            (ServiceDone::Partial, Some(PartialReason::ProviderStopped))
        );
        let whole = proposal(&totals(&[(Present, false)]), End::CalledOff);
        assert_eq!((whole.service_done, whole.reason), (ServiceDone::Total, None));
    }
}
