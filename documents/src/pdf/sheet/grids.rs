//! The body of the sheet: grids of a week, or lines of one slot or one trainee.

use chrono::Datelike;
use rayon::prelude::*;
use serde::Serialize;
use typst::layout::Abs;

use super::super::grids::{GridCell, Grids, Row, Table, Words};
use super::super::marks::{CellView, TrainerView, is_cancelled, state};
use super::super::words::printed;
use crate::french;
use crate::sheet::{AttendanceSheet, Cell, HalfDay, Trainee};

/// Half-days beside each other on a page.
const COLUMNS: usize = 10;
/// Letters of a name that surely fit one line of a grid's first column, and of a note that fit two.
const NAME: usize = 27;
const NOTE: usize = 72;
/// Letters of the first line beside which a signature keeps all its room.
const SHORT: usize = 9;
/// The width of the names, of all half-days if they are at least five, the height of a row and of a row to sign on paper, in
/// millimetres.
const NAMES: f64 = 42.0;
const HALF_DAYS: f64 = 231.0;
const FEW: usize = 5;
const HEIGHT: f64 = 6.6;
const HEIGHT_TO_SIGN: f64 = 8.6;
/// Room at both sides of what stands in a cell, in points.
const BESIDE: f64 = 4.0;

/// A grid: the half-days of a week, at most ten, by trainees.
#[derive(Serialize)]
pub struct Grid {
    pub title: String,
    #[serde(skip)]
    pub columns: Vec<Column>,
    #[serde(skip)]
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
pub struct GridRow {
    pub name: String,
    pub note: String,
    /// Whether name and note want more than their three lines.
    pub is_long: bool,
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
    /// Puts the grid among those that are drawn.
    pub fn draw(&mut self, grids: &mut Grids, is_blank: bool) {
        let names = Abs::mm(NAMES).to_pt();
        let width = Abs::mm(HALF_DAYS / self.columns.len().max(FEW) as f64).to_pt();
        let (wide, narrow) = (names - BESIDE, width - BESIDE);
        let pieces = &mut grids.pieces;
        let from = pieces.len();
        let mut head = vec![pieces.title("Stagiaires", wide)];
        head.extend(self.columns.iter().map(|column| pieces.head(column, narrow)));
        let mut foot = vec![pieces.title("Formateurs", wide)];
        foot.extend(self.columns.iter().map(|column| pieces.foot(&column.trainers, is_blank, narrow)));
        let mut cell = |cell: CellView| {
            let is_short = cell.first.chars().count() <= SHORT;
            let is_strong = !matches!(cell.tint, "on" | "");
            let words = Words::Marks { first: cell.first, is_strong, second: cell.second, notes: cell.notes };
            GridCell {
                words: pieces.words(words, narrow),
                fill: tint(cell.tint),
                drawing: cell.drawing,
                share: if is_short { 1.0 } else { 0.52 },
            }
        };
        let mut rows = Vec::with_capacity(self.rows.len());
        for row in self.rows.drain(..) {
            let cells = row.cells.into_iter().map(&mut cell).collect();
            rows.push((row.is_long, Words::Name { name: row.name, note: row.note }, cells));
        }
        let rows = rows.into_iter().map(|(is_tall, name, cells)| Row {
            is_tall,
            name: pieces.words(name, wide),
            cells,
        });
        let rows = rows.collect();
        let height = Abs::mm(if is_blank { HEIGHT_TO_SIGN } else { HEIGHT }).to_pt();
        let widths = std::iter::once(names).chain(self.columns.iter().map(|_| width)).collect();
        let pieces = from..pieces.len();
        grids.tables.push(Table { widths, height, head, foot, rows, pieces });
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

fn tint(name: &str) -> Option<[u8; 3]> {
    match name {
        "late" => Some([0xff, 0xf4, 0xd6]),
        "off" => Some([0xfb, 0xe3, 0xe1]),
        "free" => Some([0xe8, 0xee, 0xf7]),
        "out" => Some([0xe3, 0xe7, 0xec]),
        _ => None,
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
