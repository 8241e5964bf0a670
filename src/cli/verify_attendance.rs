//! `carnet verify-attendance`: computes the chains of sealed sheets again, and compares them with the rows that are there.

use anyhow::bail;
use carnet::attendance::{self, ChainReport};
use carnet::platform::config::Config;

use super::session;

/// Faults printed.
const SHOWN: usize = 20;

/// Checks, prints what is wrong, and fails when something is.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let ChainReport { sessions, links, faults } =
        session::with_state(config, async |state| attendance::verify_chains(&state).await).await?;
    println!("{links} links of {sessions} sessions checked");
    for fault in faults.iter().take(SHOWN) {
        println!("  {fault}");
    }
    if faults.len() > SHOWN {
        println!("  and {} more", faults.len() - SHOWN);
    }
    if faults.is_empty() { Ok(()) } else { bail!("{} sealed facts do not hold", faults.len()) }
}
