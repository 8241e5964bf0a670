//! A file of participants: read into lines and columns, then into participants. Nothing of it is trusted.

pub mod columns;
pub mod preview;
pub mod workbook;

use serde::{Deserialize, Serialize};

use self::columns::{Columns, Field};
use super::participant::{ParticipantText, RowText};
use crate::platform::table::{Bounds, Line, Refusal, csv};

/// How large a file may be.
pub const BOUNDS: Bounds = Bounds {
    rows: 2_000,
    columns: 50,
    cell: 1_000,
    too_many: "2 000 personnes au plus par fichier\u{a0}: partagez-le.",
};

/// A participant of a file: read, or why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadRow {
    /// The line, counted from 1.
    pub line: u32,
    /// What was read; it is shown with its faults.
    pub shown: ParticipantText,
    /// What is wrong with it.
    pub faults: Vec<RowFault>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportFault)]
pub struct RowFault {
    /// The column, counted from 1; null when the file has none for it.
    pub column: Option<u32>,
    /// Stable code of the fault.
    pub code: String,
    /// French sentence for people.
    pub message: String,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadFile {
    /// Its participants, in order.
    pub rows: Vec<ReadRow>,
    /// Headings of columns that mean nothing here.
    pub ignored: Vec<String>,
}

/// Reads a file, whatever it is: XLSX or CSV, told by its first bytes and not by its name.
pub fn read(bytes: &[u8]) -> Result<ReadFile, Refusal> {
    let lines =
        if bytes.starts_with(b"PK\x03\x04") { workbook::lines(bytes)? } else { csv::lines(bytes, &BOUNDS)? };
    let mut lines = lines.into_iter().filter(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()));
    let heading = lines.next().ok_or_else(|| Refusal::new("empty_file", "Le fichier est vide."))?;
    let columns = Columns::read(&heading)?;
    let rows: Vec<_> = lines.map(|line| row(&columns, &line)).collect();
    if rows.is_empty() {
        return Err(Refusal::new("empty_file", "Le fichier n’a pas de ligne après les en-têtes."));
    }
    Ok(ReadFile { rows, ignored: columns.ignored })
}

fn row(columns: &Columns, line: &Line) -> ReadRow {
    let cell = |field| columns.place(field).and_then(|at| line.cells.get(at)).map_or("", String::as_str);
    let text = RowText {
        first_name: cell(Field::FirstName),
        last_name: cell(Field::LastName),
        email: cell(Field::Email),
        reference: cell(Field::Reference),
        employer: cell(Field::Employer),
        starts_on: cell(Field::StartsOn),
        ends_on: cell(Field::EndsOn),
    };
    let (shown, faults) = text.read();
    let faults = faults.into_iter().map(|fault| RowFault {
        column: Field::of_pointer(&fault.pointer)
            .and_then(|field| columns.place(field))
            .map(|at| at as u32 + 1),
        code: fault.code.into_owned(),
        message: fault.message.into_owned(),
    });
    ReadRow { line: line.number, shown, faults: faults.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> (&'static str, Option<u32>, Option<u32>) {
        let refusal = read(bytes).unwrap_err();
        (refusal.code, refusal.line, refusal.column)
    }

    #[test]
    fn rows_are_read_with_their_lines_and_faults() {
        let file = "Nom;Prénom;E-mail;Début;Service\nDurand;Zoé;zoe@example.org;03/03/2026;RH\n\n;Ali;pas une adresse;31/02/2026;\n";
        let found = read(file.as_bytes()).unwrap();
        assert_eq!(found.ignored, ["Service"]);
        let [first, second] = &found.rows[..] else { panic!("{found:?}") };
        assert_eq!((first.line, first.faults.len()), (2, 0));
        assert_eq!(first.shown.starts_on, "2026-03-03".parse().ok());
        assert_eq!(second.line, 4);
        let told: Vec<_> = second.faults.iter().map(|fault| (fault.column, fault.code.as_str())).collect();
        assert_eq!(told, [(Some(1), "required"), (Some(3), "email_format"), (Some(4), "date_format")]);
    }

    #[test]
    fn what_is_no_table_of_participants_is_refused_with_its_place() {
        assert_eq!(refused(b""), ("empty_file", None, None));
        assert_eq!(refused(b"\xef\xbb\xbf \r\n"), ("empty_file", None, None));
        assert_eq!(refused("Nom;Prénom\n".as_bytes()), ("empty_file", None, None));
        assert_eq!(
            refused(b"<html><table><tr><td>Nom</td></tr></table></html>"),
            ("not_a_table", None, None)
        );
        assert_eq!(refused(b"%PDF-1.7"), ("not_a_table", None, None));
        assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ("old_workbook", None, None));
        assert_eq!(refused(b"PK\x03\x04 is not a workbook"), ("not_a_table", None, None));
        assert_eq!(refused("Service;Prénom\nx;y\n".as_bytes()), ("missing_column", Some(1), None));
        assert_eq!(refused("Nom;Prénom;Nom\nx;y;z\n".as_bytes()), ("duplicate", Some(1), Some(3)));
        assert_eq!(refused("Nom;Prénom\nDu\0rand;Zoé\n".as_bytes()), ("invalid_characters", Some(2), None));
        let long = format!("Nom;Prénom\nx;y\nDurand;{}\n", "é".repeat(1_001));
        assert_eq!(refused(long.as_bytes()), ("too_long", Some(3), Some(2)));
        let many = format!("Nom;Prénom\n{}", "Durand;Zoé\n".repeat(50_000));
        assert_eq!(refused(many.as_bytes()), ("too_many", Some(2_002), None));
        let wide = format!("Nom;Prénom{}\nx;y\n", ";x".repeat(60));
        assert_eq!(refused(wide.as_bytes()), ("too_many", Some(1), Some(51)));
    }

    #[test]
    fn a_formula_is_a_text_like_any_other() {
        let found = read("Nom;Prénom\n=HYPERLINK(\"x\");@SUM(A1)\n".as_bytes()).unwrap();
        assert_eq!(found.rows[0].shown.last_name.as_deref(), Some("=HYPERLINK(\"x\")"));
        assert_eq!(found.rows[0].shown.first_name.as_deref(), Some("@SUM(A1)"));
    }
}
