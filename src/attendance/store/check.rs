//! Computes every chain again and compares what was sealed with the rows that are there: whoever altered one is found out.

use std::collections::HashMap;

use sqlx::PgConnection;

use super::links::{self, Stored};
use super::marks::{self, Written};
use super::reopenings::{self, Reopening};
use super::sheets::{self, Sheet};
use super::signatures::{self, Signature};
use crate::attendance::model::Part;
use crate::attendance::model::chain::{Content, Link, LinkKind, verify_chain};
use crate::attendance::model::sealed::{
    SealedHead, SealedMark, SealedRectification, SealedRow, SealedSignature, SealedTimes, SealedWords,
    instant,
};
use crate::ids::{EnrolmentId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::seal::{PublicKey, published_keys};
use crate::sessions::{self, SlotCard, Word, WordChange};

/// What was checked, and what does not hold.
#[derive(Debug, Default)]
pub struct ChainReport {
    /// Sessions with a chain.
    pub sessions: usize,
    /// Their links.
    pub links: usize,
    /// What does not hold, one sentence each.
    pub faults: Vec<String>,
}

/// Checks every session.
pub async fn check(db: &mut PgConnection) -> anyhow::Result<ChainReport> {
    let keys = published_keys(&mut *db).await?;
    let mut report = ChainReport::default();
    for session in links::chained_sessions(&mut *db).await? {
        let stored = links::chain(&mut *db, session, None).await?;
        report.sessions += 1;
        report.links += stored.len();
        let mut faults = of_chain(session, &stored, &keys);
        faults.extend(of_rows(&mut *db, session, &stored).await?);
        report.faults.extend(faults.into_iter().map(|fault| format!("session {session}: {fault}")));
    }
    report.faults.extend(closed_without_link(&mut *db).await?);
    Ok(report)
}

fn of_chain(session: TrainingSessionId, stored: &[Stored], keys: &[PublicKey]) -> Vec<String> {
    let mut unreadable = Vec::new();
    let links: Vec<Link> = stored
        .iter()
        .map(|stored| {
            let mut link = stored.link.clone();
            match stored.content() {
                Ok(content) => link.content = Some(content),
                Err(_) => unreadable.push(format!("what link {} says cannot be read", link.number)),
            }
            link
        })
        .collect();
    let faults = verify_chain(session.0, &links, keys).into_iter().map(|fault| fault.to_string());
    unreadable.into_iter().chain(faults).collect()
}

type Key = (SlotId, Part, EnrolmentId);

/// The times, marks and signatures that the chain says there are.
#[derive(Default)]
struct Said {
    times: HashMap<SlotId, (String, String)>,
    heads: HashMap<SlotId, SealedHead>,
    marks: HashMap<Key, SealedMark>,
    signatures: HashMap<Key, Option<SealedSignature>>,
}

impl Said {
    /// Whether a half-day was sealed. What was written of one that a slot lost before its closing is on no sheet.
    fn has(&self, slot: SlotId, part: Part) -> bool {
        self.heads.get(&slot).is_some_and(|head| head.half_days.iter().any(|unit| unit.part == part))
    }

    /// What the sheets sealed so far, or one of them, say otherwise since this link.
    fn reword(&mut self, stored: &Stored) {
        let Ok(Content { head, .. }) = stored.content() else { return };
        let Ok(SealedWords { slot_id, changes, .. }) = serde_json::from_value(head) else { return };
        for (_, head) in self.heads.iter_mut().filter(|(slot, _)| slot_id.is_none_or(|about| about == **slot))
        {
            for WordChange { what, after, .. } in &changes {
                match what {
                    Word::SessionTitle => head.session_title.clone_from(after),
                    Word::Title => head.title.clone_from(after),
                    Word::Course => head.course = Some(after.clone()).filter(|course| !course.is_empty()),
                    Word::Place => head.place.clone_from(after),
                    // Who signed stays on the sheet beside who trained.
                    Word::Trainers => {}
                }
            }
        }
    }
}

fn said(stored: &[Stored]) -> Said {
    let mut said = Said::default();
    for stored in stored {
        if stored.link.kind == LinkKind::Words {
            said.reword(stored);
            continue;
        }
        let (Ok(Content { head, rows }), Some(slot)) = (stored.content(), stored.slot) else { continue };
        said.times.extend(times(stored.link.kind, head.clone()).map(|times| (slot, times)));
        if stored.link.kind == LinkKind::Closing
            && let Ok(head) = serde_json::from_value(head)
        {
            said.heads.insert(slot, head);
        }
        for row in rows.iter().filter_map(|row| row.shown()) {
            match stored.link.kind {
                LinkKind::Closing => {
                    let Ok(row) = serde_json::from_value::<SealedRow>(row.clone()) else { continue };
                    let key = (slot, row.part, row.enrolment_id);
                    said.marks.insert(key, row.mark);
                    said.signatures.insert(key, row.signature);
                }
                LinkKind::Rectification => {
                    let Ok(row) = serde_json::from_value::<SealedRectification>(row.clone()) else {
                        continue;
                    };
                    said.marks.insert((slot, row.part, row.enrolment_id), row.after);
                }
                LinkKind::Times
                | LinkKind::Words
                | LinkKind::Contest
                | LinkKind::Decision
                | LinkKind::Reopening => {}
            }
        }
    }
    said
}

/// When the slot of a link takes place, where the link says so.
fn times(kind: LinkKind, head: serde_json::Value) -> Option<(String, String)> {
    match kind {
        LinkKind::Closing => {
            let head: SealedHead = serde_json::from_value(head).ok()?;
            Some((head.starts_at, head.ends_at))
        }
        LinkKind::Times => {
            let head: SealedTimes = serde_json::from_value(head).ok()?;
            Some((head.new_starts_at, head.new_ends_at))
        }
        LinkKind::Rectification
        | LinkKind::Words
        | LinkKind::Contest
        | LinkKind::Decision
        | LinkKind::Reopening => None,
    }
}

/// Slots whose times are not those that were sealed.
async fn of_times(
    db: &mut PgConnection,
    session: TrainingSessionId,
    said: &Said,
) -> sqlx::Result<Vec<String>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id: SlotId", starts_at, ends_at FROM session_slot WHERE session_id = $1"#,
        session.0,
    )
    .fetch_all(db)
    .await?;
    let moved = rows.into_iter().filter(|row| {
        let sealed = said.times.get(&row.id);
        sealed.is_some_and(|(from, to)| {
            (instant(row.starts_at), instant(row.ends_at)) != (from.clone(), to.clone())
        })
    });
    Ok(moved.map(|row| format!("slot {}: its times are not what was sealed", row.id)).collect())
}

/// Slots of which something else is said than was sealed.
async fn of_words(
    db: &mut PgConnection,
    session: TrainingSessionId,
    said: &Said,
) -> anyhow::Result<Vec<String>> {
    let organisation = sqlx::query_scalar!(
        r#"SELECT organisation_id AS "id: OrganisationId" FROM training_session WHERE id = $1"#,
        session.0,
    )
    .fetch_one(&mut *db)
    .await?;
    let card = sessions::session_card(&mut *db, organisation, session).await?;
    let title = card.map(|card| card.title).unwrap_or_default();
    let is_otherwise = |slot: &SlotCard| {
        said.heads.get(&slot.id).is_some_and(|head| {
            let is_there = head.place.is_empty() || head.place == slot.place;
            (&head.session_title, head.title.as_str(), &head.course)
                != (&title, slot.label(), &slot.course_title)
                || !is_there
        })
    };
    let slots = sessions::slot_cards(&mut *db, organisation, session).await?;
    let otherwise = slots.iter().filter(|slot| is_otherwise(slot));
    Ok(otherwise
        .map(|slot| format!("slot {}: what it was about, or where, is not what was sealed", slot.id))
        .collect())
}

async fn of_rows(
    db: &mut PgConnection,
    session: TrainingSessionId,
    stored: &[Stored],
) -> anyhow::Result<Vec<String>> {
    let said = said(stored);
    let marks = marks::newest_of_session(&mut *db, session, None).await?;
    let signed = signatures::of_session(&mut *db, session, None, true).await?;
    let sheets = sheets::of_session(&mut *db, session, None).await?;
    let reopenings = reopenings::of_session(&mut *db, session, None).await?;
    let mut faults = of_times(&mut *db, session, &said).await?;
    faults.extend(of_words(&mut *db, session, &said).await?);
    faults.extend(of_marks(&said, &marks));
    faults.extend(of_signatures(&said, &signed));
    faults.extend(of_reopenings(&said, &reopenings));
    faults.extend(of_heads(&said, &signed, &sheets.into_iter().collect()));
    faults.sort();
    Ok(faults)
}

/// Marks that are not what was sealed, or that somebody added.
fn of_marks(said: &Said, marks: &[Written]) -> Vec<String> {
    let found: HashMap<Key, &Written> =
        marks.iter().map(|mark| ((mark.slot, mark.part, mark.enrolment), mark)).collect();
    let mut faults = Vec::new();
    for (key, sealed) in &said.marks {
        let (slot, part, enrolment) = key;
        if found.get(key).map(|written| super::sealed_mark(written)).as_ref() != Some(sealed) {
            let part = part.as_str();
            faults.push(format!("slot {slot}: the mark of {enrolment} ({part}) is not what was sealed"));
        }
    }
    for key in found.keys().filter(|key| said.has(key.0, key.1) && !said.marks.contains_key(*key)) {
        let (slot, part, enrolment) = key;
        faults.push(format!("slot {slot}: the mark of {enrolment} ({}) was added", part.as_str()));
    }
    faults
}

fn sealed_signature(one: &Signature) -> SealedSignature {
    SealedSignature {
        method: one.method.as_str().to_owned(),
        signed_at: instant(one.signed_at),
        drawing_sha256: one.drawing.as_deref().map(crate::platform::seal::sha256),
    }
}

/// Signatures of trainees that are not what was sealed, or that somebody added.
fn of_signatures(said: &Said, signed: &[Signature]) -> Vec<String> {
    let found: HashMap<Key, SealedSignature> = signed
        .iter()
        .filter_map(|one| Some(((one.slot, one.part, one.enrolment?), sealed_signature(one))))
        .collect();
    let mut faults = Vec::new();
    for (key, sealed) in &said.signatures {
        let (slot, part, enrolment) = key;
        if found.get(key) != sealed.as_ref() {
            let part = part.as_str();
            faults.push(format!("slot {slot}: the signature of {enrolment} ({part}) is not what was sealed"));
        }
    }
    for key in found.keys().filter(|key| said.has(key.0, key.1) && !said.signatures.contains_key(*key)) {
        let (slot, part, enrolment) = key;
        faults.push(format!("slot {slot}: the signature of {enrolment} ({}) was added", part.as_str()));
    }
    faults
}

/// What sheets say of everybody at once: the signatures of trainers, what was taught, the scanned paper.
fn of_heads(said: &Said, signed: &[Signature], sheets: &HashMap<SlotId, Sheet>) -> Vec<String> {
    let in_order = |mut signatures: Vec<(Part, SealedSignature)>| {
        signatures.sort_by_key(|(part, one)| (part.as_str(), one.signed_at.clone(), one.method.clone()));
        signatures
    };
    let none = Sheet::default();
    let mut faults = Vec::new();
    for (slot, head) in &said.heads {
        let sealed = in_order(head.trainers.iter().flat_map(|one| one.signatures.clone()).collect());
        let of_slot = signed.iter().filter(|one| one.is_trainer && one.slot == *slot);
        let found = in_order(of_slot.map(|one| (one.part, sealed_signature(one))).collect());
        if found != sealed {
            faults.push(format!("slot {slot}: the signatures of its trainers are not what was sealed"));
        }
        let sheet = sheets.get(slot).unwrap_or(&none);
        if sheet.taught != head.taught {
            faults.push(format!("slot {slot}: what was taught is not what was sealed"));
        }
        if sheet.paper_sha256 != head.paper_sha256 {
            faults.push(format!("slot {slot}: the scanned sheet is not what was sealed"));
        }
    }
    faults
}

/// Signing that was opened again otherwise than was sealed.
fn of_reopenings(said: &Said, reopenings: &[Reopening]) -> Vec<String> {
    let is_otherwise = |(slot, head): &(&SlotId, &SealedHead)| {
        let found = reopenings.iter().filter(|one| one.slot == **slot);
        found.map(Reopening::sealed).collect::<Vec<_>>() != head.reopenings
    };
    let otherwise = said.heads.iter().filter(is_otherwise);
    otherwise
        .map(|(slot, _)| format!("slot {slot}: why signing was opened again is not what was sealed"))
        .collect()
}

/// Sheets that pass for closed and are in no chain, other than those whose time was over.
async fn closed_without_link(db: &mut PgConnection) -> anyhow::Result<Vec<String>> {
    let slots = sqlx::query_scalar!(
        r#"SELECT s.id AS "id: SlotId" FROM session_slot s
           WHERE s.sheet_state <> 'open'
             AND NOT EXISTS (SELECT FROM attendance_link l WHERE l.slot_id = s.id AND l.kind = 'closing')
             AND NOT EXISTS (SELECT FROM attendance_purge p WHERE p.session_id = s.session_id AND p.kind = 'attendance')
           ORDER BY s.id"#
    )
    .fetch_all(&mut *db)
    .await?;
    let opened = sqlx::query_scalar!(
        r#"SELECT s.id AS "id: SlotId" FROM session_slot s
           WHERE s.sheet_state = 'open'
             AND EXISTS (SELECT FROM attendance_link l WHERE l.slot_id = s.id) ORDER BY s.id"#
    )
    .fetch_all(&mut *db)
    .await?;
    let closed =
        slots.into_iter().map(|slot| format!("slot {slot} passes for closed, and nothing sealed it"));
    let opened = opened.into_iter().map(|slot| format!("slot {slot} passes for open, and is sealed"));
    Ok(closed.chain(opened).collect())
}
