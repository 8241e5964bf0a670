//! Writes mails about what waits: at once, or in the morning. One mail for a person, whatever it is about.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::deliver::DeliverNotices;
use crate::ids::PersonId;
use crate::notifications::model::{MailMode, last_morning};
use crate::notifications::store::mails;
use crate::platform::db::Tx;
use crate::platform::jobs::{self, Job, Run};
use crate::platform::state::AppState;

/// How long something may be read inside the app before a mail is written about it.
const QUIET: Duration = Duration::minutes(2);

/// People written to in one transaction.
const PEOPLE: i64 = 200;

/// Mails given up in one statement.
const SKIPPED: i64 = 2000;

/// The mails that are due. Run every minute: what was missed during a stop leaves with the first run after it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailNotices {}

impl Job for MailNotices {
    const KIND: &'static str = "mail_notices";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && mails::skip(&state.pool, SKIPPED).await? == SKIPPED as u64 {}
        let now = state.clock.now();
        let mut written = 0;
        for (mode, before) in [(MailMode::AtOnce, now - QUIET), (MailMode::Daily, last_morning(now))] {
            while !run.stop.is_cancelled() {
                let people = write_some(&state, mode, before).await?;
                written += people;
                if people == 0 {
                    break;
                }
            }
        }
        if written > 0 {
            tracing::info!(written, "mails about what waits are written");
        }
        Ok(())
    }
}

/// Writes the next mails of a mode; gives how many. Nobody is written to twice: what is taken is taken for good.
async fn write_some(state: &AppState, mode: MailMode, before: DateTime<Utc>) -> anyhow::Result<usize> {
    let mut tx = state.pool.begin().await?;
    let people = due(&mut tx, mode, before).await?;
    let taken = mails::take(&mut tx, mode, &people).await?;
    let written = taken.len();
    for (person, notices) in taken {
        let job = DeliverNotices { person, notices, is_daily: mode == MailMode::Daily };
        jobs::enqueue(&mut tx, state, &job).await?;
    }
    tx.commit().await?;
    Ok(written)
}

async fn due(tx: &mut Tx<'_>, mode: MailMode, before: DateTime<Utc>) -> sqlx::Result<Vec<PersonId>> {
    let mut people = mails::due(tx, mode, before, PEOPLE).await?;
    if mode == MailMode::Daily {
        people.extend(mails::due_for_messages(tx, before, PEOPLE).await?);
    }
    Ok(people)
}
