//! Whoever was erased and came back with a dump is erased again: at the start of the server, and every hour.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::erase::{MARKS, digest, erase_or_log};
use super::purge::day_of;
use crate::identity;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::platform::storage::Storage;
use crate::privacy::model::erasure::Why;
use crate::privacy::store::erased;

/// Digests looked up at a time.
const AT_ONCE: usize = 1_000;

/// Erases again whoever came back, for servers that were not restarted after a dump was restored, or whose object store could
/// not be reached at their start.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplayErasures {}

impl Job for ReplayErasures {
    const KIND: &'static str = "replay_erasures";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let again = replay(&state).await?;
        if again > 0 {
            tracing::warn!(again, "accounts that came back with a restored dump were erased again");
        }
        Ok(())
    }
}

/// Compares the list in the object store with the database, and erases again whoever the database does not know to be erased. Tells
/// how many there were.
pub async fn replay(state: &AppState) -> anyhow::Result<usize> {
    let marks = state.part::<Storage>().marks(MARKS).await?;
    let listed: Vec<(Vec<u8>, NaiveDate)> =
        marks.iter().filter_map(|mark| Some((read(mark)?, day_of(mark)?))).collect();
    let (mut again, mut failures) = (0, 0);
    for listed in listed.chunks(AT_ONCE) {
        let digests: Vec<Vec<u8>> = listed.iter().map(|(sha256, _)| sha256.clone()).collect();
        let unknown = erased::unknown(&state.pool, &digests).await?;
        if unknown.is_empty() {
            continue;
        }
        // A digest is noted by the transaction that erases; one whose account is gone, or never was here, by itself.
        let back = identity::accounts_with_digests(&state.pool, &unknown).await?;
        for person in &back {
            if erase_or_log(state, *person, Why::Restored).await {
                again += 1;
            } else {
                failures += 1;
            }
        }
        let still: Vec<Vec<u8>> = back.into_iter().map(digest).collect();
        let gone = |sha256: &Vec<u8>| unknown.contains(sha256) && !still.contains(sha256);
        for (sha256, day) in listed.iter().filter(|(sha256, _)| gone(sha256)) {
            // Not now: what is noted anew the night before its mark goes would be kept as long again.
            erased::note(&state.pool, sha256, day.and_time(NaiveTime::MIN).and_utc()).await?;
        }
    }
    anyhow::ensure!(failures == 0, "{failures} accounts that came back could not be erased");
    Ok(again)
}

/// The digest a mark names: a day, and sixty-four digits.
fn read(mark: &str) -> Option<Vec<u8>> {
    let digits = mark.get(11..).filter(|digits| digits.len() == 64 && digits.is_ascii())?;
    (0..32).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_names_a_digest() {
        let mark = format!("2026-03-17-{}", "ab".repeat(32));
        assert_eq!(read(&mark), Some(vec![0xab; 32]));
        for wrong in
            ["", "2026-03-17-", &"é".repeat(40), &mark[..70], &format!("{mark}00"), &mark.replace('a', "g")]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
