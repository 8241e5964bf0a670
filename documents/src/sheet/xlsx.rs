//! The sheet as a workbook: real dates and hours, frozen heads, filters, and no formula at all.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Paris;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::rows::{COLUMNS, Row, rows};
use super::{AttendanceSheet, FORMULA, Totals};
use crate::DocumentError;

/// Most characters of a cell.
const LONGEST: usize = 32_767;
/// Widths of the columns of the long table, in characters.
const WIDTHS: [f64; 21] = [
    12.0, 13.0, 8.0, 8.0, 34.0, 24.0, 22.0, 20.0, 18.0, 22.0, 20.0, 12.0, 12.0, 12.0, 11.0, 9.0, 9.0, 13.0,
    20.0, 32.0, 24.0,
];

struct Formats {
    head: Format,
    date: Format,
    hour: Format,
    moment: Format,
    hours: Format,
    rate: Format,
    note: Format,
}

impl Formats {
    fn new() -> Self {
        let head = Format::new().set_bold().set_background_color(Color::RGB(0xE8_EC_F1)).set_text_wrap();
        Self {
            head: head.set_align(FormatAlign::VerticalCenter).set_border_bottom(FormatBorder::Thin),
            date: Format::new().set_num_format("dd/mm/yyyy"),
            hour: Format::new().set_num_format("hh:mm"),
            moment: Format::new().set_num_format("dd/mm/yyyy hh:mm:ss"),
            hours: Format::new().set_num_format("[h]:mm"),
            rate: Format::new().set_num_format("0.0%"),
            note: Format::new().set_italic().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// Writes a workbook of three sheets: the marks (a row per trainee and half-day), the totals by trainee and by course,
/// and what was rectified.
///
/// Fails when the sheet is inconsistent, or has more than 1,048,575 marks.
pub fn attendance_xlsx(sheet: &AttendanceSheet) -> Result<Vec<u8>, DocumentError> {
    sheet.check()?;
    write(sheet).map_err(|cause| DocumentError::Spreadsheet(cause.to_string()))
}

fn write(sheet: &AttendanceSheet) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new();
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_timestamp(sheet.issued_at.timestamp())?;
    let properties =
        DocProperties::new().set_title(cell(&sheet.session.training)).set_author(cell(&sheet.provider.name));
    book.set_properties(&properties.set_creation_datetime(&created));
    marks(book.add_worksheet(), sheet, &formats)?;
    totals(book.add_worksheet(), sheet, &formats)?;
    rectifications(book.add_worksheet(), sheet, &formats)?;
    book.save_to_buffer()
}

fn marks(page: &mut Worksheet, sheet: &AttendanceSheet, formats: &Formats) -> Result<(), XlsxError> {
    page.set_name("Émargements")?;
    head(page, &COLUMNS, &WIDTHS, formats)?;
    let mut last = 0;
    for (row, at) in rows(sheet).zip(1..) {
        mark(page, at, &row, formats)?;
        last = at;
    }
    page.autofilter(0, 0, last, COLUMNS.len() as u16 - 1)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn mark(page: &mut Worksheet, at: u32, row: &Row<'_>, formats: &Formats) -> Result<(), XlsxError> {
    page.write_datetime_with_format(at, 0, row.date(), &formats.date)?;
    page.write_string(at, 1, row.half_day.part.label())?;
    page.write_datetime_with_format(at, 2, local(row.half_day.starts_at).time(), &formats.hour)?;
    page.write_datetime_with_format(at, 3, local(row.half_day.ends_at).time(), &formats.hour)?;
    let texts = [
        (4, cell(&row.slot.title)),
        (5, cell(&row.trainers())),
        (6, cell(row.slot.place.as_deref().unwrap_or_default())),
        (7, cell(&row.trainee.last_name)),
        (8, cell(&row.trainee.first_name)),
        (9, cell(row.trainee.reference.as_deref().unwrap_or_default())),
        (10, row.status()),
        (14, row.method().to_owned()),
        (17, row.signature().to_owned()),
        (19, cell(&row.remarks())),
        (20, cell(row.trainee.employer.as_deref().unwrap_or_default())),
    ];
    for (column, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        page.write_string(at, *column, text)?;
    }
    if let Some(minutes) = row.late_minutes() {
        page.write_number(at, 11, minutes)?;
    }
    page.write_number(at, 12, row.planned_minutes())?;
    page.write_number(at, 13, row.attended_minutes())?;
    for (column, moment) in [(15, row.mark.entered_at), (16, row.mark.left_at)] {
        if let Some(moment) = moment {
            page.write_datetime_with_format(at, column, local(moment).time(), &formats.hour)?;
        }
    }
    if let Some(signature) = &row.mark.signature {
        page.write_datetime_with_format(at, 18, local(signature.signed_at), &formats.moment)?;
    }
    Ok(())
}

fn totals(page: &mut Worksheet, sheet: &AttendanceSheet, formats: &Formats) -> Result<(), XlsxError> {
    const HEAD: [&str; 11] = [
        "Nom",
        "Prénom",
        "Référence",
        "Heures prévues",
        "Heures suivies",
        "Retards",
        "Absences justifiées",
        "Absences non justifiées",
        "Heures dispensées",
        "Non pointé",
        "Taux",
    ];
    page.set_name("Totaux")?;
    head(page, &HEAD, &[22.0, 20.0, 22.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0, 9.0], formats)?;
    let mut at = 0;
    for (trainee, totals) in sheet.trainees.iter().zip(sheet.totals_by_trainee()) {
        at += 1;
        page.write_string(at, 0, cell(&trainee.last_name))?;
        page.write_string(at, 1, cell(&trainee.first_name))?;
        page.write_string(at, 2, cell(trainee.reference.as_deref().unwrap_or_default()))?;
        figures(page, at, &totals, formats)?;
    }
    at += 2;
    page.write_string_with_format(at, 0, "Par cours", &formats.head)?;
    for (title, totals) in sheet.totals_by_course() {
        at += 1;
        page.write_string(at, 0, cell(title))?;
        figures(page, at, &totals, formats)?;
    }
    page.merge_range(at + 2, 0, at + 2, 10, FORMULA, &formats.note)?;
    page.set_row_height(at + 2, 48)?;
    Ok(())
}

/// Minutes as hours that can be added up: Excel counts in days.
fn figures(page: &mut Worksheet, at: u32, totals: &Totals, formats: &Formats) -> Result<(), XlsxError> {
    for (minutes, column) in super::csv::minutes(totals).into_iter().zip(3..) {
        page.write_number_with_format(at, column, f64::from(minutes) / 1440.0, &formats.hours)?;
    }
    if let Some(rate) = totals.rate() {
        page.write_number_with_format(at, 10, f64::from(rate) / 1000.0, &formats.rate)?;
    }
    Ok(())
}

fn rectifications(page: &mut Worksheet, sheet: &AttendanceSheet, formats: &Formats) -> Result<(), XlsxError> {
    const HEAD: [&str; 9] =
        ["N°", "Date", "Demi-journée", "Stagiaire", "Avant", "Après", "Par", "Le", "Motif"];
    page.set_name("Rectifications")?;
    head(page, &HEAD, &[6.0, 12.0, 13.0, 28.0, 24.0, 24.0, 24.0, 20.0, 50.0], formats)?;
    for (entry, at) in sheet.rectifications.iter().zip(1..) {
        let half_day = &sheet.half_days[entry.half_day];
        page.write_number(at, 0, at)?;
        page.write_datetime_with_format(at, 1, half_day.date, &formats.date)?;
        page.write_string(at, 2, half_day.part.label())?;
        page.write_string(at, 3, cell(entry.trainee.as_deref().unwrap_or_default()))?;
        page.write_string(at, 4, cell(&entry.before))?;
        page.write_string(at, 5, cell(&entry.after))?;
        page.write_string(at, 6, cell(&entry.by))?;
        page.write_datetime_with_format(at, 7, local(entry.at), &formats.moment)?;
        page.write_string(at, 8, cell(&entry.reason))?;
    }
    Ok(())
}

fn head(page: &mut Worksheet, titles: &[&str], widths: &[f64], formats: &Formats) -> Result<(), XlsxError> {
    for ((title, width), column) in titles.iter().zip(widths).zip(0..) {
        page.write_string_with_format(0, column, *title, &formats.head)?;
        page.set_column_width(column, *width)?;
    }
    page.set_row_height(0, 32)?;
    page.set_freeze_panes(1, 0)?;
    Ok(())
}

/// The hour on the clocks of Paris, to the second.
fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Paris).naive_local()
}

/// As much of a text as a cell holds.
fn cell(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut room = LONGEST - 1;
    let fits = |char: &char| {
        let units = char.len_utf16();
        let fits = units <= room;
        room = room.saturating_sub(units);
        fits
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.push('…');
    short
}
