//! What the rules of anomalies look at, from what is known of a session.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::certificates::{self, Filter};
use super::facts::Facts;
use crate::attendance::model::anomaly::{
    self, MarkFact, Overlap, Overtaken, SealedFact, SignatureFact, SlotFact,
};
use crate::attendance::model::attested::Attested;
use crate::attendance::model::chain::{Content, LinkKind, Row};
use crate::attendance::model::sealed::{SealedHead, SealedTimes, SealedWords};
use crate::attendance::model::{Method, units};
use crate::ids::{EnrolmentId, SlotId};
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::sessions::{self, SlotCard, Word};

/// The facts that the rules look at.
pub async fn facts(tx: &mut Tx<'_>, facts: &Facts, now: DateTime<Utc>) -> Result<anomaly::Facts> {
    let sealed = sealed(facts)?;
    let slots = facts.held().map(|slot| slot_fact(facts, slot, sealed.get(&slot.id))).collect();
    let open_contests = facts.contests.iter().filter(|contest| contest.decision.is_none()).count();
    Ok(anomaly::Facts {
        title: facts.session.title.clone(),
        training_title: facts.training_title.clone(),
        has_nda: facts.issuer.nda.is_some(),
        announced_minutes: facts.session.announced_minutes,
        planned_minutes: sessions::planned_minutes(tx, &facts.session).await?,
        slots,
        overlaps: overlaps(tx, facts).await?,
        open_contests: open_contests as i32,
        overtaken: overtaken(tx, facts).await?,
        now,
    })
}

fn slot_fact(facts: &Facts, slot: &SlotCard, sealed: Option<&SealedFact>) -> SlotFact {
    let sheet = facts.sheets.get(&slot.id);
    let units = units(slot.starts_at, slot.ends_at);
    let mut marks = Vec::new();
    for person in facts.participants.iter().filter(|person| person.is_expected_at(slot)) {
        for unit in &units {
            let written = facts.mark(slot.id, unit.part, person.enrolment);
            marks.push(MarkFact {
                enrolment: person.enrolment,
                name: format!("{} {}", person.first_name, person.last_name),
                part: unit.part,
                status: facts.status(slot.id, unit.part, person.enrolment),
                is_from_paper: written.is_some_and(|written| written.method == Method::Paper),
            });
        }
    }
    let signature = |one: &super::signatures::Signature| SignatureFact {
        enrolment: one.enrolment,
        trainer: one.person.filter(|_| one.is_trainer),
        is_trainer: one.is_trainer,
        name: one.name.clone(),
        part: one.part,
        signed_at: one.signed_at,
        drawing: one.drawing_sha256.clone(),
        device: one.device_sha256.clone().filter(|_| one.is_own_device),
    };
    let trainers = facts.trainers.get(&slot.id).map(Vec::as_slice).unwrap_or_default();
    SlotFact {
        id: slot.id,
        label: slot.label().to_owned(),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        units,
        state: slot.sheet_state,
        reopened_because: sheet.and_then(|sheet| sheet.reopened_reason.clone()),
        has_paper: sheet.is_some_and(|sheet| sheet.paper_file.is_some()),
        trainers: trainers
            .iter()
            .map(|trainer| (trainer.person, format!("{} {}", trainer.first_name, trainer.last_name)))
            .collect(),
        sealed: sealed.cloned(),
        marks,
        signatures: facts.signatures.iter().filter(|one| one.slot == slot.id).map(signature).collect(),
    }
}

/// What the sealed sheets say of their slots, and what was put right since.
fn sealed(facts: &Facts) -> Result<HashMap<SlotId, SealedFact>> {
    let mut sealed: HashMap<SlotId, SealedFact> = HashMap::new();
    for stored in &facts.chain {
        if stored.link.kind == LinkKind::Words && stored.slot.is_none() {
            let Ok(head) = serde_json::from_value::<SealedWords>(stored.content()?.head) else { continue };
            let title = head.changes.into_iter().find(|change| change.what == Word::SessionTitle);
            if let Some(title) = title {
                for fact in sealed.values_mut() {
                    fact.session_title.clone_from(&title.after);
                }
            }
            continue;
        }
        let Some(slot) = stored.slot else { continue };
        if stored.link.kind == LinkKind::Times {
            let Ok(head) = serde_json::from_value::<SealedTimes>(stored.content()?.head) else { continue };
            let times = head.new_starts_at.parse().ok().zip(head.new_ends_at.parse().ok());
            if let (Some(fact), Some(times)) = (sealed.get_mut(&slot), times) {
                fact.times = times;
            }
        }
        if stored.link.kind != LinkKind::Closing {
            continue;
        }
        let Content { head, rows } = stored.content()?;
        let Ok(head) = serde_json::from_value::<SealedHead>(head) else { continue };
        if let (Ok(from), Ok(to)) = (head.starts_at.parse(), head.ends_at.parse()) {
            let names = rows.iter().filter_map(Row::shown).filter_map(name_on).collect();
            let fact = SealedFact { session_title: head.session_title, times: (from, to), names };
            sealed.insert(slot, fact);
        }
    }
    Ok(sealed)
}

/// Whom a row of a closing is about, and how it names them.
pub fn name_on(row: &serde_json::Value) -> Option<(EnrolmentId, String)> {
    let text = |field: &str| row[field].as_str();
    let enrolment = text("enrolment_id")?.parse().ok()?;
    Some((EnrolmentId(enrolment), format!("{} {}", text("first_name")?, text("last_name")?)))
}

/// Certificates that hold, and attest other hours than the sheets of their days give now.
async fn overtaken(tx: &mut Tx<'_>, facts: &Facts) -> Result<Vec<Overtaken>> {
    let filter = Filter { session: Some(facts.session.id), ..Filter::default() };
    let mut overtaken = Vec::new();
    for issued in certificates::list(&mut **tx, filter).await? {
        let person = facts.participants.iter().find(|person| person.enrolment == issued.enrolment);
        let Some(person) = person.filter(|_| issued.replaced_by.is_none()) else { continue };
        let said: Attested = serde_json::from_str(&issued.content).map_err(anyhow::Error::from)?;
        let (from, to) = issued.period;
        if said.totals != facts.sealed_totals(person, from, to) {
            let (enrolment, name) = (person.enrolment, facts.name(person.enrolment));
            overtaken.push(Overtaken { number: said.number, enrolment, name });
        }
    }
    Ok(overtaken)
}

/// Slots of the session's trainers elsewhere at the same time, whatever the organisation; elsewhere is not named.
async fn overlaps(tx: &mut Tx<'_>, facts: &Facts) -> Result<Vec<Overlap>> {
    let rows = sqlx::query!(
        r#"SELECT here.id AS "slot: SlotId", mine.first_name || ' ' || mine.last_name AS "trainer!",
                  CASE WHEN other_session.organisation_id = $2 THEN other_session.title END AS title
           FROM session_slot here
           JOIN slot_trainer mine ON mine.slot_id = here.id AND mine.removed_at IS NULL
           JOIN slot_trainer theirs ON theirs.person_id = mine.person_id AND theirs.removed_at IS NULL
           JOIN session_slot other ON other.id = theirs.slot_id AND other.id <> here.id AND other.cancelled_at IS NULL
                AND other.starts_at < here.ends_at AND here.starts_at < other.ends_at
           JOIN training_session other_session ON other_session.id = other.session_id
                AND other_session.status NOT IN ('draft', 'cancelled')
           WHERE here.session_id = $1 AND here.cancelled_at IS NULL
           ORDER BY here.starts_at, here.id, mine.last_name"#,
        facts.session.id.0,
        facts.session.organisation.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let overlaps = rows.into_iter().map(|row| Overlap {
        slot: row.slot,
        trainer: row.trainer,
        other: row.title.map_or_else(
            || "une séance d’un autre organisme".to_owned(),
            |title| format!("une séance de «\u{a0}{title}\u{a0}»"),
        ),
    });
    Ok(overlaps.collect())
}
