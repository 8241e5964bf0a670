//! `carnet seed-demo`: draws people on one core while PostgreSQL loads them on another, in one transaction.

use std::ops::Range;
use std::sync::Arc;

use serde_json::json;
use tokio::sync::mpsc;

use super::model::person::{MOST, Person};
use super::model::world::{EmptyCatalogue, World};
use super::store::batch::{Batch, Policy, TABLES};
use super::store::state::{Nature, Seeded};
use super::store::{catalog, schema, state};
use crate::events::Event;
use crate::indexing;
use crate::platform::db::{Tx, audit};
use crate::platform::progress::{Progress, Telling};
use crate::platform::state::AppState;

/// People per batch: some ten megabytes of rows.
const BATCH: usize = 2_000;

/// From so many people on, checking and sorting everything once at the end is faster.
const BULK: u32 = 20_000;

/// What to seed.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many people the database holds afterwards.
    pub profiles: u32,
    /// Which ones.
    pub seed: u64,
    /// From so many people on, references and secondary indexes are set aside during the load.
    pub bulk_from: u32,
}

impl Options {
    /// People 0 to `profiles` - 1 of this seed, loaded the faster way for so many.
    pub fn new(profiles: u32, seed: u64) -> Self {
        Self { profiles, seed, bulk_from: BULK }
    }
}

/// What was seeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// People that were there before.
    pub already: u32,
    /// People written now.
    pub written: u32,
}

/// Why nothing was seeded.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// Real people have accounts here.
    #[error("this database has real accounts: demo people are only written to an empty or a demo database")]
    RealDatabase,
    /// The database holds other demo people.
    #[error("this demo database was seeded with {0}: use the same, or start from an empty database")]
    OtherPeople(String),
    /// Out of range.
    #[error("between 1 and {MOST} profiles can be seeded, not {0}")]
    Count(u32),
    /// No catalogue to draw from.
    #[error(transparent)]
    EmptyCatalogue(#[from] EmptyCatalogue),
    /// The password of the demo accounts could not be hashed.
    #[error("the password of the demo accounts could not be hashed")]
    Password(#[source] anyhow::Error),
    /// The database refused or failed: nothing was written.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Makes the database hold people 0 to `profiles` - 1 of this seed. What is there already is left alone.
pub async fn seed(state: &AppState, options: Options, telling: Telling) -> Result<Outcome, SeedError> {
    if options.profiles == 0 || options.profiles > MOST {
        return Err(SeedError::Count(options.profiles));
    }
    let mut tx = state.pool.begin().await?;
    state::lock(&mut tx).await?;
    let nature = state::nature(&mut tx).await?;
    let (release, rows) = catalog::load(&mut tx).await?.ok_or(EmptyCatalogue)?;
    let already = already(&nature, options, release)?;
    if already >= options.profiles {
        return Ok(Outcome { already, written: 0 });
    }
    let world = Arc::new(World::new(options.seed, release, rows)?);
    let written = options.profiles - already;
    let progress = telling("demo people", written.into());
    write(state, tx, world, already..options.profiles, options.bulk_from, progress).await?;
    Ok(Outcome { already, written })
}

/// How many of these very people are there.
fn already(nature: &Nature, options: Options, release: i32) -> Result<u32, SeedError> {
    match nature {
        Nature::Empty => Ok(0),
        Nature::Real => Err(SeedError::RealDatabase),
        Nature::Demo(Seeded { seed, profiles, release: old, .. })
            if *seed == options.seed && *old == release =>
        {
            Ok(*profiles)
        }
        Nature::Demo(Seeded { seed, release, .. }) => {
            Err(SeedError::OtherPeople(format!("seed {seed} from catalogue release {release}")))
        }
    }
}

async fn write(
    state: &AppState,
    mut tx: Tx<'_>,
    world: Arc<World>,
    people: Range<u32>,
    bulk_from: u32,
    mut progress: Progress,
) -> Result<(), SeedError> {
    schema::be_patient(&mut tx).await?;
    let is_bulk = people.len() as u32 >= bulk_from;
    let aside = if is_bulk { Some(schema::set_aside(&mut tx, TABLES).await?) } else { None };
    if people.start == 0 {
        let mut foundation = Batch::default();
        world.organisations.iter().for_each(|organisation| foundation.add_organisation(organisation));
        foundation.load(&mut tx).await?;
    }
    load_people(&mut tx, &world, people.clone(), &mut progress).await?;
    if let Some(aside) = aside {
        aside.restore(&mut tx, |name| progress.note(name)).await?;
    }
    remember(state, &mut tx, &world, &people).await?;
    tx.commit().await?;
    schema::gather_statistics(&state.pool, TABLES).await?;
    progress.finish();
    Ok(())
}

/// Draws the next batch while the last one is being loaded.
async fn load_people(
    tx: &mut Tx<'_>,
    world: &Arc<World>,
    people: Range<u32>,
    progress: &mut Progress,
) -> sqlx::Result<()> {
    let (sender, mut batches) = mpsc::channel(2);
    let drawn_from = Arc::clone(world);
    // When loading fails the receiver is dropped, sending fails, and the drawing ends.
    let drawing = tokio::task::spawn_blocking(move || {
        let numbers: Vec<u32> = people.collect();
        for numbers in numbers.chunks(BATCH) {
            if sender.blocking_send((numbers.len() as u64, draw(&drawn_from, numbers))).is_err() {
                break;
            }
        }
    });
    while let Some((count, batch)) = batches.recv().await {
        batch.load(tx).await?;
        progress.advance(count);
    }
    drawing.await.map_err(|_| sqlx::Error::WorkerCrashed)
}

fn draw(world: &World, numbers: &[u32]) -> Batch {
    let policy = Policy::current();
    let mut batch = Batch::default();
    for &number in numbers {
        batch.add_person(world, &policy, &Person::draw(world, number));
    }
    batch
}

async fn remember(state: &AppState, tx: &mut Tx<'_>, world: &World, people: &Range<u32>) -> sqlx::Result<()> {
    let now = state.clock.now();
    state::remember(tx, world.seed, people.end, world.release, now).await?;
    // Marking a million profiles one by one would be slower than building the index from the rows.
    indexing::rebuild_everywhere(tx, now).await?;
    let after = json!({ "seed": world.seed, "profiles": people.end, "rome_release": world.release });
    let entry = audit::Entry::new(Event::DemoSeeded, now, "demo", None).change(None, after);
    audit::record(tx, &state.ids, entry).await
}
