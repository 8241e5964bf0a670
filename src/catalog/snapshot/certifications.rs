//! The table of certifications, by number and by job.

use std::collections::{BTreeMap, HashMap};

use carnet_index::RomeCode;
use chrono::NaiveDate;

use crate::catalog::model::certification::{Certification, CertificationNumber, CertificationTable};

/// The certifications of the export in place; none before the first.
#[derive(Default)]
pub struct CertificationCards {
    published_on: Option<NaiveDate>,
    by_number: BTreeMap<CertificationNumber, Certification>,
    by_job: HashMap<RomeCode, Vec<CertificationNumber>>,
}

impl CertificationCards {
    /// Sorts the certifications under the jobs they lead to.
    pub(super) fn new(table: Option<CertificationTable>) -> Self {
        let Some(CertificationTable { published_on, certifications: by_number }) = table else {
            return Self::default();
        };
        let mut by_job: HashMap<RomeCode, Vec<CertificationNumber>> = HashMap::new();
        for certification in by_number.values() {
            for job in &certification.jobs {
                by_job.entry(*job).or_default().push(certification.number.clone());
            }
        }
        Self { published_on: Some(published_on), by_number, by_job }
    }

    /// The day of the export in place; nothing before the first.
    pub fn published_on(&self) -> Option<NaiveDate> {
        self.published_on
    }

    /// How many certifications it has.
    pub fn count(&self) -> usize {
        self.by_number.len()
    }

    /// A certification by its number.
    pub fn get(&self, number: &CertificationNumber) -> Option<&Certification> {
        self.by_number.get(number)
    }

    /// Those that name this code.
    fn named(&self, code: RomeCode) -> impl Iterator<Item = &Certification> {
        let numbers = self.by_job.get(&code).into_iter().flatten();
        numbers.filter_map(move |number| self.get(number))
    }

    /// Those that lead to a job, active ones first; true beside those that name its family and not the job itself.
    pub fn of_job(&self, job: RomeCode, family: RomeCode) -> Vec<(&Certification, bool)> {
        let own = self.named(job).map(|certification| (certification, false));
        let wider = self.named(family).filter(|certification| !certification.jobs.contains(&job));
        let mut found: Vec<_> = own.chain(wider.map(|certification| (certification, true))).collect();
        found.sort_by(|(a, a_wider), (b, b_wider)| {
            (!a.is_active, a_wider, &a.title, &a.number).cmp(&(!b.is_active, b_wider, &b.title, &b.number))
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn job(code: &str) -> RomeCode {
        RomeCode::parse(code).unwrap()
    }

    fn certification(number: &str, title: &str, is_active: bool, jobs: &[&str]) -> Certification {
        Certification {
            number: CertificationNumber::parse(number).unwrap(),
            title: title.to_owned(),
            level: None,
            is_active,
            ends_on: None,
            jobs: jobs.iter().map(|code| job(code)).collect::<BTreeSet<_>>(),
        }
    }

    fn cards(certifications: Vec<Certification>) -> CertificationCards {
        let certifications = certifications.into_iter().map(|one| (one.number.clone(), one)).collect();
        let published_on = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        CertificationCards::new(Some(CertificationTable { published_on, certifications }))
    }

    #[test]
    fn active_ones_come_first_then_those_of_the_job_itself() {
        let cards = cards(vec![
            certification("RNCP1", "Ancien titre", false, &["M1855"]),
            certification("RNCP2", "Titre de la famille", true, &["M1805"]),
            certification("RNCP3", "Titre du métier", true, &["M1805", "M1855"]),
            certification("RNCP4", "Autre titre", true, &["A1101"]),
        ]);
        let found = |code: &str, family: &str| -> Vec<(&str, bool)> {
            let found = cards.of_job(job(code), job(family));
            found.into_iter().map(|(one, is_family)| (one.number.as_str(), is_family)).collect()
        };
        assert_eq!(found("M1855", "M1805"), [("RNCP3", false), ("RNCP2", true), ("RNCP1", false)]);
        // A head of family is named by its own code, once.
        assert_eq!(found("M1805", "M1805"), [("RNCP2", false), ("RNCP3", false)]);
        assert!(found("D1102", "D1102").is_empty());
    }

    #[test]
    fn before_the_first_export_there_is_nothing() {
        let cards = CertificationCards::new(None);
        assert_eq!((cards.published_on(), cards.count()), (None, 0));
    }
}
