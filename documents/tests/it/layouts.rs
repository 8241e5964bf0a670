//! What sheets say: per slot, week, trainee and session, filled in and blank.

use carnet_documents::samples;
use carnet_documents::sheet::{
    Cell, Contest, Evidence, Renamed, Reopening, SheetScope, SheetState, Status, attendance_csv,
    attendance_sheet_pdf, blank_sheet_pdf,
};

use crate::reading::Read;

fn bare(text: &str) -> String {
    text.replace([' ', '\u{a0}'], "")
}

/// Whether all of it is on the pages, wherever lines end.
fn says(read: &Read, sentences: &[&str]) {
    let text = bare(&read.text());
    for sentence in sentences {
        assert!(text.contains(&bare(sentence)), "{sentence} is not in {text}");
    }
}

fn silent(read: &Read, sentences: &[&str]) {
    let text = bare(&read.text());
    for sentence in sentences {
        assert!(!text.contains(&bare(sentence)), "{sentence} is in {text}");
    }
}

#[test]
fn a_week_says_who_taught_what_to_whom_and_how_it_was_signed() {
    let read = Read::new(&attendance_sheet_pdf(&samples::sheet(SheetScope::Week, 20, 10), None).unwrap());
    says(
        &read,
        &[
            "Feuille d’émargement",
            "Semaine du 9 au 13 mars 2026",
            "Atelier des métiers de Cornouaille",
            "123 456 789 00012",
            "53 29 09876 29",
            "auprès du préfet de région de Bretagne",
            "Cet enregistrement ne vaut pas agrément de l’État.",
            "Soudeur à l’arc, niveau 1",
            "en présentiel, Atelier B",
            "lun. 09/03",
            "matin 09:00–12:30",
            "après-midi",
            "LÉVÊQUE Zoé",
            "Solène Kerbrat",
            "remplace Solène Kerbrat",
            "Évaluation : ",
            "code QR : signé par le code QR",
            "Absent",
            "justifié",
            "Dispensé",
            "Retard 12 min",
        ],
    );
}

#[test]
fn rectifications_and_contests_say_before_after_who_when_and_why() {
    let sheet = samples::sheet(SheetScope::Week, 20, 10);
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    says(
        &read,
        &[
            "Rectifications après clôture",
            "R1",
            "Absent non justifié",
            "Absent justifié",
            "Maryvonne Tanguy, le 11/03/2026 à 08:30 (maillon 11)",
            "Justificatif de l’employeur reçu le lendemain",
            "Contestations",
            "C1",
            "J’étais là à 13 h 42",
            "acceptée par Maryvonne Tanguy",
            "Confirmé par le formateur.",
        ],
    );
    let mut open = sheet;
    open.contests.push(Contest { decision: None, ..open.contests[0].clone() });
    says(&Read::new(&attendance_sheet_pdf(&open, None).unwrap()), &["C2", "en attente de décision"]);
}

#[test]
fn why_signing_was_opened_again_is_told() {
    let mut sheet = samples::sheet(SheetScope::Slot, 6, 2);
    silent(&Read::new(&attendance_sheet_pdf(&sheet, None).unwrap()), &["Signature rouverte"]);
    let at = sheet.half_days[0].ends_at;
    sheet.slots[0].reopenings.push(Reopening {
        at,
        until: at + chrono::Duration::hours(1),
        by: "Maryvonne Tanguy".to_owned(),
        reason: "Tablette en panne".to_owned(),
    });
    says(
        &Read::new(&attendance_sheet_pdf(&sheet, None).unwrap()),
        &["Signature rouverte après son délai", "par Maryvonne Tanguy", "Tablette en panne"],
    );
    let csv = String::from_utf8(attendance_csv(&sheet).unwrap()).unwrap();
    assert!(csv.contains("signature rouverte : Tablette en panne"), "{csv}");
}

#[test]
fn the_employer_and_the_number_stand_under_a_name_and_on_the_sheet_of_one_trainee() {
    for scope in [SheetScope::Slot, SheetScope::Week, SheetScope::Session] {
        let mut sheet = samples::sheet(scope, 3, 2);
        sheet.trainees[0].reference = Some("D-42".to_owned());
        says(
            &Read::new(&attendance_sheet_pdf(&sheet, None).unwrap()),
            &["Chantiers de l’Odet, D-42", "Métallerie Bosser"],
        );
    }
    let mut alone = samples::sheet(SheetScope::Trainee, 1, 2);
    says(&Read::new(&attendance_sheet_pdf(&alone, None).unwrap()), &["Employeur", "Chantiers de l’Odet"]);
    alone.trainees[0].employer = None;
    let read = Read::new(&attendance_sheet_pdf(&alone, None).unwrap());
    silent(&read, &["Employeur", "Chantiers de l’Odet"]);
}

#[test]
fn who_left_stays_with_the_days_of_their_presence_and_content_is_told() {
    let read = Read::new(&attendance_sheet_pdf(&samples::sheet(SheetScope::Week, 20, 10), None).unwrap());
    says(&read, &["jusqu’au 12/03/2026, abandon", "Contenu enseigné", "Consignes de sécurité de l’atelier"]);
}

#[test]
fn the_seal_of_every_link_is_printed_whole() {
    let sheet = samples::sheet(SheetScope::Week, 6, 4);
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    for seal in sheet.slots.iter().flat_map(|slot| &slot.seals) {
        says(&read, &[&seal.hash, &seal.key_id]);
    }
    says(&read, &["premier maillon", "09/03/2026 12:41:00"]);
}

#[test]
fn totals_come_with_their_formula() {
    let sheet = samples::sheet(SheetScope::Week, 6, 10);
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    says(
        &read,
        &["Totaux", "Abs. non just.", "Heures suivies : durée prévue", "arrondi au dixième inférieur"],
    );
}

#[test]
fn a_sheet_without_anything_but_marks_says_no_more() {
    let mut sheet = samples::sheet(SheetScope::Slot, 3, 1);
    sheet.slots[0].seals.clear();
    sheet.slots[0].state = SheetState::Open;
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    silent(&read, &["Rectifications", "Contestations", "Scellements", "Autres éléments probants"]);
    says(&read, &["feuille ouverte", "Séance du lundi 9 mars 2026"]);
}

#[test]
fn an_unmarked_half_day_is_neither_present_nor_absent() {
    let mut sheet = samples::sheet(SheetScope::Slot, 1, 1);
    if let Cell::Mark(mark) = &mut sheet.trainees[0].cells[0] {
        mark.status = Status::Unmarked;
        mark.signature = None;
        mark.method = None;
    }
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    says(&read, &["Non pointé"]);
    silent(&read, &["Présent"]);
}

#[test]
fn a_cancelled_slot_and_evidence_of_distance_training_are_told() {
    let mut sheet = samples::sheet(SheetScope::Week, 6, 10);
    sheet.slots[4].state = SheetState::Cancelled { reason: "formatrice malade".to_owned() };
    sheet.evidence.push(Evidence {
        trainee: "Zoé Lévêque".to_owned(),
        at: sheet.issued_at,
        kind: "quiz".to_owned(),
        detail: "Symboles de soudage, 8 sur 10".to_owned(),
        minutes: Some(25),
    });
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    says(
        &read,
        &["annulée", "Séance annulée : formatrice malade", "quiz : Symboles de soudage, 8 sur 10", "25 min"],
    );
}

#[test]
fn whoever_is_called_otherwise_than_on_a_sealed_sheet_bears_both_names() {
    let mut sheet = samples::sheet(SheetScope::Week, 6, 10);
    silent(&Read::new(&attendance_sheet_pdf(&sheet, None).unwrap()), &["Renommé depuis le scellement"]);
    for (sealed, name) in [("Zoé Lévêque", "Zoé Martin"), ("Karim *Ben* #Ali", "Karim Benali")] {
        sheet.renamed.push(Renamed { sealed: sealed.to_owned(), name: name.to_owned() });
    }
    says(
        &Read::new(&attendance_sheet_pdf(&sheet, None).unwrap()),
        &[
            "Renommé depuis le scellement : « Zoé Lévêque », aujourd’hui « Zoé Martin »",
            "« Karim *Ben* #Ali », aujourd’hui « Karim Benali »",
        ],
    );
}

#[test]
fn a_session_has_a_grid_per_week_and_a_full_week_of_evenings_two() {
    let read = Read::new(&attendance_sheet_pdf(&samples::sheet(SheetScope::Session, 6, 24), None).unwrap());
    says(&read, &["Semaine 11, du 9 au 13 mars 2026", "Semaine 12", "Semaine 13, du 23 au 24 mars 2026"]);
    let mut crowded = samples::sheet(SheetScope::Week, 6, 12);
    for half_day in &mut crowded.half_days {
        half_day.date = half_day.date.min(chrono::NaiveDate::from_ymd_opt(2026, 3, 13).unwrap());
    }
    says(
        &Read::new(&attendance_sheet_pdf(&crowded, None).unwrap()),
        &["Semaine 11, du 9 au 13", "Semaine 11, le 13 mars 2026"],
    );
}

#[test]
fn a_trainee_s_sheet_has_a_line_per_half_day() {
    let read = Read::new(&attendance_sheet_pdf(&samples::sheet(SheetScope::Trainee, 1, 60), None).unwrap());
    assert!(read.pages() > 1);
    says(&read, &["LÉVÊQUE Zoé, du 9 mars au 17 avril 2026", "ven. 17/04"]);
    let two = samples::sheet(SheetScope::Trainee, 2, 4);
    assert!(attendance_sheet_pdf(&two, None).is_err(), "one trainee, no more");
}

#[test]
fn a_blank_sheet_has_names_and_no_marks() {
    let read = Read::new(&blank_sheet_pdf(&samples::sheet(SheetScope::Week, 8, 10), 4).unwrap());
    says(
        &read,
        &[
            "Feuille d’émargement à signer",
            "LÉVÊQUE Zoé",
            "À signer par chaque stagiaire",
            "lun. 09/03",
            "Solène Kerbrat",
        ],
    );
    silent(&read, &["Présent", "Retard", "signé 1", "Totaux", "Scellements", "Rectifications"]);
}

#[test]
fn a_sheet_without_half_days_or_trainees_is_made_all_the_same() {
    let read = Read::new(&attendance_sheet_pdf(&samples::sheet(SheetScope::Week, 0, 10), None).unwrap());
    assert!(read.pages() >= 1);
    let none = samples::sheet(SheetScope::Week, 3, 0);
    says(&Read::new(&attendance_sheet_pdf(&none, None).unwrap()), &["aucune séance"]);
    attendance_sheet_pdf(&samples::sheet(SheetScope::Slot, 0, 1), None).unwrap();
}

#[test]
fn many_pages_number_themselves() {
    let read = Read::new(&attendance_sheet_pdf(&samples::sheet(SheetScope::Session, 60, 20), None).unwrap());
    let pages = read.pages();
    says(&read, &[&format!("Page 1/{pages}"), &format!("Page {pages}/{pages}")]);
}
