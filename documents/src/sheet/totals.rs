//! Hours planned and attended, by the one formula that every document prints.

use super::{AttendanceSheet, Cell, SheetState, Status};

/// How totals are counted, in the words that stand under them.
pub const FORMULA: &str = "Heures suivies\u{a0}: durée prévue des demi-journées où la personne est présente, moins les \
    minutes de retard. Taux\u{a0}: heures suivies ÷ (heures prévues − heures dispensées), arrondi au dixième inférieur. Une \
    demi-journée non pointée n’est comptée ni comme suivie ni comme absence. Les séances annulées ne sont pas comptées.";

/// Minutes by what became of them. They add up: `planned` is the sum of all others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub planned_minutes: u32,
    pub attended_minutes: u32,
    /// Minutes that people came too late.
    pub late_minutes: u32,
    pub justified_minutes: u32,
    pub unjustified_minutes: u32,
    pub excused_minutes: u32,
    pub unmarked_minutes: u32,
}

impl Totals {
    /// Counts one half-day of `minutes`.
    pub fn count(&mut self, minutes: u32, status: Status) {
        self.planned_minutes += minutes;
        match status {
            Status::Present => self.attended_minutes += minutes,
            Status::Late { minutes: late } => {
                let late = late.min(minutes);
                self.late_minutes += late;
                self.attended_minutes += minutes - late;
            }
            Status::Absent { justified: true } => self.justified_minutes += minutes,
            Status::Absent { justified: false } => self.unjustified_minutes += minutes,
            Status::Excused => self.excused_minutes += minutes,
            Status::Unmarked => self.unmarked_minutes += minutes,
        }
    }

    /// Counts everything that another total counted.
    pub fn add(&mut self, other: &Self) {
        self.planned_minutes += other.planned_minutes;
        self.attended_minutes += other.attended_minutes;
        self.late_minutes += other.late_minutes;
        self.justified_minutes += other.justified_minutes;
        self.unjustified_minutes += other.unjustified_minutes;
        self.excused_minutes += other.excused_minutes;
        self.unmarked_minutes += other.unmarked_minutes;
    }

    /// Attended ÷ (planned − excused) in thousandths, rounded down; `None` when nothing was due.
    pub fn rate(&self) -> Option<u32> {
        let due = u64::from(self.planned_minutes.saturating_sub(self.excused_minutes));
        (due > 0).then(|| (u64::from(self.attended_minutes) * 1000 / due) as u32)
    }
}

impl AttendanceSheet {
    /// The totals of each trainee, in the order of `trainees`.
    pub fn totals_by_trainee(&self) -> Vec<Totals> {
        let mut totals = vec![Totals::default(); self.trainees.len()];
        self.each_mark(|trainee, _, minutes, status| totals[trainee].count(minutes, status));
        totals
    }

    /// The totals of all trainees together by title of the course, in the order in which titles first occur.
    pub fn totals_by_course(&self) -> Vec<(&str, Totals)> {
        let mut totals: Vec<(&str, Totals)> = Vec::new();
        let mut places = Vec::with_capacity(self.half_days.len());
        for half_day in &self.half_days {
            let title = self.slots[half_day.slot].title.as_str();
            let place = totals.iter().position(|(known, _)| *known == title).unwrap_or_else(|| {
                totals.push((title, Totals::default()));
                totals.len() - 1
            });
            places.push(place);
        }
        self.each_mark(|_, column, minutes, status| totals[places[column]].1.count(minutes, status));
        totals
    }

    /// Calls with trainee, half-day, minutes and status for everything that counts.
    fn each_mark(&self, mut count: impl FnMut(usize, usize, u32, Status)) {
        let counts = |slot: usize| !matches!(self.slots[slot].state, SheetState::Cancelled { .. });
        for (row, trainee) in self.trainees.iter().enumerate() {
            for (column, (half_day, cell)) in self.half_days.iter().zip(&trainee.cells).enumerate() {
                if let Cell::Mark(mark) = cell
                    && counts(half_day.slot)
                {
                    count(row, column, half_day.minutes, mark.status);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn status() -> impl Strategy<Value = Status> {
        prop_oneof![
            Just(Status::Present),
            (0..500_u32).prop_map(|minutes| Status::Late { minutes }),
            any::<bool>().prop_map(|justified| Status::Absent { justified }),
            Just(Status::Excused),
            Just(Status::Unmarked),
        ]
    }

    proptest! {
        #[test]
        fn minutes_add_up_and_a_rate_is_full_only_for_whom_missed_nothing(
            days in prop::collection::vec((1..300_u32, status()), 0..40)
        ) {
            let mut totals = Totals::default();
            for (minutes, status) in &days {
                totals.count(*minutes, *status);
            }
            let missed = totals.late_minutes + totals.justified_minutes + totals.unjustified_minutes + totals.unmarked_minutes;
            prop_assert_eq!(totals.planned_minutes, totals.attended_minutes + missed + totals.excused_minutes);
            let due = totals.planned_minutes - totals.excused_minutes;
            prop_assert_eq!(totals.rate().is_none(), due == 0);
            prop_assert_eq!(totals.rate() == Some(1000), due > 0 && missed == 0);
        }
    }

    #[test]
    fn who_comes_later_than_the_end_attended_nothing() {
        let mut totals = Totals::default();
        totals.count(210, Status::Late { minutes: 400 });
        assert_eq!((totals.attended_minutes, totals.late_minutes, totals.rate()), (0, 210, Some(0)));
    }
}
