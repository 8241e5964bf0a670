//! What every PDF is: tagged, titled, in French, dated by its data, the same bytes for the same data.

use carnet_documents::Attachment;
use carnet_documents::passport::passport_pdf;
use carnet_documents::samples;
use carnet_documents::sheet::{AttendanceSheet, SheetScope, attendance_sheet_pdf, blank_sheet_pdf};
use lopdf::Object;

use crate::certificates::{assiduity, completion, convocation, end_of_training};
use crate::reading::Read;

fn week() -> AttendanceSheet {
    samples::sheet(SheetScope::Week, 6, 10)
}

fn signed_json() -> Attachment {
    Attachment {
        name: "emargement \"1\"/..\\.json".to_owned(),
        media_type: "application/json".to_owned(),
        description: "Données signées".to_owned(),
        bytes: b"{\"seal\":\"#panic()\"}".to_vec(),
    }
}

/// One of each.
fn all() -> Vec<(&'static str, Vec<u8>)> {
    use carnet_documents::certificates::{
        assiduity_pdf, completion_pdf, convocation_pdf, end_of_training_pdf,
    };
    vec![
        ("week", attendance_sheet_pdf(&week(), Some(&signed_json())).unwrap()),
        ("slot", attendance_sheet_pdf(&samples::sheet(SheetScope::Slot, 6, 1), None).unwrap()),
        ("trainee", attendance_sheet_pdf(&samples::sheet(SheetScope::Trainee, 1, 12), None).unwrap()),
        ("session", attendance_sheet_pdf(&samples::sheet(SheetScope::Session, 6, 24), None).unwrap()),
        ("blank", blank_sheet_pdf(&week(), 3).unwrap()),
        ("completion", completion_pdf(&completion(), None).unwrap()),
        ("assiduity", assiduity_pdf(&assiduity(), None).unwrap()),
        ("end of training", end_of_training_pdf(&end_of_training(), None).unwrap()),
        ("convocation", convocation_pdf(&convocation()).unwrap()),
        ("passport", passport_pdf(&samples::passport(12, 4), Some(&signed_json())).unwrap()),
        ("empty passport", passport_pdf(&samples::passport(0, 0), None).unwrap()),
    ]
}

#[test]
fn every_document_declares_its_standards_its_language_and_its_title() {
    for (name, bytes) in all() {
        let read = Read::new(&bytes);
        let metadata = read.metadata();
        assert!(metadata.contains("<pdfaid:part>3</pdfaid:part>"), "{name}: {metadata}");
        assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{name}: {metadata}");
        assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name}: {metadata}");
        let catalog = read.catalog();
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"fr-FR", "{name}");
        let marked = read.dictionary(catalog.get(b"MarkInfo").unwrap());
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap(), "{name}");
        let shown = read.dictionary(catalog.get(b"ViewerPreferences").unwrap());
        assert!(shown.get(b"DisplayDocTitle").unwrap().as_bool().unwrap(), "{name}");
        let information = read.dictionary(read.document.trailer.get(b"Info").unwrap());
        assert!(!information.get(b"Title").unwrap().as_str().unwrap().is_empty(), "{name}");
        assert!(read.actions().is_empty(), "{name}");
        assert_eq!(read.count("H1"), 1, "{name}");
    }
}

#[test]
fn the_same_data_yields_the_same_bytes() {
    let second = all();
    for ((name, one), (_, other)) in all().iter().zip(&second) {
        assert!(one == other, "{name} differs");
    }
    let mut later = week();
    later.issued_at += chrono::Duration::seconds(1);
    assert_ne!(attendance_sheet_pdf(&week(), None).unwrap(), attendance_sheet_pdf(&later, None).unwrap());
}

#[test]
fn the_date_inside_is_the_one_of_the_data() {
    let read = Read::new(&attendance_sheet_pdf(&week(), None).unwrap());
    let information = read.dictionary(read.document.trailer.get(b"Info").unwrap());
    let date = information.get(b"CreationDate").unwrap().as_str().unwrap();
    // Friday 13 March 2026, 18:05 in Paris.
    assert!(date.starts_with(b"D:20260313170500"), "{}", String::from_utf8_lossy(date));
}

#[test]
fn the_signed_data_is_inside_byte_for_byte_under_a_harmless_name() {
    let read = Read::new(&attendance_sheet_pdf(&week(), Some(&signed_json())).unwrap());
    assert_eq!(read.attachments(), [("emargement__1__.._.json".to_owned(), signed_json().bytes)]);
    let names = read.dictionary(read.catalog().get(b"Names").unwrap());
    assert!(names.has(b"EmbeddedFiles"), "readers list what is attached");
    assert_eq!(Read::new(&attendance_sheet_pdf(&week(), None).unwrap()).attachments(), []);
}

#[test]
fn a_grid_is_a_table_with_heads_for_its_columns_and_its_rows() {
    let sheet = week();
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    assert!(read.count("Table") >= 4, "{:?}", read.tags());
    // Of the grid alone: ten half-days and "Stagiaires", six trainees.
    assert!(read.count("TH") >= 11 + 6);
    assert!(read.count("TD") >= 6 * 10);
    let scopes = read.document.objects.values().filter(|object| has_scope(object, b"Row")).count();
    assert!(scopes >= 6, "{scopes} heads of rows");
}

/// Whether an object is, or holds, attributes that say so.
fn has_scope(object: &Object, scope: &[u8]) -> bool {
    match object {
        Object::Dictionary(dictionary) => {
            dictionary.get(b"Scope").and_then(Object::as_name).is_ok_and(|found| found == scope)
                || dictionary.get(b"A").is_ok_and(|attributes| has_scope(attributes, scope))
        }
        Object::Array(all) => all.iter().any(|object| has_scope(object, scope)),
        _ => false,
    }
}

#[test]
fn the_qr_code_has_a_text_for_those_who_do_not_see_it() {
    let read = Read::new(&carnet_documents::certificates::completion_pdf(&completion(), None).unwrap());
    assert_eq!(read.count("Figure"), 1, "{:?}", read.tags());
    let texts = read.document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok());
    let texts: Vec<_> = texts.map(|text| lopdf::decode_text_string(text).unwrap()).collect();
    assert!(texts.iter().any(|text| text.contains("CR-2026-000123")), "{texts:?}");
}
