//! Text tables: `;`, `,` or tabulations; UTF-8, UTF-16 with its mark, or Windows-1252.

use super::{Bounds, Line, Refusal, check_characters, decode};

/// Old workbooks of Excel (OLE).
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

/// The lines of a text table, empty ones too.
pub fn lines(bytes: &[u8], bounds: &Bounds) -> Result<Vec<Line>, Refusal> {
    if bytes.starts_with(OLD_WORKBOOK) {
        return Err(Refusal::new(
            "old_workbook",
            "C’est un ancien classeur Excel (.xls)\u{a0}: enregistrez-le au format .xlsx ou .csv.",
        ));
    }
    let text = decode(bytes)?;
    let start = text.trim_start();
    if start.starts_with('<') || start.starts_with("%PDF") || start.starts_with("{\\rtf") {
        return Err(Refusal::new("not_a_table", "Ce fichier n’est ni un fichier CSV ni un classeur .xlsx."));
    }
    check_characters(&text)?;
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut lines, mut filled) = (Vec::new(), 0);
    let mut counter = Counter { text: text.as_bytes(), at: 0, line: 1 };
    for record in reader.records() {
        let record =
            record.map_err(|_| Refusal::new("not_a_table", "Ce fichier n’est pas un fichier CSV."))?;
        let number = counter.line_of(record.position().map_or(0, |position| position.byte() as usize));
        bounds.check_cells(number, record.iter())?;
        filled += usize::from(record.iter().any(|cell| !cell.trim().is_empty()));
        bounds.ensure_few(number, filled)?;
        lines.push(Line { number, cells: record.iter().map(str::to_owned).collect() });
    }
    Ok(lines)
}

/// Counts lines as an editor does. The reader skips empty ones, and would name the line before them.
struct Counter<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Counter<'_> {
    /// The line of the first character at or after this place that ends no line.
    fn line_of(&mut self, from: usize) -> u32 {
        while let Some(byte) = self.text.get(self.at) {
            let next = self.text.get(self.at + 1);
            let ends = *byte == b'\n' || (*byte == b'\r' && next != Some(&b'\n'));
            if self.at >= from && !matches!(byte, b'\n' | b'\r') {
                break;
            }
            self.line += u32::from(ends);
            self.at += 1;
        }
        self.line
    }
}

/// What separates the cells: whatever comes most often in the first line that says something.
fn delimiter(text: &str) -> u8 {
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| heading.bytes().filter(|byte| *byte == delimiter).count();
    *b",\t;".iter().max_by_key(|delimiter| count(**delimiter)).unwrap_or(&b';')
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;

    use super::*;

    const BOUNDS: Bounds = Bounds { rows: 9, columns: 9, cell: 99, too_many: "Trop de lignes." };

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        lines(bytes, &BOUNDS).unwrap().into_iter().map(|line| line.cells).collect()
    }

    #[test]
    fn every_usual_way_to_write_a_table_gives_the_same() {
        let expected = [["Nom", "Prénom"], ["Lœuvre", "Zoé"]];
        let (latin, _, _) = WINDOWS_1252.encode("Nom;Prénom\r\nLœuvre;Zoé\r\n");
        let utf16: Vec<u8> = std::iter::once(0xfeff)
            .chain("Nom\tPrénom\nLœuvre\tZoé\n".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        let files: [&[u8]; 5] = [
            "Nom;Prénom\nLœuvre;Zoé\n".as_bytes(),
            "\u{feff}Nom,Prénom\r\nLœuvre,Zoé".as_bytes(),
            "\"Nom\";\"Prénom\"\n\"Lœuvre\";\"Zoé\"\n".as_bytes(),
            &latin,
            &utf16,
        ];
        for file in files {
            assert_eq!(cells(file), expected);
        }
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let found = lines(b"a;b\n\"x\ny\";z\nlast;1\n", &BOUNDS).unwrap();
        assert_eq!(found.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 4]);
        let found = lines(b"\r\n\r\na;b\r\n\r\nc;d\re;f", &BOUNDS).unwrap();
        assert_eq!(found.iter().map(|line| line.number).collect::<Vec<_>>(), [3, 5, 6]);
    }
}
