//! From what is known of a session to the sheet that is printed.

use std::collections::HashMap;

use carnet_documents::certificates::ActionNature;
use carnet_documents::sheet::{
    AttendanceSheet, Cell, Contest, DayPart, Decision, Evidence, HalfDay, Mark, Method, Modality,
    Rectification, Reopening as PrintedReopening, Seal, SessionCard, SheetScope, SheetSlot,
    SheetState as PaperState, SheetTrainer, Signature, SignatureKind, Status, Trainee,
};
use carnet_documents::{Drawing, Provider};
use chrono::{DateTime, NaiveDate, Utc};

use super::paper_words::{renamed, reworded};
use crate::attendance::model::chain::LinkKind;
use crate::attendance::model::mark::{MarkStatus, Method as MarkMethod};
use crate::attendance::model::sealed::{SealedMark, SealedRectification, instant};
use crate::attendance::model::strokes::{HEIGHT, WIDTH, unpack};
use crate::attendance::model::{Part, Unit, units};
use crate::attendance::store::facts::{Facts, Moved, is_sealed};
use crate::attendance::store::marks::Written;
use crate::attendance::store::reopenings::Reopening;
use crate::attendance::store::signatures::{self, SignatureMethod};
use crate::ids::{EnrolmentId, SlotId};
use crate::orgs::{ActionKind, Check, Issuer};
use crate::platform::http::Result;
use crate::sessions::{EnrolmentStatus, Participant, SheetState, SlotCard, SlotKind};
use crate::trainings;

/// What part of a session is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One slot.
    Slot(SlotId),
    /// The week that begins on this Monday.
    Week(NaiveDate),
    /// One trainee.
    Trainee(EnrolmentId),
    /// Everything.
    Session,
}

impl Scope {
    /// Whether a slot is part of it.
    pub fn has(self, slot: &SlotCard) -> bool {
        match self {
            Self::Slot(wanted) => slot.id == wanted,
            Self::Week(monday) => units(slot.starts_at, slot.ends_at)
                .iter()
                .any(|unit| (0..7).contains(&(unit.date - monday).num_days())),
            Self::Trainee(_) | Self::Session => true,
        }
    }

    /// Whether somebody is part of it.
    pub fn shows(self, enrolment: EnrolmentId) -> bool {
        match self {
            Self::Trainee(wanted) => enrolment == wanted,
            _ => true,
        }
    }

    /// What files are called after.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Slot(_) => "creneau",
            Self::Week(_) => "semaine",
            Self::Trainee(_) => "stagiaire",
            Self::Session => "session",
        }
    }
}

/// The organisation, as its documents name it.
pub fn provider(issuer: &Issuer, address: Option<&str>) -> Provider {
    Provider {
        address: address.map(str::to_owned).into_iter().collect(),
        name: issuer.legal_name.clone().unwrap_or_else(|| issuer.name.clone()),
        siret: issuer.siret.clone(),
        declaration_number: issuer.nda.clone(),
        qualiopi: certified(issuer.qualiopi == Some(Check::Confirmed), &issuer.qualiopi_categories),
        ..Provider::default()
    }
}

/// The kinds of action a certification that may be named is named for.
pub fn certified(is_named: bool, kinds: &[ActionKind]) -> Option<Vec<ActionNature>> {
    is_named.then(|| kinds.iter().map(|kind| nature(*kind)).collect())
}

/// A kind of action, as documents print it.
pub const fn nature(kind: ActionKind) -> ActionNature {
    match kind {
        ActionKind::Training => ActionNature::Training,
        ActionKind::SkillsAssessment => ActionNature::SkillsAssessment,
        ActionKind::ExperienceValidation => ActionNature::ExperienceValidation,
        ActionKind::Apprenticeship => ActionNature::Apprenticeship,
    }
}

/// How the session is held, by its courses.
pub fn modality(facts: &Facts) -> Modality {
    use trainings::Modality::{InPerson, RemoteLive, RemoteSelfPaced, Workplace};
    let kinds: Vec<_> = facts.held().filter_map(|slot| slot.modality).collect();
    let is_remote = |kind: &trainings::Modality| matches!(kind, RemoteLive | RemoteSelfPaced);
    let is_here = |kind: &trainings::Modality| matches!(kind, InPerson | Workplace);
    match (kinds.iter().any(is_here), kinds.iter().any(is_remote)) {
        (true, true) => Modality::Mixed,
        (false, true) => Modality::Remote,
        _ => Modality::OnSite,
    }
}

/// The sheet of a part of a session. Cancelled slots are printed where attendance had been taken.
pub fn sheet(facts: &Facts, scope: Scope, now: DateTime<Utc>) -> Result<AttendanceSheet> {
    let is_printed =
        |slot: &&SlotCard| scope.has(slot) && (slot.cancelled_at.is_none() || slot.has_attendance);
    let slots: Vec<&SlotCard> = facts.slots.iter().filter(is_printed).collect();
    let columns: Vec<(usize, Unit)> = slots
        .iter()
        .enumerate()
        .flat_map(|(position, slot)| {
            units(slot.starts_at, slot.ends_at).into_iter().map(move |unit| (position, unit))
        })
        .collect();
    let place: HashMap<(SlotId, Part), usize> = columns
        .iter()
        .enumerate()
        .map(|(column, (slot, unit))| ((slots[*slot].id, unit.part), column))
        .collect();
    let (rectifications, rectified) = rectifications(facts, scope, &place)?;
    let (contests, contested) = contests(facts, scope, &place);
    let noted = Noted { rectified, contested };
    let session = &facts.session;
    Ok(AttendanceSheet {
        scope: match scope {
            Scope::Slot(_) => SheetScope::Slot,
            Scope::Week(_) => SheetScope::Week,
            Scope::Trainee(_) => SheetScope::Trainee,
            Scope::Session => SheetScope::Session,
        },
        issued_at: now,
        provider: provider(&facts.issuer, facts.address.as_deref()),
        session: SessionCard {
            training: facts.training_title.clone(),
            title: session.title.clone(),
            reference: None,
            starts_on: session.starts_on,
            ends_on: session.ends_on,
            place: Some(session.place.clone()).filter(|place| !place.is_empty()),
            modality: modality(facts),
            planned_minutes: u32::try_from(session.announced_minutes).ok(),
        },
        slots: slots.iter().map(|slot| printed_slot(facts, slot)).collect(),
        half_days: columns.iter().map(|(slot, unit)| half_day(facts, slots[*slot], (*slot, unit))).collect(),
        trainees: trainees(facts, scope, &slots, &columns, &noted),
        rectifications,
        contests,
        evidence: evidence(facts, scope, &slots),
        renamed: renamed(facts, scope, &slots)?,
    })
}

fn printed_slot(facts: &Facts, slot: &SlotCard) -> SheetSlot {
    let sheet = facts.sheets.get(&slot.id);
    let seals = facts.chain.iter().filter(|stored| stored.slot == Some(slot.id)).map(|stored| Seal {
        sequence: stored.link.number.unsigned_abs(),
        sealed_at: stored.link.at.parse().unwrap_or_default(),
        hash: stored.link.seal.sha256.clone(),
        previous: stored.link.previous.clone(),
        key_id: stored.link.seal.key_id.clone(),
    });
    let state = match (slot.cancelled_at, slot.sheet_state) {
        (Some(_), _) => PaperState::Cancelled { reason: "séance annulée".to_owned() },
        (None, SheetState::Open) => PaperState::Open,
        (None, SheetState::Closed) => PaperState::Closed,
        (None, SheetState::Contested) => PaperState::Contested,
    };
    let is_elsewhere = |place: &String| !place.is_empty() && *place != facts.session.place;
    SheetSlot {
        title: slot.label().to_owned(),
        is_exam: slot.kind == SlotKind::Exam,
        content: sheet.map(|sheet| sheet.taught.clone()).filter(|taught| !taught.is_empty()),
        place: Some(slot.place.clone()).filter(is_elsewhere),
        state,
        reopenings: facts.reopenings_of(slot.id).map(reopening).collect(),
        seals: seals.collect(),
    }
}

fn reopening(one: &Reopening) -> PrintedReopening {
    PrintedReopening { at: one.at, until: one.until, by: one.by_name.clone(), reason: one.reason.clone() }
}

const fn day_part(part: Part) -> DayPart {
    match part {
        Part::Am => DayPart::Morning,
        Part::Pm => DayPart::Afternoon,
    }
}

const fn method(method: MarkMethod) -> Method {
    match method {
        MarkMethod::Trainer => Method::Trainer,
        MarkMethod::Account => Method::Account,
        MarkMethod::Qr => Method::QrCode,
        MarkMethod::Link => Method::Link,
        MarkMethod::Paper => Method::Paper,
    }
}

fn signature(one: &signatures::Signature) -> Signature {
    let kind = match (&one.drawing, one.method) {
        (Some(bytes), _) => {
            let strokes = unpack(bytes).0.into_iter();
            let point = |[x, y]: [i32; 2]| [x as u16, y as u16];
            SignatureKind::Drawn(Drawing {
                width: WIDTH as u16,
                height: HEIGHT as u16,
                strokes: strokes.map(|stroke| stroke.into_iter().map(point).collect()).collect(),
            })
        }
        (None, SignatureMethod::Drawn) => SignatureKind::By(Method::Trainer),
        (None, SignatureMethod::Password) => SignatureKind::By(Method::Account),
        (None, SignatureMethod::Qr) => SignatureKind::By(Method::QrCode),
        (None, SignatureMethod::Link) => SignatureKind::By(Method::Link),
    };
    Signature { signed_at: one.signed_at, kind }
}

fn half_day(facts: &Facts, slot: &SlotCard, (position, unit): (usize, &Unit)) -> HalfDay {
    let signed: Vec<_> = facts
        .signatures
        .iter()
        .filter(|one| one.is_trainer && one.slot == slot.id && one.part == unit.part)
        .collect();
    let assigned = facts.trainers.get(&slot.id).map(Vec::as_slice).unwrap_or_default();
    let mut trainers: Vec<SheetTrainer> = assigned
        .iter()
        .map(|trainer| SheetTrainer {
            name: format!("{} {}", trainer.first_name, trainer.last_name),
            replaces: None,
            signature: signed
                .iter()
                .find(|one| one.person.is_some() && one.person == trainer.person)
                .map(|one| signature(one)),
        })
        .collect();
    for one in signed {
        let is_assigned = assigned.iter().any(|trainer| one.person.is_some() && trainer.person == one.person);
        if !is_assigned {
            let signature = Some(signature(one));
            trainers.push(SheetTrainer { name: one.name.clone(), replaces: None, signature });
        }
    }
    HalfDay {
        slot: position,
        date: unit.date,
        part: day_part(unit.part),
        starts_at: unit.starts_at,
        ends_at: unit.ends_at,
        minutes: unit.minutes.unsigned_abs(),
        trainers,
    }
}

const fn status(status: MarkStatus, minutes_late: i32, justified: bool) -> Status {
    match status {
        MarkStatus::Unmarked => Status::Unmarked,
        MarkStatus::Present => Status::Present,
        MarkStatus::Late => Status::Late { minutes: minutes_late.unsigned_abs() },
        MarkStatus::Absent => Status::Absent { justified },
        MarkStatus::Excused => Status::Excused,
    }
}

type OfMark = HashMap<(SlotId, Part, EnrolmentId), u32>;

/// Numbers of the newest notes about marks.
struct Noted {
    rectified: OfMark,
    contested: OfMark,
}

fn cell(facts: &Facts, person: &Participant, (slot, unit): (&SlotCard, &Unit), noted: &Noted) -> Cell {
    let key = (slot.id, unit.part, person.enrolment);
    let written: Option<&Written> = facts.mark(key.0, key.1, key.2);
    if written.is_none() && (is_sealed(slot) || !person.is_expected_at(slot)) {
        return Cell::NotExpected;
    }
    Cell::Mark(Mark {
        status: written.map_or(Status::Unmarked, |written| {
            status(written.mark.status, written.mark.minutes_late, written.mark.justified)
        }),
        method: written.map(|written| method(written.method)),
        entered_at: written.and_then(|written| written.mark.entered_at),
        left_at: written.and_then(|written| written.mark.left_at),
        signature: facts.signature(key.0, key.1, key.2).map(signature),
        rectification: noted.rectified.get(&key).copied(),
        contest: noted.contested.get(&key).copied(),
    })
}

fn trainees(
    facts: &Facts,
    scope: Scope,
    slots: &[&SlotCard],
    columns: &[(usize, Unit)],
    noted: &Noted,
) -> Vec<Trainee> {
    let session = &facts.session;
    let trainee = |person: &Participant| {
        let cells: Vec<Cell> =
            columns.iter().map(|(slot, unit)| cell(facts, person, (slots[*slot], unit), noted)).collect();
        let is_wanted = matches!(scope, Scope::Trainee(_));
        if !is_wanted && cells.iter().all(|cell| *cell == Cell::NotExpected) {
            return None;
        }
        let until = person.ends_on.filter(|last| *last < session.ends_on);
        Some(Trainee {
            last_name: person.last_name.clone(),
            first_name: person.first_name.clone(),
            reference: person.reference.clone(),
            employer: person.employer.clone(),
            from: Some(person.starts_on).filter(|first| *first > session.starts_on),
            until,
            left: match (person.status, until) {
                (EnrolmentStatus::Abandoned, _) => Some("abandon".to_owned()),
                (_, Some(_)) => Some("fin anticipée".to_owned()),
                _ => None,
            },
            cells,
        })
    };
    let shown = facts.participants.iter().filter(|person| scope.shows(person.enrolment));
    shown.filter_map(trainee).collect()
}

/// A sealed mark in words.
fn in_words(mark: &SealedMark) -> String {
    status(mark.status, mark.minutes_late, mark.justified).label()
}

fn rectifications(
    facts: &Facts,
    scope: Scope,
    place: &HashMap<(SlotId, Part), usize>,
) -> Result<(Vec<Rectification>, OfMark)> {
    let (mut printed, mut newest) = (Vec::new(), HashMap::new());
    for stored in facts.chain.iter().filter(|stored| stored.link.kind == LinkKind::Rectification) {
        let content = stored.content()?;
        let row = content.rows.first().and_then(|row| row.shown()).cloned().unwrap_or_default();
        let Ok(row) = serde_json::from_value::<SealedRectification>(row) else { continue };
        let about = stored.slot.map(|slot| (slot, row.part)).filter(|_| scope.shows(row.enrolment_id));
        let Some((place, column)) = about.and_then(|about| Some((about, place.get(&about)?))) else {
            continue;
        };
        printed.push(Rectification {
            trainee: Some(facts.name(row.enrolment_id)),
            half_day: *column,
            before: in_words(&row.before),
            after: in_words(&row.after),
            by: row.by,
            at: stored.link.at.parse().unwrap_or_default(),
            reason: row.reason,
            sequence: Some(stored.link.number.unsigned_abs()),
        });
        newest.insert((place.0, place.1, row.enrolment_id), printed.len() as u32);
    }
    for moved in &facts.moved {
        // Printed beside the first half-day that is left of the slot.
        let column = [Part::Am, Part::Pm].iter().find_map(|part| place.get(&(moved.slot, *part)));
        let Some(column) = column.filter(|_| facts.sheets.contains_key(&moved.slot)) else { continue };
        printed.push(Rectification {
            trainee: None,
            half_day: *column,
            before: times_in_words(moved.before),
            after: times_in_words(moved.after),
            by: moved.by.clone(),
            at: moved.at,
            reason: moved.reason.clone(),
            sequence: link_of(facts, moved),
        });
    }
    printed.extend(reworded(facts, place)?);
    Ok((printed, newest))
}

/// The link that seals times put right after the sheet was closed.
fn link_of(facts: &Facts, moved: &Moved) -> Option<u32> {
    let at = instant(moved.at);
    let mut links = facts.chain.iter().filter(|stored| stored.link.kind == LinkKind::Times);
    let link = links.find(|stored| stored.slot == Some(moved.slot) && stored.link.at == at)?;
    Some(link.link.number.unsigned_abs())
}

/// `03/03/2026, 09:00 – 12:30`, on the clocks of Paris.
pub fn times_in_words((from, to): (DateTime<Utc>, DateTime<Utc>)) -> String {
    let [from, to] = [from, to].map(|at| at.with_timezone(&chrono_tz::Europe::Paris));
    format!("{}, {} – {}", from.format("%d/%m/%Y"), from.format("%H:%M"), to.format("%H:%M"))
}

fn contests(facts: &Facts, scope: Scope, place: &HashMap<(SlotId, Part), usize>) -> (Vec<Contest>, OfMark) {
    let (mut printed, mut newest) = (Vec::new(), HashMap::new());
    for contest in facts.contests.iter().filter(|contest| scope.shows(contest.enrolment)) {
        let Some(column) = place.get(&(contest.slot, contest.part)) else { continue };
        let decision = contest.decision.as_deref().zip(contest.decided_at).map(|(decision, at)| Decision {
            accepted: decision == "accepted",
            by: contest.decided_by_name.clone().unwrap_or_default(),
            at,
            reason: contest.decision_reason.clone().unwrap_or_default(),
        });
        printed.push(Contest {
            trainee: facts.name(contest.enrolment),
            half_day: *column,
            at: contest.contested_at,
            statement: contest.text.clone(),
            decision,
        });
        newest.insert((contest.slot, contest.part, contest.enrolment), printed.len() as u32);
    }
    (printed, newest)
}

fn evidence(facts: &Facts, scope: Scope, slots: &[&SlotCard]) -> Vec<Evidence> {
    let is_whole = matches!(scope, Scope::Session | Scope::Trainee(_));
    let is_printed = |slot: Option<SlotId>| match slot {
        Some(id) => slots.iter().any(|slot| slot.id == id),
        None => is_whole,
    };
    let proofs = facts.proofs.iter().filter(|proof| {
        proof.withdrawn_at.is_none() && scope.shows(proof.enrolment) && is_printed(proof.slot)
    });
    let printed = proofs.map(|proof| Evidence {
        trainee: facts.name(proof.enrolment),
        at: proof.happened_at,
        kind: proof.kind.in_french().to_owned(),
        detail: proof.description.clone(),
        minutes: proof.minutes.and_then(|minutes| u32::try_from(minutes).ok()),
    });
    printed.collect()
}
