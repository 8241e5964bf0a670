//! Any table as CSV, as French spreadsheets read it: `;`, UTF-8 with byte-order mark, CRLF.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::DocumentError;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// What somebody typed, or may have typed: never run as a formula.
    Text(String),
    /// A figure that was computed; it may be negative.
    Figure(String),
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A figure, or an empty cell where there is none.
    pub fn figure(figure: Option<impl ToString>) -> Self {
        Self::Figure(figure.map(|figure| figure.to_string()).unwrap_or_default())
    }
}

/// Writes a table. Its heads are texts as well: they may hold what somebody typed.
pub fn table_csv(heads: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, DocumentError> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let failed = |cause: csv::Error| DocumentError::Table(cause.to_string());
    writer.write_record(heads.iter().map(|head| harmless(head))).map_err(failed)?;
    for row in rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(text) => harmless(text),
            Cell::Figure(figure) => figure.clone(),
        });
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|cause| DocumentError::Table(cause.to_string()))
}

/// The text, with an apostrophe before what a spreadsheet would take for a formula, and without characters that end a cell.
pub(crate) fn harmless(text: &str) -> String {
    let text = text.replace('\0', "");
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{feff}']);
    // The wide forms are formulas in some Asian settings of spreadsheets.
    if first.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_text() {
        for text in ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("\0=1"), "'=1");
        assert_eq!(harmless("O’Brien-Lévêque"), "O’Brien-Lévêque");
    }

    #[test]
    fn a_table_keeps_figures_and_disarms_texts() {
        let heads = ["Nom".to_owned(), "=Q1".to_owned()];
        let rows = [
            vec![Cell::text("=cmd|'/C calc'!A0"), Cell::figure(Some("-0,5"))],
            vec![Cell::text("a;b\"c"), Cell::figure(None::<i32>)],
        ];
        let bytes = table_csv(&heads, &rows).unwrap();
        let told = String::from_utf8(bytes).unwrap();
        assert_eq!(told, "\u{feff}Nom;'=Q1\r\n'=cmd|'/C calc'!A0;-0,5\r\n\"a;b\"\"c\";\r\n");
    }
}
