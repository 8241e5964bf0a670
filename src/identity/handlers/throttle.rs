//! Counting attempts, unless limits are lifted.

use std::time::Duration;

use crate::identity::model::throttle::{ACCOUNT, ACCOUNT_AND_NETWORK, NETWORK};
use crate::identity::store::throttle::{self, Counter};
use crate::platform::http::{Code, Error, Peer, Result};
use crate::platform::state::AppState;

/// The counters of one sign-in.
pub struct SignIn {
    pair: String,
    shared: [String; 2],
}

impl SignIn {
    /// Counts an attempt to sign in to this account (named by a fingerprint) from there, or refuses it.
    pub async fn attempt(state: &AppState, account: &str, peer: Peer) -> Result<Self> {
        let network = peer.network();
        let attempt = Self {
            pair: format!("sign-in:{account}:{network}"),
            shared: [format!("sign-in:{account}"), format!("sign-in:{network}")],
        };
        let [of_account, of_network] = attempt.shared.clone();
        admit(
            state,
            &[(attempt.pair.clone(), ACCOUNT_AND_NETWORK), (of_account, ACCOUNT), (of_network, NETWORK)],
        )
        .await?;
        Ok(attempt)
    }

    /// Forgets the failures: the owner signed in.
    pub async fn succeeded(self, state: &AppState) -> Result<()> {
        if state.config.has_limits() {
            throttle::clear(&state.pool, &self.pair).await?;
            throttle::give_back(&state.pool, &self.shared).await?;
        }
        Ok(())
    }
}

/// Counts one attempt on these counters, or refuses it until the wait is over.
pub async fn admit(state: &AppState, counters: &[Counter]) -> Result<()> {
    if !state.config.has_limits() {
        return Ok(());
    }
    throttle::admit(&state.pool, counters, state.clock.now()).await?.map_err(|wait| Error::RetryAfter {
        code: Code::TooManyAttempts,
        retry_after: wait.to_std().unwrap_or(Duration::from_secs(1)),
    })
}
