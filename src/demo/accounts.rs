//! Demo mode: what `carnet serve --demo` puts into an empty database, and says about it.

use std::fmt;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::model::accounts::{ACCOUNTS, Account, PASSWORD, Role};
use super::model::organisations::Trainer;
use super::model::person::{MOST, Person, Validation};
use super::model::world::{EmptyCatalogue, World};
use super::seed::{Options, SeedError, seed};
use super::sessions;
use super::store::batch::{Batch, Signature};
use super::store::state::{Nature, Seeded};
use super::store::{accounts as store, catalog, state};
use crate::events::Event;
use crate::ids::{Ids, OrganisationId, PersonId, ProfileId};
use crate::platform::db::{Tx, audit};
use crate::platform::passwords::Passwords;
use crate::platform::progress::Progress;
use crate::platform::state::AppState;

/// The people the demo shows: the same everywhere.
const SEED: u64 = 1;

/// Draws the trainee's record: the first number that no seeded person has.
const TRAINEE: u32 = MOST;

/// What demo mode found or made. Its text is printed at start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A demo database, with its accounts.
    Ready {
        /// How many people it holds.
        profiles: u32,
    },
    /// Real people have accounts here: nothing was written.
    Refused,
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ready { profiles } => {
                writeln!(
                    f,
                    "Démonstration : {profiles} profils inventés. Mot de passe de tous les comptes : {PASSWORD}"
                )?;
                ACCOUNTS
                    .iter()
                    .try_for_each(|account| writeln!(f, "  {:<22} {}", account.email, account.purpose))
            }
            Self::Refused => writeln!(
                f,
                "Mode démonstration : rien n’a été écrit, cette base contient de vrais comptes. Prenez une base vide."
            ),
        }
    }
}

/// Fills an empty database with the demo people and accounts; leaves any other one as it is.
///
/// A demo database whose accounts are missing (its people came from `carnet seed-demo`) gets them.
pub async fn seed_if_empty(state: &AppState) -> Result<Standing, SeedError> {
    let nature = state::nature(&mut *state.pool.acquire().await?).await?;
    let seeded = match nature {
        Nature::Real => return Ok(Standing::Refused),
        Nature::Demo(seeded) => seeded,
        Nature::Empty => {
            let options = Options::new(state.config.demo_profiles, SEED);
            seed(state, options, Progress::start).await?;
            Seeded { seed: SEED, profiles: options.profiles, release: 0, has_accounts: false }
        }
    };
    if !seeded.has_accounts {
        create_accounts(state, seeded.seed).await?;
    }
    sessions::seed_if_none(state).await?;
    Ok(Standing::Ready { profiles: seeded.profiles })
}

/// Whether accounts with a public password exist here: a server outside demo mode warns about it.
pub async fn has_public_accounts(state: &AppState) -> sqlx::Result<bool> {
    let nature = state::nature(&mut *state.pool.acquire().await?).await?;
    Ok(matches!(nature, Nature::Demo(seeded) if seeded.has_accounts))
}

async fn create_accounts(state: &AppState, seed: u64) -> Result<(), SeedError> {
    let hash = state.part::<Passwords>().hash(&state.ids, PASSWORD).await.map_err(SeedError::Password)?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    state::lock(&mut tx).await?;
    // Another server may have come first.
    if !matches!(state::nature(&mut tx).await?, Nature::Demo(seeded) if !seeded.has_accounts) {
        return Ok(());
    }
    let (release, rows) = catalog::load(&mut tx).await?.ok_or(EmptyCatalogue)?;
    let mut world = World::new(seed, release, rows)?;
    for account in &ACCOUNTS {
        let (person, profile) = store::insert_person(&mut tx, &state.ids, account, &hash, now).await?;
        give_role(state, &mut tx, &mut world, account, (person, profile), now).await?;
    }
    store::remember(&mut tx).await?;
    let after = json!({ "accounts": ACCOUNTS.map(|account| account.email) });
    let entry = audit::Entry::new(Event::DemoAccountsCreated, now, "demo", None).change(None, after);
    audit::record(&mut tx, &state.ids, entry).await?;
    Ok(tx.commit().await?)
}

async fn give_role(
    state: &AppState,
    tx: &mut Tx<'_>,
    world: &mut World,
    account: &Account,
    (person, profile): (PersonId, ProfileId),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let organisation = OrganisationId(world.organisations[0].id);
    match account.role {
        Role::Recruiter(employer) => {
            store::insert_recruiter(tx, &state.ids, person, employer, "granted", now).await
        }
        Role::Applicant(employer) => {
            store::insert_recruiter(tx, &state.ids, person, employer, "awaiting_review", now).await
        }
        Role::Staff(role) => {
            if role == "trainer" {
                world.organisations[0].trainers = vec![as_trainer(account, person, profile)];
            }
            store::insert_member(tx, organisation, person, role, now).await
        }
        Role::Trainee => {
            store::insert_member(tx, organisation, person, "trainee", now).await?;
            trainee_record(world, &state.ids, person, profile).load(tx).await
        }
        Role::Platform => Ok(()),
    }
}

fn as_trainer(account: &Account, person: PersonId, profile: ProfileId) -> Trainer {
    Trainer {
        id: person.0,
        profile: profile.0,
        first_name: account.first_name.to_owned(),
        last_name: account.last_name.to_owned(),
        email: account.email.to_owned(),
    }
}

/// What the trainee declared, and what the demo trainer validated: every third skill.
fn trainee_record(world: &World, ids: &Ids, person: PersonId, profile: ProfileId) -> Batch {
    let mut drawn = Person::draw(world, TRAINEE);
    (drawn.id, drawn.profile) = (person.0, profile.0);
    let job = drawn.jobs[0];
    for (rank, held) in drawn.skills.iter_mut().enumerate() {
        let level = *held.declared.get_or_insert(2);
        held.validation = (rank % 3 == 0).then(|| Validation {
            id: ids.ordered(),
            organisation: 0,
            trainer: 0,
            level,
            job,
            expires_on: None,
        });
    }
    let mut batch = Batch::default();
    batch.add_skills(world, &drawn, Signature::Whole);
    batch
}
