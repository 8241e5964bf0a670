//! A CSV file read by column names, with errors that say where.

use csv::StringRecord;

use super::error::ArchiveError;
use crate::catalog::model::text;

/// Most records of a file; the longest of the catalogue has some hundred thousand.
const MAX_RECORDS: usize = 1_000_000;

/// A parsed file: RFC 4180, quoted line breaks included, blank lines left out.
#[derive(Debug)]
pub struct Table {
    member: String,
    header: StringRecord,
    records: Vec<StringRecord>,
}

/// The place of a column, found once by its name.
#[derive(Clone, Copy, Debug)]
pub struct Column(usize);

/// One record of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a StringRecord,
}

impl Table {
    /// Parses a file; a record with too few or too many fields is an error with its line.
    pub fn parse(member: &str, text: &str) -> Result<Self, ArchiveError> {
        Self::parse_separated(member, text, b',')
    }

    /// The same with whatever separates the titles of the first line: semicolons, commas, tabs or bars.
    pub fn parse_any(member: &str, text: &str) -> Result<Self, ArchiveError> {
        Self::parse_separated(member, text, separator(text))
    }

    fn parse_separated(member: &str, text: &str, separator: u8) -> Result<Self, ArchiveError> {
        let mut reader =
            csv::ReaderBuilder::new().flexible(true).delimiter(separator).from_reader(text.as_bytes());
        let at = |error: &csv::Error| ArchiveError::Row {
            member: member.to_owned(),
            line: error.position().map_or(0, csv::Position::line),
            problem: format!("CSV mal formé ({error})"),
        };
        let header = reader.headers().map_err(|error| at(&error))?.clone();
        let mut records = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| at(&error))?;
            if is_blank(&record) {
                continue;
            }
            if records.len() == MAX_RECORDS {
                let line = record.position().map_or(0, csv::Position::line);
                let problem = format!("plus de {MAX_RECORDS} lignes");
                return Err(ArchiveError::Row { member: member.to_owned(), line, problem });
            }
            records.push(record);
        }
        let table = Self { member: member.to_owned(), header, records };
        table.check_widths()?;
        Ok(table)
    }

    /// Finds a column by its name, never by its place.
    pub fn column(&self, name: &'static str) -> Result<Column, ArchiveError> {
        let place = self.header.iter().position(|title| title.trim() == name);
        place
            .map(Column)
            .ok_or_else(|| ArchiveError::MissingColumn { member: self.member.clone(), column: name })
    }

    /// Finds several columns at once, in the order of their names.
    pub fn columns<const N: usize>(&self, names: [&'static str; N]) -> Result<[Column; N], ArchiveError> {
        let mut columns = [Column(0); N];
        for (column, name) in columns.iter_mut().zip(names) {
            *column = self.column(name)?;
        }
        Ok(columns)
    }

    /// The records, in file order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { table: self, record })
    }

    fn check_widths(&self) -> Result<(), ArchiveError> {
        let expected = self.header.len();
        match self.rows().find(|row| row.record.len() != expected) {
            Some(row) => {
                Err(row.refuse(format!("nombre de champs : {} au lieu de {expected}", row.record.len())))
            }
            None => Ok(()),
        }
    }
}

impl<'a> Row<'a> {
    /// The text of a field, without the white space around it.
    pub fn text(self, column: Column) -> &'a str {
        self.record.get(column.0).unwrap_or_default().trim()
    }

    /// The text of a field that must not be empty.
    pub fn label(self, column: Column) -> Result<String, ArchiveError> {
        match self.text(column) {
            "" => Err(self.refuse(format!("« {} » est vide", self.title(column)))),
            text if !text::is_plain(text) => Err(self.refuse(format!(
                "« {} » est trop long ou contient des caractères invisibles",
                self.title(column)
            ))),
            text => Ok(text.to_owned()),
        }
    }

    /// A field read by `parse`; an error quotes what could not be read.
    pub fn parsed<T>(self, column: Column, parse: impl Fn(&str) -> Option<T>) -> Result<T, ArchiveError> {
        let text = self.text(column);
        parse(text).ok_or_else(|| {
            let shown: String = text.chars().take(40).collect();
            self.refuse(format!("« {shown} » n’est pas une valeur de « {} »", self.title(column)))
        })
    }

    /// An error at this record.
    pub fn refuse(self, problem: String) -> ArchiveError {
        let line = self.record.position().map_or(0, csv::Position::line);
        ArchiveError::Row { member: self.table.member.clone(), line, problem }
    }

    fn title(self, column: Column) -> &'a str {
        self.table.header.get(column.0).unwrap_or_default()
    }
}

/// What stands most often in the first line; a comma where nothing does.
fn separator(text: &str) -> u8 {
    let titles = text.lines().next().unwrap_or_default();
    let count = |separator: u8| titles.bytes().filter(|byte| *byte == separator).count();
    // The last of equals is the maximum: a comma stands last.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

fn is_blank(record: &StringRecord) -> bool {
    record.len() == 1 && record.iter().all(|field| field.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "unix_texte_v460_utf8.csv";

    #[test]
    fn quoted_commas_quotes_and_line_breaks_belong_to_the_field() {
        let text =
            "\"code\",\"libelle\"\n\n\"A\",\"un, deux\"\n   \n\"B\",\"dit \"\"oui\"\"\n\nen deux fois\"\n\n";
        let table = Table::parse(FILE, text).expect("well-formed");
        let [code, label] = table.columns(["code", "libelle"]).expect("both columns");
        let rows: Vec<_> = table.rows().map(|row| (row.text(code), row.text(label))).collect();
        assert_eq!(rows, [("A", "un, deux"), ("B", "dit \"oui\"\n\nen deux fois")]);
    }

    #[test]
    fn the_separator_is_the_one_of_the_titles() {
        for separator in [";", ",", "\t", "|"] {
            let text = format!("\"code\"{separator}\"libelle\"\n\"A\"{separator}\"un, deux ; trois\"\n");
            let table = Table::parse_any(FILE, &text).expect("well-formed");
            let label = table.column("libelle").expect("present");
            assert_eq!(table.rows().map(|row| row.text(label)).collect::<Vec<_>>(), ["un, deux ; trois"]);
        }
    }

    #[test]
    fn columns_are_found_by_name_and_a_missing_one_is_named() {
        let table = Table::parse(FILE, "\"libelle\",\"code\"\n\"un\",\"A\"\n").expect("well-formed");
        let code = table.column("code").expect("present");
        assert_eq!(table.rows().map(|row| row.text(code)).collect::<Vec<_>>(), ["A"]);
        let missing = table.column("position_phrase").expect_err("absent");
        assert_eq!(
            missing.to_string(),
            "La colonne « position_phrase » manque dans « unix_texte_v460_utf8.csv »."
        );
    }

    #[test]
    fn a_record_cut_short_is_refused_with_its_line() {
        let error = Table::parse(FILE, "\"a\",\"b\"\n\"1\",\"2\"\n\"3\"\n").expect_err("cut short");
        assert_eq!(
            error.to_string(),
            "« unix_texte_v460_utf8.csv », ligne 3 : nombre de champs : 1 au lieu de 2."
        );
    }
}
