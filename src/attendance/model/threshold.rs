//! When a rate of attendance has become so low that somebody is told.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::totals::Totals;
use crate::platform::http::FieldError;

/// Most thresholds of an organisation or a session.
const MOST: usize = 5;

/// A limit: below this rate, once so many half-days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AttendanceThreshold)]
pub struct Threshold {
    /// The rate in per cent, 1 to 100.
    pub below_percent: i32,
    /// After how many half-days that were marked, 1 to 500.
    pub after_half_days: i32,
}

impl Threshold {
    /// Whether these totals have crossed it. What was not marked counts neither for nor against.
    pub fn is_crossed(self, totals: &Totals, marked_half_days: i32) -> bool {
        marked_half_days >= self.after_half_days
            && totals.rate_so_far().is_some_and(|rate| rate < self.below_percent * 10)
    }
}

/// Checks a list of thresholds.
pub fn check(pointer: &str, thresholds: &[Threshold]) -> Result<(), FieldError> {
    if thresholds.len() > MOST {
        return Err(FieldError::new(pointer, "too_many", format!("{MOST} seuils au plus.")));
    }
    for (position, threshold) in thresholds.iter().enumerate() {
        let at = |field| format!("{pointer}/{position}/{field}");
        if !(1..=100).contains(&threshold.below_percent) {
            return Err(FieldError::new(at("below_percent"), "out_of_range", "De 1 à 100\u{a0}%."));
        }
        if !(1..=500).contains(&threshold.after_half_days) {
            return Err(FieldError::new(at("after_half_days"), "out_of_range", "De 1 à 500 demi-journées."));
        }
        if thresholds[..position].contains(threshold) {
            return Err(FieldError::new(
                format!("{pointer}/{position}"),
                "duplicate",
                "Ce seuil est déjà là.",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::mark::MarkStatus::{Absent, Excused, Present, Unmarked};
    use super::*;

    #[test]
    fn a_threshold_is_crossed_below_its_rate_and_not_before_its_time() {
        let threshold = Threshold { below_percent: 80, after_half_days: 5 };
        let mut totals = Totals::default();
        for status in [Present, Present, Present, Present, Absent, Unmarked, Excused] {
            totals.count(status, 100, 0, false);
        }
        assert!(!threshold.is_crossed(&totals, 6), "80 % is not below 80 %");
        totals.count(Absent, 1, 0, true);
        assert!(threshold.is_crossed(&totals, 7));
        assert!(!threshold.is_crossed(&totals, 4));
        assert!(!threshold.is_crossed(&Totals::default(), 9));
    }

    #[test]
    fn thresholds_are_bounded_and_differ() {
        let threshold = |below_percent, after_half_days| Threshold { below_percent, after_half_days };
        let fault =
            |list: &[Threshold]| check("/thresholds", list).map_err(|fault| (fault.pointer, fault.code));
        assert_eq!(fault(&[threshold(80, 5), threshold(60, 5)]), Ok(()));
        let refused = |list: &[Threshold]| fault(list).unwrap_err();
        assert_eq!(
            refused(&[threshold(0, 5)]),
            ("/thresholds/0/below_percent".into(), "out_of_range".into())
        );
        assert_eq!(
            refused(&[threshold(9, 0)]),
            ("/thresholds/0/after_half_days".into(), "out_of_range".into())
        );
        assert_eq!(refused(&[threshold(9, 5); 2]), ("/thresholds/1".into(), "duplicate".into()));
        assert_eq!(refused(&[threshold(9, 5); 6]).1, "too_many");
    }
}
