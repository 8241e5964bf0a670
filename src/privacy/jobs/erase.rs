//! Erases accounts: one transaction each, every slice from the top of the ladder down, and the person last.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::events::Event;
use crate::identity::{self, Leaving};
use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{self, Job, Run};
use crate::platform::seal::hex;
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::platform::storage::Storage;
use crate::privacy::model::erasure::Why;
use crate::privacy::model::inactivity::is_unused;
use crate::privacy::store::erased::{self, Counted};
use crate::{
    attendance, chat, companies, files, notifications, offers, orgs, passport, profiles, quizzes, sessions,
    sharing, trainings,
};

/// Where the object store lists who was erased.
pub const MARKS: &str = "erased";
/// Accounts looked up at a time.
const AT_ONCE: i64 = 50;

/// Erases the accounts whose fourteen days are over.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseAccounts {}

impl Job for EraseAccounts {
    const KIND: &'static str = "erase_accounts";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let (mut after, mut failures) = (None, 0);
        while !run.stop.is_cancelled() {
            let due = identity::due_erasures(&state.pool, state.clock.now(), after, AT_ONCE).await?;
            let Some(last) = due.last() else { break };
            after = Some(*last);
            for (_, person) in due {
                failures += u32::from(!erase_or_log(&state, person, Why::Asked).await);
            }
        }
        // One that fails keeps nobody else from being erased; the job is late until it succeeds.
        anyhow::ensure!(failures == 0, "{failures} accounts could not be erased");
        Ok(())
    }
}

/// Erases somebody, or logs why not; false when it failed.
pub async fn erase_or_log(state: &AppState, person: PersonId, why: Why) -> bool {
    match Box::pin(erase(state, person, why)).await {
        Ok(_) => true,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "an account could not be erased");
            metrics::counter!("carnet_erasures_total", "outcome" => "failed").increment(1);
            false
        }
    }
}

/// Erases somebody who is to be erased; false when they are not any more.
pub async fn erase(state: &AppState, person: PersonId, why: Why) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let Some(account) = identity::lock_leaving(&mut tx, person).await? else { return Ok(false) };
    if !is_due(&account, why, now) {
        return Ok(false);
    }
    count(&mut tx, person, &account, why, now).await?;
    Box::pin(slices(&mut tx, state, person, now)).await?;
    erased::unpark(&mut tx, account.profile).await?;
    jobs::forget(&mut tx, &named(person, &account), &[full_name(&account)]).await?;
    let sha256 = digest(person);
    erased::note(&mut *tx, &sha256, now).await?;
    let entry = Entry::new(Event::AccountErased, now, "person", person.0).because(why.as_str());
    audit::record(&mut tx, &state.ids, entry).await?;
    anyhow::ensure!(!erased::is_there(&mut *tx, person).await?, "the account is still there");
    // Before the commit: a restored dump must not be able to bring back whom nobody knows to be erased.
    let mark = format!("{}-{}", now.date_naive(), hex(&sha256));
    state.part::<Storage>().mark(MARKS, &mark).await?;
    tx.commit().await?;
    metrics::counter!("carnet_erasures_total", "outcome" => "done").increment(1);
    // Searches already leave the person out; this brings the index of this node there as well.
    if let Err(error) = state.part::<Search>().settle(&state.pool).await {
        tracing::warn!(%error, "the index follows an erasure later");
    }
    Ok(true)
}

/// Whether it is still to be done, now that the account is locked.
fn is_due(account: &Leaving, why: Why, now: DateTime<Utc>) -> bool {
    match why {
        Why::Asked => account.erase_at.is_some_and(|at| at <= now),
        // A sign-in moves the last use; whoever asked for erasure has their own clock.
        Why::Inactive => account.erase_at.is_none() && is_unused(account.used_at, now),
        Why::Restored => true,
    }
}

/// Every slice that holds anything, those that refer to others first.
async fn slices(tx: &mut Tx<'_>, state: &AppState, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
    let ids = &state.ids;
    notifications::erase_person(tx, ids, person, now).await?;
    chat::erase_person(tx, ids, person, now).await?;
    offers::erase_person(tx, ids, person, now).await?;
    profiles::erase_person(tx, ids, person, now).await?;
    sharing::erase_person(tx, ids, person, now).await?;
    passport::erase_person(tx, ids, person, now).await?;
    quizzes::erase_person(tx, ids, person, now).await?;
    attendance::erase_person(tx, ids, person, now).await?;
    sessions::erase_person(tx, ids, person, now).await?;
    trainings::erase_person(tx, ids, person, now).await?;
    companies::erase_person(tx, ids, person, now).await?;
    files::erase_person(tx, ids, person, now).await?;
    orgs::erase_person(tx, ids, person, now).await?;
    identity::erase_person(tx, ids, person, now).await
}

/// Adds the account to the counts of its month, while it is there to be counted.
async fn count(
    tx: &mut Tx<'_>,
    person: PersonId,
    account: &Leaving,
    why: Why,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let size = passport::passport_size(&mut *tx, person).await?;
    let sessions = sessions::enrolments_about(&mut **tx, person).await?.len() as i64;
    let counted = Counted {
        registered_at: account.created_at,
        validations: size.validations,
        experiences: size.experiences,
        sessions,
    };
    erased::count(tx, counted, why, now).await
}

/// What a job that names the person holds.
fn named(person: PersonId, account: &Leaving) -> Vec<String> {
    vec![account.email.to_lowercase(), person.to_string(), account.profile.to_string()]
}

fn full_name(account: &Leaving) -> String {
    format!("{} {}", account.name.0, account.name.1).to_lowercase()
}

/// The digest an account is remembered by: its id is random, and the digest leads back to nothing.
pub fn digest(person: PersonId) -> Vec<u8> {
    Sha256::digest(person.0.as_bytes()).to_vec()
}
