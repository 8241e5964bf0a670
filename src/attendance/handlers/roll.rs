//! The roll call: many marks at once, nothing overwritten unseen.

use std::collections::{HashMap, HashSet};

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::views::MarkView;
use super::{Locked, Place, lock, note, policy};
use crate::actor::Actor;
use crate::attendance::model::roll::{Met, Outcome, decide};
use crate::attendance::model::state::Move;
use crate::attendance::model::{Mark, MarkDraft, MarkStatus, Method, Part, Reason, Unit, units};
use crate::attendance::store::alerts;
use crate::attendance::store::marks::{self, NewMark, Writer, Written};
use crate::attendance::store::sheets;
use crate::events::Event;
use crate::files::{self, Claim, Owner, Purpose};
use crate::ids::{EnrolmentId, FileId, OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, FieldError, Fields, Json, Path, Problems, Result, texts};
use crate::platform::state::AppState;
use crate::sessions::{self, SlotCard};

/// Most rows of one request: five hundred people, morning and afternoon.
const MOST_ROWS: usize = 1000;

/// Where the marks come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RollMethod {
    /// Somebody called the roll.
    #[default]
    Trainer,
    /// They were copied from a paper sheet.
    Paper,
}

/// A mark of the roll call.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RollCallRow)]
pub struct RollRow {
    /// Of whom.
    enrolment_id: EnrolmentId,
    /// Morning or afternoon.
    part: Part,
    /// What is said.
    status: MarkStatus,
    /// With `late`: how late, from one minute to the length of the half-day.
    #[serde(default)]
    minutes_late: Option<i32>,
    /// With `absent` and `late`: whether the reason is accepted.
    #[serde(default)]
    justified: bool,
    /// Why; seen by staff and the trainee alone.
    #[serde(default)]
    reason: Option<Reason>,
    /// A remark; 500 characters at most.
    #[serde(default)]
    note: Option<String>,
    /// A staged file of the organisation that proves the reason; the file of the mark before stays unless another is given.
    #[serde(default)]
    proof_file_id: Option<FileId>,
    /// When they came in.
    #[serde(default)]
    entered_at: Option<DateTime<Utc>>,
    /// When they left.
    #[serde(default)]
    left_at: Option<DateTime<Utc>>,
    /// Number of the mark that was seen; 0 for none.
    seen_number: i32,
    /// Drawn by the device, at most 64 characters: the same row sent again is not written again.
    #[serde(default)]
    client_key: Option<String>,
}

/// A roll call.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RollCall {
    /// 1 to 1000 rows; each person once per half-day.
    rows: Vec<RollRow>,
    /// Where they come from.
    #[serde(default)]
    method: RollMethod,
}

/// A row that stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RollCallSaved)]
pub struct Saved {
    /// Of whom.
    enrolment_id: EnrolmentId,
    /// Morning or afternoon.
    part: Part,
    /// Number of the mark that says it.
    number: i32,
}

/// A row that was not written, because somebody else said otherwise meanwhile.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RollCallConflict)]
pub struct Conflict {
    /// Its place in the request, from 0.
    row: usize,
    /// Of whom.
    enrolment_id: EnrolmentId,
    /// Morning or afternoon.
    part: Part,
    /// What was said meanwhile; null where nothing was, though the row had seen something.
    current: Option<MarkView>,
}

/// A row that cannot be written.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RollCallRefusal)]
pub struct Refused {
    /// Its place in the request, from 0.
    row: usize,
    /// Of whom.
    enrolment_id: EnrolmentId,
    /// Morning or afternoon.
    part: Part,
    /// `not_expected`, `no_such_half_day` or `not_begun`.
    code: &'static str,
    /// Why, in French.
    message: &'static str,
}

/// What became of a roll call: every row is in one of the lists.
#[derive(Debug, Serialize, ToSchema)]
pub struct RollCallResult {
    /// The version of the sheet now.
    version: i32,
    /// Rows that stand.
    saved: Vec<Saved>,
    /// Rows that met another mark: nothing was overwritten.
    conflicts: Vec<Conflict>,
    /// Rows that cannot be.
    refused: Vec<Refused>,
}

/// Writes marks. Rows that met another mark meanwhile are told, the others are saved.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/marks",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    request_body = RollCall, responses((status = 200, body = RollCallResult), Problems))]
pub async fn save_marks(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(call): Json<RollCall>,
) -> Result<Json<RollCallResult>> {
    let Locked { mut tx, slot, sheet } = lock(&state, actor, place, policy::may_take, Move::Mark).await?;
    let units = units(slot.starts_at, slot.ends_at);
    let rows = parse(call.rows, &units)?;
    let met = Meeting::of(&mut tx, &slot, &rows).await?;
    let sorted = met.sort(&rows, &units, state.clock.now());
    let mut result = RollCallResult {
        version: sheet.version,
        saved: sorted.stands,
        conflicts: sorted.conflicts,
        refused: sorted.refused,
    };
    if !sorted.writes.is_empty() {
        let marks = claim(&mut tx, &state, (actor.person, slot.organisation), &met, sorted.writes).await?;
        let method = match call.method {
            RollMethod::Trainer => Method::Trainer,
            RollMethod::Paper => Method::Paper,
        };
        result.saved.extend(marks.iter().map(|mark| Saved {
            enrolment_id: mark.enrolment,
            part: mark.part,
            number: mark.number,
        }));
        let name = sheets::name_of(&mut *tx, actor.person).await?;
        let at = state.clock.now();
        let writer = Writer { by: Some(actor.person), name: &name, method, at, link: None };
        result.version = write(&mut tx, &state, &slot, &marks, &writer).await?;
        let told = json!({ "saved": marks.len(), "conflicts": result.conflicts.len(), "method": method });
        note(&mut tx, &state, actor, &slot, (Event::AttendanceMarked, told)).await?;
    }
    tx.commit().await?;
    Ok(Json(result))
}

/// Writes marks with all that hangs on them: the slot has attendance, the sheet a new version, and thresholds are looked at.
pub async fn write(
    tx: &mut Tx<'_>,
    state: &AppState,
    slot: &SlotCard,
    marks: &[NewMark],
    writer: &Writer<'_>,
) -> Result<i32> {
    marks::insert(tx, slot.id, marks, writer).await?;
    let marked: Vec<EnrolmentId> = marks.iter().map(|mark| mark.enrolment).collect();
    sessions::mark_attended(tx, slot.id, &marked).await?;
    alerts::look_at(tx, slot.session, state.clock.now()).await?;
    Ok(sheets::touch(tx, slot.session, slot.id, state.clock.now()).await?)
}

/// A row that says something sound.
struct Row {
    at: usize,
    enrolment: EnrolmentId,
    part: Part,
    mark: Mark,
    proof_file: Option<FileId>,
    seen: i32,
    client_key: Option<String>,
}

fn parse(rows: Vec<RollRow>, units: &[Unit]) -> Result<Vec<Row>> {
    if rows.is_empty() || rows.len() > MOST_ROWS {
        return Err(Error::field("/rows", "out_of_range", format!("De 1 à {MOST_ROWS} lignes.")));
    }
    let mut fields = Fields::default();
    let mut named = HashSet::new();
    let mut parsed = Vec::with_capacity(rows.len());
    for (at, row) in rows.into_iter().enumerate() {
        let pointer = format!("/rows/{at}");
        if !named.insert((row.enrolment_id, row.part)) {
            fields.push(FieldError::new(
                &pointer,
                "duplicate",
                "Une seule ligne par personne et demi-journée.",
            ));
        }
        let key = row.client_key.map(|key| texts::line(&format!("{pointer}/client_key"), &key, 1..=64));
        let client_key = key.and_then(|key| fields.check(key));
        let unit = units.iter().find(|unit| unit.part == row.part);
        let draft = MarkDraft {
            status: row.status,
            minutes_late: row.minutes_late,
            justified: row.justified,
            reason: row.reason,
            note: row.note,
            entered_at: row.entered_at,
            left_at: row.left_at,
        };
        if let Some(mark) = draft.check(&pointer, unit, &mut fields) {
            parsed.push(Row {
                at,
                enrolment: row.enrolment_id,
                part: row.part,
                mark,
                proof_file: row.proof_file_id,
                seen: row.seen_number,
                client_key,
            });
        }
    }
    fields.finish()?;
    Ok(parsed)
}

/// What the rows meet in the database.
struct Meeting {
    expected: HashSet<EnrolmentId>,
    newest: HashMap<(Part, EnrolmentId), Written>,
    keys: HashMap<(Part, EnrolmentId, String), i32>,
}

/// What becomes of the rows.
#[derive(Default)]
struct Sorted {
    stands: Vec<Saved>,
    conflicts: Vec<Conflict>,
    refused: Vec<Refused>,
    writes: Vec<(usize, NewMark)>,
}

impl Meeting {
    async fn of(tx: &mut Tx<'_>, slot: &SlotCard, rows: &[Row]) -> Result<Self> {
        let expected = sessions::expected(&mut **tx, slot).await?;
        let newest = marks::newest(&mut **tx, slot.id).await?;
        let keys: Vec<String> = rows.iter().filter_map(|row| row.client_key.clone()).collect();
        let keys = if keys.is_empty() {
            HashMap::new()
        } else {
            marks::known_keys(&mut **tx, slot.id, &keys).await?
        };
        Ok(Self {
            expected: expected.into_iter().map(|person| person.enrolment).collect(),
            newest: newest.into_iter().map(|mark| ((mark.part, mark.enrolment), mark)).collect(),
            keys,
        })
    }

    /// Why a row cannot be, whatever others said.
    fn refusal(&self, row: &Row, units: &[Unit], now: DateTime<Utc>) -> Option<(&'static str, &'static str)> {
        if !self.expected.contains(&row.enrolment) {
            return Some(("not_expected", "Cette personne n’est pas attendue à ce créneau."));
        }
        let Some(unit) = units.iter().find(|unit| unit.part == row.part) else {
            return Some(("no_such_half_day", "Le créneau n’a pas lieu cette demi-journée."));
        };
        let too_early = row.mark.status.was_there() && !policy::has_begun(unit.starts_at, now);
        too_early.then_some(("not_begun", "La demi-journée n’a pas commencé."))
    }

    fn sort(&self, rows: &[Row], units: &[Unit], now: DateTime<Utc>) -> Sorted {
        let mut sorted = Sorted::default();
        for row in rows {
            let (enrolment_id, part) = (row.enrolment, row.part);
            if let Some((code, message)) = self.refusal(row, units, now) {
                sorted.refused.push(Refused { row: row.at, enrolment_id, part, code, message });
                continue;
            }
            let newest = self.newest.get(&(part, enrolment_id));
            let key = row.client_key.clone().map(|key| (part, enrolment_id, key));
            let outcome = decide(Met {
                seen: row.seen,
                newest: newest.map_or(0, |mark| mark.number),
                says_the_same: newest.is_some_and(|mark| mark.mark == row.mark) && row.proof_file.is_none(),
                written_before: key.and_then(|key| self.keys.get(&key).copied()),
            });
            match outcome {
                Outcome::Stands(number) => sorted.stands.push(Saved { enrolment_id, part, number }),
                Outcome::Conflict => {
                    let current = newest.map(MarkView::from);
                    sorted.conflicts.push(Conflict { row: row.at, enrolment_id, part, current });
                }
                Outcome::Write(number) => {
                    let new = NewMark {
                        part,
                        enrolment: enrolment_id,
                        number,
                        mark: row.mark.clone(),
                        proof_file: row.proof_file,
                        client_key: row.client_key.clone(),
                    };
                    sorted.writes.push((row.at, new));
                }
            }
        }
        sorted
    }
}

/// Takes the files that prove reasons into use; a mark without a new one keeps the one before.
async fn claim(
    tx: &mut Tx<'_>,
    state: &AppState,
    (by, organisation): (PersonId, OrganisationId),
    met: &Meeting,
    writes: Vec<(usize, NewMark)>,
) -> Result<Vec<NewMark>> {
    let mut marks = Vec::with_capacity(writes.len());
    for (at, mut new) in writes {
        match new.proof_file {
            Some(file) => {
                let pointer = format!("/rows/{at}/proof_file_id");
                let owner = Owner::Organisation(organisation);
                let claim = Claim { file, purpose: Purpose::AbsenceProof, owner, by, pointer: &pointer };
                files::claim(tx, state, &claim).await?;
            }
            None if !new.mark.status.was_there() || new.mark.minutes_late > 0 => {
                let before = met.newest.get(&(new.part, new.enrolment));
                new.proof_file = before.and_then(|mark| mark.proof_file);
            }
            None => {}
        }
        marks.push(new);
    }
    Ok(marks)
}
