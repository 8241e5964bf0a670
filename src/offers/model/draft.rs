//! An offer as its author writes it, and what it must say before it is sent.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::dates::{MOST_DAYS, days_after};
use crate::catalog::CatalogSnapshot;
use crate::ids::{CompanyQuizId, FileId};
use crate::platform::http::{FieldError, Fields, texts};
use crate::profiles::CriteriaBody;
use carnet_index::RomeCode;

const LONGEST_TITLE: usize = 120;
const LONGEST_MESSAGE: usize = 4_000;
const LONGEST_LINE: usize = 200;
/// Cents of a euro.
const HIGHEST_PAY: i32 = 100_000_000;

/// What kind of contract is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = OfferContract)]
pub enum Contract {
    /// CDI.
    Permanent,
    /// CDD.
    FixedTerm,
    /// Intérim.
    Temporary,
    /// Contrat d’apprentissage.
    Apprenticeship,
    /// Contrat de professionnalisation.
    Professionalisation,
    /// Stage.
    Internship,
    /// Contrat saisonnier.
    Seasonal,
    /// Prestation d’indépendant.
    Freelance,
    /// Another one, which the message names.
    Other,
}

/// What a pay is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = OfferPayPer)]
pub enum PayPer {
    /// An hour.
    Hour,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// What is paid, before deductions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OfferPay)]
pub struct Pay {
    /// Cents of a euro: what is paid, or the lower bound of a range.
    pub min: i32,
    /// The upper bound.
    pub max: Option<i32>,
    /// For what.
    pub per: PayPer,
}

/// Why somebody says no, where they want to say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum RefusalReason {
    /// It does not interest them.
    NotInterested,
    /// It is not their job.
    Job,
    /// The place.
    Place,
    /// The hours.
    Hours,
    /// The pay.
    Pay,
    /// The kind of contract.
    Contract,
    /// When it starts.
    StartDate,
    /// They look for nothing any more.
    NoLongerLooking,
    /// Something else.
    Other,
}

impl RefusalReason {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotInterested => "not_interested",
            Self::Job => "job",
            Self::Place => "place",
            Self::Hours => "hours",
            Self::Pay => "pay",
            Self::Contract => "contract",
            Self::StartDate => "start_date",
            Self::NoLongerLooking => "no_longer_looking",
            Self::Other => "other",
        }
    }

    /// As people read it in a table.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::NotInterested => "pas intéressé",
            Self::Job => "le métier",
            Self::Place => "le lieu",
            Self::Hours => "les horaires",
            Self::Pay => "la rémunération",
            Self::Contract => "le contrat",
            Self::StartDate => "la date de début",
            Self::NoLongerLooking => "ne cherche plus",
            Self::Other => "autre",
        }
    }
}

/// A ROME job by code and title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = OfferJob)]
pub struct JobName {
    /// Its code.
    pub code: String,
    /// Its title when it was chosen.
    pub label: String,
}

/// An offer to write. A draft needs its title alone; what else is missing is named when it is sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OfferDraft)]
pub struct DraftBody {
    /// 1 to 120 characters.
    title: String,
    /// Code of a ROME job in force, such as `M1805`.
    job: Option<String>,
    /// What the person reads, up to 4,000 characters, plain text.
    message: Option<String>,
    contract: Option<Contract>,
    /// Where one works, up to 200 characters.
    place: Option<String>,
    /// Hours of work a week, in minutes.
    #[schema(minimum = 30, maximum = 3600)]
    weekly_minutes: Option<i32>,
    /// When one works, up to 200 characters.
    schedule: Option<String>,
    pay: Option<Pay>,
    /// When the work starts; null: as soon as possible.
    starts_on: Option<NaiveDate>,
    /// Last day on which it can be answered, from tomorrow on, 90 days ahead at most; null: 30 days after it is sent.
    reply_by: Option<NaiveDate>,
    /// One PDF of 5 MiB at most, sent before to `POST /me/files`; the one the draft has already may be named again.
    file_id: Option<FileId>,
    /// A published quiz of the company.
    quiz_id: Option<CompanyQuizId>,
    /// The criteria of the search that selected the people. They are shown them, with how they fare against each.
    search: Option<CriteriaBody>,
}

/// What an offer says.
#[derive(Clone, Debug)]
pub struct Content {
    /// Its title.
    pub title: String,
    /// Its job.
    pub job: Option<JobName>,
    /// What the person reads.
    pub message: Option<String>,
    /// The contract.
    pub contract: Option<Contract>,
    /// Where one works.
    pub place: Option<String>,
    /// Hours a week, in minutes.
    pub weekly_minutes: Option<i32>,
    /// When one works.
    pub schedule: Option<String>,
    /// What is paid.
    pub pay: Option<Pay>,
    /// When it starts.
    pub starts_on: Option<NaiveDate>,
    /// Last day to answer.
    pub reply_by: Option<NaiveDate>,
    /// The document that goes with it.
    pub file: Option<FileId>,
    /// The quiz that goes with it.
    pub quiz: Option<CompanyQuizId>,
    /// The criteria that selected the people.
    pub search: Option<CriteriaBody>,
}

impl DraftBody {
    /// Reads it, and notes all its faults below `prefix`. Files, quizzes and criteria are checked by the caller.
    pub fn parse(
        self,
        prefix: &str,
        catalog: &CatalogSnapshot,
        today: NaiveDate,
        fields: &mut Fields,
    ) -> Option<Content> {
        let at = |field: &str| format!("{prefix}/{field}");
        let title = fields.check(texts::line(&at("title"), &self.title, 1..=LONGEST_TITLE));
        let line = |field: &str, text: Option<&String>, fields: &mut Fields| {
            let text = text.filter(|text| !text.trim().is_empty())?;
            fields.check(texts::line(&at(field), text, 1..=LONGEST_LINE))
        };
        let place = line("place", self.place.as_ref(), fields);
        let schedule = line("schedule", self.schedule.as_ref(), fields);
        let message = self
            .message
            .filter(|text| !text.trim().is_empty())
            .and_then(|text| fields.check(texts::paragraphs(&at("message"), &text, 1..=LONGEST_MESSAGE)));
        let job = self.job.and_then(|code| fields.check(parse_job(&at("job"), &code, catalog)));
        if self.weekly_minutes.is_some_and(|minutes| !(30..=3600).contains(&minutes)) {
            let message = "De 30\u{a0}minutes à 60\u{a0}heures par semaine.";
            fields.push(FieldError::new(at("weekly_minutes"), "out_of_range", message));
        }
        if self.pay.is_some_and(|pay| !pay.is_sound()) {
            let message = "Une rémunération est positive, et une fourchette commence par sa borne basse.";
            fields.push(FieldError::new(at("pay"), "out_of_range", message));
        }
        if self.starts_on.is_some_and(|day| day < today) {
            fields.push(FieldError::new(at("starts_on"), "in_the_past", "Ce jour est passé."));
        }
        if let Err(fault) = check_reply_by(&at("reply_by"), self.reply_by, today) {
            fields.push(fault);
        }
        Some(Content {
            title: title?,
            job,
            message,
            contract: self.contract,
            place,
            weekly_minutes: self.weekly_minutes,
            schedule,
            pay: self.pay,
            starts_on: self.starts_on,
            reply_by: self.reply_by,
            file: self.file_id,
            quiz: self.quiz_id,
            search: self.search,
        })
    }
}

impl Pay {
    fn is_sound(self) -> bool {
        self.min > 0
            && self.min <= HIGHEST_PAY
            && self.max.is_none_or(|max| (self.min..=HIGHEST_PAY).contains(&max))
    }
}

impl Content {
    /// What keeps it from being sent: everything it lacks, and days that have passed since it was written.
    pub fn ensure_complete(&self, catalog: &CatalogSnapshot, today: NaiveDate, fields: &mut Fields) {
        let lacking = [
            ("/job", self.job.is_none()),
            ("/message", self.message.is_none()),
            ("/contract", self.contract.is_none()),
            ("/place", self.place.is_none()),
        ];
        for (pointer, _) in lacking.into_iter().filter(|(_, lacks)| *lacks) {
            fields.push(FieldError::new(pointer, "required", "À compléter avant l’envoi."));
        }
        if let Some(job) = &self.job {
            fields.check(parse_job("/job", &job.code, catalog).map(drop));
        }
        if let Err(fault) = check_reply_by("/reply_by", self.reply_by, today) {
            fields.push(fault);
        }
    }

    /// Its texts that people read, with where they stand.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        let parts = [
            ("/title", Some(self.title.as_str())),
            ("/message", self.message.as_deref()),
            ("/place", self.place.as_deref()),
            ("/schedule", self.schedule.as_deref()),
        ];
        parts.into_iter().filter_map(|(pointer, text)| Some((pointer, text?))).collect()
    }
}

fn parse_job(pointer: &str, code: &str, catalog: &CatalogSnapshot) -> Result<JobName, FieldError> {
    let found = RomeCode::parse(code).ok().and_then(|code| catalog.job(code)).filter(|card| card.is_active);
    let message = "Ce métier n’existe pas dans le référentiel ROME.";
    found
        .map(|card| JobName { code: card.job.code.to_string(), label: card.job.label.clone() })
        .ok_or_else(|| FieldError::new(pointer, "unknown_job", message))
}

fn check_reply_by(pointer: &str, day: Option<NaiveDate>, today: NaiveDate) -> Result<(), FieldError> {
    let fits = day.is_none_or(|day| day > today && day <= days_after(today, MOST_DAYS));
    let message = "Une offre se laisse répondre de demain à dans 90\u{a0}jours.";
    if fits { Ok(()) } else { Err(FieldError::new(pointer, "out_of_range", message)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pay_is_positive_and_a_range_goes_up() {
        let pay = |min, max| Pay { min, max, per: PayPer::Hour };
        assert!(pay(1_188, None).is_sound() && pay(1_188, Some(1_188)).is_sound());
        for (min, max) in [(0, None), (-5, None), (1_500, Some(1_400)), (1, Some(HIGHEST_PAY + 1))] {
            assert!(!pay(min, max).is_sound(), "{min} {max:?}");
        }
    }

    #[test]
    fn an_offer_can_be_answered_from_tomorrow_for_ninety_days() {
        let today: NaiveDate = "2026-03-03".parse().unwrap();
        let told = |day: &str| check_reply_by("/reply_by", Some(day.parse().unwrap()), today).is_ok();
        assert!(told("2026-03-04") && told("2026-06-01"));
        assert!(!told("2026-03-03") && !told("2026-03-02") && !told("2026-06-02"));
        assert!(check_reply_by("/reply_by", None, today).is_ok());
    }

    #[test]
    fn stored_names_are_shown_names() {
        use RefusalReason as R;
        for reason in [
            R::NotInterested,
            R::Job,
            R::Place,
            R::Hours,
            R::Pay,
            R::Contract,
            R::StartDate,
            R::NoLongerLooking,
            R::Other,
        ] {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.as_str());
        }
    }
}
