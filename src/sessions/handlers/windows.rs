//! The days on which somebody is expected: what they may not leave out.

use crate::ids::{EnrolmentId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::sessions::model::Window;
use crate::sessions::model::half_days::day_of;
use crate::sessions::model::local_time::french_date;
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
