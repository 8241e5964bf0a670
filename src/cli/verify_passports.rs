//! `carnet verify-passports`: computes the chains of passports again, and compares them with the rows that are there.

use anyhow::bail;
use carnet::passport::{self, ChainReport};
use carnet::platform::config::Config;

use super::session;

/// Faults printed.
const SHOWN: usize = 20;

/// Checks, prints what is wrong, and fails when something is.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let ChainReport { passports, links, unchained, faults } =
        session::with_state(config, async |state| passport::verify_chains(&state).await).await?;
    println!("{links} links of {passports} passports checked; {unchained} passports have no chain yet");
    for fault in faults.iter().take(SHOWN) {
        println!("  {fault}");
    }
    if faults.len() > SHOWN {
        println!("  and {} more", faults.len() - SHOWN);
    }
    if faults.is_empty() { Ok(()) } else { bail!("{} facts of passports do not hold", faults.len()) }
}
