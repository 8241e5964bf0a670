//! Hours planned, followed and missed, and the rate they give.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::mark::MarkStatus;

/// Minutes of one trainee, over any set of half-days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AttendanceTotals)]
pub struct Totals {
    /// Half-days in which they were expected.
    pub half_days: i32,
    /// Minutes in which they were expected.
    pub planned: i32,
    /// Minutes in which they were there.
    pub attended: i32,
    /// Minutes that they came too late.
    pub late: i32,
    /// Minutes of absence with a reason that was accepted.
    pub justified: i32,
    /// Minutes of absence without one.
    pub unjustified: i32,
    /// Minutes in which they were excused.
    pub excused: i32,
    /// Minutes of half-days nobody marked.
    pub unmarked: i32,
}

impl Totals {
    /// Counts one half-day of so many minutes.
    pub fn count(&mut self, status: MarkStatus, minutes: i32, minutes_late: i32, justified: bool) {
        self.half_days += 1;
        self.planned += minutes;
        match status {
            MarkStatus::Unmarked => self.unmarked += minutes,
            MarkStatus::Present => self.attended += minutes,
            MarkStatus::Excused => self.excused += minutes,
            MarkStatus::Late => {
                // A slot that was made shorter later cannot be missed for longer than it lasts.
                let missed = minutes_late.min(minutes);
                self.attended += minutes - missed;
                self.late += missed;
            }
            MarkStatus::Absent if justified => self.justified += minutes,
            MarkStatus::Absent => self.unjustified += minutes,
        }
    }

    /// Adds another set of half-days.
    pub fn add(&mut self, other: &Self) {
        self.half_days += other.half_days;
        self.planned += other.planned;
        self.attended += other.attended;
        self.late += other.late;
        self.justified += other.justified;
        self.unjustified += other.unjustified;
        self.excused += other.excused;
        self.unmarked += other.unmarked;
    }

    /// The rate in thousandths, rounded down; none when nothing was expected.
    pub fn rate(&self) -> Option<i32> {
        per_thousand(self.attended, self.planned - self.excused)
    }

    /// The rate over what was marked, in thousandths: what is still to come lowers it not. None when nothing was.
    pub fn rate_so_far(&self) -> Option<i32> {
        per_thousand(self.attended, self.planned - self.excused - self.unmarked)
    }
}

fn per_thousand(part: i32, whole: i32) -> Option<i32> {
    (whole > 0).then(|| (i64::from(part) * 1000 / i64::from(whole)) as i32)
}

/// A rate in thousandths, as people read it: `87,5 %`.
pub fn rate_in_french(rate: i32) -> String {
    if rate % 10 == 0 {
        format!("{}\u{a0}%", rate / 10)
    } else {
        format!("{},{}\u{a0}%", rate / 10, rate % 10)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_rate_follows_the_formula() {
        let mut totals = Totals::default();
        assert_eq!(totals.rate(), None);
        totals.count(MarkStatus::Present, 210, 0, false);
        totals.count(MarkStatus::Late, 210, 30, true);
        totals.count(MarkStatus::Absent, 180, 0, false);
        totals.count(MarkStatus::Excused, 200, 0, false);
        totals.count(MarkStatus::Unmarked, 100, 0, false);
        let expected = Totals {
            half_days: 5,
            planned: 900,
            attended: 390,
            late: 30,
            justified: 0,
            unjustified: 180,
            excused: 200,
            unmarked: 100,
        };
        assert_eq!(totals, expected);
        assert_eq!(totals.rate(), Some(557));
        assert_eq!(totals.rate_so_far(), Some(650));
        assert_eq!(rate_in_french(557), "55,7\u{a0}%");
        assert_eq!(rate_in_french(1000), "100\u{a0}%");
    }

    fn any_status() -> impl Strategy<Value = MarkStatus> {
        use MarkStatus::{Absent, Excused, Late, Present, Unmarked};
        prop::sample::select(vec![Unmarked, Present, Late, Absent, Excused])
    }

    proptest! {
        #[test]
        fn every_planned_minute_is_counted_once(
            marks in prop::collection::vec((any_status(), 1_i32..720, 1_i32..720, any::<bool>()), 0..80)
        ) {
            let mut totals = Totals::default();
            let mut halves = [Totals::default(), Totals::default()];
            for (position, (status, minutes, late, justified)) in marks.iter().enumerate() {
                totals.count(*status, *minutes, *late, *justified);
                halves[position % 2].count(*status, *minutes, *late, *justified);
            }
            let Totals { attended, late, justified, unjustified, excused, unmarked, .. } = totals;
            prop_assert_eq!(totals.planned, attended + late + justified + unjustified + excused + unmarked);
            prop_assert!(totals.rate().is_none_or(|rate| (0..=1000).contains(&rate)));
            prop_assert!(totals.rate_so_far().unwrap_or(1000) >= totals.rate().unwrap_or(0));
            let mut sum = halves[0];
            sum.add(&halves[1]);
            prop_assert_eq!(sum, totals);
        }
    }
}
