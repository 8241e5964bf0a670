//! Sheets: read, one by one and as the list of a session.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::views::{MarkView, SheetView, view};
use super::{OfSession, Place, policy, read};
use crate::actor::Actor;
use crate::attendance::model::{Part, units};
use crate::attendance::store::{facts, marks};
use crate::ids::{EnrolmentId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::http::{Error, Json, Page, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;
use crate::sessions::{self, SheetState};

/// Shows the attendance sheet of a slot: everything the roll call needs.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    responses((status = 200, body = SheetView), Problems))]
pub async fn get_attendance(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
) -> Result<Versioned<SheetView>> {
    let (mut tx, _) = read(&state, actor, place.of(), policy::may_read).await?;
    let slot = sessions::slot_card(&mut *tx, place.id, place.session_id, place.slot_id).await?;
    let view = view(&mut tx, &state, slot.ok_or_else(Error::not_found)?).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// A sheet in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceSheetSummary)]
pub struct SheetSummary {
    /// The slot.
    slot_id: SlotId,
    /// What people call it.
    label: String,
    /// When it begins.
    starts_at: DateTime<Utc>,
    /// When it ends.
    ends_at: DateTime<Utc>,
    /// When it was cancelled.
    cancelled_at: Option<DateTime<Utc>>,
    /// State of its sheet.
    state: SheetState,
    /// Its half-days.
    parts: Vec<Part>,
    /// People expected, times half-days.
    expected: i64,
    /// How many of them have a final status.
    marked: i64,
    /// How many were there.
    present: i64,
    /// How many signed.
    signed: i64,
    /// Half-days the trainer signed.
    trainer_signed: i64,
}

/// Lists the sheets of a session, by time.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/attendance", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Page<SheetSummary>), Problems))]
pub async fn list_sheets(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Json<Page<SheetSummary>>> {
    let (mut tx, session) = read(&state, actor, of, policy::may_read).await?;
    let facts = facts::of_session(&mut tx, session, facts::Wanted::default(), state.clock.today()).await?;
    tx.commit().await?;
    let summary = |slot: &sessions::SlotCard| {
        let units = units(slot.starts_at, slot.ends_at);
        let (mut expected, mut marked, mut present, mut signed) = (0, 0, 0, 0);
        for unit in &units {
            for person in facts.participants.iter().filter(|person| person.is_expected_at(slot)) {
                let status = facts.status(slot.id, unit.part, person.enrolment);
                if facts::is_sealed(slot) && !status.is_final() {
                    continue;
                }
                expected += 1;
                marked += i64::from(status.is_final());
                present += i64::from(status.was_there());
                signed += i64::from(facts.signature(slot.id, unit.part, person.enrolment).is_some());
            }
        }
        let trainer_signed = units.iter().filter(|unit| facts.trainer_signed(slot.id, unit.part)).count();
        SheetSummary {
            slot_id: slot.id,
            label: slot.label().to_owned(),
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            cancelled_at: slot.cancelled_at,
            state: slot.sheet_state,
            parts: units.iter().map(|unit| unit.part).collect(),
            expected,
            marked,
            present,
            signed,
            trainer_signed: trainer_signed as i64,
        }
    };
    Ok(Json(Page::whole(facts.slots.iter().map(summary).collect())))
}

/// Of whom.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfWhom {
    /// The enrolment.
    enrolment_id: EnrolmentId,
}

/// A mark of a history.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceMarkEntry)]
pub struct MarkEntry {
    /// Morning or afternoon.
    part: Part,
    /// What was said.
    mark: MarkView,
}

/// Lists everything that was ever said of somebody in a slot, oldest first.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/marks",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path), OfWhom),
    responses((status = 200, body = Page<MarkEntry>), Problems))]
pub async fn list_marks(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Query(of): Query<OfWhom>,
) -> Result<Json<Page<MarkEntry>>> {
    let (mut tx, _) = read(&state, actor, place.of(), policy::may_read).await?;
    let slot = sessions::slot_card(&mut *tx, place.id, place.session_id, place.slot_id).await?;
    let slot = slot.ok_or_else(Error::not_found)?;
    let history = marks::history(&mut *tx, slot.id, of.enrolment_id).await?;
    tx.commit().await?;
    let entries = history.iter().map(|written| MarkEntry { part: written.part, mark: written.into() });
    Ok(Json(Page::whole(entries.collect())))
}
