//! Takes in an exported file: onto the disk as it comes, within bounds.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use axum::body::Body;
use futures::StreamExt;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::passport::model::export::{CheckedPassport, PassportFault, check_bytes, check_zip};
use crate::platform::http::{Code, Result};
use crate::platform::seal::{PublicKey, hex};
use crate::platform::state::AppState;
use crate::platform::storage::{Fault, Scratch, Storage};

/// Largest file that is read into memory: what is no ZIP.
const LARGEST_IN_MEMORY: u64 = 16 * 1024 * 1024;
/// Files checked at the same time: what they hold is in memory meanwhile.
static CHECKS: Semaphore = Semaphore::const_new(2);
/// How a ZIP begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// A file that arrived.
pub struct Sent {
    scratch: Scratch,
    /// Of its bytes.
    pub sha256: String,
    is_zip: bool,
}

/// Reads a body into a scratch file: a ZIP of at most so many bytes, or something shorter. Stops at the first byte too many.
pub async fn receive(state: &AppState, body: Body, largest: u64) -> Result<Sent> {
    let mut scratch = state.part::<Storage>().scratch(&state.ids).map_err(Fault::from)?;
    let (mut digest, mut head, mut body) = (Sha256::new(), Vec::<u8>::new(), body.into_data_stream());
    while let Some(piece) = body.next().await {
        let piece = piece.map_err(|_| Code::UploadInterrupted)?;
        if head.len() < ZIP.len() {
            head.extend(piece.iter().take(ZIP.len()));
        }
        digest.update(&piece);
        scratch.write(&piece).await.map_err(Fault::from)?;
        let most = if head.starts_with(ZIP) { largest } else { LARGEST_IN_MEMORY };
        if scratch.bytes() > most {
            return Err(Code::FileTooLarge.into());
        }
    }
    scratch.flush().await.map_err(Fault::from)?;
    if scratch.bytes() == 0 {
        return Err(Code::EmptyFile.into());
    }
    Ok(Sent { scratch, sha256: hex(&digest.finalize()), is_zip: head.starts_with(ZIP) })
}

impl Sent {
    /// Everything, where it is no ZIP.
    pub async fn text(&self) -> Result<Option<String>> {
        if self.is_zip {
            return Ok(None);
        }
        let file = self.scratch.reopen().map_err(Fault::from)?;
        let bytes = tokio::task::spawn_blocking(move || whole(file)).await.map_err(anyhow::Error::from)?;
        Ok(String::from_utf8(bytes.map_err(Fault::from)?).ok())
    }

    /// Checks it against these keys, on a thread of its own.
    pub async fn check(
        &self,
        keys: Vec<PublicKey>,
    ) -> Result<std::result::Result<CheckedPassport, Vec<PassportFault>>> {
        let _check = CHECKS.acquire().await.map_err(anyhow::Error::from)?;
        let (mut file, is_zip) = (self.scratch.reopen().map_err(Fault::from)?, self.is_zip);
        let checked = tokio::task::spawn_blocking(move || {
            if is_zip {
                return Ok(check_zip(&mut file, &keys));
            }
            whole(file).map(|bytes| check_bytes(&bytes, &keys))
        });
        Ok(checked.await.map_err(anyhow::Error::from)?.map_err(Fault::from)?)
    }
}

fn whole(mut file: File) -> std::io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}
