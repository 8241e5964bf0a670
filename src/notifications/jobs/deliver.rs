//! Sends one mail about what waits, and writes down what became of it.

use serde::{Deserialize, Serialize};

use crate::ids::{NotificationId, PersonId};
use crate::notifications::mails::{DAILY, WAITING};
use crate::notifications::store::mails;
use crate::platform::jobs::{GiveUp, Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// A mail about some notices of a person. It holds no address and no text: who is gone, or has read meanwhile, is not written to.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliverNotices {
    /// To whom.
    pub person: PersonId,
    /// About what.
    pub notices: Vec<NotificationId>,
    /// Whether it is the daily one.
    pub is_daily: bool,
}

impl Job for DeliverNotices {
    const KIND: &'static str = "deliver_notices";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let mut conn = state.pool.acquire().await?;
        let Some(address) = mails::address(&mut conn, self.person, &self.notices).await? else {
            return Ok(mails::note(&mut conn, &self.notices, "skipped").await?);
        };
        // The mail server may take its time: the connection is somebody else's meanwhile.
        drop(conn);
        let template = if self.is_daily { &DAILY } else { &WAITING };
        let mail = Mail { to: &address, template, context: context! {} };
        let sent = mail::deliver(&state, run.id, mail).await;
        let is_over = |error: &anyhow::Error| error.is::<GiveUp>() || run.attempt >= Self::ATTEMPTS;
        let outcome = match &sent {
            Ok(()) => "sent",
            Err(error) if is_over(error) => "failed",
            Err(_) => return sent,
        };
        let mut conn = state.pool.acquire().await?;
        mails::note(&mut conn, &self.notices, outcome).await?;
        sent
    }
}
