//! The writer of the folder: follows the marks, has the index built anew when it must be, swaps the new one in.

use std::time::{Duration, Instant};

use carnet_index::{ProfileIndex, ProfileStore, ProfileWriter};
use uuid::Uuid;

use super::build::{Build, Built};
use super::context::Context;
use super::erase::Erasure;
use super::follow::{Follower, Round};
use super::open::open;
use super::session::Session;
use crate::indexing::home::settle_home;
use crate::indexing::model::{Registration, Unfit};
use crate::indexing::store::{self, Beat};
use crate::platform::search::Activity;

/// Longest wait between a change and the round that sees it.
const PERIOD: Duration = Duration::from_millis(200);
/// Pause after a failed round while the guilty profile is being isolated, and when it is not a profile.
const AFTER_FAILURE: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(1));
/// How often the copy shows that it is alive and looks around.
const BEAT: Duration = Duration::from_secs(1);
/// How long a copy may be silent before its marks are dropped.
const SILENCE: chrono::Duration = chrono::Duration::days(7);
/// How long the process that wrote the index before may take to let its files go.
const HELD: Duration = Duration::from_secs(2);
/// Rounds on a new copy before it is swapped in, however fast changes come.
const LAST_ROUNDS: usize = 50;

/// The copy that is served and followed.
struct Live {
    follower: Follower,
    writer: ProfileWriter,
    erasure: Erasure,
    generation: u64,
    catalog_revision: i64,
}

struct Leader<'a> {
    context: &'a Context,
    session: Session,
    folder: ProfileStore,
    live: Option<Live>,
    build: Option<Build>,
    next_beat: Instant,
}

/// Leads until told to stop, or until the connection is lost.
pub async fn lead(context: &Context, mut session: Session) -> anyhow::Result<()> {
    let folder = ProfileStore::open(&context.folder)?;
    let opened = open(context, &mut session, &folder).await?;
    folder.sweep()?;
    let mut leader = Leader { context, session, folder, live: None, build: None, next_beat: Instant::now() };
    match opened {
        Ok((index, registration)) => leader.take_up(&index, registration).await?,
        Err(unfit) => leader.start_over(&unfit),
    }
    while !context.stop.is_cancelled() {
        let pause = leader.round().await?;
        tokio::select! {
            () = context.stop.cancelled() => {}
            () = context.search.hinted() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
    Ok(())
}

impl Leader<'_> {
    /// Serves a fit index and follows it.
    async fn take_up(&mut self, index: &ProfileIndex, registration: Registration) -> anyhow::Result<()> {
        let payload = index.searcher().payload().copied().ok_or(Unfit::Unfinished)?;
        let Some(writer) = open_writer(index).await? else {
            // Served as it was; whoever holds the files may write to them, and nothing in them counts any more.
            self.context.search.serve(index.clone(), registration.id);
            self.start_over(&Unfit::Held);
            return Ok(());
        };
        store::resume_at(&mut self.session.connection, registration.id, payload.batch).await?;
        self.drop_others(registration.id).await?;
        self.context.search.serve(index.clone(), registration.id);
        self.context.search.set_activity(Activity::Ready);
        self.live = Some(Live {
            follower: Follower::new(registration.id, payload),
            writer,
            erasure: Erasure::at_once(self.context.clock.now()),
            generation: index.generation(),
            catalog_revision: registration.catalog_revision,
        });
        tracing::info!(
            generation = index.generation(),
            epoch = payload.epoch,
            "the index follows the database"
        );
        Ok(())
    }

    /// Has the index built anew because there is none that may be trusted.
    fn start_over(&mut self, unfit: &Unfit) {
        tracing::warn!(reason = %unfit, "the index is built anew");
        if !unfit.may_serve_meanwhile() {
            self.context.search.withdraw();
        }
        self.live = None;
        self.context.search.set_activity(Activity::Rebuilding);
    }

    /// One round of everything; tells how long to wait for the next.
    async fn round(&mut self) -> anyhow::Result<Duration> {
        let pause = self.follow().await?;
        if let Some(built) = self.build.as_mut().and_then(Build::take_result) {
            self.build = None;
            match built {
                Ok(built) => self.adopt(built).await?,
                Err(failure) => self.give_up(&failure).await?,
            }
        }
        if Instant::now() >= self.next_beat {
            self.next_beat = Instant::now() + BEAT;
            self.look_around().await?;
        }
        Ok(pause)
    }

    async fn follow(&mut self) -> anyhow::Result<Duration> {
        let Some(live) = &mut self.live else { return Ok(PERIOD) };
        let round = live.follower.round(self.context, &mut self.session, &mut live.writer).await?;
        if !matches!(round, Round::Failed(_)) && self.context.search.activity() == Activity::Failing {
            self.context.search.set_activity(Activity::Ready);
        }
        match round {
            Round::Idle => Ok(PERIOD),
            Round::Applied { is_full, withdrew } => {
                self.context.search.announce();
                if withdrew {
                    live.erasure.withdrawn(self.context.clock.now());
                }
                Ok(if is_full { Duration::ZERO } else { PERIOD })
            }
            Round::Failed(failure) => {
                metrics::counter!("carnet_index_failures_total").increment(1);
                self.context.search.set_activity(Activity::Failing);
                tracing::error!(failure, "the index could not be written; the changes wait");
                Ok(if live.follower.is_narrowing() { AFTER_FAILURE.0 } else { AFTER_FAILURE.1 })
            }
            Round::Unlisted => {
                self.start_over(&Unfit::Unregistered);
                Ok(Duration::ZERO)
            }
        }
    }

    /// Shows that the copy is alive, and starts a build when one is due.
    async fn look_around(&mut self) -> anyhow::Result<()> {
        let now = self.context.clock.now();
        let mut is_due = self.live.is_none();
        if let Some(live) = &mut self.live {
            live.erasure.step(&mut live.writer, now);
        }
        if let Some(live) = &self.live {
            let Some(beat) = store::beat(&mut self.session.connection, live.follower.id, now).await? else {
                return Ok(());
            };
            self.measure(&beat, now);
            let on_disk = live.writer.index().payload().ok().flatten();
            if on_disk.is_some_and(|payload| !live.follower.is_own(&payload)) {
                self.start_over(&Unfit::Overwritten);
                return Ok(());
            }
            let directory = self.folder.generation_directory(live.generation);
            let is_on_disk = directory.join("meta.json").exists()
                && self.folder.current_generation().is_ok_and(|current| current == Some(live.generation));
            let is_outdated = live.catalog_revision != self.context.words.now().revision();
            is_due = beat.is_rebuild_asked || is_outdated || !is_on_disk;
        }
        if is_due && self.build.is_none() {
            // The whole folder may have been deleted under our feet.
            settle_home(&self.context.folder, self.session.home)?;
            self.build = Some(Build::start(self.context, &self.folder, &self.session)?);
            self.context.search.set_activity(Activity::Rebuilding);
        }
        if let (Some(live), None) = (&self.live, &self.build) {
            let keep = live.follower.id;
            self.drop_others(keep).await?;
        }
        match store::drop_silent_copies(&mut self.session.connection, now - SILENCE).await {
            Err(busy) if !store::is_locked_out(&busy) => Err(busy.into()),
            _ => Ok(()),
        }
    }

    /// Takes the other copies of this folder off the register; at a later beat while a transaction that marked somebody
    /// is open.
    async fn drop_others(&mut self, keep: Uuid) -> sqlx::Result<()> {
        match store::drop_other_copies(&mut self.session.connection, self.session.home, keep).await {
            Err(busy) if store::is_locked_out(&busy) => Ok(()),
            dropped => dropped,
        }
    }

    fn measure(&self, beat: &Beat, now: chrono::DateTime<chrono::Utc>) {
        let lag = beat.oldest.map_or(0.0, |oldest| (now - oldest).as_seconds_f64().max(0.0));
        metrics::gauge!("carnet_index_pending").set(beat.pending as f64);
        metrics::gauge!("carnet_index_lag_seconds").set(lag);
        metrics::gauge!("carnet_index_parked").set(beat.parked as f64);
        if let Some(searcher) = self.context.search.searcher() {
            metrics::gauge!("carnet_index_documents").set(searcher.count() as f64);
            metrics::gauge!("carnet_index_segments").set(searcher.segments() as f64);
        }
    }

    /// Brings a new copy up to date and swaps it in.
    async fn adopt(&mut self, mut built: Built) -> anyhow::Result<()> {
        for _ in 0..LAST_ROUNDS {
            match built.follower.round(self.context, &mut self.session, built.rebuild.writer()).await? {
                Round::Idle => break,
                Round::Applied { .. } => {}
                Round::Unlisted => anyhow::bail!("the new copy was taken off the register"),
                Round::Failed(failure) => anyhow::bail!("the new copy could not be written: {failure}"),
            }
        }
        // Its writer goes before its files do; its readers keep what they have open.
        self.live = None;
        self.session.assert_alive().await?;
        let index = self.folder.publish(built.rebuild, &built.follower.payload)?;
        let writer = index.writer()?;
        let generation = index.generation();
        self.context.search.serve(index, built.follower.id);
        self.context.search.set_activity(Activity::Ready);
        self.drop_others(built.follower.id).await?;
        self.live = Some(Live {
            follower: built.follower,
            writer,
            erasure: Erasure::soon(self.context.clock.now()),
            generation,
            catalog_revision: built.catalog_revision,
        });
        metrics::counter!("carnet_index_rebuilds_total").increment(1);
        tracing::info!(generation, profiles = built.profiles, "the new index is in place");
        Ok(())
    }

    async fn give_up(&mut self, failure: &anyhow::Error) -> anyhow::Result<()> {
        metrics::counter!("carnet_index_failures_total").increment(1);
        tracing::error!(error = format!("{failure:#}"), "the index could not be built");
        self.folder.sweep()?;
        if let Some(live) = &self.live {
            store::cancel_rebuild(&mut self.session.connection, live.follower.id).await?;
            let keep = live.follower.id;
            self.drop_others(keep).await?;
            self.context.search.set_activity(Activity::Ready);
        }
        Ok(())
    }
}

/// Opens the writer; nothing when another process holds the files for longer than it takes to let them go.
async fn open_writer(index: &ProfileIndex) -> anyhow::Result<Option<ProfileWriter>> {
    let began = Instant::now();
    loop {
        match index.writer() {
            Ok(writer) => return Ok(Some(writer)),
            Err(busy) if busy.is_busy() && began.elapsed() > HELD => return Ok(None),
            Err(busy) if busy.is_busy() => tokio::time::sleep(PERIOD).await,
            Err(failure) => return Err(failure.into()),
        }
    }
}
