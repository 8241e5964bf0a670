//! The days on which somebody is expected: what they may not leave out, and what they may not take in.

use chrono::NaiveDate;

use crate::ids::{EnrolmentId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::sessions::model::enrolment::sealed_day_in_french;
use crate::sessions::model::half_days::day_of;
use crate::sessions::model::local_time::french_date;
use crate::sessions::model::{SheetState, Window};
use crate::sessions::store::keeper::Keeper;
use crate::sessions::store::slots;

/// Refuses days that leave out one on which they were there: its hours were followed. `places`: of the first and of the last day.
pub async fn ensure_attended_within(
    tx: &mut Tx<'static>,
    state: &AppState,
    (session, enrolment): (TrainingSessionId, EnrolmentId),
    window: Window,
    places: [&str; 2],
) -> Result<()> {
    let marked = state.part::<Keeper>().marked(tx, enrolment).await?;
    let left_out = slots::list(&mut **tx, session, None).await?.into_iter().find(|slot| {
        let was_there = marked.iter().any(|mark| mark.slot == slot.id && mark.was_there);
        was_there && slot.cancelled_at.is_none() && !window.covers(day_of(slot.starts_at))
    });
    let Some(day) = left_out.map(|slot| day_of(slot.starts_at)) else { return Ok(()) };
    let place = if day < window.starts_on { places[0] } else { places[1] };
    let told = format!("Une présence est notée le {}\u{a0}: ce jour reste compris.", french_date(day));
    Err(Error::field(place, "attended_day", told))
}

/// Refuses days gone by whose sheet is sealed without them: nobody comes onto a sealed sheet.
pub async fn ensure_open_days(
    tx: &mut Tx<'static>,
    state: &AppState,
    (session, enrolment): (TrainingSessionId, Option<EnrolmentId>),
    (before, after): (Option<Window>, Window),
) -> Result<()> {
    let marked = match enrolment {
        Some(enrolment) => state.part::<Keeper>().marked(tx, enrolment).await?,
        None => Vec::new(),
    };
    let today = state.clock.today();
    let taken_in = sealed_days(tx, session, |slot| marked.iter().any(|mark| mark.slot == slot)).await?;
    let taken_in = taken_in
        .into_iter()
        .find(|day| *day < today && after.covers(*day) && !before.is_some_and(|before| before.covers(*day)));
    let Some(day) = taken_in else { return Ok(()) };
    let place = if before.is_some_and(|before| before.starts_on <= day) { "/ends_on" } else { "/starts_on" };
    Err(Error::field(place, "sealed_day", sealed_day_in_french(day)))
}

/// The days of slots whose sheet is sealed, other than those this lets be.
pub async fn sealed_days(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    spares: impl Fn(SlotId) -> bool,
) -> Result<Vec<NaiveDate>> {
    let mut slots = slots::list(&mut **tx, session, None).await?;
    slots.retain(|slot| {
        slot.cancelled_at.is_none() && slot.sheet_state != SheetState::Open && !spares(slot.id)
    });
    Ok(slots.iter().map(|slot| day_of(slot.starts_at)).collect())
}
