//! The general part of a session, as it is written.

use chrono::{Datelike, Months, NaiveDate};
use serde::Deserialize;
use utoipa::ToSchema;

use super::holidays::Holidays;
use super::status::Retention;
use crate::ids::{PersonId, TrainingId};
use crate::platform::http::{Error, FieldError, Fields, texts};

/// Most participants of a session.
pub const MOST_SEATS: i32 = 500;
/// Most trainers of a session or a slot.
pub const MOST_TRAINERS: usize = 50;
/// Longest session, in months.
const LONGEST: u32 = 36;
/// Most minutes that can be announced.
const MOST_MINUTES: i32 = 600_000;

/// The general part of a session, as it is sent.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionDraft {
    /// 2 to 200 characters.
    title: String,
    /// Its first day.
    starts_on: NaiveDate,
    /// Its last day, three years later at most.
    ends_on: NaiveDate,
    /// Room or address, 300 characters at most; may be empty.
    #[serde(default)]
    place: String,
    /// Address of the meeting at a distance, `https://…`.
    #[serde(default)]
    remote_url: Option<String>,
    /// What participants read: what to bring, how to come. 5000 characters at most.
    #[serde(default)]
    information: String,
    /// How many can take part, 1 to 500; null: no limit (500 all the same).
    #[serde(default)]
    seats: Option<i32>,
    /// How long it lasts by what was announced and signed, in minutes.
    announced_minutes: i32,
    /// Which public holidays hold where it takes place.
    #[serde(default)]
    holidays: Holidays,
    /// How long its papers are kept.
    #[serde(default)]
    retention: Retention,
    /// Who trains throughout: members of the organisation who train or run it, 50 at most, each once.
    #[serde(default)]
    trainers: Vec<PersonId>,
    /// Why the title changes once sheets are sealed under the one before, 1 to 500 characters: sheets show it.
    #[serde(default)]
    title_reason: Option<String>,
}

/// A session to open from a training.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSession {
    /// A published training of the organisation: the session takes its newest revision, and stays on it.
    pub training_id: TrainingId,
    /// 2 to 200 characters; the training's title when it is left out.
    #[serde(default)]
    title: Option<String>,
    /// Its first day.
    starts_on: NaiveDate,
    /// Its last day, three years later at most.
    ends_on: NaiveDate,
    /// Room or address, 300 characters at most; may be empty.
    #[serde(default)]
    place: String,
    /// Address of the meeting at a distance, `https://…`.
    #[serde(default)]
    remote_url: Option<String>,
    /// What participants read: what to bring, how to come. 5000 characters at most.
    #[serde(default)]
    information: String,
    /// How many can take part, 1 to 500; null: no limit (500 all the same).
    #[serde(default)]
    seats: Option<i32>,
    /// How long it lasts by what was announced and signed, in minutes; that of the revision's courses when it is left out.
    #[serde(default)]
    announced_minutes: Option<i32>,
    /// Which public holidays hold where it takes place.
    #[serde(default)]
    holidays: Holidays,
    /// How long its papers are kept.
    #[serde(default)]
    retention: Retention,
    /// Who trains throughout: members of the organisation who train or run it, 50 at most, each once.
    #[serde(default)]
    trainers: Vec<PersonId>,
}

/// The general part of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct General {
    /// Its title.
    pub title: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Where; may be empty.
    pub place: String,
    /// Where at a distance.
    pub remote_url: Option<String>,
    /// What participants read; may be empty.
    pub information: String,
    /// How many can take part.
    pub seats: Option<i32>,
    /// How long it lasts by what was announced.
    pub announced_minutes: i32,
    /// The public holidays that hold there.
    pub holidays: Holidays,
    /// How long its papers are kept.
    pub retention: Retention,
    /// Who trains throughout.
    pub trainers: Vec<PersonId>,
}

impl NewSession {
    /// The draft, with what was left out taken from the training.
    pub fn complete(self, title: &str, minutes: i32) -> SessionDraft {
        SessionDraft {
            title: self.title.unwrap_or_else(|| title.to_owned()),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            place: self.place,
            remote_url: self.remote_url,
            information: self.information,
            seats: self.seats,
            announced_minutes: self.announced_minutes.unwrap_or(minutes),
            holidays: self.holidays,
            retention: self.retention,
            trainers: self.trainers,
            title_reason: None,
        }
    }
}

impl SessionDraft {
    /// Why the title changes, if that was said.
    pub fn title_reason(&self) -> Result<Option<String>, Error> {
        let said = self.title_reason.as_deref().filter(|reason| !reason.trim().is_empty());
        let reason = said.map(|reason| texts::line("/title_reason", reason, 1..=500)).transpose();
        reason.map_err(|fault| Error::Invalid(vec![fault]))
    }

    /// The general part. Every fault is told at its place.
    pub fn parse(self) -> Result<General, Error> {
        let mut fields = Fields::default();
        let title = fields.check(texts::line("/title", &self.title, 2..=200));
        let place = fields.check(texts::line("/place", &self.place, 0..=300));
        let remote_url = fields.check(url("/remote_url", self.remote_url.as_deref()));
        let information = fields.check(texts::paragraphs("/information", &self.information, 0..=5000));
        fields.check(is_sane_day("/starts_on", self.starts_on));
        if self.ends_on < self.starts_on {
            fields.push(FieldError::new(
                "/ends_on",
                "before_start",
                "La session finirait avant de commencer.",
            ));
        } else if self
            .starts_on
            .checked_add_months(Months::new(LONGEST))
            .is_none_or(|last| self.ends_on > last)
        {
            fields.push(FieldError::new("/ends_on", "too_far", "Une session dure trois ans au plus."));
        }
        if self.seats.is_some_and(|seats| !(1..=MOST_SEATS).contains(&seats)) {
            fields.push(FieldError::new("/seats", "out_of_range", format!("De 1 à {MOST_SEATS} places.")));
        }
        if !(0..=MOST_MINUTES).contains(&self.announced_minutes) {
            fields.push(FieldError::new("/announced_minutes", "out_of_range", "Entre 0 et 10 000 heures."));
        }
        fields.check(each_once("/trainers", &self.trainers));
        fields.finish()?;
        Ok(General {
            title: title.unwrap_or_default(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            place: place.unwrap_or_default(),
            remote_url: remote_url.flatten(),
            information: information.unwrap_or_default(),
            seats: self.seats,
            announced_minutes: self.announced_minutes,
            holidays: self.holidays,
            retention: self.retention,
            trainers: self.trainers,
        })
    }
}

impl General {
    /// The words of the title by which lists find it.
    pub fn search_key(&self) -> String {
        folded(&self.title)
    }
}

/// A text without case, accents and signs.
pub fn folded(text: &str) -> String {
    carnet_index::text::words(text).join(" ")
}

/// Refuses years nobody means.
pub fn is_sane_day(pointer: &str, day: NaiveDate) -> Result<(), FieldError> {
    if (2000..2100).contains(&day.year()) {
        Ok(())
    } else {
        Err(FieldError::new(pointer, "out_of_range", "Cette année n’est pas plausible."))
    }
}

/// Refuses too long a list, and anybody named twice.
pub fn each_once(pointer: &str, people: &[PersonId]) -> Result<(), FieldError> {
    if people.len() > MOST_TRAINERS {
        let told = format!("{MOST_TRAINERS} formateurs ou formatrices au plus.");
        return Err(FieldError::new(pointer, "too_many", told));
    }
    let twice = (1..people.len()).find(|at| people[..*at].contains(&people[*at]));
    match twice {
        Some(at) => Err(FieldError::new(
            format!("{pointer}/{at}"),
            "duplicate",
            "Cette personne est citée deux fois.",
        )),
        None => Ok(()),
    }
}

/// A web address, or none: an empty one counts as none.
pub fn url(pointer: &str, text: Option<&str>) -> Result<Option<String>, FieldError> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return Ok(None) };
    let text = texts::line(pointer, text, 1..=2000)?;
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let is_sound = host.is_some_and(|host| {
        !host.is_empty() && !host.contains(['@', '\\', '"', '<', '>']) && !text.contains(char::is_whitespace)
    });
    if is_sound {
        Ok(Some(text))
    } else {
        Err(FieldError::new(
            pointer,
            "url_format",
            "Une adresse web commence par https:// et ne contient pas d’espace.",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_are_plain() {
        let told = |text: &str| url("", Some(text)).map_err(|fault| fault.code.into_owned());
        assert_eq!(
            told(" https://visio.example/salle?x=1 ").unwrap().unwrap(),
            "https://visio.example/salle?x=1"
        );
        assert_eq!(told("  "), Ok(None));
        assert_eq!(url("", None).unwrap(), None);
        for text in [
            "visio.example",
            "javascript:alert(1)",
            "https://",
            "https://a b",
            "https://x@evil.example",
            "ftp://a",
        ] {
            assert_eq!(told(text).unwrap_err(), "url_format", "{text}");
        }
    }
}
