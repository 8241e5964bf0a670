//! Tells people what changed about slots: one mail each for everything that changed together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::sessions::mails;
use crate::sessions::model::half_days::day_of;
use crate::sessions::model::local_time::french_times;
use crate::sessions::model::slot::Times;
use crate::sessions::store::cards::{
    Participant, SlotCard, participants, session_card, slot_cards, slot_trainers,
};
use crate::sessions::store::changes::{self, Change, Kind};

/// Tells what waits to be told of a session. Twice does no harm: what was told is no longer there.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TellSlotChanges {
    /// The session.
    pub session: TrainingSessionId,
}

/// Which page of the session somebody may open; who may open two is led to the last of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Reader {
    /// None any more, but their own calendar.
    #[default]
    Former,
    /// That of those who take part.
    Participant,
    /// That of those who train.
    Trainer,
}

impl Reader {
    /// As the template names it.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Former => "former",
            Self::Participant => "participant",
            Self::Trainer => "trainer",
        }
    }
}

/// Everything that happened to one slot, from its state before the first change to its state now.
struct Net {
    added: bool,
    before: Option<(Times, String)>,
    former: BTreeSet<PersonId>,
}

impl Job for TellSlotChanges {
    const KIND: &'static str = "tell_slot_changes";

    fn key(&self) -> Option<String> {
        Some(self.session.to_string())
    }

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        let changes = changes::take(&mut tx, self.session).await?;
        let Some((organisation, name)) = changes::organisation_of(&mut tx, self.session).await? else {
            return Ok(());
        };
        let card =
            session_card(&mut *tx, organisation, self.session).await?.context("the session is there")?;
        let now: HashMap<_, _> = slot_cards(&mut *tx, organisation, self.session)
            .await?
            .into_iter()
            .map(|slot| (slot.id, slot))
            .collect();
        let everybody = participants(&mut *tx, self.session).await?;
        let mut letters: BTreeMap<String, (Reader, Vec<String>)> = BTreeMap::new();
        for (slot, net) in gather(changes) {
            let Some(slot) = now.get(&slot) else { continue };
            let Some(line) = net.line(slot) else { continue };
            for (email, reader) in concerned(&mut tx, slot, &net, &everybody).await? {
                let (widest, lines) = letters.entry(email).or_default();
                *widest = reader.max(*widest);
                lines.push(line.clone());
            }
        }
        for (email, (reader, lines)) in letters {
            let context = context! {
                organisation => name.clone(), session => card.title.clone(), lines, session_id => card.id.to_string(),
                organisation_id => organisation.to_string(), reader => reader.as_str(),
            };
            let letter = Mail { to: &email, template: &mails::SLOTS_CHANGED, context };
            mail::send(&mut tx, &state, letter).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// The changes slot by slot, in the order in which they began.
fn gather(changes: Vec<Change>) -> Vec<(SlotId, Net)> {
    let mut gathered: Vec<(SlotId, Net)> = Vec::new();
    for change in changes {
        let known = gathered.iter_mut().find(|(slot, _)| *slot == change.slot);
        match known {
            Some((_, net)) => net.former.extend(change.former),
            None => gathered.push((
                change.slot,
                Net {
                    added: change.kind == Kind::Added,
                    before: change.before.map(|times| (times, change.place.unwrap_or_default())),
                    former: change.former.into_iter().collect(),
                },
            )),
        }
    }
    gathered
}

impl Net {
    /// What people read; nothing when a slot came and went meanwhile.
    fn line(&self, slot: &SlotCard) -> Option<String> {
        let told = |times: Times, place: &str| {
            let place = if place.is_empty() { String::new() } else { format!(", {place}") };
            format!("{}{place}", french_times(times.starts_at, times.ends_at))
        };
        let label = slot.label();
        let times = Times { starts_at: slot.starts_at, ends_at: slot.ends_at };
        let today = told(times, &slot.place);
        match (self.added, slot.cancelled_at.is_some()) {
            (true, true) => None,
            (true, false) => Some(format!("Nouveau\u{a0}: {label}, {today}")),
            (false, true) => {
                let before = self.before.as_ref().map_or(today, |(times, place)| told(*times, place));
                Some(format!("Annulé\u{a0}: {label}, {before}"))
            }
            (false, false) => {
                let before = self.before.as_ref().map(|(times, place)| told(*times, place));
                Some(match before.filter(|before| *before != today) {
                    Some(before) => format!("Modifié\u{a0}: {label}, {today} (au lieu de\u{a0}: {before})"),
                    None => format!("Modifié\u{a0}: {label}, {today}"),
                })
            }
        }
    }
}

/// The addresses of those who train at a slot, no longer train at it, or are expected on its day, before or now, and what
/// they may open.
async fn concerned(
    tx: &mut Tx<'_>,
    slot: &SlotCard,
    net: &Net,
    everybody: &[Participant],
) -> sqlx::Result<BTreeMap<String, Reader>> {
    let mut people: BTreeMap<PersonId, Reader> =
        net.former.iter().map(|person| (*person, Reader::Former)).collect();
    let day_before = net.before.as_ref().map(|(times, _)| day_of(times.starts_at));
    let mut emails = BTreeMap::new();
    for participant in everybody {
        let was = day_before.is_some_and(|day| participant.window().covers(day));
        let is_here = participant.status.is_expected();
        if is_here && (was || participant.is_expected_at(slot)) {
            match (participant.person, &participant.email) {
                (Some(person), _) => {
                    people.insert(person, Reader::Participant);
                }
                (None, Some(email)) => {
                    emails.insert(email.to_lowercase(), Reader::Participant);
                }
                (None, None) => {}
            }
        }
    }
    let trainers = slot_trainers(&mut **tx, slot.id).await?;
    people.extend(trainers.into_iter().filter_map(|trainer| Some((trainer.person?, Reader::Trainer))));
    for reader in [Reader::Former, Reader::Participant, Reader::Trainer] {
        let group: Vec<_> =
            people.iter().filter(|(_, of)| **of == reader).map(|(person, _)| *person).collect();
        let addresses = changes::accounts(tx, &group).await?;
        emails.extend(addresses.into_iter().map(|email| (email.to_lowercase(), reader)));
    }
    Ok(emails)
}
