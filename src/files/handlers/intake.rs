//! Takes in the bytes of a file: onto the disk as they come, and then looked through.

use std::io::{Read, Seek, SeekFrom, Write};

use axum::body::{Body, BodyDataStream};
use axum::http::{HeaderMap, header};
use futures::StreamExt;
use sha2::{Digest, Sha256};

use crate::files::model::inspect::{self, VideoFault};
use crate::files::model::{Inspected, Kind, SNIFFED, Sniffed, sniff};
use crate::platform::http::pace::TooSlow;
use crate::platform::http::{Code, Error, Result};
use crate::platform::storage::{Fault, Scratch};

/// Largest document or picture.
pub const LARGEST_DOCUMENT: u64 = 10 * 1024 * 1024;

/// Bytes read at a time to compute a digest again.
const READ: usize = 256 * 1024;

/// The bytes that arrive, and what is asked of them.
pub struct Intake {
    body: BodyDataStream,
    declared_length: Option<u64>,
    largest_video: u64,
}

/// A file that arrived whole.
pub struct Arrived {
    /// Its bytes.
    pub scratch: Scratch,
    /// What they seem to be.
    pub sniffed: Sniffed,
    /// Of them.
    pub sha256: Vec<u8>,
}

/// A file that was looked through, ready to be kept.
pub struct Checked {
    /// Its bytes, without what was taken out of them.
    pub scratch: Scratch,
    /// Their number.
    pub bytes: u64,
    /// What was found.
    pub found: Inspected,
    /// Of them.
    pub sha256: Vec<u8>,
}

impl Intake {
    /// The body of this request, a video of at most so many bytes.
    pub fn new(headers: &HeaderMap, body: Body, largest_video: u64) -> Self {
        let length =
            headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        Self { body: body.into_data_stream(), declared_length: length, largest_video }
    }

    /// How many bytes the sender says will come.
    pub fn declared_length(&self) -> Option<u64> {
        self.declared_length
    }

    /// The most bytes a file of this kind may have.
    fn limit(&self, sniffed: Sniffed) -> u64 {
        match sniffed {
            Sniffed::Kind(kind) if kind.is_video() => self.largest_video,
            _ => LARGEST_DOCUMENT,
        }
    }

    /// Reads everything into the scratch file. Stops at the first byte too many, and at the first bytes of no known kind.
    pub async fn receive(&mut self, mut scratch: Scratch) -> Result<Arrived> {
        if self.declared_length.is_some_and(|length| length > self.largest_video.max(LARGEST_DOCUMENT)) {
            return Err(Code::FileTooLarge.into());
        }
        let (mut head, mut digest, mut known) = (Vec::with_capacity(SNIFFED), Sha256::new(), None);
        while let Some(piece) = self.body.next().await {
            let piece = piece.map_err(|error| interrupted(&error))?;
            if known.is_none() {
                head.extend_from_slice(&piece[..piece.len().min(SNIFFED - head.len())]);
                if head.len() == SNIFFED {
                    known = Some(self.know(&head)?);
                }
            }
            let limit = known.map_or(LARGEST_DOCUMENT, |sniffed| self.limit(sniffed));
            if scratch.bytes() + piece.len() as u64 > limit {
                return Err(Code::FileTooLarge.into());
            }
            digest.update(&piece);
            scratch.write(&piece).await.map_err(Fault::from)?;
        }
        if scratch.bytes() == 0 {
            return Err(Code::EmptyFile.into());
        }
        let sniffed = match known {
            Some(sniffed) => sniffed,
            None => self.know(&head)?,
        };
        scratch.flush().await.map_err(Fault::from)?;
        Ok(Arrived { scratch, sniffed, sha256: digest.finalize().to_vec() })
    }

    /// Refuses what is of no known kind, or is said to be longer than its kind may be.
    fn know(&self, head: &[u8]) -> Result<Sniffed> {
        let sniffed = sniff(head).ok_or(Code::FileTypeRefused)?;
        if self.declared_length.is_some_and(|length| length > self.limit(sniffed)) {
            return Err(Code::FileTooLarge.into());
        }
        Ok(sniffed)
    }
}

fn interrupted(error: &axum::Error) -> Error {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<TooSlow>() {
            return Code::RequestTimeout.into();
        }
        cause = error.source();
    }
    Code::UploadInterrupted.into()
}

impl Arrived {
    /// Looks through the bytes, and takes out what they say of place and device. Blocks.
    pub fn check(self) -> Result<Checked> {
        let mut file = self.scratch.reopen().map_err(Fault::from)?;
        match self.sniffed {
            Sniffed::Kind(kind) if kind.is_video() => self.check_video(kind, &mut file),
            _ => self.check_document(&mut file),
        }
    }

    fn check_document(self, file: &mut std::fs::File) -> Result<Checked> {
        let mut bytes = Vec::with_capacity(self.scratch.bytes() as usize);
        file.read_to_end(&mut bytes).map_err(Fault::from)?;
        let mut found = inspect::document(&bytes).map_err(Code::from)?;
        let (mut length, mut sha256) = (bytes.len(), self.sha256);
        if let Some(rewritten) = found.rewritten.take() {
            let written = file.seek(SeekFrom::Start(0)).and_then(|_| file.write_all(&rewritten));
            written.and_then(|()| file.set_len(rewritten.len() as u64)).map_err(Fault::from)?;
            length = rewritten.len();
            sha256 = Sha256::digest(&rewritten).to_vec();
        }
        Ok(Checked { scratch: self.scratch, bytes: length as u64, found, sha256 })
    }

    fn check_video(self, kind: Kind, file: &mut std::fs::File) -> Result<Checked> {
        let bytes = self.scratch.bytes();
        let video = inspect::video(file, kind, bytes).map_err(|fault| match fault {
            VideoFault::Refused(refusal) => Error::from(Code::from(refusal)),
            VideoFault::Failed(error) => Fault::from(error).into(),
        })?;
        let sha256 = if video.is_changed { digest_of(file).map_err(Fault::from)? } else { self.sha256 };
        let found = Inspected { kind: video.kind, warnings: Vec::new(), rewritten: None };
        Ok(Checked { scratch: self.scratch, bytes, found, sha256 })
    }
}

fn digest_of(file: &mut std::fs::File) -> std::io::Result<Vec<u8>> {
    let (mut digest, mut buffer) = (Sha256::new(), vec![0; READ]);
    file.seek(SeekFrom::Start(0))?;
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(digest.finalize().to_vec()),
            count => digest.update(&buffer[..count]),
        }
    }
}
