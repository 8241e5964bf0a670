//! Suspensions that no person decides.

use super::super::model::recruiter::{Move, Status};
use super::accounts::lock_by_id;
use super::moves::{Made, make};
use crate::ids::RecruiterId;
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Result};
use crate::platform::state::AppState;

/// Suspends an account by a rule, as staff would, with the reason its owner is told: it cannot be left, and staff alone opens
/// it again. False when there is nothing to suspend.
pub async fn suspend_by_rule(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: RecruiterId,
    reason: &str,
) -> Result<bool> {
    let account = match lock_by_id(tx, recruiter).await {
        Err(Error::Refused(Code::NotFound)) => return Ok(false),
        account => account?,
    };
    if account.status != Status::Granted {
        return Ok(false);
    }
    make(tx, state, &account, Made { event: Move::Suspend, by: None, reason: Some(reason) }).await?;
    Ok(true)
}
