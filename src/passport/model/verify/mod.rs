//! What somebody holds, checked without a connection: an export of a passport in any form, one claim of it, a badge.
//!
//! The answer is said in French and in English: what was checked, what the file says, and what nobody can check
//! offline. Pure: keys, status lists and the moment are given.

mod badge;
mod export;
mod fault;
mod said;
#[cfg(test)]
mod tests;

use std::io::{self, Read, Seek, SeekFrom};

use chrono::{DateTime, Utc};

use super::badges::{GivenKeys, StatusListBadge, looks_like_badge};
use super::export::{check_bytes, check_zip, is_export};
use crate::platform::seal::attachments;

pub use fault::{of_badge, of_export};
pub use said::{Said, Verdict};

/// What a check rests on, besides the file.
#[derive(Clone, Copy, Debug)]
pub struct Means<'a> {
    /// The keys that whoever checks trusts.
    pub keys: &'a GivenKeys,
    /// The status lists they brought.
    pub lists: &'a [StatusListBadge],
    /// Now.
    pub now: DateTime<Utc>,
}

/// Most bytes of a file that is read at once: all but a ZIP.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Checks a file; every fault is told. Nothing when it is neither an export of a passport nor a badge: another kind of
/// document, or none.
pub fn verify<F: Read + Seek>(
    file: &mut F,
    means: &Means<'_>,
) -> io::Result<Option<Result<Verdict, Vec<Said>>>> {
    if begins_with(file, b"PK")? {
        let checked = check_zip(file, means.keys.platform());
        return Ok(Some(export::told(checked, means.now)));
    }
    let mut bytes = Vec::new();
    file.by_ref().take(LARGEST).read_to_end(&mut bytes)?;
    if looks_like_badge(&bytes) {
        return Ok(Some(badge::told(&String::from_utf8_lossy(&bytes), means)));
    }
    let is_pdf = bytes.starts_with(b"%PDF-");
    let is_ours = if is_pdf { attachments(&bytes).iter().any(|it| is_export(it)) } else { is_export(&bytes) };
    Ok(is_ours.then(|| export::told(check_bytes(&bytes, means.keys.platform()), means.now)))
}

fn begins_with<F: Read + Seek>(file: &mut F, mark: &[u8]) -> io::Result<bool> {
    let mut first = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(mark.len() as u64).read_to_end(&mut first)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(first == mark)
}
