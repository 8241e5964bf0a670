//! Shares whose end has passed: reads refuse them by themselves; their receipts are written and their readers told.

use serde::{Deserialize, Serialize};

use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::sharing::model::ShareEnd;
use crate::sharing::store::{self, OpenFilter};

/// How many people are looked into before it is asked anew who is left.
const AT_ONCE: i64 = 200;

/// Ends shares whose time is over, and those of proofs their person removed. Twice does no harm: each ends once.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndShares {}

impl Job for EndShares {
    const KIND: &'static str = "end_shares";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && end_some(&state, &run).await? {}
        Ok(())
    }
}

/// Ends those of the next people, each in a transaction of their own; false when there are none.
async fn end_some(state: &AppState, run: &Run) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let people = store::people_with_due(&mut *state.pool.acquire().await?, now, AT_ONCE).await?;
    for person in &people {
        if run.stop.is_cancelled() {
            break;
        }
        let mut tx = state.pool.begin().await?;
        let over = OpenFilter { is_over: true, ..OpenFilter::default() };
        let ended = store::end(&mut tx, &state.ids, *person, (over, ShareEnd::Expired), now).await?;
        tx.commit().await?;
        tracing::info!(ended, "shares ended by themselves");
    }
    Ok(!people.is_empty())
}
