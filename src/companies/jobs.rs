//! Asks the register again: soon about companies it could not tell us of, monthly about the others. Asks companies who still works
//! there, every quarter.

use serde::{Deserialize, Serialize};

use super::model::confirmation::{UNCONFIRMED, lapsed};
use super::model::invitation::KEPT;
use super::model::recruiter::Move;
use super::store::accounts::{Account, lock_of_company};
use super::store::moves::{Made, make};
use super::store::{checks, confirmations, invitations, members};
use crate::ids::CompanyId;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::registers::{Answer, Register};

/// Most companies checked in one run, which starts every minute.
const BATCH: usize = 100;
/// After this many companies in a row without an answer the register is left alone until the next run.
const PATIENCE: usize = 3;

/// The check of every company that is due.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckCompanies {}

impl Job for CheckCompanies {
    const KIND: &'static str = "check_companies";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let mut silences = 0;
        for _ in 0..BATCH {
            if silences == PATIENCE || run.stop.is_cancelled() {
                break;
            }
            let Some(siret) = checks::claim_due(&state).await? else { break };
            let answer = state.part::<Register>().ask(siret).await;
            silences = if answer == Answer::Unavailable { silences + 1 } else { 0 };
            checks::record(&state, siret, &answer).await?;
        }
        Ok(())
    }
}

/// The nightly cleaning of old invitations: they hold addresses.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeCompanyInvitations {}

impl Job for PurgeCompanyInvitations {
    const KIND: &'static str = "purge_company_invitations";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let deleted = invitations::purge(&state.pool, state.clock.now() - KEPT).await?;
        tracing::info!(deleted, "old invitations of companies deleted");
        Ok(())
    }
}

/// Asks the admins of each company who still works there when a confirmation is a quarter old, and suspends whom nobody confirmed
/// within thirty days. Each company is one transaction: what was done is not done again.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmMembers {}

impl Job for ConfirmMembers {
    const KIND: &'static str = "confirm_members";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let now = state.clock.now();
        for company in members::companies_without_admin(&state.pool).await? {
            let mut tx = state.pool.begin().await?;
            members::lock_company(&mut tx, company).await?;
            members::keep_admin(&mut tx, &state.ids, company, now).await?;
            tx.commit().await?;
        }
        loop {
            let overdue = confirmations::overdue(&state.pool, now).await?;
            if overdue.is_empty() || run.stop.is_cancelled() {
                break;
            }
            for company in overdue {
                let suspended = lapse(&state, company).await?;
                tracing::info!(company = %company.0, suspended, "nobody confirmed these accounts");
            }
        }
        loop {
            let due = confirmations::to_ask(&state.pool, now).await?;
            if due.is_empty() || run.stop.is_cancelled() {
                return Ok(());
            }
            for company in due {
                ask(&state, company).await?;
            }
        }
    }
}

async fn ask(state: &AppState, company: CompanyId) -> anyhow::Result<()> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    members::lock_company(&mut tx, company).await?;
    if confirmations::is_to_ask(&mut tx, company, now).await? {
        confirmations::ask(&mut tx, &state.ids, company, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Suspends whom nobody confirmed; how many. Nothing when somebody answered meanwhile.
async fn lapse(state: &AppState, company: CompanyId) -> anyhow::Result<usize> {
    let mut tx = state.pool.begin().await?;
    members::lock_company(&mut tx, company).await?;
    let asked = confirmations::asked(&mut tx, company).await?;
    let Some(asked) = asked.filter(|asked| asked.due_at <= state.clock.now()) else { return Ok(0) };
    let accounts = lock_of_company(&mut tx, company).await?;
    let colleagues: Vec<_> = accounts.iter().map(Account::colleague).collect();
    let lapsed = lapsed(&colleagues, asked.at);
    for account in accounts.iter().filter(|account| lapsed.contains(&account.id)) {
        make(&mut tx, state, account, Made { event: Move::Lapse, by: None, reason: Some(UNCONFIRMED) })
            .await?;
    }
    confirmations::close(&mut tx, company).await?;
    tx.commit().await?;
    Ok(lapsed.len())
}
