//! Who owns the server among the Carnet processes of one data folder.
//!
//! The owner holds one lock; the others share a second one. An owner that leaves while others are there leaves the
//! server running, and one of them becomes its owner. Locks end with their process, so a `kill -9` leaves none behind.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::time::sleep;

/// How often a lock is tried again.
const TRY_EVERY: Duration = Duration::from_millis(50);

/// Takes a lock for oneself; none when another process has it.
pub fn try_alone(path: &Path) -> Result<Option<File>> {
    let file = open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("cannot lock {}", path.display()))
        }
    }
}

/// Shares a lock, waiting while another process has it alone.
pub async fn share(path: &Path) -> Result<File> {
    let file = open(path)?;
    loop {
        match file.try_lock_shared() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => sleep(TRY_EVERY).await,
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("cannot lock {}", path.display()));
            }
        }
    }
}

fn open(path: &Path) -> Result<File> {
    File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
        .with_context(|| format!("cannot open {}", path.display()))
}
