//! Has the antivirus look into a file.

use serde::{Deserialize, Serialize};

use crate::files::model::Scan;
use crate::files::store::sweep;
use crate::ids::FileId;
use crate::platform::antivirus::{Antivirus, Verdict};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::platform::storage::{Fault, Storage};

/// After so many attempts without an answer, about five minutes, the file counts as unchecked and no longer as pending;
/// the attempts go on.
const PATIENCE: u32 = 5;

/// The look into one file. Twice does no harm: the bytes are the same.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScanFile {
    /// The file.
    pub file: FileId,
}

impl Job for ScanFile {
    const KIND: &'static str = "scan_file";

    fn key(&self) -> Option<String> {
        Some(self.file.to_string())
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let Some(found) = sweep::to_scan(&state.pool, self.file).await? else { return Ok(()) };
        let (storage, antivirus) = (state.part::<Storage>(), state.part::<Antivirus>());
        let key = sweep::key(&found.object_key)?;
        if found.scan == Scan::Infected {
            return Ok(storage.remove(&key).await?);
        }
        if !antivirus.is_there() {
            return Ok(sweep::set_scan(&state.pool, self.file, Scan::Unchecked, state.clock.now()).await?);
        }
        let bytes = match storage.read(&key, None).await {
            // The nightly comparison with the store will say so.
            Err(Fault::Missing) => return Ok(()),
            other => other?,
        };
        match antivirus.scan(bytes).await {
            Ok(Verdict::Clean) => {
                count("clean");
                sweep::set_scan(&state.pool, self.file, Scan::Clean, state.clock.now()).await?;
            }
            Ok(Verdict::Infected(signature)) => {
                count("infected");
                tracing::warn!(file = %self.file, signature, "an infected file is destroyed");
                sweep::set_infected(&state, self.file, &signature).await?;
                storage.remove(&key).await?;
            }
            Err(error) => {
                count("failed");
                let scan = if run.attempt < PATIENCE { found.scan } else { Scan::Unchecked };
                sweep::set_scan(&state.pool, self.file, scan, state.clock.now()).await?;
                return Err(error);
            }
        }
        Ok(())
    }
}

fn count(outcome: &'static str) {
    metrics::counter!("carnet_file_scans_total", "outcome" => outcome).increment(1);
}
