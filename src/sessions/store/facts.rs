//! What readiness and planned hours are computed from, read in one go.

use std::collections::{HashMap, HashSet};

use crate::files::{self, Scan};
use crate::ids::{PersonId, ResourceId, SlotId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::sessions::model::courses::CourseOfSession;
use crate::sessions::model::planned;
use crate::sessions::model::readiness::{Facts, ReadinessItem, SlotFact};
use crate::sessions::model::slot::Times;
use crate::sessions::store::cards::{SessionCard, slot_cards};
use crate::sessions::store::conflicts::{self, Candidate};
use crate::sessions::store::{courses, quizzes, resources, seats, slots, trainers};
use crate::trainings::{Content, SkillRef, revision_content};

/// A session as a whole.
pub struct Whole {
    /// What its revision says.
    pub content: Content,
    /// Its courses.
    pub courses: Vec<CourseOfSession>,
    /// Its slots that take place, by time.
    pub slots: Vec<SlotFact>,
    participants: i64,
    assessed: HashSet<SkillRef>,
    unclean: Vec<(ResourceId, String)>,
}

/// Reads a session as a whole.
pub async fn read(tx: &mut Tx<'_>, card: &SessionCard) -> Result<Whole> {
    let content = revision_content(tx, card.training, card.revision).await?.ok_or_else(Error::not_found)?;
    let courses = courses::list(tx, card.id, &content.skills).await?;
    let quizzes = quizzes::list(tx, card.id, None, &content.skills).await?;
    Ok(Whole {
        courses,
        slots: slot_facts(tx, card).await?,
        participants: seats::of_session(tx, card.id).await?.taken,
        assessed: quizzes::assessed(&quizzes),
        unclean: unclean(tx, card).await?,
        content,
    })
}

/// How long a session is planned to last, in minutes, as its readiness counts it.
pub async fn planned_minutes(tx: &mut Tx<'_>, card: &SessionCard) -> Result<i64> {
    let whole = read(tx, card).await?;
    Ok(planned::total(&whole.slots, &whole.courses))
}

/// The files that trainees cannot have, as the antivirus sees them.
async fn unclean(tx: &mut Tx<'_>, card: &SessionCard) -> Result<Vec<(ResourceId, String)>> {
    let rows = resources::list(&mut **tx, card.id, None).await?;
    let named: Vec<_> = rows.iter().filter_map(|resource| resource.file).collect();
    let cards = files::cards(&mut **tx, &named).await?;
    let is_unclean = |file| {
        cards.iter().any(|card| card.id == file && matches!(card.scan, Scan::Pending | Scan::Infected))
    };
    let unclean = rows.into_iter().filter(|resource| resource.file.is_some_and(is_unclean));
    Ok(unclean.map(|resource| (resource.id, resource.title)).collect())
}

async fn slot_facts(tx: &mut Tx<'_>, card: &SessionCard) -> Result<Vec<SlotFact>> {
    let assigned = trainers::by_slot(&mut **tx, card.id).await?;
    let named: Vec<_> = assigned.iter().filter_map(|(_, trainer)| trainer.person).collect();
    let there: HashSet<PersonId> = trainers::assignable(&mut **tx, card.organisation, &named)
        .await?
        .into_iter()
        .map(|trainer| trainer.person)
        .collect();
    let mut people: HashMap<SlotId, Vec<PersonId>> = HashMap::new();
    let mut left: HashMap<SlotId, Vec<String>> = HashMap::new();
    for (slot, trainer) in assigned {
        if let Some(person) = trainer.person.filter(|person| there.contains(person)) {
            people.entry(slot).or_default().push(person);
        } else {
            let name = format!("{} {}", trainer.first_name, trainer.last_name);
            left.entry(slot).or_default().push(name);
        }
    }
    let mut rows = slot_cards(&mut **tx, card.organisation, card.id).await?;
    rows.retain(|slot| slot.cancelled_at.is_none());
    let accepted: HashSet<SlotId> = slots::list(&mut **tx, card.id, None)
        .await?
        .into_iter()
        .filter_map(|slot| slot.override_reason.is_some().then_some(slot.id))
        .collect();
    let candidates: Vec<_> = rows
        .iter()
        .map(|slot| Candidate {
            id: Some(slot.id),
            times: Times { starts_at: slot.starts_at, ends_at: slot.ends_at },
            place: slot.place.clone(),
            trainers: people.get(&slot.id).cloned().unwrap_or_default(),
        })
        .collect();
    let found = conflicts::find(tx, card.organisation, card.id, &candidates).await?;
    let fact = |(slot, conflicts): (crate::sessions::store::cards::SlotCard, Vec<_>)| SlotFact {
        id: slot.id,
        course: slot.course,
        modality: slot.modality,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        trainers: people.get(&slot.id).map_or(0, Vec::len),
        left: left.get(&slot.id).cloned().unwrap_or_default(),
        has_place: !slot.place.is_empty(),
        has_link: slot.remote_url.is_some(),
        conflicts: if accepted.contains(&slot.id) { Vec::new() } else { conflicts },
    };
    Ok(rows.into_iter().zip(found).map(fact).collect())
}

impl Whole {
    /// Everything that is not ready, what blocks first.
    pub fn items(&self, card: &SessionCard) -> Vec<ReadinessItem> {
        let facts = Facts {
            dates: (card.starts_on, card.ends_on),
            holidays: card.holidays,
            announced_minutes: card.announced_minutes,
            courses: &self.courses,
            skills: &self.content.skills,
            slots: &self.slots,
            participants: self.participants,
            assessed: &self.assessed,
            unclean: &self.unclean,
        };
        facts.items()
    }
}
