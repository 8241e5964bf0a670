//! What sessions, the slice below, ask of sheets.

use futures::future::BoxFuture;
use serde_json::to_value;

use super::paper::times_in_words;
use crate::attendance::mails;
use crate::attendance::model::chain::{Content, LinkKind};
use crate::attendance::model::sealed::{SealedSessionReopening, SealedTimes, SealedWords, instant};
use crate::attendance::store::{alerts, links, marks, retention, sheets};
use crate::ids::{EnrolmentId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::seal::SealKey;
use crate::platform::state::AppState;
use crate::sessions::{self, Marked, MovedSlot, ReopenedSession, Reworded, SheetKeeper};

/// The sheets of every session.
#[derive(Clone, Copy, Debug)]
pub struct Sheets;

impl SheetKeeper for Sheets {
    fn marked<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        enrolment: EnrolmentId,
    ) -> BoxFuture<'a, Result<Vec<Marked>>> {
        Box::pin(async move { Ok(marks::newest_of_person(&mut **tx, enrolment).await?) })
    }

    fn ensure_kept<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        state: &'a AppState,
        session: TrainingSessionId,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(ensure_kept(tx, state, session))
    }

    fn session_reopened<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        state: &'a AppState,
        reopened: &'a ReopenedSession<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(session_reopened(tx, state, reopened))
    }

    fn times_rectified<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        state: &'a AppState,
        moved: &'a MovedSlot<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(times_rectified(tx, state, moved))
    }

    fn reworded<'a>(
        &'a self,
        tx: &'a mut Tx<'static>,
        state: &'a AppState,
        reworded: &'a Reworded<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(words_rectified(tx, state, reworded))
    }
}

/// Refuses once the time of the attendance of a session is over.
async fn ensure_kept(tx: &mut Tx<'static>, state: &AppState, session: TrainingSessionId) -> Result<()> {
    if retention::is_over(&mut **tx, session, state.clock.today()).await? {
        return Err(Code::RetentionOver.into());
    }
    Ok(())
}

/// Adds to the chain that what was complete is taken up again; nothing where its time is over.
async fn session_reopened(
    tx: &mut Tx<'static>,
    state: &AppState,
    reopened: &ReopenedSession<'_>,
) -> Result<()> {
    if retention::is_over(&mut **tx, reopened.session, state.clock.today()).await? {
        return Ok(());
    }
    let head = SealedSessionReopening {
        kind: LinkKind::Reopening.as_str().to_owned(),
        session_id: reopened.session,
        reason: reopened.reason.to_owned(),
        by: sheets::name_of(&mut **tx, reopened.by).await?,
    };
    let content = Content { head: to_value(head).map_err(anyhow::Error::from)?, rows: Vec::new() };
    let (key, about) = (state.part::<SealKey>(), (reopened.session, None));
    links::add(tx, key, about, LinkKind::Reopening, content, (reopened.by, state.clock.now())).await?;
    Ok(())
}

/// Adds the new times to the chain: hours are counted by them from now on.
async fn times_rectified(tx: &mut Tx<'static>, state: &AppState, moved: &MovedSlot<'_>) -> Result<()> {
    let (slot, now) = (moved.slot, state.clock.now());
    if retention::is_over(&mut **tx, slot.session, state.clock.today()).await? {
        return Err(Code::RetentionOver.into());
    }
    let head = SealedTimes {
        kind: LinkKind::Times.as_str().to_owned(),
        session_id: slot.session,
        slot_id: slot.id,
        old_starts_at: instant(moved.before.starts_at),
        old_ends_at: instant(moved.before.ends_at),
        new_starts_at: instant(slot.starts_at),
        new_ends_at: instant(slot.ends_at),
        reason: moved.reason.to_owned(),
        by: sheets::name_of(&mut **tx, moved.by).await?,
    };
    let content = Content { head: to_value(head).map_err(anyhow::Error::from)?, rows: Vec::new() };
    let (key, about) = (state.part::<SealKey>(), (slot.session, Some(slot.id)));
    links::add(tx, key, about, LinkKind::Times, content, (moved.by, now)).await?;
    sheets::touch(tx, slot.session, slot.id, now).await?;
    alerts::look_at(tx, slot.session, now).await?;
    tell(tx, state, moved).await
}

/// Adds to the chain what sheets say otherwise.
async fn words_rectified(tx: &mut Tx<'static>, state: &AppState, reworded: &Reworded<'_>) -> Result<()> {
    let (session, slot, now) = (reworded.session, reworded.slot, state.clock.now());
    ensure_kept(tx, state, session).await?;
    let head = SealedWords {
        kind: LinkKind::Words.as_str().to_owned(),
        session_id: session,
        slot_id: slot,
        changes: reworded.changes.clone(),
        reason: reworded.reason.to_owned(),
        by: sheets::name_of(&mut **tx, reworded.by).await?,
    };
    let content = Content { head: to_value(head).map_err(anyhow::Error::from)?, rows: Vec::new() };
    let key = state.part::<SealKey>();
    links::add(tx, key, (session, slot), LinkKind::Words, content, (reworded.by, now)).await?;
    if let Some(slot) = slot {
        sheets::touch(tx, session, slot, now).await?;
    }
    Ok(())
}

/// Tells everybody on the sheet, where there is an address.
async fn tell(tx: &mut Tx<'static>, state: &AppState, moved: &MovedSlot<'_>) -> Result<()> {
    let slot = moved.slot;
    let marks = marks::newest(&mut **tx, slot.id).await?;
    for person in sessions::participants(&mut **tx, slot.session).await? {
        if !marks.iter().any(|mark| mark.enrolment == person.enrolment) {
            continue;
        }
        let Some(address) = mails::address(&mut **tx, &person).await? else { continue };
        let context = context! {
            first_name => person.first_name, slot => slot.label(), reason => moved.reason,
            day => slot.day().format("%d/%m/%Y").to_string(),
            before => times_in_words((moved.before.starts_at, moved.before.ends_at)),
            after => times_in_words((slot.starts_at, slot.ends_at)),
        };
        mail::send(tx, state, Mail { to: &address, template: &mails::TIMES_RECTIFIED, context }).await?;
    }
    Ok(())
}
