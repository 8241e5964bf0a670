//! CSV and XLSX, read back.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};
use carnet_documents::samples;
use carnet_documents::sheet::{
    AttendanceSheet, Cell, SheetScope, SheetState, Status, attendance_csv, attendance_xlsx,
};
use chrono::{NaiveDate, NaiveTime};

fn open(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

/// Fails if any sheet of the workbook holds a formula.
pub fn assert_no_formula(bytes: &[u8]) {
    let mut book = open(bytes);
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        let found: Vec<_> = formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()).collect();
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

fn week() -> AttendanceSheet {
    samples::sheet(SheetScope::Week, 20, 10)
}

/// The marks that the sheet has, those who left counted out.
fn marks(sheet: &AttendanceSheet) -> usize {
    sheet
        .trainees
        .iter()
        .flat_map(|trainee| &trainee.cells)
        .filter(|cell| **cell != Cell::NotExpected)
        .count()
}

#[test]
fn a_workbook_has_real_dates_hours_and_numbers() {
    let sheet = week();
    let mut book = open(&attendance_xlsx(&sheet).unwrap());
    assert_eq!(book.sheet_names(), ["Émargements", "Totaux", "Rectifications"]);
    let range = book.worksheet_range("Émargements").unwrap();
    assert_eq!(range.height(), marks(&sheet) + 1);
    let rows: Vec<_> = range.rows().collect();
    assert_eq!(rows[1][0].as_date(), NaiveDate::from_ymd_opt(2026, 3, 9));
    assert_eq!(rows[1][2].as_time(), NaiveTime::from_hms_opt(9, 0, 0));
    assert_eq!(rows[1][4], Data::String("Accueil et règles de sécurité".to_owned()));
    assert_eq!(rows[1][12].as_f64(), Some(210.0));
    assert_eq!(rows[1][7], Data::String("Lévêque".to_owned()));
    assert_eq!(rows[0][20], Data::String("Employeur".to_owned()));
    assert_eq!(rows[1][20], Data::String("Chantiers de l’Odet".to_owned()));
    let signed = rows.iter().skip(1).find(|row| row[17] != Data::Empty).unwrap();
    assert!(matches!(signed[18], Data::DateTime(_)), "{:?}", signed[18]);
}

#[test]
fn totals_are_those_of_the_sheet_and_can_be_added_up() {
    let sheet = week();
    let mut book = open(&attendance_xlsx(&sheet).unwrap());
    let range = book.worksheet_range("Totaux").unwrap();
    let rows: Vec<_> = range.rows().collect();
    for (row, totals) in rows.iter().skip(1).zip(sheet.totals_by_trainee()) {
        let hours = |column: usize| match &row[column] {
            Data::DateTime(length) => (length.as_f64() * 1440.0).round() as u32,
            other => panic!("{other:?} is no length of time"),
        };
        assert_eq!((hours(3), hours(4)), (totals.planned_minutes, totals.attended_minutes));
        assert_eq!(row[10].as_f64(), totals.rate().map(|rate| f64::from(rate) / 1000.0));
    }
    let by_course: u32 = sheet.totals_by_course().iter().map(|(_, totals)| totals.attended_minutes).sum();
    let by_trainee: u32 = sheet.totals_by_trainee().iter().map(|totals| totals.attended_minutes).sum();
    assert_eq!(by_course, by_trainee);
    let rectified = book.worksheet_range("Rectifications").unwrap();
    assert_eq!(rectified.height(), sheet.rectifications.len() + 1);
}

#[test]
fn heads_stay_in_view_and_bytes_are_the_same_for_the_same_data() {
    let bytes = attendance_xlsx(&week()).unwrap();
    assert_eq!(bytes, attendance_xlsx(&week()).unwrap());
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("state=\"frozen\"") && xml.contains("<autoFilter"), "{}", &xml[..600]);
    assert!(part(&bytes, "docProps/core.xml").contains("2026-03-13T17:05:00Z"));
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn a_table_is_what_french_spreadsheets_expect() {
    let sheet = week();
    let bytes = attendance_csv(&sheet).unwrap();
    let text = std::str::from_utf8(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap()).unwrap();
    assert!(text.starts_with("Date;Demi-journée;Début;"));
    assert!(text.contains(";Observations;Employeur\r\n"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "every line ends as on Windows");
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(
        lines[1].starts_with("09/03/2026;matin;09:00;12:30;Accueil et règles de sécurité;"),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with(";Chantiers de l’Odet"), "{}", lines[1]);
    let blank = lines.iter().position(|line| *line == "\"\"").unwrap();
    assert_eq!(blank, marks(&sheet) + 1);
    assert_eq!(lines.len() - blank, sheet.trainees.len() + 4, "head, totals, formula, end");
}

#[test]
fn people_who_left_have_no_rows_after_it_and_cancelled_slots_count_nothing() {
    let mut sheet = samples::sheet(SheetScope::Week, 12, 10);
    assert!(sheet.trainees[11].cells.contains(&Cell::NotExpected), "the twelfth left");
    let before = sheet.totals_by_trainee()[11];
    assert!(before.planned_minutes < 10 * 210);
    sheet.slots[0].state = SheetState::Cancelled { reason: "panne".to_owned() };
    assert_eq!(sheet.totals_by_trainee()[11].planned_minutes, before.planned_minutes - 210);
    let text = String::from_utf8(attendance_csv(&sheet).unwrap()).unwrap();
    assert_eq!(text.matches("Séance annulée").count(), 12);
    assert_eq!(text.matches("séance annulée : panne").count(), 12);
}

#[test]
fn a_sheet_that_does_not_fit_together_is_refused_by_every_format() {
    let mut short = week();
    short.trainees[3].cells.pop();
    let mut lost = week();
    lost.half_days[2].slot = 99;
    let mut noted = week();
    noted.rectifications[0].half_day = 10;
    for sheet in [short, lost, noted] {
        assert!(attendance_csv(&sheet).is_err());
        assert!(attendance_xlsx(&sheet).is_err());
        assert!(carnet_documents::sheet::attendance_sheet_pdf(&sheet, None).is_err());
    }
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_said_to_be() {
    let mut sheet = samples::sheet(SheetScope::Slot, 1, 1);
    sheet.slots[0].title = "é".repeat(40_000);
    let mut book = open(&attendance_xlsx(&sheet).unwrap());
    let range = book.worksheet_range("Émargements").unwrap();
    let title = range.rows().nth(1).unwrap()[4].as_string().unwrap();
    assert_eq!((title.chars().count(), title.ends_with('…')), (32_767, true));
}

#[test]
fn a_late_trainee_has_minutes_of_both_kinds() {
    let mut sheet = samples::sheet(SheetScope::Slot, 1, 1);
    if let Cell::Mark(mark) = &mut sheet.trainees[0].cells[0] {
        mark.status = Status::Late { minutes: 12 };
    }
    let text = String::from_utf8(attendance_csv(&sheet).unwrap()).unwrap();
    assert!(text.contains(";Retard 12 min;12;210;198;"), "{text}");
}
