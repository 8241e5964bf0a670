//! What the clock does to rooms: warns, tells of pauses, lets reports lapse, deletes what is over.

use anyhow::Context;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::handlers::judging::{Decided, settle};
use super::model::lifetime::{self, LONGEST_HOLD};
use super::model::receipt::Receipt;
use super::model::report::Decision;
use super::store::ends::{self, Ending, Pause};
use super::store::{messages, places, private, receipts, reports, rooms, told};
use crate::events::Event;
use crate::files;
use crate::ids::{ChatRoomId, FileId, OfferRecipientId, PersonId};
use crate::notices::NoticeKind;
use crate::offers::{self, ClosedBy};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http;
use crate::platform::jobs::{Job, Run};
use crate::platform::seal::{SealKey, hex, remember_key};
use crate::platform::state::AppState;
use crate::sessions::Retention;

/// Rooms looked at together.
const AT_ONCE: i64 = 100;
/// Nobody: whoever reads for the clock blocks nobody.
const NOBODY: PersonId = PersonId(uuid::Uuid::nil());

/// Everything that is due in rooms, whatever was missed: each room in a transaction of its own, once.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndRooms {}

impl Job for EndRooms {
    const KIND: &'static str = "end_rooms";

    /// One that waits finds everything that is due.
    fn key(&self) -> Option<String> {
        Some("due".to_owned())
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let deleted = end_private(&state, &run).await? + end_of_sessions(&state, &run).await?;
        let mut lapsed = 0;
        while !run.stop.is_cancelled() && lapse_one(&state).await? {
            lapsed += 1;
        }
        let mut warned = 0;
        while !run.stop.is_cancelled() && warn_one(&state).await? {
            warned += 1;
        }
        let mut paused = 0;
        while !run.stop.is_cancelled() && pause_one(&state).await? {
            paused += 1;
        }
        metrics::counter!("carnet_rooms_deleted_total").increment(deleted);
        if deleted + lapsed + warned + paused > 0 {
            tracing::info!(deleted, lapsed, warned, paused, "rooms ended, warned and paused");
        }
        Ok(())
    }
}

/// An error of what answers requests, for a job.
fn refused(error: http::Error) -> anyhow::Error {
    anyhow::Error::from(error)
}

/// Deletes the private rooms that are over. One that fails keeps no other from it.
async fn end_private(state: &AppState, run: &Run) -> anyhow::Result<u64> {
    let (mut deleted, mut failed) = (0, 0);
    loop {
        let mut connection = state.pool.acquire().await?;
        let due = ends::over(&mut connection, state.clock.now(), AT_ONCE).await?;
        drop(connection);
        let before = deleted;
        for (room, recipient) in &due {
            if run.stop.is_cancelled() {
                return Ok(deleted);
            }
            match end_one(state, *room, *recipient).await {
                Ok(true) => deleted += 1,
                Ok(false) => {}
                Err(error) => {
                    failed += 1;
                    tracing::error!(error = format!("{error:#}"), %room, "a room cannot be deleted");
                }
            }
        }
        // What is held by somebody else, or fails, is left to the next minute.
        if deleted == before || (due.len() as i64) < AT_ONCE {
            anyhow::ensure!(failed == 0, "{failed} rooms could not be deleted");
            return Ok(deleted);
        }
    }
}

/// Deletes one private room, and ends its offer; false when it is not over any more, or somebody holds it.
async fn end_one(
    state: &AppState,
    room: ChatRoomId,
    recipient: Option<OfferRecipientId>,
) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    if let Some(recipient) = recipient {
        // The offer is held before the room, as all that ends both holds them.
        let now = state.clock.now();
        offers::close_accepted(state, &mut tx, recipient, ClosedBy::Clock, now).await.map_err(refused)?;
    }
    if !delete_room(&mut tx, state, room).await.map_err(refused)? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// Deletes what was written in sessions that are gone, or whose papers are kept no longer.
async fn end_of_sessions(state: &AppState, run: &Run) -> anyhow::Result<u64> {
    let today = state.clock.today();
    let before = (
        lifetime::ended_before(today, Retention::Standard),
        lifetime::ended_before(today, Retention::Cofunded),
    );
    let mut deleted = 0;
    loop {
        let mut connection = state.pool.acquire().await?;
        let due = ends::kept_too_long(&mut connection, before, AT_ONCE).await?;
        drop(connection);
        let already = deleted;
        for room in due {
            if run.stop.is_cancelled() {
                return Ok(deleted);
            }
            let mut tx = state.pool.begin().await?;
            if delete_room(&mut tx, state, room).await.map_err(refused)? {
                tx.commit().await?;
                deleted += 1;
            }
        }
        if deleted == already {
            return Ok(deleted);
        }
    }
}

/// Deletes a room that is over, physically: messages and what they said before, files with their objects, reports, notices and mails
/// that wait. The two of a private one get a receipt and are told. False when it is not over (any more), or somebody holds it.
pub async fn delete_room(tx: &mut Tx<'_>, state: &AppState, room: ChatRoomId) -> http::Result<bool> {
    let now = state.clock.now();
    let Some(ending) = ends::lock_ending(tx, room, now).await? else { return Ok(false) };
    let taken = ends::take_files(tx, room).await?;
    told::forget_room(tx, room).await?;
    let released: Vec<FileId> = taken.iter().map(|(file, _)| *file).collect();
    files::give_up(tx, &state.ids, &released, now).await?;
    if ending.is_private {
        let hashes = taken.iter().map(|(_, sha256)| hex(sha256)).collect();
        leave_receipts(tx, state, (room, &ending), hashes, now).await?;
    }
    ends::delete(tx, room, ending.begins_anew).await?;
    let mut entry = Entry::new(Event::RoomDeleted, now, "chat_room", room.0);
    if let Some(organisation) = ending.organisation {
        entry = entry.within(organisation);
    }
    let counts = json!({ "messages": ending.messages, "files": released.len(), "why": ending.why });
    audit::record(tx, &state.ids, entry.change(None, counts)).await?;
    Ok(true)
}

async fn leave_receipts(
    tx: &mut Tx<'_>,
    state: &AppState,
    (room, ending): (ChatRoomId, &Ending),
    hashes: Vec<String>,
    now: DateTime<Utc>,
) -> http::Result<()> {
    let key = state.part::<SealKey>();
    let receipt = Receipt::new(room, now, ending.why, ending.messages, hashes);
    let document = receipt.sign(key).map_err(anyhow::Error::from)?;
    remember_key(tx, key, now).await?;
    let both: Vec<PersonId> = [ending.person, ending.recruiter].into_iter().flatten().collect();
    for person in &both {
        receipts::insert(tx, state.ids.opaque(), *person, (now, &document)).await?;
    }
    let facts = json!({ "title": ending.title, "why": "deleted" });
    private::tell_both(tx, &state.ids, (room, &both), (NoticeKind::RoomClosed, facts), now).await?;
    Ok(())
}

/// Tells the two of one room that it ends; false when none is due.
async fn warn_one(state: &AppState) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let Some(due) = ends::take_warning(&mut tx, now).await? else { return Ok(false) };
    ends::set_warning(&mut tx, due.room, lifetime::next_warning(due.ends_at, now)).await?;
    if let Some(days) = lifetime::due_warning(due.ends_at, now) {
        let facts = json!({ "room": due.room, "title": due.title, "days": days, "deleted_at": due.ends_at });
        let told = (NoticeKind::RoomEnding, facts);
        private::tell_both(&mut tx, &state.ids, (due.room, &due.people()), told, now).await?;
        let entry = Entry::new(Event::RoomWarned, now, "chat_room", due.room.0);
        audit::record(&mut tx, &state.ids, entry.change(None, json!({ "days": days }))).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Tells the two of one room that nobody writes in it any more, or that they do again; false when there is none.
async fn pause_one(state: &AppState) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let Some((due, pause)) = ends::take_pause(&mut tx, now).await? else { return Ok(false) };
    ends::set_paused(&mut tx, due.room, (pause != Pause::Over).then_some(now)).await?;
    let facts = json!({
        "room": due.room, "title": due.title, "why": pause.as_str(), "deleted_at": due.ends_at,
    });
    let told = (NoticeKind::RoomPaused, facts);
    private::tell_both(&mut tx, &state.ids, (due.room, &due.people()), told, now).await?;
    let entry = Entry::new(Event::RoomPaused, now, "chat_room", due.room.0);
    audit::record(&mut tx, &state.ids, entry.because(pause.as_str())).await?;
    tx.commit().await?;
    Ok(true)
}

/// Lets the reports of one message lapse that nobody decided on in ninety days; false when there is none.
async fn lapse_one(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let Some((room, message)) = reports::overdue(&mut tx, state.clock.now() - LONGEST_HOLD).await? else {
        return Ok(false);
    };
    rooms::lock(&mut tx, room).await?;
    let place = places::of(&mut tx, NOBODY, room).await?;
    let message = messages::one(&mut tx, NOBODY, room, message).await?;
    // A room of a session that is gone goes with its reports.
    let (Some(place), Some(message)) = (place, message) else { return Ok(false) };
    let decided = Decided { place: &place, message: &message, by: None };
    settle(&mut tx, state, decided, (Decision::Lapsed, "")).await.context("a report cannot lapse")?;
    tx.commit().await?;
    Ok(true)
}
