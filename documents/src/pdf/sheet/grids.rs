//! The body of the sheet: grids of a week, or lines of one slot or one trainee.

use chrono::Datelike;
use rayon::prelude::*;
use serde::Serialize;
use typst::foundations::Content;

use super::super::cells::grid_cell;
use super::super::marks::{CellView, TrainerView, is_cancelled, state};
use super::super::words::printed;
use crate::french;
use crate::sheet::{AttendanceSheet, Cell, HalfDay, Trainee};

/// Half-days beside each other on a page.
const COLUMNS: usize = 10;
/// Letters of a name that surely fit one line of a grid's first column, and of a note that fit two.
const NAME: usize = 27;
const NOTE: usize = 72;

/// A grid: the half-days of a week, at most ten, by trainees.
#[derive(Serialize)]
pub struct Grid {
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<GridRow>,
}

/// The head and the foot of a column.
#[derive(Serialize)]
pub struct Column {
    pub date: String,
    pub part: &'static str,
    pub hours: String,
    pub duration: String,
    pub title: String,
    pub place: Option<String>,
    pub state: &'static str,
    pub trainers: Vec<TrainerView>,
}

/// A trainee in a grid.
#[derive(Serialize)]
pub struct GridRow {
    pub name: String,
    pub note: String,
    /// Whether name and note want more than their three lines.
    pub is_long: bool,
    #[serde(skip)]
    pub cells: Vec<CellView>,
}

/// A line of the sheet of one slot or one trainee.
#[derive(Serialize)]
pub struct Line {
    /// The half-day, when it begins another one than the line before.
    pub column: Option<Column>,
    /// The trainee, or nothing on the sheet of one trainee.
    pub name: String,
    pub note: String,
    pub cell: CellView,
}

impl Grid {
    /// The cells as they are laid out, by row.
    pub fn prepared(&self) -> Vec<Vec<Content>> {
        let row = |row: &GridRow| row.cells.iter().map(|cell| grid_cell(cell, row.is_long)).collect();
        self.rows.par_iter().map(row).collect()
    }

    /// Empty lines for people who come unannounced.
    pub fn add_spare_rows(&mut self, count: usize) {
        let empty = || GridRow {
            name: String::new(),
            note: String::new(),
            is_long: false,
            cells: self.columns.iter().map(|_| CellView::default()).collect(),
        };
        let rows: Vec<_> = (0..count).map(|_| empty()).collect();
        self.rows.extend(rows);
    }
}

impl Column {
    fn of(sheet: &AttendanceSheet, half_day: &HalfDay) -> Self {
        let slot = &sheet.slots[half_day.slot];
        let title = printed(&slot.title);
        Self {
            date: french::column_date(half_day.date),
            part: half_day.part.label(),
            hours: format!("{}–{}", french::clock(half_day.starts_at), french::clock(half_day.ends_at)),
            duration: french::duration(half_day.minutes),
            title: if slot.is_exam { format!("Évaluation\u{a0}: {title}") } else { title },
            place: slot.place.as_deref().map(printed),
            state: state(slot),
            trainers: TrainerView::all(half_day),
        }
    }
}

/// One grid per week of the calendar, more if a week has more than ten half-days.
pub fn by_week(sheet: &AttendanceSheet, is_blank: bool) -> Vec<Grid> {
    let columns: Vec<usize> = (0..sheet.half_days.len()).collect();
    let week = |column: &usize| sheet.half_days[*column].date.iso_week();
    let weeks = columns.chunk_by(|one, next| week(one) == week(next));
    weeks.flat_map(|week| week.chunks(COLUMNS)).map(|columns| grid(sheet, columns, is_blank)).collect()
}

fn grid(sheet: &AttendanceSheet, columns: &[usize], is_blank: bool) -> Grid {
    let half_day = |column: usize| &sheet.half_days[column];
    let (first, last) = (half_day(columns[0]), half_day(columns[columns.len() - 1]));
    let week = first.date.iso_week().week();
    let cells =
        |trainee: &Trainee| columns.iter().map(|column| cell(sheet, trainee, *column, is_blank)).collect();
    let expected =
        |trainee: &&Trainee| columns.iter().any(|column| trainee.cells[*column] != Cell::NotExpected);
    let row = |trainee: &Trainee| {
        let (name, note) = (full_name(trainee), note(trainee));
        let is_long = name.chars().count() > NAME || note.chars().count() > NOTE;
        GridRow { name, note, is_long, cells: cells(trainee) }
    };
    Grid {
        title: format!("Semaine {week}, {}", french::span(first.date, last.date)),
        columns: columns
            .iter()
            .map(|column| blanked(Column::of(sheet, half_day(*column)), is_blank))
            .collect(),
        rows: sheet.trainees.par_iter().filter(expected).map(row).collect(),
    }
}

fn blanked(mut column: Column, is_blank: bool) -> Column {
    if is_blank {
        column.state = "";
        for trainer in &mut column.trainers {
            trainer.signed = String::new();
            trainer.drawing = None;
        }
    }
    column
}

fn cell(sheet: &AttendanceSheet, trainee: &Trainee, column: usize, is_blank: bool) -> CellView {
    let cell = &trainee.cells[column];
    let is_cancelled = is_cancelled(&sheet.slots[sheet.half_days[column].slot]);
    if is_blank && !is_cancelled && *cell != Cell::NotExpected {
        return CellView::default();
    }
    CellView::of(cell, is_cancelled)
}

/// A line per trainee and half-day of a slot.
pub fn by_trainee(sheet: &AttendanceSheet) -> Vec<Line> {
    let mut lines = Vec::new();
    for (column, half_day) in sheet.half_days.iter().enumerate() {
        let mut head = Some(Column::of(sheet, half_day));
        for trainee in sheet.trainees.iter().filter(|trainee| trainee.cells[column] != Cell::NotExpected) {
            let cell = cell(sheet, trainee, column, false);
            lines.push(Line { column: head.take(), name: full_name(trainee), note: note(trainee), cell });
        }
    }
    lines
}

/// A line per half-day of one trainee.
pub fn by_half_day(sheet: &AttendanceSheet) -> Vec<Line> {
    let trainee = &sheet.trainees[0];
    let expected =
        sheet.half_days.iter().enumerate().filter(|(column, _)| trainee.cells[*column] != Cell::NotExpected);
    let line = |(column, half_day): (usize, &HalfDay)| Line {
        column: Some(Column::of(sheet, half_day)),
        name: String::new(),
        note: String::new(),
        cell: cell(sheet, trainee, column, false),
    };
    expected.map(line).collect()
}

/// "LÉVÊQUE Zoé": family names in capitals, as French administrative papers have them.
pub fn full_name(trainee: &Trainee) -> String {
    printed(&format!("{} {}", trainee.last_name.to_uppercase(), trainee.first_name))
}

/// What stands under a name: the employer, the number, when the person came and left.
fn note(trainee: &Trainee) -> String {
    let told = [&trainee.employer, &trainee.reference];
    let mut notes: Vec<String> = told.into_iter().flatten().map(|text| printed(text)).collect();
    notes.extend(trainee.from.map(|from| format!("à partir du {}", french::short_date(from))));
    notes.extend(trainee.until.map(|until| format!("jusqu’au {}", french::short_date(until))));
    notes.extend(trainee.left.as_deref().map(printed));
    notes.join(", ")
}
