//! What the register answered, written down with everything that follows from it.

use serde_json::json;

use super::super::model::company::next_check_after;
use super::super::model::recruiter::{Move, after};
use super::super::model::siret::Siret;
use super::accounts::lock_of_company;
use super::moves::{Made, make};
use crate::events::Event;
use crate::ids::CompanyId;
use crate::platform::db::{Tx, audit};
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::registers::{Answer, RegisterState, retry_at};

/// Takes one company whose check is due, so that no other node checks it meanwhile.
pub async fn claim_due(state: &AppState) -> Result<Option<Siret>> {
    let now = state.clock.now();
    let siret = sqlx::query_scalar!(
        "UPDATE company SET next_check_at = $2 WHERE id = (
             SELECT c.id FROM company c
             WHERE c.next_check_at <= $1
               AND EXISTS (SELECT FROM recruiter r WHERE r.company_id = c.id AND r.status <> 'refused')
             ORDER BY c.next_check_at LIMIT 1 FOR UPDATE OF c SKIP LOCKED)
         RETURNING siret",
        now,
        // Whoever takes it has this long to come back with an answer.
        now + chrono::Duration::minutes(10),
    )
    .fetch_optional(&state.pool)
    .await?;
    Ok(siret.map(|siret| siret.parse()).transpose().map_err(anyhow::Error::from)?)
}

/// Writes the answer about a company we know, and moves its accounts accordingly.
pub async fn record(state: &AppState, siret: Siret, answer: &Answer) -> Result<()> {
    let mut tx = state.pool.begin().await?;
    match RegisterState::of(answer) {
        Some(verdict) => {
            settle(&mut tx, state, siret, answer, verdict).await?;
        }
        None => postpone(&mut tx, state, siret).await?,
    }
    tx.commit().await?;
    Ok(())
}

/// Writes a clear answer about a company we know, and moves its accounts. Gives the company, if we know it.
pub async fn settle(
    tx: &mut Tx<'_>,
    state: &AppState,
    siret: Siret,
    answer: &Answer,
    verdict: RegisterState,
) -> Result<Option<CompanyId>> {
    let known = sqlx::query!(
        r#"SELECT id AS "id: CompanyId", register_state AS "register_state: RegisterState"
           FROM company WHERE siret = $1 FOR UPDATE"#,
        siret.as_str()
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(company) = known else { return Ok(None) };
    write_answer(tx, state, company.id, answer, verdict).await?;
    if company.register_state != verdict {
        let entry = audit::Entry::new(Event::CompanyChecked, state.clock.now(), "company", company.id.0)
            .change(json!({ "register": company.register_state }), json!({ "register": verdict }));
        audit::record(tx, &state.ids, entry).await?;
    }
    move_accounts(tx, state, company.id, verdict).await?;
    Ok(Some(company.id))
}

/// Keeps a company whose establishment the register knows to be active.
pub async fn keep_active(
    tx: &mut Tx<'_>,
    state: &AppState,
    siret: Siret,
    answer: &Answer,
) -> Result<CompanyId> {
    let id = keep(tx, state, siret).await?;
    settle(tx, state, siret, answer, RegisterState::Active).await?;
    Ok(id)
}

/// Keeps a company the register could not be asked about: it will be, soon.
pub async fn keep_pending(tx: &mut Tx<'_>, state: &AppState, siret: Siret) -> Result<CompanyId> {
    keep(tx, state, siret).await
}

async fn keep(tx: &mut Tx<'_>, state: &AppState, siret: Siret) -> Result<CompanyId> {
    let (now, siren) = (state.clock.now(), siret.siren());
    let id = sqlx::query_scalar!(
        r#"INSERT INTO company (id, siret, siren, register_state, next_check_at, created_at)
           VALUES ($1, $2, $3, 'unknown', $4, $5)
           ON CONFLICT ON CONSTRAINT company_siret_key
           DO UPDATE SET next_check_at = LEAST(company.next_check_at, excluded.next_check_at)
           RETURNING id AS "id: CompanyId""#,
        state.ids.ordered::<CompanyId>().0,
        siret.as_str(),
        siren.as_str(),
        retry_at(now, 0),
        now,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(id)
}

async fn write_answer(
    tx: &mut Tx<'_>,
    state: &AppState,
    id: CompanyId,
    answer: &Answer,
    verdict: RegisterState,
) -> Result<()> {
    let now = state.clock.now();
    let next = now + next_check_after(verdict);
    match answer {
        Answer::Found(shown) => {
            sqlx::query!(
                "UPDATE company SET name = $2, address = $3, register_state = $4, register_source = $5,
                                    register_checked_at = $6, next_check_at = $7, failed_checks = 0
                 WHERE id = $1",
                id.0,
                shown.name.as_deref(),
                shown.address.as_deref(),
                verdict as RegisterState,
                shown.source,
                now,
                next,
            )
            .execute(&mut **tx)
            .await?;
        }
        // The name we knew stays: the staff who looks at the account must recognise the company.
        Answer::NotFound | Answer::Unavailable => {
            sqlx::query!(
                "UPDATE company SET register_state = $2, register_checked_at = $3, next_check_at = $4,
                                    failed_checks = 0
                 WHERE id = $1",
                id.0,
                verdict as RegisterState,
                now,
                next,
            )
            .execute(&mut **tx)
            .await?;
        }
    }
    Ok(())
}

/// Asks again later. What we knew stays true.
async fn postpone(tx: &mut Tx<'_>, state: &AppState, siret: Siret) -> Result<()> {
    let failed = sqlx::query_scalar!(
        "UPDATE company SET failed_checks = failed_checks + 1 WHERE siret = $1 RETURNING failed_checks",
        siret.as_str()
    )
    .fetch_one(&mut **tx)
    .await?;
    let next = retry_at(state.clock.now(), failed);
    sqlx::query!("UPDATE company SET next_check_at = $2 WHERE siret = $1", siret.as_str(), next)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

async fn move_accounts(
    tx: &mut Tx<'_>,
    state: &AppState,
    company: CompanyId,
    verdict: RegisterState,
) -> Result<()> {
    let event = match verdict {
        RegisterState::Active => Move::RegisterActive,
        RegisterState::Closed | RegisterState::NotFound => Move::RegisterGone,
        RegisterState::Unknown => return Ok(()),
    };
    for account in lock_of_company(tx, company).await? {
        if after(account.status, event).is_ok() {
            make(tx, state, &account, Made { event, by: None, reason: verdict.reason() }).await?;
        }
    }
    Ok(())
}
