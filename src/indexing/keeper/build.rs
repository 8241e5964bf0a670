//! A new copy, built beside the one that is served: people stream out of PostgreSQL on one thread while another
//! projects and indexes them.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use carnet_index::{CommitPayload, IndexError, ProfileStore, Rebuild, SCHEMA_VERSION};
use sqlx::{ConnectOptions, PgConnection};
use uuid::Uuid;

use super::context::Context;
use super::follow::{Follower, Round, refusal};
use super::session::Session;
use crate::indexing::model::Database;
use crate::indexing::store::{self, Refused};
use crate::profiles::{RawProfile, Vocabulary, project, read_searchable};

/// People read at once.
const PAGE: usize = 2000;
/// Pages read ahead of the indexing.
const AHEAD: usize = 4;
/// Pause before the next attempt to register.
const REGISTERED_AGAIN: Duration = Duration::from_secs(1);
/// How often the progress is shown.
const SHOWN_EVERY: Duration = Duration::from_secs(1);
/// Rounds done here, so that little is left to do when the copy is swapped in.
const FIRST_ROUNDS: usize = 1000;

/// A finished copy, not yet in place.
pub struct Built {
    /// The generation.
    pub rebuild: Rebuild,
    /// Where it stands.
    pub follower: Follower,
    /// Profiles read.
    pub profiles: u64,
    /// State of the catalogue it was built with.
    pub catalog_revision: i64,
}

/// A build under way, on threads of its own.
pub struct Build {
    thread: Option<JoinHandle<anyhow::Result<Built>>>,
}

impl Build {
    /// Starts building.
    pub fn start(context: &Context, folder: &ProfileStore, session: &Session) -> anyhow::Result<Self> {
        let (context, folder) = (context.clone(), folder.clone());
        let (home, database) = (session.home, session.database);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = thread::Builder::new().name("index-build".to_owned()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = context.stop.cancelled() => Err(anyhow::anyhow!("stopped")),
                    built = build(&context, &folder, home, database) => built,
                }
            })
        })?;
        Ok(Self { thread: Some(thread) })
    }

    /// The result, once there is one.
    pub fn take_result(&mut self) -> Option<anyhow::Result<Built>> {
        let thread = self.thread.take_if(|thread| thread.is_finished())?;
        Some(thread.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the build panicked"))))
    }
}

async fn build(
    context: &Context,
    folder: &ProfileStore,
    home: Uuid,
    database: Database,
) -> anyhow::Result<Built> {
    let mut session = Session { connection: context.options.connect().await?, database, home };
    let words = context.words.now();
    let catalog_revision = words.revision();
    let rebuild = folder.begin_rebuild()?;
    let (id, generation, now) = (context.ids.opaque(), rebuild.generation(), context.clock.now());
    let epoch = loop {
        let connection = &mut session.connection;
        match store::register(connection, id, home, generation, catalog_revision, now).await {
            // A transaction that marked somebody is still open: the build waits for it, and nobody else does.
            Err(busy) if store::is_locked_out(&busy) => tokio::time::sleep(REGISTERED_AGAIN).await,
            registered => break registered?,
        }
    };
    let payload = CommitPayload {
        system_identifier: database.system_identifier,
        database_oid: database.oid,
        schema_version: SCHEMA_VERSION,
        epoch,
        batch: 0,
    };
    let (sender, receiver) = sync_channel(AHEAD);
    let filling = thread::Builder::new()
        .name("index-fill".to_owned())
        .spawn(move || fill(rebuild, &receiver, &words, &payload))?;
    let read = stream(context, &mut session.connection, id, sender).await;
    let filled =
        filling.join().unwrap_or_else(|_| Err(IndexError::Damaged("the filling panicked".to_owned())));
    // When reading stopped because filling failed, the filling knows why.
    let (mut rebuild, refused) = filled?;
    let profiles = read?;
    for Refused { profile_id, error } in &refused {
        store::park(&mut session.connection, *profile_id, error, context.clock.now()).await?;
    }
    store::finish_build(&mut session.connection, id, profiles, context.clock.now()).await?;
    let mut follower = Follower::new(id, payload);
    for _ in 0..FIRST_ROUNDS {
        match follower.round(context, &mut session, rebuild.writer()).await? {
            Round::Applied { is_full: true, .. } => {}
            Round::Applied { is_full: false, .. } | Round::Idle => break,
            Round::Unlisted => anyhow::bail!("the new copy was taken off the register"),
            Round::Failed(failure) => anyhow::bail!("the new copy could not be written: {failure}"),
        }
    }
    Ok(Built { rebuild, follower, profiles, catalog_revision })
}

/// Reads everyone who may be found, page by page; a receiver that is gone ends it.
async fn stream(
    context: &Context,
    connection: &mut PgConnection,
    copy: Uuid,
    pages: SyncSender<Vec<RawProfile>>,
) -> sqlx::Result<u64> {
    let (mut profiles, mut after, mut shown) = (0, None, Instant::now());
    loop {
        let page = read_searchable(connection, after, PAGE, context.clock.today()).await?;
        if page.last.is_none() {
            break;
        }
        after = page.last;
        profiles += page.people.len() as u64;
        if pages.send(page.people).is_err() {
            break;
        }
        if shown.elapsed() > SHOWN_EVERY {
            shown = Instant::now();
            store::note_progress(connection, copy, profiles, context.clock.now()).await?;
        }
    }
    Ok(profiles)
}

/// Indexes what is read and commits it.
fn fill(
    mut rebuild: Rebuild,
    pages: &Receiver<Vec<RawProfile>>,
    words: &Vocabulary,
    payload: &CommitPayload,
) -> Result<(Rebuild, Vec<Refused>), IndexError> {
    let mut refused = Vec::new();
    for page in pages {
        for raw in page {
            let profile_id = raw.profile_id.0;
            if let Some(error) = refusal(rebuild.writer().insert(&project(raw, words)))? {
                refused.push(Refused { profile_id, error });
            }
        }
    }
    rebuild.writer().commit(payload)?;
    Ok((rebuild, refused))
}
