//! A process that only reads: it serves what another process of the same folder writes, and takes over from it.

use std::time::{Duration, Instant};

use carnet_index::ProfileStore;

use super::Role;
use super::context::Context;
use super::open::open;
use super::session::Session;
use crate::platform::search::Activity;

/// How often the folder is looked at.
const PERIOD: Duration = Duration::from_millis(200);
/// How often the index is judged again and the writer's place is tried.
const LOOK: Duration = Duration::from_secs(1);

/// How long the writer may be silent before its place is taken.
const SILENCE: Duration = Duration::from_secs(8);

/// Reads along until told to stop, or until the writer's place is free and may be taken.
pub async fn ride(context: &Context, mut session: Session) -> anyhow::Result<()> {
    let folder = ProfileStore::open(&context.folder)?;
    let mut next_look = Instant::now();
    while !context.stop.is_cancelled() {
        if Instant::now() >= next_look {
            next_look = Instant::now() + LOOK;
            if context.role == Role::Keep {
                if session.try_lead().await? {
                    return super::lead::lead(context, session).await;
                }
                if session.end_silent_leader(SILENCE).await? {
                    tracing::warn!("the writer of the index no longer answers; its place is taken");
                }
            }
            look(context, &mut session, &folder).await?;
        } else if let Some(served) = context.search.serving() {
            let shown = served.index.searcher().payload().copied();
            if served.index.payload()? != shown {
                served.index.reload()?;
                context.search.announce();
            }
        }
        tokio::select! {
            () = context.stop.cancelled() => {}
            () = context.search.hinted() => {}
            () = tokio::time::sleep(PERIOD) => {}
        }
    }
    Ok(())
}

/// Serves the folder's current generation while it may be trusted.
async fn look(context: &Context, session: &mut Session, folder: &ProfileStore) -> anyhow::Result<()> {
    match open(context, session, folder).await? {
        Ok((index, registration)) => {
            if context.search.serving().is_some_and(|served| served.copy == registration.id) {
                context.search.announce();
            } else {
                context.search.serve(index, registration.id);
            }
            context.search.set_activity(Activity::Ready);
        }
        Err(unfit) => {
            if !unfit.may_serve_meanwhile() {
                context.search.withdraw();
            }
            context.search.set_activity(Activity::Rebuilding);
        }
    }
    Ok(())
}
