//! What a file would do to a session, row by row. Pure: the same session and file give the same preview.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::enrolment::{EnrolmentStatus, Window, sealed_day_in_french};
use super::super::general::{MOST_SEATS, folded};
use super::super::participant::ParticipantText;
use super::{ReadFile, ReadRow, RowFault};
use crate::ids::PersonId;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportAction {
    /// Somebody new: invited by their address, or registered without one.
    Create,
    /// A member of the organisation: enrolled.
    Match,
    /// Is among the participants: stays as they are.
    Already,
    /// Is not taken, because of its faults.
    Error,
}

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportRow {
    /// The line of the file, counted from 1.
    pub line: u32,
    pub action: ImportAction,
    /// The state the enrolment would begin in; `waiting` without a free seat. Null when there would be none.
    pub status: Option<EnrolmentStatus>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub reference: Option<String>,
    pub employer: Option<String>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    /// What is wrong with it.
    pub errors: Vec<RowFault>,
}

/// How many rows become what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportCounts {
    pub create: usize,
    #[serde(rename = "match")]
    pub matching: usize,
    pub already: usize,
    pub error: usize,
}

/// Everything a file would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Row by row, in the file's order.
    pub rows: Vec<ImportRow>,
    /// Their sums.
    pub counts: ImportCounts,
    /// Headings of columns that mean nothing here.
    pub ignored_columns: Vec<String>,
}

/// Somebody who is among the participants.
#[derive(Clone, Debug)]
pub struct Present {
    /// The account.
    pub person: Option<PersonId>,
    /// First and last name, folded.
    pub name: String,
    /// Address, in lower case.
    pub email: Option<String>,
    /// The organisation's number.
    pub reference: Option<String>,
}

/// What a preview depends on.
#[derive(Debug)]
pub struct Around {
    /// Who is among the participants.
    pub present: Vec<Present>,
    /// Members of the organisation by address in lower case.
    pub members: HashMap<String, PersonId>,
    /// Those of them who train in the session.
    pub trainers: HashSet<PersonId>,
    /// Free seats.
    pub free: i64,
    /// First day of those who come in now: that of the session, or today.
    pub starts_on: NaiveDate,
    /// Days gone by whose sheet is sealed.
    pub sealed: Vec<NaiveDate>,
}

impl Around {
    /// A day whose sheet is sealed, on which somebody new would be expected.
    fn sealed_day(&self, text: &ParticipantText) -> Option<NaiveDate> {
        let window = Window { starts_on: text.starts_on.unwrap_or(self.starts_on), ends_on: text.ends_on };
        self.sealed.iter().copied().find(|day| window.covers(*day))
    }
}

/// First and last name as they are compared.
pub fn name_key(first_name: &str, last_name: &str) -> String {
    format!("{}|{}", folded(first_name), folded(last_name))
}

impl Preview {
    /// What this file would do.
    pub fn of(file: &ReadFile, around: &Around) -> Self {
        let mut seen: HashMap<String, u32> = HashMap::new();
        let (mut free, mut room) = (around.free, i64::from(MOST_SEATS) - around.present.len() as i64);
        let mut counts = ImportCounts::default();
        let rows: Vec<_> = file
            .rows
            .iter()
            .map(|row| {
                let row = judge(row, around, &mut seen, &mut free, &mut room);
                match row.action {
                    ImportAction::Create => counts.create += 1,
                    ImportAction::Match => counts.matching += 1,
                    ImportAction::Already => counts.already += 1,
                    ImportAction::Error => counts.error += 1,
                }
                row
            })
            .collect();
        Self { rows, counts, ignored_columns: file.ignored.clone() }
    }
}

fn judge(
    row: &ReadRow,
    around: &Around,
    seen: &mut HashMap<String, u32>,
    free: &mut i64,
    room: &mut i64,
) -> ImportRow {
    let text = &row.shown;
    let mut faults = row.faults.clone();
    let mut fault = |code: &str, message: String| {
        faults.push(RowFault { column: None, code: code.to_owned(), message });
    };
    let email = text.email.as_ref().map(|email| email.to_lowercase());
    let member = email.as_ref().and_then(|email| around.members.get(email)).copied();
    let is_sound = row.faults.is_empty();
    let is_present =
        is_sound && around.present.iter().any(|present| present.is(text, email.as_deref(), member));
    if is_sound {
        let first = *seen.entry(key(text, email.as_deref())).or_insert(row.line);
        if first != row.line {
            fault("duplicate", format!("C’est la même personne qu’à la ligne {first}."));
        } else if member.is_some_and(|member| around.trainers.contains(&member)) {
            fault("trainer_of_session", "Cette personne forme dans la session.".to_owned());
        } else if text.ends_on.is_some_and(|last| last < text.starts_on.unwrap_or(around.starts_on)) {
            fault("before_start", "Le départ précède l’arrivée.".to_owned());
        } else if let Some(day) = (!is_present).then(|| around.sealed_day(text)).flatten() {
            fault("sealed_day", sealed_day_in_french(day));
        } else if !is_present && *room <= 0 {
            fault("too_many", format!("{MOST_SEATS} personnes au plus par session."));
        }
    }
    let (action, status) = if !faults.is_empty() {
        (ImportAction::Error, None)
    } else if is_present {
        (ImportAction::Already, None)
    } else {
        *room -= 1;
        let status = match (*free > 0, member, &email) {
            (false, ..) => EnrolmentStatus::Waiting,
            (true, None, Some(_)) => EnrolmentStatus::Invited,
            (true, ..) => EnrolmentStatus::Enrolled,
        };
        *free -= 1;
        let action = if member.is_some() { ImportAction::Match } else { ImportAction::Create };
        (action, Some(status))
    };
    ImportRow {
        line: row.line,
        action,
        status,
        first_name: text.first_name.clone(),
        last_name: text.last_name.clone(),
        email: text.email.clone(),
        reference: text.reference.clone(),
        employer: text.employer.clone(),
        starts_on: text.starts_on,
        ends_on: text.ends_on,
        errors: faults,
    }
}

/// What makes two rows of a file the same person: the address, or else the name and the number.
fn key(text: &ParticipantText, email: Option<&str>) -> String {
    let name = |text: &Option<String>| text.clone().unwrap_or_default();
    match email {
        Some(email) => email.to_owned(),
        None => {
            format!("{}|{}", name_key(&name(&text.first_name), &name(&text.last_name)), name(&text.reference))
        }
    }
}

impl Present {
    /// Whether a row is this participant: by account or address; without an address, by name, unless both bear a number and
    /// the numbers differ.
    fn is(&self, text: &ParticipantText, email: Option<&str>, member: Option<PersonId>) -> bool {
        if member.is_some() && self.person == member {
            return true;
        }
        if let Some(email) = email {
            return self.email.as_deref() == Some(email);
        }
        let name = |text: &Option<String>| text.clone().unwrap_or_default();
        let same_number = match (&self.reference, &text.reference) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        };
        same_number && self.name == name_key(&name(&text.first_name), &name(&text.last_name))
    }
}
