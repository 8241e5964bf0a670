//! What follows the grids: what was taught, what was changed and contested, totals, seals.

use serde::Serialize;

use super::super::marks::is_cancelled;
use super::super::words::printed;
use super::grids::full_name;
use crate::french;
use crate::sheet::{AttendanceSheet, Contest, FORMULA, HalfDay, Rectification, Renamed, SheetState, Totals};

/// Tables, each empty if there is nothing to say. Their heads are the template's.
#[derive(Default, Serialize)]
pub struct Annexes {
    /// Day and hours, course, what was taught, trainers.
    pub taught: Vec<[String; 4]>,
    /// Number, half-day, trainee, before, after, by and when, reason.
    pub rectifications: Vec<[String; 7]>,
    /// What each of those who are called otherwise was sealed as, and is called now.
    pub renamed: Vec<String>,
    /// Number, half-day, trainee and when, statement, decision.
    pub contests: Vec<[String; 5]>,
    /// Slot, when and by whom, until when, why.
    pub reopenings: Vec<[String; 4]>,
    /// When, trainee, what it is, minutes.
    pub evidence: Vec<[String; 4]>,
    /// Trainee, planned, attended, late, justified, unjustified, excused, unmarked, rate.
    pub totals: Vec<[String; 9]>,
    /// The same by course.
    pub courses: Vec<[String; 9]>,
    pub formula: &'static str,
    /// Slot, position, when, hash, hash before, key.
    pub seals: Vec<[String; 6]>,
}

impl Annexes {
    pub fn of(sheet: &AttendanceSheet) -> Self {
        let by_trainee = sheet.trainees.iter().zip(sheet.totals_by_trainee());
        let by_course = sheet.totals_by_course();
        Self {
            taught: sheet.half_days.iter().map(|half_day| taught(sheet, half_day)).collect(),
            rectifications: numbered(&sheet.rectifications, |number, entry| {
                rectification(sheet, number, entry)
            }),
            renamed: sheet.renamed.iter().map(renamed).collect(),
            contests: numbered(&sheet.contests, |number, entry| contest(sheet, number, entry)),
            reopenings: reopenings(sheet),
            evidence: evidence(sheet),
            totals: by_trainee.map(|(trainee, totals)| figures(full_name(trainee), &totals)).collect(),
            courses: by_course.iter().map(|(title, totals)| figures(printed(title), totals)).collect(),
            formula: FORMULA,
            seals: seals(sheet),
        }
    }
}

fn numbered<T, R>(entries: &[T], row: impl Fn(usize, &T) -> R) -> Vec<R> {
    entries.iter().enumerate().map(|(at, entry)| row(at + 1, entry)).collect()
}

fn when(half_day: &HalfDay) -> String {
    format!("{} {}", french::short_date(half_day.date), half_day.part.label())
}

fn taught(sheet: &AttendanceSheet, half_day: &HalfDay) -> [String; 4] {
    let slot = &sheet.slots[half_day.slot];
    let hours = format!("{}–{}", french::clock(half_day.starts_at), french::clock(half_day.ends_at));
    let content = match &slot.state {
        SheetState::Cancelled { reason } => format!("Séance annulée\u{a0}: {}", printed(reason)),
        _ => slot.content.as_deref().map_or_else(|| "—".to_owned(), printed),
    };
    let trainer = |trainer: &crate::sheet::SheetTrainer| match &trainer.replaces {
        Some(replaced) => format!("{} (remplace {})", printed(&trainer.name), printed(replaced)),
        None => printed(&trainer.name),
    };
    let trainers: Vec<_> = half_day.trainers.iter().map(trainer).collect();
    let duration = if is_cancelled(slot) { 0 } else { half_day.minutes };
    [
        format!("{}, {hours} ({})", when(half_day), french::duration(duration)),
        printed(&slot.title),
        content,
        trainers.join(", "),
    ]
}

fn rectification(sheet: &AttendanceSheet, number: usize, entry: &Rectification) -> [String; 7] {
    let link = entry.sequence.map(|sequence| format!(" (maillon {sequence})")).unwrap_or_default();
    [
        format!("R{number}"),
        when(&sheet.half_days[entry.half_day]),
        entry.trainee.as_deref().map_or_else(|| "séance".to_owned(), printed),
        printed(&entry.before),
        printed(&entry.after),
        format!("{}, le {}{link}", printed(&entry.by), french::moment(entry.at)),
        printed(&entry.reason),
    ]
}

fn renamed(entry: &Renamed) -> String {
    format!("«\u{a0}{}\u{a0}», aujourd’hui «\u{a0}{}\u{a0}»", printed(&entry.sealed), printed(&entry.name))
}

fn contest(sheet: &AttendanceSheet, number: usize, entry: &Contest) -> [String; 5] {
    let decision = entry.decision.as_ref().map_or_else(
        || "en attente de décision".to_owned(),
        |decision| {
            let outcome = if decision.accepted { "acceptée" } else { "rejetée" };
            let (by, at) = (printed(&decision.by), french::moment(decision.at));
            format!("{outcome} par {by}, le {at}\u{a0}: {}", printed(&decision.reason))
        },
    );
    let who = format!("{}, le {}", printed(&entry.trainee), french::moment(entry.at));
    [format!("C{number}"), when(&sheet.half_days[entry.half_day]), who, printed(&entry.statement), decision]
}

fn reopenings(sheet: &AttendanceSheet) -> Vec<[String; 4]> {
    let mut rows = Vec::new();
    for (position, slot) in sheet.slots.iter().enumerate() {
        let day = sheet.half_days.iter().find(|half_day| half_day.slot == position).map(when);
        for one in &slot.reopenings {
            rows.push([
                day.clone().unwrap_or_else(|| printed(&slot.title)),
                format!("{}, par {}", french::moment(one.at), printed(&one.by)),
                french::moment(one.until),
                printed(&one.reason),
            ]);
        }
    }
    rows
}

fn evidence(sheet: &AttendanceSheet) -> Vec<[String; 4]> {
    let row = |entry: &crate::sheet::Evidence| {
        let what = format!("{}\u{a0}: {}", printed(&entry.kind), printed(&entry.detail));
        let minutes = entry.minutes.map(french::duration).unwrap_or_default();
        [french::moment(entry.at), printed(&entry.trainee), what, minutes]
    };
    sheet.evidence.iter().map(row).collect()
}

/// A line of totals, in hours and minutes.
pub fn figures(name: String, totals: &Totals) -> [String; 9] {
    [
        name,
        french::duration(totals.planned_minutes),
        french::duration(totals.attended_minutes),
        french::duration(totals.late_minutes),
        french::duration(totals.justified_minutes),
        french::duration(totals.unjustified_minutes),
        french::duration(totals.excused_minutes),
        french::duration(totals.unmarked_minutes),
        totals.rate().map_or_else(|| "—".to_owned(), french::rate),
    ]
}

fn seals(sheet: &AttendanceSheet) -> Vec<[String; 6]> {
    let mut rows = Vec::new();
    for (position, slot) in sheet.slots.iter().enumerate() {
        let day = sheet.half_days.iter().find(|half_day| half_day.slot == position).map(when);
        for seal in &slot.seals {
            rows.push([
                day.clone().unwrap_or_else(|| printed(&slot.title)),
                seal.sequence.to_string(),
                french::exact_moment(seal.sealed_at),
                digits(&seal.hash),
                seal.previous.as_deref().map_or_else(|| "premier maillon".to_owned(), digits),
                printed(&seal.key_id),
            ]);
        }
    }
    rows.sort_by_key(|row| row[1].parse::<u32>().unwrap_or_default());
    rows
}

/// A hash as it is, to be copied: letters and digits, no place to break.
fn digits(hash: &str) -> String {
    hash.chars().filter(char::is_ascii_alphanumeric).collect()
}
