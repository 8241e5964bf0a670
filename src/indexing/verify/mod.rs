//! Compares every document of the index with PostgreSQL, and every findable person with the index.
//!
//! The database goes on changing meanwhile: what differs is looked at again, with a fresh view of both sides,
//! until it agrees, or is known to wait in the dirty set, or is a fault.

mod sides;

use std::collections::HashSet;
use std::time::Duration;

use anyhow::Context;
use carnet_index::{IndexError, ProfileIndex, ProfileStore, VisibleProfile};
use sqlx::ConnectOptions;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::{find_home, folder, store};
use crate::platform::state::AppState;
use crate::profiles::Words;
use sides::{Difference, Sides};

/// Documents compared at once.
const PAGE: usize = 2000;
/// Looks at what differs, and the pause between them.
const LOOKS: usize = 10;
const PAUSE: Duration = Duration::from_millis(300);

/// What was found. Only the four lists are faults.
#[derive(Debug, Default)]
pub struct Report {
    /// Documents compared.
    pub documents: u64,
    /// Findable people that the index does not hold.
    pub missing: Vec<Uuid>,
    /// Documents that differ from the database.
    pub stale: Vec<Uuid>,
    /// Documents of people who may not be found.
    pub extra: Vec<Uuid>,
    /// Profiles that the index holds more than once.
    pub duplicate: Vec<Uuid>,
    /// Differences that wait in the dirty set.
    pub pending: u64,
    /// People whom the index refused.
    pub parked: u64,
}

impl Report {
    /// Whether the index is exactly what the database says.
    pub fn is_exact(&self) -> bool {
        [&self.missing, &self.stale, &self.extra, &self.duplicate].iter().all(|list| list.is_empty())
    }
}

/// Compares the index in this node's folder with the database; tells how many documents it has compared.
pub async fn verify(state: &AppState, progress: impl FnMut(u64)) -> anyhow::Result<Report> {
    let folder = folder(&state.config);
    let index =
        ProfileStore::open(&folder)?.open_current()?.context("there is no index in the data folder")?;
    // A connection of its own: comparing a million profiles takes longer than a request may.
    let mut connection = state.pool.connect_options().connect().await?;
    let home = find_home(&folder)?.context("the index folder has no id")?;
    let copy = store::registration(&mut connection, home, index.generation()).await?;
    let copy = copy.context("the database does not know this index")?.id;
    let words = state.part::<Words>().now();
    let sides = Sides { connection, index: &index, words: &words, today: state.clock.today() };
    compare(sides, copy, progress).await
}

async fn compare(mut sides: Sides<'_>, copy: Uuid, mut progress: impl FnMut(u64)) -> anyhow::Result<Report> {
    let mut report = Report::default();
    let (mut suspects, mut seen) = (Vec::new(), HashSet::new());
    let (mut pages, reading) = documents(sides.index);
    while let Some(page) = pages.recv().await {
        for profile in &page {
            if !seen.insert(profile.id) {
                report.duplicate.push(Uuid::from_u128(profile.id.0));
            }
        }
        suspects.extend(sides.differing(page).await?);
        report.documents = seen.len() as u64;
        progress(report.documents);
    }
    reading.await??;
    suspects.extend(sides.absent(&seen, PAGE).await?);
    let faults = settle(&mut sides, suspects).await?;
    excuse(&mut sides, copy, faults, &mut report).await?;
    Ok(report)
}

/// Every document of one view of the index, page by page.
fn documents(index: &ProfileIndex) -> (Receiver<Vec<VisibleProfile>>, JoinHandle<Result<(), IndexError>>) {
    let (sender, receiver) = channel(4);
    let searcher = index.searcher();
    let reading = tokio::task::spawn_blocking(move || {
        let mut page = Vec::with_capacity(PAGE);
        searcher.for_each_live(&mut |profile| {
            page.push(profile);
            if page.len() == PAGE {
                // A receiver that is gone has failed, and says so itself.
                let _ = sender.blocking_send(std::mem::take(&mut page));
            }
        })?;
        let _ = sender.blocking_send(page);
        Ok(())
    });
    (receiver, reading)
}

/// Looks again at what differed, until it agrees or time is up.
async fn settle(sides: &mut Sides<'_>, suspects: Vec<Uuid>) -> anyhow::Result<Vec<(Uuid, Difference)>> {
    let mut left = sides.look_again(&suspects).await?;
    for _ in 1..LOOKS {
        if left.is_empty() {
            break;
        }
        tokio::time::sleep(PAUSE).await;
        let suspects: Vec<Uuid> = left.into_iter().map(|(id, _)| id).collect();
        left = sides.look_again(&suspects).await?;
    }
    Ok(left)
}

/// Sorts the faults from what is known to wait or to be set aside.
async fn excuse(
    sides: &mut Sides<'_>,
    copy: Uuid,
    faults: Vec<(Uuid, Difference)>,
    report: &mut Report,
) -> sqlx::Result<()> {
    let ids: Vec<Uuid> = faults.iter().map(|(id, _)| *id).collect();
    let pending: HashSet<Uuid> =
        store::is_pending(&mut sides.connection, copy, &ids).await?.into_iter().collect();
    let parked: HashSet<Uuid> = store::parked(&mut sides.connection, &ids).await?.into_iter().collect();
    for (id, difference) in faults {
        match difference {
            _ if pending.contains(&id) => report.pending += 1,
            Difference::Missing if parked.contains(&id) => report.parked += 1,
            Difference::Missing => report.missing.push(id),
            Difference::Stale => report.stale.push(id),
            Difference::Extra => report.extra.push(id),
        }
    }
    Ok(())
}
