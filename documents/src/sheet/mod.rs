//! The attendance sheet (feuille d'émargement), by half-day: its data, and what it can be written as.

mod check;
mod csv;
mod rows;
mod totals;
mod xlsx;

use chrono::{DateTime, NaiveDate, Utc};

pub use self::csv::attendance_csv;
pub use self::totals::{FORMULA, Totals};
pub use self::xlsx::attendance_xlsx;
pub use crate::pdf::{attendance_sheet_pdf, blank_sheet_pdf};
use crate::{Drawing, Provider};

/// Everything an attendance sheet says. `half_days` are its columns, `trainees` its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct AttendanceSheet {
    /// What part of the session it covers; decides title and layout.
    pub scope: SheetScope,
    /// When it was asked for; printed, and the date inside the file.
    pub issued_at: DateTime<Utc>,
    pub provider: Provider,
    pub session: SessionCard,
    /// The slots that the half-days belong to.
    pub slots: Vec<SheetSlot>,
    /// The half-days in the order of time, each of one slot; a slot across 13:00 has two.
    pub half_days: Vec<HalfDay>,
    /// Everyone who was expected at least once, those who left included, in the order to print.
    pub trainees: Vec<Trainee>,
    /// What was changed after a sheet was closed, in the order of time.
    pub rectifications: Vec<Rectification>,
    /// What trainees contested, in the order of time.
    pub contests: Vec<Contest>,
    /// What besides signatures proves that distance training took place.
    pub evidence: Vec<Evidence>,
    /// Trainees who are called otherwise than on a sheet that was sealed, in the order to print.
    pub renamed: Vec<Renamed>,
}

/// A trainee who is called otherwise than on a sheet that was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// First and last name, as they were sealed.
    pub sealed: String,
    /// First and last name today.
    pub name: String,
}

/// What part of a session a sheet covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetScope {
    /// One slot: a row per trainee, with room for each signature.
    Slot,
    /// One week, or any few days: a grid of trainees by half-days.
    Week,
    /// One trainee: a row per half-day. `trainees` holds exactly one.
    Trainee,
    /// The whole session: one grid per week.
    Session,
}

/// The session, as the sheet's head names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionCard {
    /// The title of the training, the same as on every other document.
    pub training: String,
    /// What tells this session from others of the training: "Session de mars 2026".
    pub title: String,
    /// The organisation's own reference.
    pub reference: Option<String>,
    pub starts_on: NaiveDate,
    /// Not before `starts_on`.
    pub ends_on: NaiveDate,
    /// Where, or `None` when it is at a distance only.
    pub place: Option<String>,
    pub modality: Modality,
    /// Planned minutes of the whole session.
    pub planned_minutes: Option<u32>,
}

/// Where training takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modality {
    OnSite,
    Remote,
    Mixed,
}

/// A slot: what was taught, and the seals of its sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetSlot {
    /// Title of the course or the exam.
    pub title: String,
    pub is_exam: bool,
    /// What was taught that day, in the trainer's words.
    pub content: Option<String>,
    /// Where, if elsewhere than the session.
    pub place: Option<String>,
    pub state: SheetState,
    /// Each time signing was opened again after its window, in the order of time.
    pub reopenings: Vec<Reopening>,
    /// The links of the chain this slot's sheet has, oldest first: its closing, then one per rectification.
    pub seals: Vec<Seal>,
}

/// How far the sheet of a slot is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetState {
    Open,
    Closed,
    /// Closed, and contested by a trainee without decision yet.
    Contested,
    /// The slot did not take place. Its half-days count for nothing.
    Cancelled {
        reason: String,
    },
}

/// That signing was opened again after its window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    pub at: DateTime<Utc>,
    /// Until when signatures were taken.
    pub until: DateTime<Utc>,
    /// Who opened it.
    pub by: String,
    pub reason: String,
}

/// One link of the session's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Position in the chain, from 1.
    pub sequence: u32,
    pub sealed_at: DateTime<Utc>,
    /// SHA-256 of the canonical JSON, 64 hexadecimal digits.
    pub hash: String,
    /// The hash of the link before, or `None` for the first.
    pub previous: Option<String>,
    /// Which key of the platform signed it.
    pub key_id: String,
}

/// A half-day of a slot: a column of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct HalfDay {
    /// Position in `slots`.
    pub slot: usize,
    /// The day in Europe/Paris.
    pub date: NaiveDate,
    pub part: DayPart,
    /// When this part begins and ends.
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// Minutes of training in it: what every total counts.
    pub minutes: u32,
    pub trainers: Vec<SheetTrainer>,
}

/// Morning or afternoon: before or from 13:00 in Europe/Paris.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayPart {
    Morning,
    Afternoon,
}

/// Who taught a half-day.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetTrainer {
    pub name: String,
    /// Whom this trainer replaced.
    pub replaces: Option<String>,
    pub signature: Option<Signature>,
}

/// A trainee: a row of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Trainee {
    pub last_name: String,
    pub first_name: String,
    /// The organisation's own number, which tells two of the same name apart.
    pub reference: Option<String>,
    pub employer: Option<String>,
    /// First and last day the person belonged to the session; `None` for "as the session".
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    /// Why the person left early: "abandon", "fin anticipée".
    pub left: Option<String>,
    /// One cell per half-day, in the order of `half_days`.
    pub cells: Vec<Cell>,
}

/// What the sheet says of one trainee at one half-day.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Before arrival, after leaving, or a slot that does not concern this trainee.
    NotExpected,
    Mark(Mark),
}

/// A mark, with the signature under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub status: Status,
    /// How the mark was made; `None` while there is none.
    pub method: Option<Method>,
    /// When the person came and went, where it was noted.
    pub entered_at: Option<DateTime<Utc>>,
    pub left_at: Option<DateTime<Utc>>,
    pub signature: Option<Signature>,
    /// The number, from 1, of the newest of `rectifications` about this mark.
    pub rectification: Option<u32>,
    /// The number, from 1, of the newest of `contests` about this mark.
    pub contest: Option<u32>,
}

/// The status of a trainee at a half-day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Present,
    Late {
        minutes: u32,
    },
    Absent {
        justified: bool,
    },
    /// Dispensed with: neither attended nor missed.
    Excused,
    /// Nobody said anything yet: neither present nor absent.
    Unmarked,
}

/// How a mark or a signature came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// The trainer called the roll.
    Trainer,
    /// The person, signed in, with the password given again.
    Account,
    /// The person, by the code shown in the room.
    QrCode,
    /// The person, by a personal link.
    Link,
    /// Copied from a paper sheet, whose scan is kept.
    Paper,
}

/// A signature: when, how, and what was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    /// The server's time.
    pub signed_at: DateTime<Utc>,
    pub kind: SignatureKind,
}

/// What a signature consists of.
#[derive(Debug, Clone, PartialEq)]
pub enum SignatureKind {
    Drawn(Drawing),
    By(Method),
}

/// A change after closing: a link of the chain, never an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rectification {
    /// Whose mark, first and last name; `None` when the slot itself was changed (its times, its trainer).
    pub trainee: Option<String>,
    /// Position in `half_days`.
    pub half_day: usize,
    /// What was there and what is there now, in words ("Absent non justifié", "Présent"); see [`Status::label`].
    pub before: String,
    pub after: String,
    /// Who changed it.
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: String,
    /// Position in the chain of the link it made.
    pub sequence: Option<u32>,
}

/// What a trainee contested, and what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    pub trainee: String,
    /// Position in `half_days`.
    pub half_day: usize,
    pub at: DateTime<Utc>,
    pub statement: String,
    pub decision: Option<Decision>,
}

/// The decision on a contest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub accepted: bool,
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: String,
}

/// What besides signatures proves distance training: a connection, a quiz, a work handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub trainee: String,
    pub at: DateTime<Utc>,
    /// What it is: "connexion", "quiz", "travail rendu".
    pub kind: String,
    pub detail: String,
    pub minutes: Option<u32>,
}
