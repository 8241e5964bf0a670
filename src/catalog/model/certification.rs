//! The table of certifications that France compétences publishes (RNCP and RS), and what speaks against a new export of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use carnet_index::RomeCode;
use chrono::NaiveDate;

use super::diff::Tally;

/// Largest share of the table that one export may lose, in percent.
const MAX_LOSS_PERCENT: usize = 5;

/// Digits of a number, at most.
const MOST_DIGITS: usize = 6;

/// `RNCP` or `RS` and digits, such as `RNCP35584`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CertificationNumber(String);

/// One certification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certification {
    /// Its number.
    pub number: CertificationNumber,
    /// Its title.
    pub title: String,
    /// Its level in the European framework, 1 to 8, where the publisher gives one.
    pub level: Option<i16>,
    /// Whether the publisher calls it active.
    pub is_active: bool,
    /// The last day of its registration, where it has one.
    pub ends_on: Option<NaiveDate>,
    /// The jobs it leads to, as published: often codes of ROME 3, which are families of jobs today.
    pub jobs: BTreeSet<RomeCode>,
}

/// One export of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificationTable {
    /// The day in the names of its files.
    pub published_on: NaiveDate,
    /// The certifications by number.
    pub certifications: BTreeMap<CertificationNumber, Certification>,
}

/// What an export says otherwise than the table in place.
#[derive(Debug, Default)]
pub struct TableChange<'a> {
    /// Certifications never seen, or gone meanwhile.
    pub added: Vec<&'a Certification>,
    /// Certifications of which it says something else.
    pub changed: Vec<&'a Certification>,
    /// Numbers it no longer has.
    pub gone: Vec<&'a CertificationNumber>,
}

/// Why an export is not believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableDoubt {
    /// It has none of what it is for.
    Empty(&'static str),
    /// It is older than the one in place.
    Older {
        /// The day of the one in place.
        current: NaiveDate,
        /// The day of the one offered.
        offered: NaiveDate,
    },
    /// A list shrinks too much.
    Shrinks {
        /// Its French name.
        list: &'static str,
        /// Entries in place.
        before: usize,
        /// Entries offered.
        after: usize,
    },
    /// Too many numbers vanish, even if others come.
    Vanishes {
        /// Numbers in place.
        before: usize,
        /// How many of them are not offered.
        vanished: usize,
    },
}

impl CertificationNumber {
    /// Reads a number as people type it: white space around it and small letters do no harm.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let digits = text.strip_prefix("RNCP").or_else(|| text.strip_prefix("RS"))?;
        let well_formed =
            (1..=MOST_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        well_formed.then_some(Self(text))
    }

    /// The certification that a block belongs to: `RNCP35584BC01` is one of `RNCP35584`.
    pub fn of_block(code: &str) -> Option<Self> {
        code.rsplit_once("BC").and_then(|(head, _)| Self::parse(head))
    }

    /// The number as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The public page of the certification.
    pub fn page(&self) -> String {
        let (register, digits) = match self.0.strip_prefix("RNCP") {
            Some(digits) => ("rncp", digits),
            None => ("rs", self.0.trim_start_matches("RS")),
        };
        format!("https://www.francecompetences.fr/recherche/{register}/{digits}/")
    }
}

impl fmt::Display for CertificationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Certification {
    /// Whether it leads to this job: by its code, or by its family as ROME 3 knew it.
    pub fn leads_to(&self, job: RomeCode, family: Option<RomeCode>) -> bool {
        self.jobs.contains(&job) || family.is_some_and(|family| self.jobs.contains(&family))
    }

    /// Whether its registration is over that day.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.ends_on.is_some_and(|last| last < today)
    }
}

impl CertificationTable {
    /// How many links to jobs there are.
    pub fn links(&self) -> usize {
        self.certifications.values().map(|certification| certification.jobs.len()).sum()
    }

    /// What this says otherwise than the table in place.
    pub fn change<'a>(&'a self, known: Option<&'a Self>) -> TableChange<'a> {
        let mut change = TableChange::default();
        for (number, offered) in &self.certifications {
            match known.and_then(|known| known.certifications.get(number)) {
                None => change.added.push(offered),
                Some(held) if held != offered => change.changed.push(offered),
                Some(_) => {}
            }
        }
        let held = known.into_iter().flat_map(|known| known.certifications.keys());
        change.gone = held.filter(|number| !self.certifications.contains_key(*number)).collect();
        change
    }

    /// Everything that speaks against taking this over; empty = go on.
    pub fn doubts(&self, known: Option<&Self>, change: &TableChange<'_>) -> Vec<TableDoubt> {
        let mut doubts = Vec::new();
        let (count, links) = (self.certifications.len(), self.links());
        doubts.extend((count == 0).then_some(TableDoubt::Empty("aucune certification")));
        doubts.extend((count > 0 && links == 0).then_some(TableDoubt::Empty("aucun lien vers un métier")));
        let Some(known) = known else { return doubts };
        if self.published_on < known.published_on {
            doubts.push(TableDoubt::Older { current: known.published_on, offered: self.published_on });
        }
        doubts.extend(shrinks("certifications", known.certifications.len(), count));
        doubts.extend(shrinks("liens vers des métiers", known.links(), links));
        let (before, vanished) = (known.certifications.len(), change.gone.len());
        doubts.extend(too_much(vanished, before).then_some(TableDoubt::Vanishes { before, vanished }));
        doubts
    }

    /// What a person reads before taking it over, and in the history afterwards.
    pub fn summary(&self, known: Option<&Self>, change: &TableChange<'_>) -> String {
        let day = |table: &Self| format!("export du {}", table.published_on.format("%d/%m/%Y"));
        let before = known.map_or_else(|| "aucune table".to_owned(), day);
        let count = |table: Option<&Self>| table.map_or(0, |table| table.certifications.len());
        format!(
            "{before} → {}\n{:<26}{:>10}{:>10}\n{:<26}{:>10}{:>10}\n{:<26}{:>10}\n{:<26}{:>10}\n{:<26}{:>10}\n",
            day(self),
            "certifications",
            count(known),
            count(Some(self)),
            "liens vers des métiers",
            known.map_or(0, Self::links),
            self.links(),
            "ajoutées",
            change.added.len(),
            "modifiées",
            change.changed.len(),
            "disparues",
            change.gone.len(),
        )
    }
}

impl TableChange<'_> {
    /// Its sizes.
    pub fn tally(&self) -> Tally {
        Tally {
            added: self.added.len(),
            changed: self.changed.len(),
            retired: self.gone.len(),
            reactivated: 0,
        }
    }
}

impl TableDoubt {
    /// Whether a person may decide to go on all the same.
    pub fn is_loss(&self) -> bool {
        matches!(self, Self::Shrinks { .. } | Self::Vanishes { .. })
    }
}

fn shrinks(list: &'static str, before: usize, after: usize) -> Option<TableDoubt> {
    too_much(before.saturating_sub(after), before).then_some(TableDoubt::Shrinks { list, before, after })
}

fn too_much(lost: usize, before: usize) -> bool {
    lost * 100 > before * MAX_LOSS_PERCENT
}

impl fmt::Display for TableDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(what) => write!(f, "l’export ne contient {what}"),
            Self::Older { current, offered } => write!(
                f,
                "l’export du {} est plus ancien que celui du {} en place",
                offered.format("%d/%m/%Y"),
                current.format("%d/%m/%Y")
            ),
            Self::Shrinks { list, before, after } => {
                write!(f, "{list} : {after} au lieu de {before}, une perte de plus de {MAX_LOSS_PERCENT} %")
            }
            Self::Vanishes { before, vanished } => {
                write!(f, "{vanished} des {before} numéros disparaissent, plus de {MAX_LOSS_PERCENT} %")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn job(code: &str) -> RomeCode {
        RomeCode::parse(code).unwrap()
    }

    fn certification(number: &str, jobs: &[&str]) -> Certification {
        Certification {
            number: CertificationNumber::parse(number).unwrap(),
            title: "Développeur web".to_owned(),
            level: Some(5),
            is_active: true,
            ends_on: Some(day("2028-01-31")),
            jobs: jobs.iter().map(|code| job(code)).collect(),
        }
    }

    fn table(published_on: &str, numbers: std::ops::Range<u32>) -> CertificationTable {
        let certifications = numbers
            .map(|number| certification(&format!("RNCP{number}"), &["M1805"]))
            .map(|certification| (certification.number.clone(), certification));
        CertificationTable { published_on: day(published_on), certifications: certifications.collect() }
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let read = |text: &str| CertificationNumber::parse(text).map(|number| number.to_string());
        assert_eq!(read(" rncp35584 ").as_deref(), Some("RNCP35584"));
        assert_eq!(read("RS5").as_deref(), Some("RS5"));
        for text in ["", "RNCP", "35584", "RNCP1234567", "RNCP12A", "RSX", "RNCPRS1"] {
            assert_eq!(read(text), None, "{text:?}");
        }
        let block = CertificationNumber::of_block("RNCP35584BC01").unwrap();
        assert_eq!(block.as_str(), "RNCP35584");
        assert_eq!(block.page(), "https://www.francecompetences.fr/recherche/rncp/35584/");
        let specific = CertificationNumber::parse("RS12").unwrap();
        assert_eq!(specific.page(), "https://www.francecompetences.fr/recherche/rs/12/");
    }

    #[test]
    fn a_job_is_met_by_its_code_or_by_its_family() {
        let found = certification("RNCP1", &["M1805"]);
        assert!(found.leads_to(job("M1805"), None));
        assert!(found.leads_to(job("M1855"), Some(job("M1805"))));
        assert!(!found.leads_to(job("M1855"), Some(job("M1802"))));
        assert!(!found.is_over(day("2028-01-31")) && found.is_over(day("2028-02-01")));
    }

    #[test]
    fn an_export_is_compared_with_the_table_in_place() {
        let (before, mut after) = (table("2026-03-01", 0..4), table("2026-03-02", 1..5));
        let renamed = CertificationNumber::parse("RNCP2").unwrap();
        after.certifications.get_mut(&renamed).unwrap().is_active = false;
        let change = after.change(Some(&before));
        assert_eq!(change.tally(), Tally { added: 1, changed: 1, retired: 1, reactivated: 0 });
        assert_eq!((change.changed[0].number.as_str(), change.gone[0].as_str()), ("RNCP2", "RNCP0"));
        assert_eq!(after.change(None).tally().added, 4);
    }

    #[test]
    fn an_export_that_loses_too_much_is_not_believed() {
        let before = table("2026-03-01", 0..100);
        let doubts = |after: &CertificationTable| after.doubts(Some(&before), &after.change(Some(&before)));
        assert!(doubts(&table("2026-03-01", 5..100)).is_empty());
        let (count, links) = ("certifications", "liens vers des métiers");
        assert_eq!(
            doubts(&table("2026-03-02", 6..100)),
            [
                TableDoubt::Shrinks { list: count, before: 100, after: 94 },
                TableDoubt::Shrinks { list: links, before: 100, after: 94 },
                TableDoubt::Vanishes { before: 100, vanished: 6 },
            ]
        );
        assert_eq!(doubts(&table("2026-03-02", 6..106)), [TableDoubt::Vanishes { before: 100, vanished: 6 }]);
        let older = doubts(&table("2026-02-28", 0..100));
        assert!(matches!(older[..], [TableDoubt::Older { .. }]) && !older[0].is_loss());
    }

    #[test]
    fn an_export_without_anything_is_never_believed() {
        let empty = table("2026-03-01", 0..0);
        assert_eq!(empty.doubts(None, &empty.change(None)), [TableDoubt::Empty("aucune certification")]);
        let mut alone = table("2026-03-01", 0..1);
        alone.certifications.values_mut().for_each(|certification| certification.jobs.clear());
        assert_eq!(alone.doubts(None, &alone.change(None)), [TableDoubt::Empty("aucun lien vers un métier")]);
    }
}
