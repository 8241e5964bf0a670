//! A participant as an organisation writes them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::general::is_sane_day;
use crate::identity::Email;
use crate::ids::PersonId;
use crate::platform::http::{Error, FieldError, Fields, texts};

/// Somebody to enrol, as they are sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParticipant {
    /// A member of the organisation: names and address are those of the account, unless others are given.
    #[serde(default)]
    pub person_id: Option<PersonId>,
    /// 1 to 100 characters; needed without `person_id`.
    #[serde(default)]
    first_name: Option<String>,
    /// 1 to 100 characters; needed without `person_id`.
    #[serde(default)]
    last_name: Option<String>,
    /// Where to invite them; null for somebody without an address, who is registered at once.
    #[serde(default)]
    email: Option<String>,
    /// The organisation's own number for them, 100 characters at most.
    #[serde(default)]
    reference: Option<String>,
    /// Who employs them, 200 characters at most; null for job seekers, and while it is not known.
    #[serde(default)]
    employer: Option<String>,
    /// First day on which they are expected; null: from the beginning, or from today on once it has begun.
    #[serde(default)]
    starts_on: Option<NaiveDate>,
    /// The last one; null: until the end.
    #[serde(default)]
    ends_on: Option<NaiveDate>,
}

/// A participant, written anew.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipantDraft {
    /// 1 to 100 characters.
    first_name: String,
    /// 1 to 100 characters.
    last_name: String,
    /// Where to invite them; it stays once an account is joined.
    #[serde(default)]
    email: Option<String>,
    /// The organisation's own number for them, 100 characters at most.
    #[serde(default)]
    reference: Option<String>,
    /// Who employs them, 200 characters at most; null for job seekers, and while it is not known.
    #[serde(default)]
    employer: Option<String>,
    /// First day on which they are expected.
    starts_on: NaiveDate,
    /// The last one; null: until the end.
    #[serde(default)]
    ends_on: Option<NaiveDate>,
}

/// A participant as they were written, without faults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantText {
    /// First name; missing only beside an account.
    pub first_name: Option<String>,
    /// Last name; missing only beside an account.
    pub last_name: Option<String>,
    /// Address.
    pub email: Option<String>,
    /// The organisation's number.
    pub reference: Option<String>,
    /// Who employs them.
    pub employer: Option<String>,
    /// First day on which they are expected, if it was given.
    pub starts_on: Option<NaiveDate>,
    /// The last one.
    pub ends_on: Option<NaiveDate>,
}

/// What is checked alike wherever a participant is written.
struct Raw<'a> {
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    email: Option<&'a str>,
    reference: Option<&'a str>,
    employer: Option<&'a str>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    needs_names: bool,
}

impl Raw<'_> {
    fn parse(self) -> Result<ParticipantText, Error> {
        let mut fields = Fields::default();
        let needed = if self.needs_names { Some("") } else { None };
        let mut name = |pointer, text: Option<&str>| {
            let text = text.or(needed)?;
            fields.check(texts::line(pointer, text, 1..=100))
        };
        let (first_name, last_name) =
            (name("/first_name", self.first_name), name("/last_name", self.last_name));
        let email =
            self.email.filter(|text| !text.trim().is_empty()).map(|text| Email::parse("/email", text));
        let email = email.and_then(|read| fields.check(read)).map(|email| email.as_str().to_owned());
        let mut optional = |pointer, text: Option<&str>, most| {
            let text = fields.check(texts::line(pointer, text?, 0..=most))?;
            Some(text).filter(|text| !text.is_empty())
        };
        let reference = optional("/reference", self.reference, 100);
        let employer = optional("/employer", self.employer, 200);
        for (pointer, day) in [("/starts_on", self.starts_on), ("/ends_on", self.ends_on)] {
            if let Some(day) = day {
                fields.check(is_sane_day(pointer, day));
            }
        }
        if let (Some(first), Some(last)) = (self.starts_on, self.ends_on)
            && last < first
        {
            fields.push(FieldError::new("/ends_on", "before_start", "Le départ précède l’arrivée."));
        }
        fields.finish()?;
        let (starts_on, ends_on) = (self.starts_on, self.ends_on);
        Ok(ParticipantText { first_name, last_name, email, reference, employer, starts_on, ends_on })
    }
}

/// A participant as a row of a file says them.
#[derive(Clone, Copy, Debug)]
pub struct RowText<'a> {
    /// First name.
    pub first_name: &'a str,
    /// Last name.
    pub last_name: &'a str,
    /// Address; may be empty.
    pub email: &'a str,
    /// The organisation's number; may be empty.
    pub reference: &'a str,
    /// Who employs them; may be empty.
    pub employer: &'a str,
    /// First day, `03/03/2026` or `2026-03-03`; may be empty.
    pub starts_on: &'a str,
    /// The last one; may be empty.
    pub ends_on: &'a str,
}

impl RowText<'_> {
    /// What was read, and what is wrong with it. A cell with a fault is shown as it is.
    pub fn read(self) -> (ParticipantText, Vec<FieldError>) {
        let mut fields = Fields::default();
        let starts_on = fields.check(day("/starts_on", self.starts_on)).flatten();
        let ends_on = fields.check(day("/ends_on", self.ends_on)).flatten();
        let filled = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
        let raw = Raw {
            first_name: Some(self.first_name),
            last_name: Some(self.last_name),
            email: Some(self.email),
            reference: Some(self.reference),
            employer: Some(self.employer),
            starts_on,
            ends_on,
            needs_names: true,
        };
        let mut faults = Vec::new();
        let parsed = raw.parse();
        for refused in [parsed.as_ref().err(), fields.finish().as_ref().err()].into_iter().flatten() {
            if let Error::Invalid(found) = refused {
                faults.extend(found.iter().cloned());
            }
        }
        let shown = parsed.unwrap_or_else(|_| ParticipantText {
            first_name: filled(self.first_name),
            last_name: filled(self.last_name),
            email: filled(self.email),
            reference: filled(self.reference),
            employer: filled(self.employer),
            starts_on,
            ends_on,
        });
        (shown, faults)
    }
}

/// A day as people and workbooks write it; empty is none.
fn day(pointer: &str, text: &str) -> Result<Option<NaiveDate>, FieldError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let forms = ["%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"];
    let found = forms.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    let told = "Une date s’écrit 03/03/2026.";
    found.map(Some).ok_or_else(|| FieldError::new(pointer, "date_format", told))
}

impl NewParticipant {
    /// The participant. Every fault is told at its place.
    pub fn parse(&self) -> Result<ParticipantText, Error> {
        let raw = Raw {
            first_name: self.first_name.as_deref(),
            last_name: self.last_name.as_deref(),
            email: self.email.as_deref(),
            reference: self.reference.as_deref(),
            employer: self.employer.as_deref(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            needs_names: self.person_id.is_none(),
        };
        raw.parse()
    }
}

impl ParticipantDraft {
    /// The participant. Every fault is told at its place.
    pub fn parse(&self) -> Result<ParticipantText, Error> {
        let raw = Raw {
            first_name: Some(&self.first_name),
            last_name: Some(&self.last_name),
            email: self.email.as_deref(),
            reference: self.reference.as_deref(),
            employer: self.employer.as_deref(),
            starts_on: Some(self.starts_on),
            ends_on: self.ends_on,
            needs_names: true,
        };
        raw.parse()
    }

    /// First day on which they are expected.
    pub fn first_day(&self) -> NaiveDate {
        self.starts_on
    }
}
