//! Accounts nobody uses: told at 23 months, erased at 24.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::erase::erase_or_log;
use crate::events::Event;
use crate::identity::{self, Told};
use crate::ids::PersonId;
use crate::notices::NoticeKind;
use crate::orgs;
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{Job, Run};
use crate::platform::live::{self, Notice};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::privacy::mails::ACCOUNT_INACTIVE;
use crate::privacy::model::erasure::Why;
use crate::privacy::model::inactivity::{ERASED_AFTER, TOLD_AFTER, told_by};

/// Accounts looked up at a time.
const AT_ONCE: i64 = 100;

/// Tells people who have not signed in for 23 months, and erases the accounts of those who have not for 24 and were told.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckInactivity {}

impl Job for CheckInactivity {
    const KIND: &'static str = "check_inactivity";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let failures = erase_unused(&state, &run).await?;
        tell_unused(&state, &run).await?;
        anyhow::ensure!(failures == 0, "{failures} accounts could not be erased");
        Ok(())
    }
}

async fn erase_unused(state: &AppState, run: &Run) -> anyhow::Result<u32> {
    let (mut after, mut failures) = (None, 0);
    while !run.stop.is_cancelled() {
        let now = state.clock.now();
        let told = Told::Before(told_by(now));
        let unused =
            identity::unused_accounts(&state.pool, (now, ERASED_AFTER), told, after, AT_ONCE).await?;
        let Some(last) = unused.last() else { break };
        after = Some(*last);
        for (_, person) in unused {
            if !must_stay(state, person).await? {
                failures += u32::from(!erase_or_log(state, person, Why::Inactive).await);
            }
        }
    }
    Ok(failures)
}

/// Whether an organisation that works, or the platform, would be left without anybody to run it: they name somebody else first.
async fn must_stay(state: &AppState, person: PersonId) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let is_admin = identity::runs_the_platform(&mut tx, person).await?;
    if is_admin && !identity::another_runs_the_platform(&mut tx, person).await? {
        tracing::warn!("the last administrator of the platform has not signed in for two years");
        return Ok(true);
    }
    let organisations = orgs::left_without_admin(&mut tx, person).await?;
    for organisation in &organisations {
        tracing::warn!(organisation = %organisation.id, "the last admin of an organisation has not signed in for two years");
    }
    Ok(!organisations.is_empty())
}

async fn tell_unused(state: &AppState, run: &Run) -> anyhow::Result<()> {
    while !run.stop.is_cancelled() {
        let now = state.clock.now();
        let unused =
            identity::unused_accounts(&state.pool, (now, TOLD_AFTER), Told::NotYet, None, AT_ONCE).await?;
        if unused.is_empty() {
            break;
        }
        for (used_at, person) in unused {
            tell(state, person, used_at).await?;
        }
    }
    Ok(())
}

async fn tell(state: &AppState, person: PersonId, used_at: DateTime<Utc>) -> anyhow::Result<()> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    if !identity::note_told(&mut tx, person, used_at, now).await? {
        return Ok(());
    }
    let Some(account) = identity::lock_leaving(&mut tx, person).await? else { return Ok(()) };
    let notice = Notice { person, kind: NoticeKind::AccountInactive, subject: person.0, facts: json!({}) };
    live::tell(&mut tx, &state.ids, &[notice], now).await?;
    let mail = Mail {
        to: &account.email,
        template: &ACCOUNT_INACTIVE,
        context: context! { first_name => account.name.0.as_str() },
    };
    mail::send(&mut tx, state, mail).await?;
    let entry = Entry::new(Event::InactivityTold, now, "person", person.0);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(())
}
