//! A slot as it is written.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::general::{each_once, is_sane_day, url};
use super::half_days::{day_of, half_days};
use super::local_time::{instant, parse_time};
use super::recurrence::Recurrence;
use super::status::SlotKind;
use crate::ids::{PersonId, SessionCourseId};
use crate::platform::http::{Error, FieldError, Fields, Result, texts};

/// Most slots of a session.
pub const MOST_SLOTS: i64 = 1_000;

/// A day and its hours in Paris.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SlotHours)]
pub struct HoursDraft {
    /// The day, in Paris.
    date: NaiveDate,
    /// `09:00`, in Paris. In the hour that comes twice in October, the first of the two.
    start_time: String,
    /// `12:30`, in Paris.
    end_time: String,
    /// The day on which it ends, where that is the next one.
    #[serde(default)]
    end_date: Option<NaiveDate>,
}

/// A slot, as it is sent.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SlotDraft {
    /// What is done in it: a course by default.
    #[serde(default)]
    kind: SlotKind,
    /// The course of the session's list; a course without one needs a title.
    #[serde(default)]
    session_course_id: Option<SessionCourseId>,
    /// What is done, beside or instead of the course, 200 characters at most.
    #[serde(default)]
    title: String,
    /// The day, in Paris.
    date: NaiveDate,
    /// `09:00`, in Paris. In the hour that comes twice in October, the first of the two.
    start_time: String,
    /// `12:30`, in Paris.
    end_time: String,
    /// The day on which it ends, where that is the next one.
    #[serde(default)]
    end_date: Option<NaiveDate>,
    /// Room or address, 300 characters at most; empty: that of the session.
    #[serde(default)]
    place: String,
    /// Address at a distance; null: that of the session.
    #[serde(default)]
    remote_url: Option<String>,
    /// Who trains; null: on creation the trainers of the session, afterwards whoever trains today.
    #[serde(default)]
    trainers: Option<Vec<PersonId>>,
    /// Why it stands although somebody or the place is taken, 500 characters at most.
    #[serde(default)]
    override_reason: Option<String>,
}

/// What a slot was about and where, as it is sent to put a sealed sheet right.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SlotSubject)]
pub struct SubjectDraft {
    /// The course of the session's list; a course without one needs a title.
    #[serde(default)]
    session_course_id: Option<SessionCourseId>,
    /// What was done, beside or instead of the course, 200 characters at most.
    #[serde(default)]
    title: String,
    /// Room or address, 300 characters at most; empty: that of the session.
    #[serde(default)]
    place: String,
}

/// What a slot is about, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotSubject {
    /// The course.
    pub course: Option<SessionCourseId>,
    /// What is done, beside or instead of the course; may be empty.
    pub title: String,
    /// Its own place; empty: that of the session.
    pub place: String,
}

/// When something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

/// A slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotContent {
    /// What is done in it.
    pub kind: SlotKind,
    /// The course.
    pub course: Option<SessionCourseId>,
    /// What is done, beside or instead of the course; may be empty.
    pub title: String,
    /// When.
    pub times: Times,
    /// Its own place; empty: that of the session.
    pub place: String,
    /// Its own address at a distance.
    pub remote_url: Option<String>,
    /// Who trains, if that was said.
    pub trainers: Option<Vec<PersonId>>,
    /// Why it stands although something is taken.
    pub override_reason: Option<String>,
}

impl Times {
    /// Refuses other times for a slot whose sheet is sealed, unless its half-days stay: people were marked in those, and signed.
    pub fn ensure_same_half_days(self, other: Self) -> Result<()> {
        if day_of(self.starts_at) != day_of(other.starts_at) {
            let told = "La feuille est close\u{a0}: le jour ne change plus.";
            return Err(Error::field("/hours/date", "other_day", told));
        }
        let [before, after] = [self, other].map(|times| half_days(times.starts_at, times.ends_at));
        if before == after {
            return Ok(());
        }
        let place = if before.first() == after.first() { "/hours/end_time" } else { "/hours/start_time" };
        let told = "La feuille est close\u{a0}: le créneau garde ses demi-journées.";
        Err(Error::field(place, "other_half_days", told))
    }
}

impl HoursDraft {
    /// The instants.
    pub fn parse(&self) -> Result<Times> {
        let mut fields = Fields::default();
        let times = times(self.date, &self.start_time, &self.end_time, self.end_date, &mut fields);
        fields.finish()?;
        times.ok_or_else(|| Error::field("/start_time", "required", "Une heure s’écrit 09:30."))
    }
}

/// The instants of a day's hours: at most a day, and at least a minute.
fn times(
    date: NaiveDate,
    start: &str,
    end: &str,
    end_date: Option<NaiveDate>,
    fields: &mut Fields,
) -> Option<Times> {
    fields.check(is_sane_day("/date", date))?;
    let last = end_date.unwrap_or(date);
    if last != date && Some(last) != date.succ_opt() {
        let told = "Un créneau finit le jour même ou le lendemain.";
        fields.push(FieldError::new("/end_date", "out_of_range", told));
        return None;
    }
    let (start, end) =
        (fields.check(parse_time("/start_time", start)), fields.check(parse_time("/end_time", end)));
    let starts_at = fields.check(instant("/start_time", date, start?));
    let ends_at = fields.check(instant("/end_time", last, end?));
    let times = Times { starts_at: starts_at?, ends_at: ends_at? };
    if times.ends_at <= times.starts_at {
        fields.push(FieldError::new("/end_time", "before_start", "Le créneau finirait avant de commencer."));
        return None;
    }
    if times.ends_at - times.starts_at > chrono::Duration::hours(24) {
        fields.push(FieldError::new("/end_time", "too_far", "Un créneau dure un jour au plus."));
        return None;
    }
    Some(times)
}

impl SlotDraft {
    /// The slot. Every fault is told at its place.
    pub fn parse(self) -> Result<SlotContent> {
        let mut fields = Fields::default();
        let times = times(self.date, &self.start_time, &self.end_time, self.end_date, &mut fields);
        let shared = Shared {
            kind: self.kind,
            course: self.session_course_id,
            title: &self.title,
            place: &self.place,
            remote_url: self.remote_url.as_deref(),
            trainers: self.trainers,
            override_reason: self.override_reason.as_deref(),
        };
        let content = shared.check(&mut fields);
        fields.finish()?;
        let times =
            times.ok_or_else(|| Error::field("/start_time", "required", "Une heure s’écrit 09:30."))?;
        Ok(SlotContent { times, ..content })
    }
}

impl SubjectDraft {
    /// What the slot was about, for a slot of this kind. Every fault is told at its place.
    pub fn parse(&self, kind: SlotKind) -> Result<SlotSubject> {
        let mut fields = Fields::default();
        let shared = Shared {
            kind,
            course: self.session_course_id,
            title: &self.title,
            place: &self.place,
            remote_url: None,
            trainers: None,
            override_reason: None,
        };
        let SlotContent { course, title, place, .. } = shared.check(&mut fields);
        fields.finish()?;
        Ok(SlotSubject { course, title, place })
    }
}

/// What a slot says beside its times, as it is sent.
struct Shared<'a> {
    kind: SlotKind,
    course: Option<SessionCourseId>,
    title: &'a str,
    place: &'a str,
    remote_url: Option<&'a str>,
    trainers: Option<Vec<PersonId>>,
    override_reason: Option<&'a str>,
}

impl Shared<'_> {
    fn check(self, fields: &mut Fields) -> SlotContent {
        let title = fields.check(texts::line("/title", self.title, 0..=200)).unwrap_or_default();
        let place = fields.check(texts::line("/place", self.place, 0..=300)).unwrap_or_default();
        let remote_url = fields.check(url("/remote_url", self.remote_url)).flatten();
        fields.check(each_once("/trainers", self.trainers.as_deref().unwrap_or_default()));
        let reason = self.override_reason.map(|text| texts::line("/override_reason", text, 0..=500));
        let reason = reason.and_then(|read| fields.check(read)).filter(|text| !text.is_empty());
        if self.kind == SlotKind::Course && self.course.is_none() && title.is_empty() {
            let told = "Choisissez un module, ou dites ce qu’on y fait.";
            fields.push(FieldError::new("/session_course_id", "required", told));
        }
        let times = Times { starts_at: DateTime::UNIX_EPOCH, ends_at: DateTime::UNIX_EPOCH };
        SlotContent {
            kind: self.kind,
            course: self.course,
            title,
            times,
            place,
            remote_url,
            trainers: self.trainers,
            override_reason: reason,
        }
    }
}

/// Slots at regular times, as they are sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SlotGeneration {
    /// Only shows what would be created.
    pub dry_run: bool,
    /// What is done in them: a course by default.
    #[serde(default)]
    kind: SlotKind,
    /// The course of the session's list; a course without one needs a title.
    #[serde(default)]
    session_course_id: Option<SessionCourseId>,
    /// What is done, beside or instead of the course, 200 characters at most.
    #[serde(default)]
    title: String,
    /// The first possible day.
    from: NaiveDate,
    /// 1 (Monday) to 7 (Sunday), each once.
    weekdays: Vec<u8>,
    /// Every how many weeks, 1 to 12, counted from the week of the first day.
    #[serde(default = "one")]
    every_weeks: u32,
    /// The last possible day, a year later at most. This or `count`.
    #[serde(default)]
    until: Option<NaiveDate>,
    /// How many days, those left out not counted, within a year. This or `until`.
    #[serde(default)]
    count: Option<u32>,
    /// The hours of each day, in Paris: one to four.
    hours: Vec<DayHours>,
    /// Whether public holidays are left out, as the session counts them.
    #[serde(default = "yes")]
    pub skip_holidays: bool,
    /// Other days to leave out, 50 at most.
    #[serde(default)]
    closures: Vec<Closure>,
    /// Room or address, 300 characters at most; empty: that of the session.
    #[serde(default)]
    place: String,
    /// Address at a distance; null: that of the session.
    #[serde(default)]
    remote_url: Option<String>,
    /// Who trains; null: the trainers of the session.
    #[serde(default)]
    trainers: Option<Vec<PersonId>>,
    /// Why they stand although somebody or the place is taken, 500 characters at most.
    #[serde(default)]
    override_reason: Option<String>,
}

/// From one hour to another, in Paris.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DayHours {
    /// `09:00`
    start_time: String,
    /// `12:30`, on the same day.
    end_time: String,
}

/// Days on which nothing takes place, both included.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Closure {
    from: NaiveDate,
    to: NaiveDate,
}

const fn one() -> u32 {
    1
}

const fn yes() -> bool {
    true
}

impl SlotGeneration {
    /// What each slot says beside its times, and the rule that gives them. Every fault is told at its place.
    pub fn parse(self) -> Result<(SlotContent, Recurrence)> {
        let mut fields = Fields::default();
        fields.check(is_sane_day("/from", self.from));
        let weekdays = weekdays(&self.weekdays, &mut fields);
        if !(1..=12).contains(&self.every_weeks) {
            fields.push(FieldError::new("/every_weeks", "out_of_range", "Toutes les 1 à 12 semaines."));
        }
        match (self.until, self.count) {
            (None, None) => {
                fields.push(FieldError::new(
                    "/until",
                    "required",
                    "Jusqu’à quand, ou combien de jours\u{a0}?",
                ));
            }
            (Some(_), Some(_)) => {
                let told = "Jusqu’à un jour, ou un nombre de jours\u{a0}: pas les deux.";
                fields.push(FieldError::new("/count", "out_of_range", told));
            }
            (Some(until), None) if until < self.from => {
                fields.push(FieldError::new("/until", "before_start", "Avant le premier jour."));
            }
            (None, Some(count)) if !(1..=366).contains(&count) => {
                fields.push(FieldError::new("/count", "out_of_range", "De 1 à 366 jours."));
            }
            _ => {}
        }
        if self.hours.is_empty() || self.hours.len() > 4 {
            fields.push(FieldError::new("/hours", "out_of_range", "D’une à quatre plages par jour."));
        }
        let hours =
            self.hours.iter().enumerate().filter_map(|(at, hours)| hours.parse(at, &mut fields)).collect();
        if self.closures.len() > 50 {
            fields.push(FieldError::new("/closures", "too_many", "50 fermetures au plus."));
        }
        for (at, closure) in self.closures.iter().enumerate().filter(|(_, closure)| closure.to < closure.from)
        {
            let pointer = format!("/closures/{at}/to");
            let told = format!("La fermeture du {} finirait avant de commencer.", closure.from);
            fields.push(FieldError::new(pointer, "before_start", told));
        }
        let shared = Shared {
            kind: self.kind,
            course: self.session_course_id,
            title: &self.title,
            place: &self.place,
            remote_url: self.remote_url.as_deref(),
            trainers: self.trainers,
            override_reason: self.override_reason.as_deref(),
        };
        let content = shared.check(&mut fields);
        fields.finish()?;
        let rule = Recurrence {
            from: self.from,
            weekdays,
            every_weeks: self.every_weeks,
            until: self.until,
            count: self.count.map(|count| count as usize),
            hours,
            holidays: None,
            closures: self.closures.iter().map(|closure| (closure.from, closure.to)).collect(),
        };
        Ok((content, rule))
    }
}

impl DayHours {
    fn parse(&self, at: usize, fields: &mut Fields) -> Option<(chrono::NaiveTime, chrono::NaiveTime)> {
        let start = fields.check(parse_time(&format!("/hours/{at}/start_time"), &self.start_time));
        let end = fields.check(parse_time(&format!("/hours/{at}/end_time"), &self.end_time));
        let (start, end) = (start?, end?);
        if end <= start {
            let pointer = format!("/hours/{at}/end_time");
            fields.push(FieldError::new(pointer, "before_start", "La plage finirait avant de commencer."));
            return None;
        }
        Some((start, end))
    }
}

fn weekdays(numbers: &[u8], fields: &mut Fields) -> Vec<chrono::Weekday> {
    if numbers.is_empty() {
        fields.push(FieldError::new("/weekdays", "required", "Choisissez au moins un jour."));
    }
    let mut found = Vec::with_capacity(7);
    for (at, number) in numbers.iter().enumerate() {
        match number.checked_sub(1).and_then(|number| chrono::Weekday::try_from(number).ok()) {
            Some(day) if !found.contains(&day) => found.push(day),
            Some(_) => fields.push(FieldError::new(
                format!("/weekdays/{at}"),
                "duplicate",
                "Ce jour est cité deux fois.",
            )),
            None => fields.push(FieldError::new(
                format!("/weekdays/{at}"),
                "out_of_range",
                "De 1 (lundi) à 7 (dimanche).",
            )),
        }
    }
    found
}
