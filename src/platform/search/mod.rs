//! The search index as every slice sees it: what is served now, and how far it follows the withdrawals.
//!
//! `indexing` puts the index in and keeps it up to date; whoever withdraws something waits here for it,
//! and `profiles` searches it. The index proposes: PostgreSQL decides.

mod lanes;

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use arc_swap::ArcSwapOption;
use carnet_index::{ProfileIndex, ProfileSearcher};
use sqlx::PgPool;
use tokio::sync::{Notify, watch};
use uuid::Uuid;

use super::db::dirty::{self, Withdrawals};
use super::http::Error;
pub use lanes::Lanes;

/// How long a withdrawal waits for the index before it is answered.
const SETTLING: Duration = Duration::from_millis(80);
/// How long a search waits for an index that is behind before it does without.
const CATCHING_UP: Duration = Duration::from_millis(250);

/// What the keeper of the index is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Activity {
    /// Nobody keeps the index up to date: not started, or cut off.
    Stopped,
    /// A new copy is being built; an older one may be served meanwhile.
    Rebuilding,
    /// The index follows the database.
    Ready,
    /// The index cannot be written: it is served as it was, and the changes wait.
    Failing,
}

/// The index served by this process; cheap to clone.
#[derive(Clone)]
pub struct Search(Arc<Shared>);

struct Shared {
    serving: ArcSwapOption<Served>,
    reached: watch::Sender<i64>,
    hint: Notify,
    activity: AtomicU8,
    lanes: Lanes,
}

/// An index that is served, and its id in the register of copies: its marks bear it.
#[derive(Clone)]
pub struct Served {
    /// The index.
    pub index: ProfileIndex,
    /// The id.
    pub copy: Uuid,
}

/// How a search may go on when the index was behind.
#[derive(Clone, Debug)]
pub enum CaughtUp {
    /// The index has followed.
    Reached,
    /// It is slow: these people must not be shown from it, nor counted.
    Without(Withdrawals),
    /// It cannot be told whom it wrongly holds.
    Lost,
}

impl Default for Search {
    fn default() -> Self {
        Self(Arc::new(Shared {
            serving: ArcSwapOption::empty(),
            reached: watch::Sender::new(i64::MIN),
            hint: Notify::new(),
            activity: AtomicU8::new(Activity::Stopped as u8),
            lanes: Lanes::one_per_core(),
        }))
    }
}

impl Search {
    /// A view of the index served now; nothing while none is fit to be served.
    pub fn searcher(&self) -> Option<ProfileSearcher> {
        self.0.serving.load().as_ref().map(|served| served.index.searcher())
    }

    /// The index served now.
    pub fn serving(&self) -> Option<Arc<Served>> {
        self.0.serving.load_full()
    }

    /// Where searches run, off the threads that answer requests.
    pub fn lanes(&self) -> &Lanes {
        &self.0.lanes
    }

    /// Serves this index from now on.
    pub fn serve(&self, index: ProfileIndex, copy: Uuid) {
        self.0.serving.store(Some(Arc::new(Served { index, copy })));
        self.announce();
    }

    /// Serves nothing: what was served can no longer be trusted.
    pub fn withdraw(&self) {
        self.0.serving.store(None);
        self.0.reached.send_replace(i64::MIN);
    }

    /// Tells those who wait how far the served index now follows the withdrawals.
    pub fn announce(&self) {
        let epoch = self.searcher().and_then(|searcher| searcher.payload().map(|payload| payload.epoch));
        self.0.reached.send_replace(epoch.unwrap_or(i64::MIN));
    }

    /// What the keeper of the index is doing.
    pub fn activity(&self) -> Activity {
        match self.0.activity.load(Ordering::Relaxed) {
            1 => Activity::Rebuilding,
            2 => Activity::Ready,
            3 => Activity::Failing,
            _ => Activity::Stopped,
        }
    }

    /// Says what the keeper of the index is doing.
    pub fn set_activity(&self, activity: Activity) {
        self.0.activity.store(activity as u8, Ordering::Relaxed);
    }

    /// Asks the keeper of the index to look now rather than at its next round.
    pub fn hint(&self) {
        self.0.hint.notify_one();
    }

    /// Waits for a hint.
    pub async fn hinted(&self) {
        self.0.hint.notified().await;
    }

    /// Waits until this process's searches reflect everything withdrawn so far.
    ///
    /// A slow index is not waited for long, and the withdrawal holds all the same: every search compares its
    /// epoch with PostgreSQL's, and shows nobody who was withdrawn since.
    pub async fn settle(&self, pool: &PgPool) -> sqlx::Result<()> {
        if self.0.serving.load().is_none() {
            return Ok(());
        }
        let epoch = dirty::epoch(pool).await?;
        if !self.reach(epoch, SETTLING).await {
            metrics::counter!("carnet_search_slow_withdrawals_total").increment(1);
        }
        Ok(())
    }

    /// Lets a search go on that must reflect every withdrawal up to this epoch. Take a searcher afterwards.
    pub async fn catch_up(&self, pool: &PgPool, epoch: i64) -> Result<CaughtUp, Error> {
        if self.reach(epoch, CATCHING_UP).await {
            return Ok(CaughtUp::Reached);
        }
        let Some(served) = self.serving() else { return Ok(CaughtUp::Lost) };
        let Some(withdrawals) = dirty::withdrawals(pool, served.copy).await? else {
            return Ok(CaughtUp::Lost);
        };
        metrics::counter!("carnet_search_slow_indexes_total").increment(1);
        // Marks go once the index has been committed, by this process or another: what it holds by now is shown.
        let reloaded = self.lanes().run(move || served.index.reload()).await?;
        reloaded.map_err(|failure| Error::Internal(failure.into()))?;
        Ok(CaughtUp::Without(withdrawals))
    }

    /// Waits until the index has reached this epoch; false when that takes too long.
    async fn reach(&self, epoch: i64, patience: Duration) -> bool {
        let mut reached = self.0.reached.subscribe();
        if *reached.borrow() >= epoch {
            return true;
        }
        self.hint();
        tokio::time::timeout(patience, reached.wait_for(|now| *now >= epoch))
            .await
            .is_ok_and(|waited| waited.is_ok())
    }
}
