//! A mark: what is said of one trainee in one half-day of one slot.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::part::{GRACE, Unit};
use crate::platform::http::{FieldError, Fields, texts};

/// The longest half-day, in minutes.
const HALF_A_DAY: i32 = 720;

/// Whether somebody was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum MarkStatus {
    /// Nobody has said anything yet: neither present nor absent.
    Unmarked,
    /// There.
    Present,
    /// There, after so many minutes.
    Late,
    /// Not there.
    Absent,
    /// Not expected this time, by decision of the organisation.
    Excused,
}

impl MarkStatus {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unmarked => "unmarked",
            Self::Present => "present",
            Self::Late => "late",
            Self::Absent => "absent",
            Self::Excused => "excused",
        }
    }

    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Unmarked => "non renseigné",
            Self::Present => "présent",
            Self::Late => "en retard",
            Self::Absent => "absent",
            Self::Excused => "dispensé",
        }
    }

    /// Whether a sheet may be closed on it.
    pub const fn is_final(self) -> bool {
        !matches!(self, Self::Unmarked)
    }

    /// Whether the trainee was there, if not the whole time.
    pub const fn was_there(self) -> bool {
        matches!(self, Self::Present | Self::Late)
    }
}

/// How a mark came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Method {
    /// Marked by the trainer or staff.
    Trainer,
    /// By the trainee, signing with their own account.
    Account,
    /// By the trainee, with the code shown in the room.
    Qr,
    /// By the trainee, through a personal link.
    Link,
    /// Copied from a signed paper sheet.
    Paper,
}

impl Method {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trainer => "trainer",
            Self::Account => "account",
            Self::Qr => "qr",
            Self::Link => "link",
            Self::Paper => "paper",
        }
    }

    /// Whether trainees say so of themselves.
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Account | Self::Qr | Self::Link)
    }
}

/// Why somebody was absent, late or excused. No health detail is ever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = AbsenceReason)]
pub enum Reason {
    /// Health, without more.
    Health,
    /// An event in the family.
    Family,
    /// Called by an administration or a court.
    Summons,
    /// Kept by the employer.
    Employer,
    /// A job interview or a first day of work.
    Employment,
    /// Transport failed.
    Transport,
    /// Excluded by the organisation for this time.
    Exclusion,
    /// A part already acquired: nothing to learn here.
    Exemption,
    /// Something else, said in the note.
    Other,
}

impl Reason {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::Family => "family",
            Self::Summons => "summons",
            Self::Employer => "employer",
            Self::Employment => "employment",
            Self::Transport => "transport",
            Self::Exclusion => "exclusion",
            Self::Exemption => "exemption",
            Self::Other => "other",
        }
    }
}

/// A mark as somebody wants it written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkDraft {
    /// What is said.
    pub status: MarkStatus,
    /// With `late`: how late, from one minute to the length of the half-day.
    #[serde(default)]
    pub minutes_late: Option<i32>,
    /// With `absent` and `late`: whether the organisation accepts the reason. False unless said.
    #[serde(default)]
    pub justified: bool,
    /// Why; seen by staff and the trainee alone.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// A remark, seen by staff and the trainee alone; 500 characters at most.
    #[serde(default)]
    pub note: Option<String>,
    /// When the trainee came in, where the session asks for it.
    #[serde(default)]
    pub entered_at: Option<DateTime<Utc>>,
    /// When the trainee left.
    #[serde(default)]
    pub left_at: Option<DateTime<Utc>>,
}

/// A mark that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What is said.
    pub status: MarkStatus,
    /// How late; 0 for every other status.
    pub minutes_late: i32,
    /// Whether what was missed is justified.
    pub justified: bool,
    /// Why.
    pub reason: Option<Reason>,
    /// A remark.
    pub note: Option<String>,
    /// When the trainee came in.
    pub entered_at: Option<DateTime<Utc>>,
    /// When the trainee left.
    pub left_at: Option<DateTime<Utc>>,
}

impl Mark {
    /// Nothing but a status.
    pub fn plain(status: MarkStatus) -> Self {
        Self {
            status,
            minutes_late: 0,
            justified: false,
            reason: None,
            note: None,
            entered_at: None,
            left_at: None,
        }
    }
}

impl MarkDraft {
    /// The mark, for this half-day; faults are named below `pointer`. A half-day that is none of the slot's is refused
    /// elsewhere, whatever is said of it.
    pub fn parse(self, pointer: &str, unit: Option<&Unit>) -> Result<Mark, Vec<FieldError>> {
        let minutes = unit.map_or(HALF_A_DAY, |unit| unit.minutes);
        let mut faults = Vec::new();
        let minutes_late = match (self.status, self.minutes_late) {
            (MarkStatus::Late, Some(late)) if (1..=minutes).contains(&late) => late,
            (MarkStatus::Late, None) => {
                let at = format!("{pointer}/minutes_late");
                faults.push(FieldError::new(at, "required", "Indiquez le retard en minutes."));
                0
            }
            (MarkStatus::Late, Some(_)) => {
                let at = format!("{pointer}/minutes_late");
                let message = format!("De 1 à {minutes} minutes, la durée de la demi-journée.");
                faults.push(FieldError::new(at, "out_of_range", message));
                0
            }
            (_, None | Some(0)) => 0,
            (_, Some(_)) => {
                let at = format!("{pointer}/minutes_late");
                faults.push(FieldError::new(at, "only_when_late", "Seul un retard a une durée."));
                0
            }
        };
        let misses = matches!(self.status, MarkStatus::Late | MarkStatus::Absent);
        if self.justified && !misses {
            let at = format!("{pointer}/justified");
            faults.push(FieldError::new(at, "nothing_missed", "Il n’y a rien à justifier."));
        }
        if self.reason.is_some() && !misses && self.status != MarkStatus::Excused {
            let at = format!("{pointer}/reason");
            faults.push(FieldError::new(at, "nothing_missed", "Il n’y a rien à expliquer."));
        }
        let note = self.note.filter(|note| !note.trim().is_empty());
        let note = note.map(|note| texts::paragraphs(&format!("{pointer}/note"), &note, 1..=500));
        let note = note.transpose().unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        if self.left_at.is_some() && (self.entered_at.is_none() || self.left_at < self.entered_at) {
            let at = format!("{pointer}/left_at");
            faults.push(FieldError::new(at, "before_entry", "La sortie vient après l’entrée."));
        }
        if self.entered_at.is_some() && !self.status.was_there() {
            let at = format!("{pointer}/entered_at");
            faults.push(FieldError::new(at, "not_there", "Seule une personne présente entre et sort."));
        }
        for (name, at) in [("entered_at", self.entered_at), ("left_at", self.left_at)] {
            if let (Some(at), Some(unit)) = (at, unit)
                && !(unit.starts_at - GRACE..=unit.ends_at + GRACE).contains(&at)
            {
                let message = "À une demi-heure près, on entre et on sort pendant la demi-journée.";
                faults.push(FieldError::new(format!("{pointer}/{name}"), "out_of_range", message));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Mark {
            status: self.status,
            minutes_late,
            justified: self.justified,
            reason: self.reason,
            note,
            entered_at: self.entered_at,
            left_at: self.left_at,
        })
    }

    /// The same, with the faults among those of a whole request.
    pub fn check(self, pointer: &str, unit: Option<&Unit>, fields: &mut Fields) -> Option<Mark> {
        self.parse(pointer, unit).map_err(|faults| faults.into_iter().for_each(|f| fields.push(f))).ok()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::part::units;
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn parse(draft: Value) -> Result<Mark, Vec<String>> {
        let draft: MarkDraft = serde_json::from_value(draft).unwrap();
        // Half past eight to noon in Paris: 210 minutes.
        let units = units(at("2026-03-03T07:30:00Z"), at("2026-03-03T11:00:00Z"));
        draft.parse("/rows/0", units.first()).map_err(|faults| {
            faults.into_iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
        })
    }

    #[test]
    fn a_late_mark_has_minutes_within_the_half_day() {
        assert_eq!(parse(json!({ "status": "late", "minutes_late": 210 })).unwrap().minutes_late, 210);
        for minutes in [0, -1, 211] {
            let refused = parse(json!({ "status": "late", "minutes_late": minutes })).unwrap_err();
            assert_eq!(refused, ["/rows/0/minutes_late out_of_range"]);
        }
        assert_eq!(parse(json!({ "status": "late" })).unwrap_err(), ["/rows/0/minutes_late required"]);
        let refused = parse(json!({ "status": "present", "minutes_late": 5 })).unwrap_err();
        assert_eq!(refused, ["/rows/0/minutes_late only_when_late"]);
    }

    #[test]
    fn only_what_was_missed_is_justified_or_explained() {
        let mark = parse(json!({ "status": "absent", "justified": true, "reason": "health", "note": " " }));
        let expected =
            Mark { justified: true, reason: Some(Reason::Health), ..Mark::plain(MarkStatus::Absent) };
        assert_eq!(mark, Ok(expected));
        assert!(parse(json!({ "status": "excused", "reason": "exemption" })).is_ok());
        let refused =
            parse(json!({ "status": "present", "justified": true, "reason": "other" })).unwrap_err();
        assert_eq!(refused, ["/rows/0/justified nothing_missed", "/rows/0/reason nothing_missed"]);
        let refused = parse(json!({ "status": "excused", "justified": true })).unwrap_err();
        assert_eq!(refused, ["/rows/0/justified nothing_missed"]);
    }

    #[test]
    fn entry_comes_before_exit_and_for_those_who_were_there() {
        let (nine, noon) = ("2026-03-03T08:00:00Z", "2026-03-03T11:00:00Z");
        assert!(parse(json!({ "status": "present", "entered_at": nine, "left_at": noon })).is_ok());
        let refused = parse(json!({ "status": "present", "left_at": noon })).unwrap_err();
        assert_eq!(refused, ["/rows/0/left_at before_entry"]);
        let refused = parse(json!({ "status": "present", "entered_at": noon, "left_at": nine })).unwrap_err();
        assert_eq!(refused, ["/rows/0/left_at before_entry"]);
        let refused = parse(json!({ "status": "absent", "entered_at": nine })).unwrap_err();
        assert_eq!(refused, ["/rows/0/entered_at not_there"]);
    }

    #[test]
    fn one_enters_and_leaves_during_the_half_day_give_or_take_half_an_hour() {
        let told = |from: &str, until: &str| {
            let (from, until) = (format!("2026-03-03T{from}:00Z"), format!("2026-03-03T{until}:00Z"));
            parse(json!({ "status": "present", "entered_at": from, "left_at": until })).err()
        };
        assert_eq!(told("07:00", "11:30"), None);
        assert_eq!(told("06:59", "11:00"), Some(vec!["/rows/0/entered_at out_of_range".to_owned()]));
        assert_eq!(told("07:30", "11:31"), Some(vec!["/rows/0/left_at out_of_range".to_owned()]));
        let refused = parse(json!({ "status": "present", "entered_at": "2026-03-04T08:00:00Z" }));
        assert_eq!(refused.unwrap_err(), ["/rows/0/entered_at out_of_range"], "another day");
    }

    #[test]
    fn unmarked_is_the_only_status_that_is_not_final() {
        use MarkStatus::{Absent, Excused, Late, Present, Unmarked};
        let finals = [Unmarked, Present, Late, Absent, Excused].map(MarkStatus::is_final);
        assert_eq!(finals, [false, true, true, true, true]);
    }
}
