//! Counting attempts, unless limits are lifted.

use std::time::Duration;

use crate::identity::model::Email;
use crate::identity::model::throttle::{ACCOUNT, ACCOUNT_AND_NETWORK, MAIL, NETWORK};
use crate::identity::store::throttle::{self, Counter};
use crate::platform::db::Tx;
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

/// Forgets every failure to sign in to this account: its owner chose another password.
pub async fn forget_account(tx: &mut Tx<'_>, email: &Email) -> Result<()> {
    Ok(throttle::clear_all(&mut **tx, &format!("sign-in:{}", email.fingerprint())).await?)
}

/// Counts a mail asked for this address, known or not, or refuses it.
pub async fn admit_mail(state: &AppState, email: &Email) -> Result<()> {
    admit(state, &[(format!("mail:{}", email.fingerprint()), MAIL)]).await
}

/// Counts one attempt on these counters, or refuses it until the wait is over.
async fn admit(state: &AppState, counters: &[Counter]) -> Result<()> {
    if !state.config.has_limits() {
        return Ok(());
    }
    throttle::admit(&state.pool, counters, state.clock.now()).await?.map_err(|wait| Error::RetryAfter {
        code: Code::TooManyAttempts,
        retry_after: wait.to_std().unwrap_or(Duration::from_secs(1)),
    })
}
