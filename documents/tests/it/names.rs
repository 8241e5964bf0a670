//! What people typed is printed, never run: in PDFs, spreadsheets, tables and calendars.

use carnet_documents::certificates::{completion_pdf, convocation_pdf};
use carnet_documents::samples;
use carnet_documents::sheet::{
    AttendanceSheet, SheetScope, attendance_csv, attendance_sheet_pdf, attendance_xlsx, blank_sheet_pdf,
};

use crate::certificates::{completion, convocation};
use crate::reading::Read;

/// Texts that mean something to typst, to PDF, to spreadsheets or to the order of letters.
const HOSTILE: [&str; 14] = [
    "#panic(\"lu\")",
    "$ x^2 $ \\ #sys.version",
    "\"] #import \"/etc/passwd\": * [",
    "*gras* _penché_ `code` = Titre",
    "@renvoi <étiquette> // commentaire",
    "https://exemple.example/ --- ~ -- ...",
    "\u{202e}eiraM\u{202c} \u{200f}",
    "محمد بن علي דוד",
    "👩🏽‍🚀🎉 王小明 \u{1d4d0}",
    "(PDF) Tj ET endstream endobj %%EOF",
    "a\u{0}b\u{7}c\u{feff}d\u{e000}e\u{ffff}f",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    "=HYPERLINK(\"https://mal.example\")",
    "   ",
];

/// The sample with hostile texts wherever somebody types.
fn hostile(scope: SheetScope, trainees: usize, half_days: usize) -> AttendanceSheet {
    let mut sheet = samples::sheet(scope, trainees, half_days);
    let text = |at: usize| HOSTILE[at % HOSTILE.len()].to_owned();
    for (at, trainee) in sheet.trainees.iter_mut().enumerate() {
        trainee.last_name = text(at);
        trainee.first_name = text(at + 3);
        trainee.reference = Some(text(at + 5));
        trainee.employer = Some(text(at + 6));
    }
    for (at, slot) in sheet.slots.iter_mut().enumerate() {
        slot.title = text(at);
        slot.content = Some(text(at + 1));
        slot.place = Some(text(at + 2));
    }
    for (at, half_day) in sheet.half_days.iter_mut().enumerate() {
        half_day.trainers[0].name = text(at + 7);
        half_day.trainers[0].replaces = Some(text(at + 8));
    }
    for (at, entry) in sheet.rectifications.iter_mut().enumerate() {
        entry.reason = text(at);
        entry.by = text(at + 1);
    }
    sheet.session.training = text(2);
    sheet.session.title = text(0);
    sheet.provider.name = text(1);
    sheet.provider.siret = Some(text(3));
    sheet.provider.address = HOSTILE.map(str::to_owned).to_vec();
    sheet
}

#[test]
fn hostile_texts_are_printed_on_every_sheet() {
    for (scope, trainees, half_days) in [
        (SheetScope::Week, 14, 10),
        (SheetScope::Slot, 14, 1),
        (SheetScope::Trainee, 1, 14),
        (SheetScope::Session, 14, 14),
    ] {
        let read = Read::new(&attendance_sheet_pdf(&hostile(scope, trainees, half_days), None).unwrap());
        let text = read.text();
        for shown in ["#panic(\"lu\")", "$ x^2 $ \\ #sys.version"] {
            assert!(text.contains(shown), "{scope:?}: {shown} is not in {text}");
        }
        assert!(read.actions().is_empty());
        // The QR code's page and nothing else may be linked to; a sheet links to nothing.
        assert_eq!(read.count("Link"), 0);
    }
    blank_sheet_pdf(&hostile(SheetScope::Week, 14, 10), 2).unwrap();
}

#[test]
fn names_from_right_to_left_are_whole_and_move_nothing() {
    let mut sheet = samples::sheet(SheetScope::Slot, 2, 1);
    "דוד".clone_into(&mut sheet.trainees[0].first_name);
    "\u{202e}LÉVÊQUE".clone_into(&mut sheet.trainees[0].last_name);
    let text = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap()).text();
    assert!(text.contains("LÉVÊQUE"), "{text}");
}

#[test]
fn very_long_texts_take_more_lines_and_no_more() {
    let long = "Anticonstitutionnellement".repeat(40);
    let words = "mot ".repeat(300);
    let mut sheet = samples::sheet(SheetScope::Week, 3, 10);
    sheet.trainees[0].last_name.clone_from(&long);
    sheet.trainees[1].first_name.clone_from(&words);
    sheet.slots[2].title.clone_from(&words);
    sheet.slots[3].content = Some(words.repeat(10));
    sheet.session.training.clone_from(&long);
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    let text = read.text();
    assert!(text.contains(&"ANTICONSTITUTIONNELLEMENT".repeat(40)), "nothing of a name is lost");
    assert!(read.pages() < 15, "{} pages", read.pages());
}

#[test]
fn hostile_texts_are_printed_on_certificates_and_convocations() {
    for text in HOSTILE {
        let mut certificate = completion();
        text.clone_into(&mut certificate.training);
        text.clone_into(&mut certificate.holder.last_name);
        text.clone_into(&mut certificate.signatory.capacity);
        completion_pdf(&certificate, None).unwrap();
        let mut letter = convocation();
        text.clone_into(&mut letter.training);
        letter.access = Some(format!("{text}\n{text}"));
        letter.remote_url = Some(format!("javascript:{text}"));
        let read = Read::new(&convocation_pdf(&letter).unwrap());
        assert_eq!(read.count("Link"), 0, "only addresses of the web are linked to");
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let sheet = hostile(SheetScope::Week, 14, 10);
    let table = attendance_csv(&sheet).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(&table[3..]);
    let mut cells = 0;
    for record in reader.records() {
        for cell in &record.unwrap() {
            cells += 1;
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    assert!(cells > 14 * 10 * 20);
    crate::tables::assert_no_formula(&attendance_xlsx(&sheet).unwrap());
}
