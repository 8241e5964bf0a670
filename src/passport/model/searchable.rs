//! The level and the status under which one skill of one person is searchable: the only place that decides it.
//!
//! The highest valid validation counts; the person's own word counts only where there is none. A validation is
//! valid from a passing step, until it is revoked and through its last day. A step that is on no common level
//! makes the skill "validated" without a level. A skill that is neither declared nor validly validated is not
//! searchable, whatever its history.

use carnet_index::{Level, Status};
use chrono::NaiveDate;

/// What counts of one validation entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Place of its step on the common scale, if any.
    pub level: Option<Level>,
    /// Whether its step means acquired.
    pub is_passing: bool,
    /// Whether it was revoked.
    pub is_revoked: bool,
    /// Last day on which it counts; none = for ever.
    pub expires_on: Option<NaiveDate>,
}

impl Proof {
    /// Whether it counts on this day (Europe/Paris).
    pub fn is_valid(&self, today: NaiveDate) -> bool {
        self.is_passing && !self.is_revoked && self.expires_on.is_none_or(|last| today <= last)
    }
}

/// How a skill is searchable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Searchable {
    /// Level on the common scale; none only when validated by a step that is on no common level.
    pub level: Option<Level>,
    /// Said or validated.
    pub status: Status,
}

/// How one skill of one person is searchable on this day, from their word and every validation of that skill.
pub fn searchable(declared: Option<Level>, proofs: &[Proof], today: NaiveDate) -> Option<Searchable> {
    let valid = proofs.iter().filter(|proof| proof.is_valid(today));
    // No level stands below every level, so that a level is preferred where there is one.
    match valid.map(|proof| proof.level).max() {
        Some(level) => Some(Searchable { level, status: Status::Validated }),
        None => declared.map(|level| Searchable { level: Some(level), status: Status::Declared }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn passed(level: u8) -> Proof {
        Proof { level: Level::new(level), is_passing: true, is_revoked: false, expires_on: None }
    }

    const UNMAPPED: u8 = 0;

    fn failed(level: u8) -> Proof {
        Proof { is_passing: false, ..passed(level) }
    }

    fn revoked(level: u8) -> Proof {
        Proof { is_revoked: true, ..passed(level) }
    }

    fn until(level: u8, last: &str) -> Proof {
        Proof { expires_on: Some(day(last)), ..passed(level) }
    }

    #[test]
    fn the_rule() {
        let none: Option<(Option<u8>, Status)> = None;
        let said = |level| Some((Some(level), Status::Declared));
        let validated = |level| Some((Some(level), Status::Validated));
        let validated_without_level = Some((None, Status::Validated));
        for (case, declared, proofs, expected) in [
            ("nothing", 0, vec![], none),
            ("one's word", 3, vec![], said(3)),
            ("a validation alone", 0, vec![passed(2)], validated(2)),
            ("a validation below one's word", 4, vec![passed(2)], validated(2)),
            ("a validation above one's word", 1, vec![passed(4)], validated(4)),
            (
                "the highest of several, whatever their order",
                0,
                vec![passed(2), passed(4), passed(3)],
                validated(4),
            ),
            ("a step on no common level", 4, vec![passed(UNMAPPED)], validated_without_level),
            ("a level before none", 0, vec![passed(UNMAPPED), passed(1), passed(UNMAPPED)], validated(1)),
            ("a failed step proves nothing", 0, vec![failed(2)], none),
            ("a failed step leaves one's word", 2, vec![failed(4)], said(2)),
            ("a failed step does not undo a validation", 0, vec![passed(3), failed(1)], validated(3)),
            ("revoked", 0, vec![revoked(3)], none),
            ("revoked, back to one's word", 2, vec![revoked(4)], said(2)),
            ("the highest revoked, the next counts", 1, vec![revoked(4), passed(2)], validated(2)),
            ("through its last day", 1, vec![until(3, "2026-03-03")], validated(3)),
            ("expired the day after", 1, vec![until(3, "2026-03-02")], said(1)),
            ("expired, without one's word", 0, vec![until(3, "2026-03-02")], none),
            (
                "the highest expired, the next counts",
                0,
                vec![until(4, "2026-03-02"), passed(1)],
                validated(1),
            ),
            (
                "every reason not to count at once",
                0,
                vec![Proof { is_passing: false, is_revoked: true, ..until(4, "2020-01-01") }],
                none,
            ),
        ] {
            let found = searchable(Level::new(declared), &proofs, day("2026-03-03"));
            assert_eq!(found.map(|it| (it.level.map(Level::get), it.status)), expected, "{case}");
        }
    }
}
