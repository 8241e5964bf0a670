//! What an inspector would find: each rule looks at what is known of a session and says what is odd, and what to do.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use carnet_documents::duration;
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};
use serde::Serialize;
use utoipa::ToSchema;

use crate::attendance::model::mark::MarkStatus;
use crate::attendance::model::part::{GRACE, Unit};
use crate::ids::{EnrolmentId, PersonId, SlotId};
use crate::sessions::{Part, SheetState};

/// From how many people on one device is odd.
const SHARED_BY: usize = 3;
/// How long after its end a sheet may stay open.
const CLOSE_WITHIN: Duration = Duration::hours(72);

/// A signature, as far as the rules look.
#[derive(Clone, Debug)]
pub struct SignatureFact {
    /// Who, if a trainee.
    pub enrolment: Option<EnrolmentId>,
    /// Who, if a trainer; none once the account is gone.
    pub trainer: Option<PersonId>,
    /// Whether a trainer signed.
    pub is_trainer: bool,
    /// Name of who signed.
    pub name: String,
    /// Morning or afternoon.
    pub part: Part,
    /// When.
    pub signed_at: DateTime<Utc>,
    /// What tells identical drawings.
    pub drawing: Option<String>,
    /// What tells one device; none where a trainer's device was passed around, which is expected.
    pub device: Option<String>,
}

/// What is said of somebody in a half-day.
#[derive(Clone, Debug)]
pub struct MarkFact {
    /// Who.
    pub enrolment: EnrolmentId,
    /// Their name.
    pub name: String,
    /// Morning or afternoon.
    pub part: Part,
    /// What is said; unmarked where nothing is.
    pub status: MarkStatus,
    /// Whether it was copied from a paper sheet, which bears the signature.
    pub is_from_paper: bool,
}

/// A slot, as far as the rules look.
#[derive(Clone, Debug)]
pub struct SlotFact {
    /// Its id.
    pub id: SlotId,
    /// What people call it.
    pub label: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Its half-days.
    pub units: Vec<Unit>,
    /// State of its sheet.
    pub state: SheetState,
    /// Why signing was opened again, if it was.
    pub reopened_because: Option<String>,
    /// Whether it has a scanned paper sheet.
    pub has_paper: bool,
    /// Its trainers: account and name.
    pub trainers: Vec<(Option<PersonId>, String)>,
    /// What the sealed sheet calls it, and when it says it was.
    pub sealed: Option<SealedFact>,
    /// Everybody expected.
    pub marks: Vec<MarkFact>,
    /// Who signed.
    pub signatures: Vec<SignatureFact>,
}

/// What a sealed sheet says of the slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFact {
    /// Title of the session.
    pub session_title: String,
    /// When it began and ended.
    pub times: (DateTime<Utc>, DateTime<Utc>),
    /// First and last name of everybody on it.
    pub names: HashMap<EnrolmentId, String>,
}

/// Another slot of one of this session's trainers at the same time.
#[derive(Clone, Debug)]
pub struct Overlap {
    /// The slot of this session.
    pub slot: SlotId,
    /// The trainer.
    pub trainer: String,
    /// What the other one is.
    pub other: String,
}

/// A certificate that the sheets overtook.
#[derive(Clone, Debug)]
pub struct Overtaken {
    /// Its number, as it is printed.
    pub number: String,
    /// Of whom.
    pub enrolment: EnrolmentId,
    /// Their name.
    pub name: String,
}

/// What is known of a session.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Its title.
    pub title: String,
    /// Title of the training it is a session of.
    pub training_title: String,
    /// Whether the organisation has declared its number.
    pub has_nda: bool,
    /// How long it was announced, in minutes.
    pub announced_minutes: i32,
    /// How long it is planned to last: its slots, and the courses everybody follows at their own time.
    pub planned_minutes: i64,
    /// Its slots, cancelled ones left out, by time.
    pub slots: Vec<SlotFact>,
    /// Slots of its trainers elsewhere.
    pub overlaps: Vec<Overlap>,
    /// Contests nobody has decided.
    pub open_contests: i32,
    /// Certificates that hold and say otherwise than the sheets do today.
    pub overtaken: Vec<Overtaken>,
    /// The time.
    pub now: DateTime<Utc>,
}

/// Something odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = AttendanceAnomaly)]
pub struct Anomaly {
    /// Stable name of the rule.
    pub code: &'static str,
    /// What is odd, in French.
    pub message: String,
    /// What to do about it, in French.
    pub advice: &'static str,
    /// The slot it is about.
    pub slot_id: Option<SlotId>,
    /// The half-day.
    pub part: Option<Part>,
    /// The people it is about.
    pub enrolment_ids: Vec<EnrolmentId>,
}

/// Every anomaly, those of the session first, then slot by slot.
pub fn find(facts: &Facts, holiday: impl Fn(NaiveDate) -> Option<&'static str>) -> Vec<Anomaly> {
    let mut found = of_session(facts);
    for slot in &facts.slots {
        of_times(slot, &holiday, &mut found);
        of_trainers(facts, slot, &mut found);
        of_signatures(slot, &mut found);
        of_marks(facts, slot, &mut found);
        of_seal(facts, slot, &mut found);
    }
    identical_drawings(facts, &mut found);
    found
}

fn session(code: &'static str, message: String, advice: &'static str) -> Anomaly {
    Anomaly { code, message, advice, slot_id: None, part: None, enrolment_ids: Vec::new() }
}

fn at(
    slot: &SlotFact,
    part: Option<Part>,
    code: &'static str,
    message: String,
    advice: &'static str,
) -> Anomaly {
    Anomaly { code, message, advice, slot_id: Some(slot.id), part, enrolment_ids: Vec::new() }
}

fn of_session(facts: &Facts) -> Vec<Anomaly> {
    let mut found = Vec::new();
    if !facts.has_nda {
        let message =
            "Le numéro de déclaration d’activité (NDA) de l’organisme n’est pas renseigné.".to_owned();
        found.push(session(
            "nda_missing",
            message,
            "Renseignez l’identité de l’organisme avant d’éditer les feuilles.",
        ));
    }
    if facts.title != facts.training_title {
        let message = format!(
            "La session s’intitule «\u{a0}{}\u{a0}», la formation «\u{a0}{}\u{a0}».",
            facts.title, facts.training_title
        );
        let advice = "Vérifiez que la convention, la facture et les feuilles portent le même intitulé.";
        found.push(session("title_differs", message, advice));
    }
    if facts.planned_minutes != i64::from(facts.announced_minutes) {
        let [planned, announced] = [facts.planned_minutes, facts.announced_minutes.into()]
            .map(|minutes| duration(u32::try_from(minutes).unwrap_or_default()));
        let message =
            format!("Les créneaux et les modules à distance font {planned}, pour {announced} annoncées.");
        let advice = "Mettez en accord la durée annoncée et les créneaux, ou gardez trace de l’écart.";
        found.push(session("duration_differs", message, advice));
    }
    if facts.open_contests > 0 {
        let message = format!("{} contestation(s) sans décision.", facts.open_contests);
        found.push(session("contest_open", message, "Décidez de chaque contestation, avec un motif."));
    }
    for overtaken in &facts.overtaken {
        let message = format!(
            "Le document {} de {} ne dit plus ce que disent les feuilles, rectifiées depuis.",
            overtaken.number, overtaken.name
        );
        let advice = "Remplacez ce document\u{a0}: le nouveau porte un autre numéro et renvoie à l’ancien.";
        let anomaly = session("certificate_overtaken", message, advice);
        found.push(Anomaly { enrolment_ids: vec![overtaken.enrolment], ..anomaly });
    }
    found
}

fn of_times(slot: &SlotFact, holiday: &impl Fn(NaiveDate) -> Option<&'static str>, found: &mut Vec<Anomaly>) {
    for unit in &slot.units {
        let day = match holiday(unit.date) {
            Some(name) => Some(format!("un jour férié ({name})")),
            None if unit.date.weekday() == Weekday::Sun => Some("un dimanche".to_owned()),
            None => None,
        };
        if let Some(day) = day {
            let message = format!("«\u{a0}{}\u{a0}» a lieu {day}.", slot.label);
            let advice = "Vérifiez la date, ou gardez la preuve que la séance a bien eu lieu ce jour-là.";
            found.push(at(slot, Some(unit.part), "on_day_off", message, advice));
        }
    }
}

fn of_trainers(facts: &Facts, slot: &SlotFact, found: &mut Vec<Anomaly>) {
    if slot.trainers.is_empty() {
        let message = format!("Aucun formateur n’est indiqué pour «\u{a0}{}\u{a0}».", slot.label);
        found.push(at(slot, None, "no_trainer", message, "Indiquez qui a animé la séance."));
    }
    for overlap in facts.overlaps.iter().filter(|overlap| overlap.slot == slot.id) {
        let message = format!("{} anime au même moment {}.", overlap.trainer, overlap.other);
        let advice = "Corrigez l’une des deux séances, ou notez le remplacement.";
        found.push(at(slot, None, "trainer_in_two_places", message, advice));
    }
    for signature in slot.signatures.iter().filter(|signature| signature.is_trainer) {
        let is_assigned =
            slot.trainers.iter().any(|(person, _)| person.is_some() && *person == signature.trainer);
        if !is_assigned && signature.trainer.is_some() {
            let message =
                format!("{} a signé «\u{a0}{}\u{a0}» sans en être formateur.", signature.name, slot.label);
            let advice = "Notez le remplacement sur le créneau\u{a0}: la bonne personne doit signer.";
            found.push(at(slot, Some(signature.part), "signed_by_another_trainer", message, advice));
        }
    }
    for unit in slot.units.iter().filter(|_| slot.ends_at + GRACE < facts.now && !slot.has_paper) {
        if !slot.signatures.iter().any(|signature| signature.is_trainer && signature.part == unit.part) {
            let message = format!(
                "Le formateur n’a pas signé «\u{a0}{}\u{a0}» ({}).",
                slot.label,
                unit.part.in_french()
            );
            let advice = "Rouvrez la signature avec un motif, et faites signer.";
            found.push(at(slot, Some(unit.part), "trainer_not_signed", message, advice));
        }
    }
}

fn of_signatures(slot: &SlotFact, found: &mut Vec<Anomaly>) {
    let of = |signature: &SignatureFact, code, message, advice| Anomaly {
        enrolment_ids: signature.enrolment.into_iter().collect(),
        ..at(slot, Some(signature.part), code, message, advice)
    };
    for signature in &slot.signatures {
        let Some(unit) = slot.units.iter().find(|unit| unit.part == signature.part) else {
            let message = format!("{} a signé une demi-journée qui n’existe plus.", signature.name);
            let advice = "Le créneau a été déplacé\u{a0}: faites signer la nouvelle demi-journée.";
            found.push(of(signature, "signed_another_half_day", message, advice));
            continue;
        };
        if signature.signed_at < unit.starts_at {
            let message = format!("{} a signé avant le début de la demi-journée.", signature.name);
            let advice = "Vérifiez les horaires du créneau\u{a0}: une signature ne précède jamais la séance.";
            found.push(of(signature, "signed_before_start", message, advice));
        }
        if signature.signed_at > slot.ends_at + GRACE {
            let why = slot.reopened_because.as_deref().unwrap_or("sans motif");
            let message = format!("{} a signé après le délai (réouverture\u{a0}: {why}).", signature.name);
            let advice = "Gardez le motif de la réouverture et un autre élément probant.";
            found.push(of(signature, "signed_late", message, advice));
        }
        let later = slot.units.iter().find(|other| other.starts_at > unit.starts_at);
        if !signature.is_trainer && later.is_some_and(|later| signature.signed_at >= later.starts_at + GRACE)
        {
            let message = format!(
                "{} a signé le {} pendant l’{}.",
                signature.name,
                Part::Am.in_french(),
                Part::Pm.in_french()
            );
            let advice = "Faites signer chaque demi-journée à son moment\u{a0}: des signatures groupées sont rejetées.";
            found.push(of(signature, "signed_all_at_the_end", message, advice));
        }
    }
    shared_devices(slot, found);
}

fn shared_devices(slot: &SlotFact, found: &mut Vec<Anomaly>) {
    let mut by_device: BTreeMap<(&str, Part), BTreeSet<EnrolmentId>> = BTreeMap::new();
    for signature in &slot.signatures {
        if let (Some(device), Some(enrolment)) = (signature.device.as_deref(), signature.enrolment) {
            by_device.entry((device, signature.part)).or_default().insert(enrolment);
        }
    }
    for ((_, part), people) in by_device.into_iter().filter(|(_, people)| people.len() >= SHARED_BY) {
        let message = format!(
            "{} personnes ont signé «\u{a0}{}\u{a0}» depuis le même appareil.",
            people.len(),
            slot.label
        );
        let advice = "Demandez à chacun de signer depuis son appareil, ou faites passer celui du formateur.";
        let anomaly = at(slot, Some(part), "shared_device", message, advice);
        found.push(Anomaly { enrolment_ids: people.into_iter().collect(), ..anomaly });
    }
}

fn of_marks(facts: &Facts, slot: &SlotFact, found: &mut Vec<Anomaly>) {
    let is_over = slot.ends_at + GRACE < facts.now;
    let signed: HashSet<(EnrolmentId, Part)> =
        slot.signatures.iter().filter_map(|signature| Some((signature.enrolment?, signature.part))).collect();
    for mark in &slot.marks {
        let has_signed = signed.contains(&(mark.enrolment, mark.part));
        let of = |code, message, advice| Anomaly {
            enrolment_ids: vec![mark.enrolment],
            ..at(slot, Some(mark.part), code, message, advice)
        };
        if has_signed && !mark.status.was_there() {
            let message = format!("{} a signé et figure comme {}.", mark.name, mark.status.in_french());
            let advice = "Rectifiez la présence, ou gardez trace de l’explication.";
            found.push(of("signed_but_not_there", message, advice));
        }
        let needs_none = mark.is_from_paper || slot.has_paper;
        if is_over && mark.status.was_there() && !has_signed && !needs_none {
            let message = format!("{} figure comme {} sans avoir signé.", mark.name, mark.status.in_french());
            let advice = "Une demi-journée facturée sans signature est rejetée\u{a0}: réunissez un autre élément probant.";
            found.push(of("present_without_signature", message, advice));
        }
    }
    if slot.state == SheetState::Open && slot.ends_at + CLOSE_WITHIN < facts.now {
        let unmarked = slot.marks.iter().filter(|mark| !mark.status.is_final()).count();
        let message = format!(
            "La feuille de «\u{a0}{}\u{a0}» est encore ouverte ({unmarked} non renseigné(s)).",
            slot.label
        );
        found.push(at(slot, None, "sheet_open", message, "Complétez l’appel, signez et clôturez."));
    }
}

fn of_seal(facts: &Facts, slot: &SlotFact, found: &mut Vec<Anomaly>) {
    let Some(sealed) = &slot.sealed else { return };
    if sealed.session_title != facts.title {
        let message = format!("La feuille scellée porte l’intitulé «\u{a0}{}\u{a0}».", sealed.session_title);
        let advice =
            "L’intitulé a changé depuis\u{a0}: gardez le même sur la convention, la facture et les feuilles.";
        found.push(at(slot, None, "sealed_title_differs", message, advice));
    }
    if sealed.times != (slot.starts_at, slot.ends_at) {
        let message = format!("Les horaires de «\u{a0}{}\u{a0}» ont changé depuis la clôture.", slot.label);
        let advice = "La feuille scellée dit autre chose\u{a0}: rétablissez ces horaires, puis rectifiez-les avec un motif.";
        found.push(at(slot, None, "sealed_times_differ", message, advice));
    }
    let mut renamed: Vec<(EnrolmentId, &str, &str)> = slot
        .marks
        .iter()
        .filter_map(|mark| {
            Some((mark.enrolment, mark.name.as_str(), sealed.names.get(&mark.enrolment)?.as_str()))
        })
        .filter(|(_, name, sealed)| name != sealed)
        .collect();
    renamed.dedup();
    for (enrolment, name, sealed) in renamed {
        let message = format!("La feuille scellée nomme {name} «\u{a0}{sealed}\u{a0}».");
        let advice = "Le nom a changé depuis\u{a0}: gardez ce qui le justifie avec la feuille.";
        let anomaly = at(slot, None, "sealed_name_differs", message, advice);
        found.push(Anomaly { enrolment_ids: vec![enrolment], ..anomaly });
    }
}

/// The same drawing twice, by two people or twice by the same: somebody copied it.
fn identical_drawings(facts: &Facts, found: &mut Vec<Anomaly>) {
    let mut by_drawing: BTreeMap<&str, Vec<(&SlotFact, &SignatureFact)>> = BTreeMap::new();
    for slot in &facts.slots {
        for signature in &slot.signatures {
            if let Some(drawing) = signature.drawing.as_deref() {
                by_drawing.entry(drawing).or_default().push((slot, signature));
            }
        }
    }
    for signatures in by_drawing.into_values().filter(|signatures| signatures.len() > 1) {
        let names: BTreeSet<&str> = signatures.iter().map(|(_, signature)| signature.name.as_str()).collect();
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        let message = format!("{} signatures dessinées sont identiques ({names}).", signatures.len());
        let advice = "Une signature recopiée est rejetée\u{a0}: faites signer à nouveau, ou rectifiez.";
        let people: BTreeSet<EnrolmentId> =
            signatures.iter().filter_map(|(_, signature)| signature.enrolment).collect();
        let (slot, signature) = signatures[0];
        let anomaly = at(slot, Some(signature.part), "identical_signatures", message, advice);
        found.push(Anomaly { enrolment_ids: people.into_iter().collect(), ..anomaly });
    }
}

#[cfg(test)]
mod tests;
