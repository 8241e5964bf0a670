//! Reads France compétences' export of certifications: a zip of CSV files joined by `Numero_Fiche`, of which two matter.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use carnet_index::RomeCode;
use chrono::NaiveDate;

use super::encoding;
use super::error::ArchiveError;
use super::members::{Member, Members, has_part};
use super::table::{Column, Row, Table};
use crate::catalog::model::certification::{Certification, CertificationNumber, CertificationTable};
use crate::catalog::model::text;

/// The file with one line per certification.
const SHEETS: &str = "Standard";
/// The file with one line per certification and job.
const JOBS: &str = "Rome";

/// Largest sum of the two files; the real ones need some 20 MiB.
const MAX_UNPACKED_BYTES: u64 = 96 << 20;

/// Largest share of faulty lines in a file that is still believed, in percent.
const MAX_FAULTY_PERCENT: usize = 1;

/// An export as read.
#[derive(Debug)]
pub struct CertificationArchive {
    /// The table.
    pub table: CertificationTable,
    /// What was left out, one sentence each.
    pub notices: Vec<String>,
}

/// Reads an export; takes a second of processor time, so never on an async thread.
pub fn read_certifications(zip: &[u8]) -> Result<CertificationArchive, ArchiveError> {
    let members =
        Members::unpack(zip, MAX_UNPACKED_BYTES, |name| has_part(name, SHEETS) || has_part(name, JOBS))?;
    let sheets = members.part(SHEETS)?;
    let published_on = day_of(&sheets.name).ok_or_else(|| ArchiveError::NoDate(sheets.name.clone()))?;
    let mut notices = Vec::new();
    let mut certifications = read_sheets(sheets, &mut notices)?;
    link_jobs(members.part(JOBS)?, &mut certifications, &mut notices)?;
    Ok(CertificationArchive { table: CertificationTable { published_on, certifications }, notices })
}

/// The day a name ends with: `export_fiches_CSV_Standard_2026_03_02.csv`.
fn day_of(name: &str) -> Option<NaiveDate> {
    let (stem, _) = name.rsplit_once('.')?;
    let mut words = stem.rsplit(['_', '-']);
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn table(member: &Member, notices: &mut Vec<String>) -> Result<Table, ArchiveError> {
    let decoded = encoding::decode(member)?;
    if decoded.fell_back {
        notices.push(format!("« {} » a été lu en ISO-8859-15.", member.name));
    }
    Table::parse_any(&member.name, &decoded.text)
}

fn read_sheets(
    member: &Member,
    notices: &mut Vec<String>,
) -> Result<BTreeMap<CertificationNumber, Certification>, ArchiveError> {
    let table = table(member, notices)?;
    let columns = table.columns([
        "Numero_Fiche",
        "Intitule",
        "Nomenclature_Europe_Niveau",
        "Date_Fin_Enregistrement",
        "Actif",
    ])?;
    let mut read: BTreeMap<CertificationNumber, Certification> = BTreeMap::new();
    let mut sieve = Sieve::default();
    for row in table.rows() {
        let Some(certification) = sieve.keep(certification(row, columns)) else { continue };
        match read.entry(certification.number.clone()) {
            Entry::Vacant(place) => {
                place.insert(certification);
            }
            Entry::Occupied(place) => {
                sieve.note(row.refuse(format!("« {} » figure deux fois", place.key())));
            }
        }
    }
    notices.extend(sieve.finish(&member.name)?);
    Ok(read)
}

fn certification(
    row: Row<'_>,
    [number, title, level, ends_on, active]: [Column; 5],
) -> Result<Certification, ArchiveError> {
    Ok(Certification {
        number: row.parsed(number, CertificationNumber::parse)?,
        title: row.parsed(title, text::clean)?,
        level: level_of(row.text(level)),
        is_active: row.parsed(active, activity)?,
        ends_on: match row.text(ends_on) {
            "" => None,
            _ => Some(row.parsed(ends_on, day)?),
        },
        jobs: BTreeSet::new(),
    })
}

/// `NIV5` is level 5. Certifications without level bear other words, or none.
fn level_of(text: &str) -> Option<i16> {
    let level = text.strip_prefix("NIV")?.parse().ok()?;
    (1..=8).contains(&level).then_some(level)
}

/// A sheet of which nothing is said is not an active one.
fn activity(word: &str) -> Option<bool> {
    match word.to_uppercase().as_str() {
        "ACTIVE" | "OUI" => Some(true),
        "INACTIVE" | "NON" | "" => Some(false),
        _ => None,
    }
}

/// `31/01/2028`, or `2028-01-31`; a time after it says nothing.
fn day(text: &str) -> Option<NaiveDate> {
    let day = text.split([' ', 'T']).next()?;
    let read = |form: &str| NaiveDate::parse_from_str(day, form).ok();
    read("%d/%m/%Y").or_else(|| read("%Y-%m-%d"))
}

/// Gives each certification its jobs. Codes that are none, and lines about other certifications, are counted and left out.
fn link_jobs(
    member: &Member,
    certifications: &mut BTreeMap<CertificationNumber, Certification>,
    notices: &mut Vec<String>,
) -> Result<(), ArchiveError> {
    let table = table(member, notices)?;
    let [number, job] = table.columns(["Numero_Fiche", "Codes_Rome_Code"])?;
    let (mut malformed, mut unknown) = (0_usize, 0_usize);
    for row in table.rows() {
        let found = CertificationNumber::parse(row.text(number));
        let certification = found.and_then(|number| certifications.get_mut(&number));
        let code = RomeCode::parse(&row.text(job).to_ascii_uppercase());
        match (certification, code) {
            (Some(certification), Ok(code)) => {
                certification.jobs.insert(code);
            }
            (Some(_), Err(_)) => malformed += 1,
            (None, _) => unknown += 1,
        }
    }
    if malformed > 0 {
        notices.push(format!("« {} » : codes ROME mal formés, laissés de côté : {malformed}.", member.name));
    }
    if unknown > 0 {
        notices.push(format!("« {} » : lignes sur des fiches inconnues : {unknown}.", member.name));
    }
    Ok(())
}

/// Keeps what could be read, and remembers the first line that could not.
#[derive(Debug, Default)]
struct Sieve {
    lines: usize,
    faulty: usize,
    first: Option<ArchiveError>,
}

impl Sieve {
    fn keep<T>(&mut self, read: Result<T, ArchiveError>) -> Option<T> {
        self.lines += 1;
        match read {
            Ok(value) => Some(value),
            Err(error) => {
                self.note(error);
                None
            }
        }
    }

    fn note(&mut self, error: ArchiveError) {
        self.faulty += 1;
        if self.first.is_none() {
            self.first = Some(error);
        }
    }

    /// A sentence about what was left out; a file with too many faulty lines is refused for the first of them.
    fn finish(self, name: &str) -> Result<Option<String>, ArchiveError> {
        match self.first {
            None => Ok(None),
            Some(first) if self.faulty * 100 > self.lines * MAX_FAULTY_PERCENT => Err(first),
            Some(first) => Ok(Some(format!("« {name} » : lignes écartées : {}, dont {first}", self.faulty))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_read_from_the_name() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        assert_eq!(day_of("export_fiches_CSV_Standard_2026_03_02.csv"), day("2026-03-02"));
        assert_eq!(day_of("standard-2026-03-02.CSV"), day("2026-03-02"));
        for name in ["export_fiches_CSV_Standard.csv", "Standard_2026_13_02.csv", "Standard"] {
            assert_eq!(day_of(name), None, "{name}");
        }
    }

    #[test]
    fn fields_are_read_in_the_forms_they_come_in() {
        assert_eq!(
            (level_of("NIV5"), level_of("NIV9"), level_of(""), level_of("NP")),
            (Some(5), None, None, None)
        );
        assert_eq!(
            (activity("ACTIVE"), activity("Non"), activity("")),
            (Some(true), Some(false), Some(false))
        );
        assert_eq!(activity("peut-être"), None);
        let last = NaiveDate::from_ymd_opt(2028, 1, 31);
        assert_eq!((day("31/01/2028"), day("2028-01-31 00:00:00"), day("31/13/2028")), (last, last, None));
    }

    #[test]
    fn one_faulty_line_in_a_hundred_is_left_out_and_named() {
        let fault = || ArchiveError::NoDate("x".to_owned());
        let mut sieve = Sieve::default();
        for line in 0..100 {
            sieve.keep(if line == 7 { Err(fault()) } else { Ok(line) });
        }
        let told = sieve.finish("Standard.csv").expect("still believed").expect("a sentence");
        assert!(told.starts_with("« Standard.csv » : lignes écartées : 1, dont "), "{told}");
        let mut sieve = Sieve::default();
        sieve.keep::<()>(Err(fault()));
        assert_eq!(sieve.finish("Standard.csv"), Err(fault()));
    }
}
