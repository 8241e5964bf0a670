//! What sessions ask of attendance, the slice above: a part that `app.rs` wires in.

use futures::future::BoxFuture;

use super::cards::SlotCard;
use crate::ids::{EnrolmentId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::sessions::model::slot::Times;
use crate::sessions::model::words::WordChange;

/// Times of a slot that were put right although its sheet is sealed.
pub struct MovedSlot<'a> {
    /// The slot as it is now.
    pub slot: &'a SlotCard,
    /// When it took place before.
    pub before: Times,
    /// Why.
    pub reason: &'a str,
    /// By whom.
    pub by: PersonId,
}

/// What sealed sheets say that was put right.
pub struct Reworded<'a> {
    /// The session.
    pub session: TrainingSessionId,
    /// The slot; none where it is about every sealed sheet of the session.
    pub slot: Option<SlotId>,
    /// What they say otherwise.
    pub changes: Vec<WordChange>,
    /// Why.
    pub reason: &'a str,
    /// By whom.
    pub by: PersonId,
}

/// A closed session whose papers are taken up again.
pub struct ReopenedSession<'a> {
    /// The session.
    pub session: TrainingSessionId,
    /// Why.
    pub reason: &'a str,
    /// By whom.
    pub by: PersonId,
}

/// What the newest mark of somebody says, in one half-day of a slot.
#[derive(Clone, Copy, Debug)]
pub struct Marked {
    /// The slot.
    pub slot: SlotId,
    /// Whether they were there, on time or late.
    pub was_there: bool,
}

/// Keeps the sheets of slots, in the transaction of whoever asks.
pub trait SheetKeeper: Send + Sync {
    /// The newest marks of somebody.
    fn marked<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        enrolment: EnrolmentId,
    ) -> BoxFuture<'a, Result<Vec<Marked>>>;

    /// Refuses once the papers of a session are no longer kept.
    fn ensure_kept<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        state: &'a AppState,
        session: TrainingSessionId,
    ) -> BoxFuture<'a, Result<()>>;

    /// Adds to the chain of a closed session that its papers are taken up again.
    fn session_reopened<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        state: &'a AppState,
        reopened: &'a ReopenedSession<'a>,
    ) -> BoxFuture<'a, Result<()>>;

    /// Adds what was put right to the seals of the sheet, and tells the people on it.
    fn times_rectified<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        state: &'a AppState,
        moved: &'a MovedSlot<'a>,
    ) -> BoxFuture<'a, Result<()>>;

    /// Adds what sheets say otherwise to their seals.
    fn reworded<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        state: &'a AppState,
        reworded: &'a Reworded<'a>,
    ) -> BoxFuture<'a, Result<()>>;
}

/// The keeper of sheets, as a part.
pub type Keeper = Box<dyn SheetKeeper>;
