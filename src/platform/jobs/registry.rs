//! Which kinds of jobs this program knows, and what runs them.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context;
use futures::FutureExt;
use futures::future::BoxFuture;
use serde_json::Value;

use super::{GiveUp, Job, Run};
use crate::platform::state::AppState;

type Handler = fn(Value, AppState, Run) -> BoxFuture<'static, anyhow::Result<()>>;

/// Every kind of job, filled by `app.rs`.
#[derive(Clone, Default)]
pub struct Registry(Arc<HashMap<&'static str, Entry>>);

#[derive(Clone, Copy)]
struct Entry {
    handler: Handler,
    attempts: u32,
}

impl Registry {
    /// Adds a kind of job.
    ///
    /// # Panics
    /// When the name is taken: two jobs would run each other's payloads.
    #[must_use]
    pub fn with<J: Job>(mut self) -> Self {
        let entry = Entry { handler: run_parsed::<J>, attempts: J::ATTEMPTS };
        let earlier = Arc::make_mut(&mut self.0).insert(J::KIND, entry);
        assert!(earlier.is_none(), "two jobs are named {}", J::KIND);
        self
    }

    /// Lists the known kinds: jobs of a newer version are left to nodes that know them.
    pub fn kinds(&self) -> Vec<String> {
        let mut kinds: Vec<_> = self.0.keys().map(|kind| (*kind).to_owned()).collect();
        kinds.sort();
        kinds
    }

    /// Returns how often a kind is tried.
    pub fn attempts(&self, kind: &str) -> u32 {
        self.0.get(kind).map_or(1, |entry| entry.attempts)
    }

    /// Starts a job of a known kind.
    pub fn start(
        &self,
        kind: &str,
        payload: Value,
        state: AppState,
        run: Run,
    ) -> BoxFuture<'static, anyhow::Result<()>> {
        match self.0.get(kind) {
            Some(entry) => (entry.handler)(payload, state, run),
            None => futures::future::ready(Err(GiveUp(format!("unknown kind {kind}")).into())).boxed(),
        }
    }
}

fn run_parsed<J: Job>(payload: Value, state: AppState, run: Run) -> BoxFuture<'static, anyhow::Result<()>> {
    async move {
        let job: J = serde_json::from_value(payload).context("the payload does not fit its kind")?;
        job.run(state, run).await
    }
    .boxed()
}
