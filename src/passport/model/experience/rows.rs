//! Experiences of several people, as staff write them in one table.

use carnet_index::{Level, SkillCode};
use chrono::NaiveDate;

use super::super::draft::declared_level;
use crate::platform::http::{FieldError, texts};

/// Most rows of one table.
pub const MOST_ROWS: usize = 500;
/// Most bytes of one table.
const MOST_BYTES: usize = 512 * 1024;

/// The columns, as their headings are written, and whether each is needed.
const COLUMNS: [(&str, bool); 8] = [
    ("e-mail", true),
    ("intitulé", true),
    ("organisme", false),
    ("lieu", false),
    ("début", true),
    ("fin", false),
    ("description", false),
    ("compétences", false),
];

/// A row that may be written.
#[derive(Debug, PartialEq)]
pub struct Row {
    /// Its line in the table, counted from 1.
    pub line: usize,
    /// Whose experience it is: an address, in lower case.
    pub email: String,
    /// What it was.
    pub title: String,
    /// Where it was done.
    pub organisation_name: String,
    /// In which place.
    pub place: String,
    /// First day.
    pub started_on: NaiveDate,
    /// Last day; none while it goes on.
    pub ended_on: Option<NaiveDate>,
    /// In words.
    pub description: String,
    /// What it claims, each skill once.
    pub claims: Vec<(SkillCode, Level)>,
}

/// Reads a table: `;`, `,` or tabulations, its first line the headings. Every fault is told with its line and column.
pub fn read(table: &str, today: NaiveDate) -> Result<Vec<Row>, Vec<FieldError>> {
    let whole = |code: &'static str, message: &'static str| vec![FieldError::new("/csv", code, message)];
    if table.len() > MOST_BYTES {
        return Err(whole("too_large", "Ce tableau est trop volumineux."));
    }
    let table = table.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(table))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(table.as_bytes());
    let headings =
        reader.headers().map_err(|_| whole("not_a_table", "Ce texte n’est pas un tableau."))?.clone();
    let places = COLUMNS.map(|(name, _)| headings.iter().position(|heading| heading.to_lowercase() == name));
    let missing = COLUMNS.iter().zip(places).find(|((_, is_needed), place)| *is_needed && place.is_none());
    if let Some(((name, _), _)) = missing {
        let message = format!("La colonne «\u{a0}{name}\u{a0}» manque.");
        return Err(vec![FieldError::new("/csv", "missing_column", message)]);
    }
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let Ok(record) = record else { return Err(whole("not_a_table", "Ce texte n’est pas un tableau.")) };
        if record.iter().all(str::is_empty) {
            continue;
        }
        if rows.len() + faults.len() >= MOST_ROWS {
            return Err(whole("too_many", "500 lignes au plus."));
        }
        let cells = places.map(|place| place.and_then(|place| record.get(place)).unwrap_or_default());
        let start = record.position().map_or(0, |position| position.byte() as usize);
        match row(line_of(table, start), cells, today) {
            Ok(row) => rows.push(row),
            Err(found) => faults.extend(found),
        }
    }
    if rows.is_empty() && faults.is_empty() {
        return Err(whole("empty_file", "Ce tableau ne contient aucune ligne."));
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// The line, as an editor counts it, of the first character at or after this place that ends no line: the reader skips
/// empty ones, and would name the line before them.
fn line_of(table: &str, start: usize) -> usize {
    let (before, rest) = table.as_bytes().split_at(start.min(table.len()));
    let skipped = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    1 + before.iter().chain(skipped).filter(|byte| **byte == b'\n').count()
}

/// The one of the usual marks that the headings use most.
fn delimiter(table: &str) -> u8 {
    let first = table.lines().next().unwrap_or_default();
    let count = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    [b',', b'\t', b';'].into_iter().max_by_key(count).unwrap_or(b';')
}

fn row(line: usize, cells: [&str; 8], today: NaiveDate) -> Result<Row, Vec<FieldError>> {
    let [email, title, organisation, place, start, end, description, skills] = cells;
    let at = |column: usize| format!("/csv/lines/{line}/{}", COLUMNS[column].0);
    let mut faults = Vec::new();
    let mut text = |column: usize, text: &str, shortest: usize, longest: usize| {
        texts::line(&at(column), text, shortest..=longest)
            .map_err(|fault| faults.push(fault))
            .unwrap_or_default()
    };
    let email = text(0, email, 3, 254).to_lowercase();
    let title = text(1, title, 1, 200);
    let organisation_name = text(2, organisation, 0, 200);
    let place = text(3, place, 0, 200);
    let description = text(6, description, 0, 5000);
    let started_on = day(&at(4), start, today).and_then(|day| day.ok_or_else(|| required(&at(4))));
    let ended_on = day(&at(5), end, today);
    let claims = claims(&at(7), skills);
    match (started_on, ended_on, claims) {
        (Ok(started_on), Ok(ended_on), Ok(claims)) if faults.is_empty() => {
            if ended_on.is_some_and(|end| end < started_on) {
                return Err(vec![FieldError::new(at(5), "before_start", "La fin précède le début.")]);
            }
            Ok(Row {
                line,
                email,
                title,
                organisation_name,
                place,
                started_on,
                ended_on,
                description,
                claims,
            })
        }
        (started_on, ended_on, claims) => {
            faults.extend([started_on.err(), ended_on.err(), claims.err()].into_iter().flatten());
            Err(faults)
        }
    }
}

fn required(pointer: &str) -> FieldError {
    FieldError::new(pointer, "required", "Ce champ est obligatoire.")
}

/// A day written as people or programs do; empty is none.
fn day(pointer: &str, text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, FieldError> {
    if text.is_empty() {
        return Ok(None);
    }
    let read = NaiveDate::parse_from_str(text, "%d/%m/%Y").or_else(|_| text.parse());
    match read {
        Err(_) => Err(FieldError::new(pointer, "date_format", "Écrivez le jour ainsi\u{a0}: 03/03/2026.")),
        Ok(day) if day > today => {
            Err(FieldError::new(pointer, "in_future", "Ce jour n’est pas encore venu."))
        }
        Ok(day) => Ok(Some(day)),
    }
}

/// Codes and levels, `103091:3`, between spaces.
fn claims(pointer: &str, text: &str) -> Result<Vec<(SkillCode, Level)>, FieldError> {
    let wrong = || {
        FieldError::new(pointer, "claim_format", "Écrivez les compétences ainsi\u{a0}: 103091:3 107405:2.")
    };
    let mut claims: Vec<(SkillCode, Level)> = Vec::new();
    for word in text.split_whitespace() {
        let (code, level) = word.split_once(':').ok_or_else(wrong)?;
        let code: SkillCode = code.parse().map_err(|_| wrong())?;
        let level = level.parse().ok().and_then(|level| declared_level(level).ok()).ok_or_else(wrong)?;
        if claims.iter().any(|(other, _)| *other == code) {
            return Err(FieldError::new(pointer, "duplicate", "Cette compétence est donnée deux fois."));
        }
        claims.push((code, level));
    }
    Ok(claims)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day_of(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn told(table: &str) -> Vec<String> {
        let faults = read(table, day_of("2026-03-03")).unwrap_err();
        faults.iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
    }

    #[test]
    fn a_table_is_read_whatever_its_marks_and_the_order_of_its_columns() {
        let french =
            "E-mail;Intitulé;Début;Fin;Compétences\nA@B.fr;Stage;06/01/2020;30/06/2021;101:3 103:2\n\n";
        let rows = read(french, day_of("2026-03-03")).unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].email.as_str(), rows[0].line), ("a@b.fr", 2));
        assert_eq!(
            (rows[0].started_on, rows[0].ended_on),
            (day_of("2020-01-06"), Some(day_of("2021-06-30")))
        );
        assert_eq!(
            rows[0].claims.iter().map(|(code, level)| (code.0, level.get())).collect::<Vec<_>>(),
            [(101, 3), (103, 2)]
        );
        let gaps = "e-mail;intitulé;début\n\n\na@b.fr;Stage;2020-01-06\n";
        assert_eq!(read(gaps, day_of("2026-03-03")).unwrap()[0].line, 4);
        let turned = "\u{feff}début,e-mail,intitulé\n2020-01-06,a@b.fr,Stage\n";
        assert_eq!(read(turned, day_of("2026-03-03")).unwrap()[0].ended_on, None);
    }

    #[test]
    fn faults_are_told_with_their_line_and_column() {
        assert_eq!(told("e-mail;intitulé\na;b\n"), ["/csv missing_column"]);
        assert_eq!(told("e-mail;intitulé;début\n"), ["/csv empty_file"]);
        let table = "e-mail;intitulé;début;fin;compétences\n\
                     a@b.fr;;2020-01-06;;\n\
                     a@b.fr;Stage;hier;;\n\
                     a@b.fr;Stage;;;\n\
                     a@b.fr;Stage;2027-01-01;;\n\
                     a@b.fr;Stage;2020-01-06;2019-01-06;\n\
                     a@b.fr;Stage;2020-01-06;;101\n\
                     a@b.fr;Stage;2020-01-06;;101:2 101:3\n";
        assert_eq!(
            told(table),
            [
                "/csv/lines/2/intitulé required",
                "/csv/lines/3/début date_format",
                "/csv/lines/4/début required",
                "/csv/lines/5/début in_future",
                "/csv/lines/6/fin before_start",
                "/csv/lines/7/compétences claim_format",
                "/csv/lines/8/compétences duplicate",
            ]
        );
        let many = format!("e-mail;intitulé;début\n{}", "a@b.fr;a;2020-01-01\n".repeat(501));
        assert_eq!(told(&many), ["/csv too_many"]);
    }
}
