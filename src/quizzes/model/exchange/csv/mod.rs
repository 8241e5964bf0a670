//! Questions as a table: one per line, `;` between the cells.

mod read;
mod write;

pub use read::read;
pub use write::write;

use super::MOST_QUESTIONS;
use crate::platform::table::Bounds;
use crate::quizzes::model::question::{FileKind, Kind, PartialCredit};

/// How large a table may be.
const BOUNDS: Bounds = Bounds {
    rows: MOST_QUESTIONS,
    columns: 70,
    cell: 20_000,
    too_many: "500 questions au plus par fichier\u{a0}: partagez-le.",
};

/// What people write of kinds of answers: the one that is written, then others that are read, folded.
const KINDS: [(Kind, &str, &[&str]); 7] = [
    (Kind::Single, "choix unique", &["choix unique", "unique", "single", "qcu"]),
    (Kind::Multiple, "choix multiple", &["choix multiple", "multiple", "qcm"]),
    (Kind::TrueFalse, "vrai ou faux", &["vrai ou faux", "vrai faux", "true false", "vf"]),
    (Kind::ShortText, "texte court", &["texte court", "short text", "reponse courte"]),
    (Kind::Number, "nombre", &["nombre", "number", "numerique"]),
    (Kind::LongText, "texte long", &["texte long", "long text", "composition"]),
    (Kind::File, "fichier", &["fichier", "file"]),
];

/// The same of what a partly right answer is worth.
const CREDITS: [(PartialCredit, &str, &[&str]); 4] = [
    (PartialCredit::AllOrNothing, "tout ou rien", &["tout ou rien", "all or nothing"]),
    (PartialCredit::PerChoice, "par choix", &["par choix", "per choice"]),
    (PartialCredit::RightMinusWrong, "justes moins fausses", &["justes moins fausses", "right minus wrong"]),
    (PartialCredit::Weighted, "poids", &["poids", "weighted"]),
];

/// The same of kinds of files.
const FILES: [(FileKind, &str, &[&str]); 6] = [
    (FileKind::Pdf, "pdf", &["pdf"]),
    (FileKind::Image, "image", &["image", "images"]),
    (FileKind::Video, "vidéo", &["video", "videos"]),
    (FileKind::Document, "document", &["document", "documents"]),
    (FileKind::Spreadsheet, "tableur", &["tableur", "tableurs", "spreadsheet"]),
    (FileKind::Slides, "présentation", &["presentation", "presentations", "slides"]),
];

/// What a spreadsheet would run as a formula, if a cell began with it.
const RUN: &[char] = &['=', '+', '-', '@', '\t', '\r'];

/// A cell that a spreadsheet runs as nothing: an apostrophe stands before what it would run. Numbers are left alone.
fn harmless(cell: String) -> String {
    let is_number = cell.parse::<f64>().is_ok() && cell.contains(|c: char| c.is_ascii_digit());
    if !is_number && cell.trim_start_matches('\'').starts_with(RUN) { format!("'{cell}") } else { cell }
}

/// What [`harmless`] was given.
fn meant(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(RUN) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;
    use uuid::Uuid;

    use super::*;
    use crate::ids::FileId;
    use crate::quizzes::model::exchange::fields::Field;
    use crate::quizzes::model::question::samples;

    #[test]
    fn every_kind_of_question_comes_back_from_its_table() {
        let written = samples::all(FileId(Uuid::from_u128(9)));
        let file = read(&write(&written).unwrap()).unwrap();
        assert!(file.ignored.is_empty());
        assert_eq!(file.questions.len(), written.len());
        for (read, content) in file.questions.iter().zip(&written) {
            assert_eq!((&read.faults[..], &read.remarks[..]), (&[][..], &[][..]), "{content:?}");
            assert_eq!(samples::parsed(read.draft.as_ref().unwrap()), *content);
        }
    }

    #[test]
    fn no_cell_that_is_written_begins_a_formula() {
        let written = write(&samples::all(FileId(Uuid::from_u128(9)))).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(&written[3..]);
        let mut cells = 0;
        for record in reader.records() {
            for cell in &record.unwrap() {
                assert!(!cell.starts_with(RUN) || cell.parse::<f64>().is_ok(), "{cell}");
                cells += 1;
            }
        }
        assert!(cells > 100);
        for text in ["=1", "'=1", "''@x", "'ok", "-5", "-5x", "", "'"] {
            assert_eq!(meant(&harmless(text.to_owned())), text);
        }
    }

    #[test]
    fn what_people_fill_in_is_read() {
        let table = "Type,Énoncé,Réponse 1,Réponse 2,Réponse 3,Bonnes réponses,Points,Étiquettes,Remarque\n\
            QCM,Pairs ?,2,3,4,\"1, 3\",2,\"calcul, niveau 1\",x\n\
            vrai/faux,La Terre est ronde,,,,Vrai,,,\n\
            Nombre,Pi ?,,,,\"3,14\",,,\n\
            texte court,Capitale ?,Paris,Lutèce,,,,,\n";
        let (latin, _, _) = WINDOWS_1252.encode(table);
        for bytes in [table.as_bytes(), latin.as_ref()] {
            let file = read(bytes).unwrap();
            assert_eq!(file.ignored, ["Remarque"]);
            assert!(file.columns.contains(&(Field::Right, 6)));
            let read: Vec<_> =
                file.questions.iter().map(|one| samples::parsed(one.draft.as_ref().unwrap())).collect();
            let kinds: Vec<_> = read.iter().map(|content| content.question.kind().as_str()).collect();
            assert_eq!(kinds, ["multiple", "true_false", "number", "short_text"]);
            assert_eq!(read[0].tags, ["calcul", "niveau 1"]);
            let right: Vec<_> =
                read[0].question.answer.choices().iter().map(|choice| choice.is_right).collect();
            assert_eq!(right, [true, false, true]);
        }
    }

    #[test]
    fn each_fault_has_its_line_and_column() {
        let table = "Type;Énoncé;Réponse 1;Réponse 2;Bonnes réponses;Points\n\
            ;Sans type;a;b;1;1\n\
            qcu;Hors liste;a;b;3;1\n\
            vrai ou faux;Ni l’un ni l’autre;;;peut-être;1\n\
            nombre;Combien;;;beaucoup;un\n";
        let file = read(table.as_bytes()).unwrap();
        let told: Vec<_> = file
            .questions
            .iter()
            .flat_map(|read| &read.faults)
            .map(|fault| (fault.line, fault.column, fault.code.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (2, Some(1), "required"),
                (3, Some(5), "unknown_choice"),
                (4, Some(5), "true_or_false"),
                (5, Some(6), "number_format"),
                (5, Some(5), "number_format"),
            ]
        );
    }

    #[test]
    fn what_is_no_table_of_questions_is_refused() {
        let refused = |bytes: &[u8]| read(bytes).unwrap_err().code;
        assert_eq!(refused(b""), "empty_file");
        assert_eq!(refused("Type;Points\nqcu;1\n".as_bytes()), "missing_column");
        assert_eq!(refused("Type;Énoncé;Type\nqcu;1;2\n".as_bytes()), "duplicate");
        assert_eq!(refused(b"<html></html>"), "not_a_table");
        let many = format!("Type;Énoncé\n{}", "vf;x\n".repeat(501));
        assert_eq!(refused(many.as_bytes()), "too_many");
    }
}
