//! The job that sends one mail.

use serde::{Deserialize, Serialize};

use super::transport::{Letter, Mailer};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// A rendered mail on its way.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendMail {
    /// The address it goes to.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

impl Job for SendMail {
    const KIND: &'static str = "send_mail";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let letter = Letter {
            id: run.id,
            to: &self.to,
            subject: &self.subject,
            body: &self.body,
            at: state.clock.now(),
        };
        state.part::<Mailer>().send(&letter).await
    }
}
