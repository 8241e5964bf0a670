//! Workbooks (XLSX): the first sheet, cell by cell. Its size is measured before anything is built from it.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use super::BOUNDS;
use crate::platform::table::{Line, Refusal};

/// Most bytes of everything in a workbook, once unpacked.
const MOST_BYTES: u64 = 48 * 1024 * 1024;
/// Most parts of a workbook.
const MOST_PARTS: usize = 500;
/// How many times larger than the file its contents may be.
const MOST_RATIO: u64 = 200;

/// The lines of the first sheet, empty ones left out.
pub fn lines(bytes: &[u8]) -> Result<Vec<Line>, Refusal> {
    measure(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let sheet = workbook.sheet_names().into_iter().next().ok_or_else(unreadable)?;
    // Cell by cell: a sheet with one cell at its far corner would fill the memory as a table.
    let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(|_| unreadable())?;
    let (mut lines, mut filled): (Vec<Line>, usize) = (Vec::new(), 0);
    while let Some(cell) = cells.next_cell().map_err(|_| unreadable())? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        let number = row.saturating_add(1);
        if column as usize >= BOUNDS.columns {
            return Err(BOUNDS.too_wide(number, column.saturating_add(1)));
        }
        if lines.last().is_none_or(|line| line.number != number) {
            filled += 1;
            BOUNDS.ensure_few(number, filled)?;
            lines.push(Line { number, cells: Vec::new() });
        }
        let Some(line) = lines.last_mut() else { continue };
        line.cells.resize(line.cells.len().max(column as usize + 1), String::new());
        line.cells[column as usize] = text;
        BOUNDS.check_cells(number, line.cells.iter().map(String::as_str))?;
        if let Some(at) = line.cells.iter().position(|cell| cell.chars().any(is_invisible)) {
            let told = "ce texte contient des caractères invisibles.";
            return Err(Refusal::new("invalid_characters", told).at(number, Some(at as u32 + 1)));
        }
    }
    Ok(lines)
}

fn is_invisible(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

fn unreadable() -> Refusal {
    Refusal::new("not_a_table", "Ce fichier n’est pas un classeur .xlsx lisible.")
}

/// Unpacks everything once, into nothing, and stops as soon as it is too much: what the archive says of its own sizes may be
/// a lie.
fn measure(bytes: &[u8]) -> Result<(), Refusal> {
    let bomb = || Refusal::new("too_large", "Ce classeur est trop volumineux une fois décompressé.");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    if archive.len() > MOST_PARTS {
        return Err(bomb());
    }
    let allowed = MOST_BYTES.min((bytes.len() as u64).saturating_mul(MOST_RATIO));
    let mut total = 0;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|_| unreadable())?;
        if part.size() > allowed {
            return Err(bomb());
        }
        let left = allowed - total;
        total += io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| unreadable())?;
        if total > allowed {
            return Err(bomb());
        }
    }
    Ok(())
}

/// A cell as text: what it shows. Of a formula that is its last result.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // A file number such as 1024 is stored as 1024.0.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(date) => {
            date.as_datetime().map_or_else(String::new, |date| date.date().to_string())
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
    const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const SHEETS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

    /// A workbook whose one sheet holds these rows of XML.
    fn workbook(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
        let sheet = format!(
            r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        );
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let parts = [
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", RELATIONS.as_bytes()),
            ("xl/workbook.xml", WORKBOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", SHEETS.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ];
        for (name, content) in parts.iter().chain(more) {
            archive.start_file(*name, options).unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn cell(place: &str, text: &str) -> String {
        format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    }

    #[test]
    fn cells_are_read_as_what_they_show() {
        let rows = format!(
            r#"<row r="1">{}{}</row><row r="3">{}<c r="B3"><f>1+1023</f><v>1024</v></c></row>"#,
            cell("A1", "Nom"),
            cell("B1", "Référence"),
            cell("A3", "=cmd|' /C calc'!A0"),
        );
        let found = lines(&workbook(&rows, &[])).unwrap();
        assert_eq!(found[0], Line { number: 1, cells: vec!["Nom".into(), "Référence".into()] });
        assert_eq!(found[1], Line { number: 3, cells: vec!["=cmd|' /C calc'!A0".into(), "1024".into()] });
    }

    #[test]
    fn a_bomb_is_noticed_before_anything_is_built_from_it() {
        let zeros = vec![b' '; 20 * 1024 * 1024];
        let bomb = workbook(&cell("A1", "Nom"), &[("xl/media/x.bin", &zeros)]);
        assert!(bomb.len() < 64 * 1024, "it is small while it is packed");
        assert_eq!(lines(&bomb).unwrap_err().code, "too_large");
        // A header that lies about the size changes nothing: the contents are counted.
        let (mut lying, honest) = (bomb.clone(), (zeros.len() as u32).to_le_bytes());
        let places: Vec<_> = (0..lying.len() - 4).filter(|at| lying[*at..*at + 4] == honest).collect();
        assert!(!places.is_empty());
        for at in places {
            lying[at..at + 4].copy_from_slice(&16_u32.to_le_bytes());
        }
        assert!(["too_large", "not_a_table"].contains(&lines(&lying).unwrap_err().code));
    }

    #[test]
    fn a_cell_at_the_far_corner_costs_nothing() {
        let rows = format!(r#"<row r="1048576">{}</row>"#, cell("XFD1048576", "x"));
        let refusal = lines(&workbook(&rows, &[])).unwrap_err();
        assert_eq!((refusal.code, refusal.line), ("too_many", Some(1_048_576)));
    }

    #[test]
    fn too_many_rows_are_refused_while_reading() {
        let row = |n| format!(r#"<row r="{n}">{}</row>"#, cell(&format!("A{n}"), "x"));
        let rows = (1..=50_000).map(row).collect::<Vec<_>>().concat();
        let refusal = lines(&workbook(&rows, &[])).unwrap_err();
        assert_eq!((refusal.code, refusal.line), ("too_many", Some(2_002)));
    }
}
