//! What still blocks the start of a session, and what deserves a look.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conflict::Conflict;
use super::courses::CourseOfSession;
use super::half_days::day_of;
use super::holidays::Holidays;
use super::local_time::french_date;
use super::planned;
use crate::ids::{ResourceId, SessionCourseId, SlotId};
use crate::trainings::{Modality, SkillLine, SkillRef};

/// What is not ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReadinessCode {
    /// No slot takes place.
    NoSlot,
    /// Nobody takes part.
    NoTrainee,
    /// Nobody trains at a slot.
    SlotWithoutTrainer,
    /// A slot says neither a place nor an address.
    SlotWithoutPlace,
    /// Less is planned than was announced.
    HoursMissing,
    /// A skill of the revision is taught by no course of the session.
    SkillNotTaught,
    /// No assessment is about a skill of the revision.
    SkillNotAssessed,
    /// A file is not known to be clean.
    ResourceNotClean,
    /// More is planned than was announced.
    HoursExceeding,
    /// A course has no slot.
    CourseWithoutSlot,
    /// A slot falls on a public holiday.
    SlotOnHoliday,
    /// A slot lies outside the session's dates.
    SlotOutsideDates,
    /// Somebody who trains at a slot no longer works for the organisation.
    TrainerLeft,
    /// Somebody or a room is taken at the time of a slot, and nobody said why that is all right.
    SlotInConflict,
}

/// Something that is not ready.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReadinessItem {
    /// What it is.
    pub code: ReadinessCode,
    /// Whether the session cannot start because of it, unless a reason is given.
    pub is_blocking: bool,
    /// French sentence for people.
    pub message: String,
    /// The slot to look at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot_id: Option<SlotId>,
    /// The course of the session to look at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_course_id: Option<SessionCourseId>,
    /// The skill to look at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill: Option<String>,
    /// The resource to look at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_id: Option<ResourceId>,
}

/// A slot that takes place.
#[derive(Clone, Debug)]
pub struct SlotFact {
    /// Its id.
    pub id: SlotId,
    /// The course it is about.
    pub course: Option<SessionCourseId>,
    /// How that is held.
    pub modality: Option<Modality>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// How many train at it, and may.
    pub trainers: usize,
    /// Names of those who no longer train for the organisation.
    pub left: Vec<String>,
    /// Whether a place is known.
    pub has_place: bool,
    /// Whether an address at a distance is known.
    pub has_link: bool,
    /// What is taken at that time, unless a reason was given.
    pub conflicts: Vec<Conflict>,
}

/// Everything that counts.
#[derive(Debug)]
pub struct Facts<'a> {
    /// First and last day of the session.
    pub dates: (NaiveDate, NaiveDate),
    /// The public holidays that hold there.
    pub holidays: Holidays,
    /// How long it lasts by what was announced.
    pub announced_minutes: i32,
    /// Its courses.
    pub courses: &'a [CourseOfSession],
    /// The skills of its revision.
    pub skills: &'a [SkillLine],
    /// Slots that take place, by time.
    pub slots: &'a [SlotFact],
    /// How many hold a seat.
    pub participants: i64,
    /// Skills that an assessment is about.
    pub assessed: &'a HashSet<SkillRef>,
    /// Files that are not known to be clean: id and title.
    pub unclean: &'a [(ResourceId, String)],
}

impl ReadinessItem {
    fn new(code: ReadinessCode, is_blocking: bool, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            code,
            is_blocking,
            message,
            slot_id: None,
            session_course_id: None,
            skill: None,
            resource_id: None,
        }
    }

    fn slot(mut self, slot: SlotId) -> Self {
        self.slot_id = Some(slot);
        self
    }
}

/// Hours and minutes as people read them.
pub fn hours(minutes: i64) -> String {
    super::local_time::clock_time(u32::try_from(minutes / 60).unwrap_or(0), (minutes % 60) as u32)
}

impl Facts<'_> {
    /// Everything that is not ready, what blocks first.
    pub fn items(&self) -> Vec<ReadinessItem> {
        let mut items = Vec::new();
        self.check_whole(&mut items);
        for (number, slot) in (1..).zip(self.slots) {
            self.check_slot(number, slot, &mut items);
        }
        self.check_courses(&mut items);
        self.check_skills(&mut items);
        for (id, title) in self.unclean {
            let told = format!("Le fichier «\u{a0}{title}\u{a0}» n’est pas encore déclaré sain.");
            let item = ReadinessItem::new(ReadinessCode::ResourceNotClean, true, told);
            items.push(ReadinessItem { resource_id: Some(*id), ..item });
        }
        items.sort_by_key(|item| !item.is_blocking);
        items
    }

    fn check_whole(&self, items: &mut Vec<ReadinessItem>) {
        if self.slots.is_empty() {
            items.push(ReadinessItem::new(ReadinessCode::NoSlot, true, "La session n’a aucun créneau."));
        }
        if self.participants == 0 {
            let told = "Personne n’est inscrit à la session.";
            items.push(ReadinessItem::new(ReadinessCode::NoTrainee, true, told));
        }
        let planned = planned::total(self.slots, self.courses);
        let announced = i64::from(self.announced_minutes);
        let told = format!("{} prévues pour {} annoncées.", hours(planned), hours(announced));
        if planned < announced {
            items.push(ReadinessItem::new(ReadinessCode::HoursMissing, true, told));
        } else if planned > announced {
            items.push(ReadinessItem::new(ReadinessCode::HoursExceeding, false, told));
        }
    }

    fn check_slot(&self, number: usize, slot: &SlotFact, items: &mut Vec<ReadinessItem>) {
        use ReadinessCode::{
            SlotInConflict, SlotOnHoliday, SlotOutsideDates, SlotWithoutPlace, SlotWithoutTrainer,
            TrainerLeft,
        };
        let day = day_of(slot.starts_at);
        let named = format!("créneau {number} ({})", french_date(day));
        let mut tell = |code, is_blocking, told: String| {
            items.push(ReadinessItem::new(code, is_blocking, told).slot(slot.id));
        };
        if slot.trainers == 0 {
            tell(SlotWithoutTrainer, true, format!("Personne ne forme au {named}."));
        }
        for name in &slot.left {
            let told = format!("{name} ne forme plus pour l’organisme\u{a0}: à remplacer au {named}.");
            tell(TrainerLeft, false, told);
        }
        let is_somewhere = match slot.modality {
            Some(Modality::RemoteSelfPaced) => true,
            Some(Modality::RemoteLive) => slot.has_link,
            _ => slot.has_place || slot.has_link,
        };
        if !is_somewhere {
            tell(SlotWithoutPlace, true, format!("Ni lieu ni lien pour le {named}."));
        }
        if let Some(holiday) = self.holidays.named(day) {
            tell(SlotOnHoliday, false, format!("Le {named} tombe un jour férié\u{a0}: {holiday}."));
        }
        if day < self.dates.0 || day > self.dates.1 {
            tell(SlotOutsideDates, false, format!("Le {named} est en dehors des dates de la session."));
        }
        for conflict in &slot.conflicts {
            tell(SlotInConflict, false, format!("Au {named}\u{a0}: {}", conflict.message()));
        }
    }

    fn check_courses(&self, items: &mut Vec<ReadinessItem>) {
        let taught: HashSet<_> = self.slots.iter().filter_map(|slot| slot.course).collect();
        for course in self.courses {
            if course.modality != Modality::RemoteSelfPaced && !taught.contains(&course.id) {
                let told = format!("Aucun créneau pour le module «\u{a0}{}\u{a0}».", course.title);
                let item = ReadinessItem::new(ReadinessCode::CourseWithoutSlot, false, told);
                items.push(ReadinessItem { session_course_id: Some(course.id), ..item });
            }
        }
    }

    fn check_skills(&self, items: &mut Vec<ReadinessItem>) {
        let taught: HashSet<_> = self.courses.iter().flat_map(|course| &course.skills).collect();
        for line in self.skills {
            let mut tell = |code, told: String| {
                let item = ReadinessItem::new(code, true, told);
                items.push(ReadinessItem { skill: Some(line.skill.to_string()), ..item });
            };
            if !taught.contains(&line.skill) {
                let told = format!("Aucun module de la session n’enseigne «\u{a0}{}\u{a0}».", line.label);
                tell(ReadinessCode::SkillNotTaught, told);
            }
            if !self.assessed.contains(&line.skill) {
                let told = format!("Aucune évaluation ne porte sur «\u{a0}{}\u{a0}».", line.label);
                tell(ReadinessCode::SkillNotAssessed, told);
            }
        }
    }
}
