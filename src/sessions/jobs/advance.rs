//! Starts sessions at their first slot, and ends them after their last one.

use serde::{Deserialize, Serialize};

use crate::platform::db::Tx;
use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::sessions::handlers::moves::{end, set};
use crate::sessions::handlers::readiness::Readiness;
use crate::sessions::mails;
use crate::sessions::model::{Move, Status};
use crate::sessions::store::cards::SessionCard;
use crate::sessions::store::due::{self, Due};
use crate::sessions::store::{changes, facts, sessions};

/// Moves every session whose time has come. Each moves in a transaction of its own, once.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvanceSessions {}

impl Job for AdvanceSessions {
    const KIND: &'static str = "advance_sessions";

    /// One that waits finds everything that is due.
    fn key(&self) -> Option<String> {
        Some("due".to_owned())
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let (now, today) = (state.clock.now(), state.clock.today());
        for Due { organisation, session } in due::list(&state.pool, now, today).await? {
            if run.stop.is_cancelled() {
                break;
            }
            let mut tx = state.pool.begin().await?;
            let Some(card) = sessions::lock(&mut tx, organisation, session).await? else { continue };
            match card.status {
                Status::Planned => start(&mut tx, &state, &card).await?,
                Status::Running if card.status.after(Move::End).is_ok() => {
                    end(&mut tx, &state, &card, None).await?;
                }
                _ => {}
            }
            tx.commit().await?;
        }
        Ok(())
    }
}

/// Starts a session that is ready. Of one that is not, those who run the organisation are told, once; it starts by itself as
/// soon as it is.
async fn start(tx: &mut Tx<'_>, state: &AppState, card: &SessionCard) -> anyhow::Result<()> {
    let readiness = Readiness::new(facts::read(tx, card).await?.items(card));
    if readiness.is_ready {
        return Ok(set(tx, state, card, (Status::Running, None), None).await?);
    }
    if !due::mark_missed(tx, card.id, state.clock.now()).await? {
        return Ok(());
    }
    let Some((organisation, name)) = changes::organisation_of(tx, card.id).await? else { return Ok(()) };
    let lines: Vec<_> =
        readiness.items.iter().filter(|item| item.is_blocking).map(|item| item.message.clone()).collect();
    let staff = changes::staff(tx, organisation).await?;
    for email in changes::accounts(tx, &staff).await? {
        let context = context! {
            organisation => name.clone(), session => card.title.clone(), lines => lines.clone(), organisation_id => organisation.to_string(),
            session_id => card.id.to_string(),
        };
        mail::send(tx, state, Mail { to: &email, template: &mails::NOT_STARTED, context }).await?;
    }
    Ok(())
}
