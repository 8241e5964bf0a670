//! Looks through a file's bytes: is it what it seems, whole, and without anything that runs or hides? Nothing is
//! decompressed and nothing is rendered.
//!
//! Pictures are written anew without what they say about place, device and author; so is what videos say of it.

mod archive;
mod bytes;
mod jpeg;
mod mp4;
mod pdf;
mod png;
mod webm;

use std::io::{self, Read, Seek, Write};

use super::kind::{Kind, Sniffed, sniff};
use crate::platform::http::Code;

/// Most pixels of a picture: a sheet of A3 scanned at 600 dots per inch has 70 million.
const MOST_PIXELS: u64 = 100_000_000;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// None of the kinds that are taken.
    Type,
    /// Holds what runs, or a second file hidden in it, or swells beyond measure when opened.
    Unsafe,
    /// Broken off, or not written as its kind is.
    Damaged,
}

impl From<Refusal> for Code {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Type => Self::FileTypeRefused,
            Refusal::Unsafe => Self::UnsafeFile,
            Refusal::Damaged => Self::DamagedFile,
        }
    }
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// Its kind.
    pub kind: Kind,
    /// What to know before it is opened.
    pub warnings: Vec<&'static str>,
    /// Its bytes without what was taken out of them, when something was.
    pub rewritten: Option<Vec<u8>>,
}

impl Inspected {
    fn plain(kind: Kind) -> Self {
        Self { kind, warnings: Vec::new(), rewritten: None }
    }
}

/// Looks through a whole document or picture. It is in memory, so its length was bounded before.
pub fn document(bytes: &[u8]) -> Result<Inspected, Refusal> {
    match sniff(bytes).ok_or(Refusal::Type)? {
        Sniffed::Kind(Kind::Pdf) => {
            ensure_no_archive(bytes)?;
            Ok(Inspected { warnings: pdf::check(bytes)?, ..Inspected::plain(Kind::Pdf) })
        }
        Sniffed::Kind(Kind::Png) => rewritten(Kind::Png, bytes, png::clean(bytes)?),
        Sniffed::Kind(Kind::Jpeg) => rewritten(Kind::Jpeg, bytes, jpeg::clean(bytes)?),
        Sniffed::Zip => Ok(Inspected::plain(archive::check(bytes)?)),
        Sniffed::Kind(_) => Err(Refusal::Type),
    }
}

fn rewritten(kind: Kind, before: &[u8], after: Vec<u8>) -> Result<Inspected, Refusal> {
    ensure_no_archive(&after)?;
    let rewritten = (before != after).then_some(after);
    Ok(Inspected { rewritten, ..Inspected::plain(kind) })
}

/// Refuses what a program that opens ZIP archives would open too.
fn ensure_no_archive(bytes: &[u8]) -> Result<(), Refusal> {
    if archive::is_one_at_the_end(bytes) { Err(Refusal::Unsafe) } else { Ok(()) }
}

/// Why a video is not taken.
#[derive(Debug)]
pub enum VideoFault {
    /// What is wrong with it.
    Refused(Refusal),
    /// The disk failed.
    Failed(io::Error),
}

impl From<Refusal> for VideoFault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for VideoFault {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// What was found of a video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Video {
    /// Its kind.
    pub kind: Kind,
    /// Whether something was blanked in place.
    pub is_changed: bool,
}

/// Looks through a video of this length where it lies, reading its structure alone, and blanks what says where and by
/// whom it was made.
pub fn video<F: Read + Write + Seek>(file: &mut F, kind: Kind, length: u64) -> Result<Video, VideoFault> {
    let is_changed = match kind {
        Kind::Mp4 => mp4::clean(file, length)?,
        Kind::Webm => webm::check(file, length).map(|()| false)?,
        _ => return Err(Refusal::Type.into()),
    };
    if archive::ends_a_file(file, length)? {
        return Err(Refusal::Unsafe.into());
    }
    Ok(Video { kind, is_changed })
}

/// Refuses pictures without a surface, and those that fill the memory of whoever opens them.
fn check_dimensions(width: u64, height: u64) -> Result<(), Refusal> {
    if width == 0 || height == 0 {
        return Err(Refusal::Damaged);
    }
    if width.saturating_mul(height) > MOST_PIXELS { Err(Refusal::Unsafe) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn no_bytes_make_an_inspection_fail_otherwise(
            head in prop::sample::select(vec![
                &b"%PDF-1.4\n"[..], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff", b"PK\x03\x04", b"",
            ]),
            tail in prop::collection::vec(any::<u8>(), 0..400),
        ) {
            let bytes = [head, &tail].concat();
            if let Ok(found) = document(&bytes) {
                // What was written anew is taken as it is.
                let kept = found.rewritten.unwrap_or(bytes);
                prop_assert_eq!(document(&kept), Ok(Inspected { rewritten: None, ..found_again(&kept) }));
            }
        }

        #[test]
        fn no_bytes_make_the_inspection_of_a_video_fail_otherwise(
            head in prop::sample::select(vec![&b"\0\0\0\x18ftypisom\0\0\0\0isommp41"[..], b"\x1a\x45\xdf\xa3", b""]),
            tail in prop::collection::vec(any::<u8>(), 0..400),
        ) {
            let bytes = [head, &tail].concat();
            let length = bytes.len() as u64;
            for kind in [Kind::Mp4, Kind::Webm] {
                let found = video(&mut Cursor::new(bytes.clone()), kind, length);
                prop_assert!(!matches!(found, Err(VideoFault::Failed(_))), "{:?}", found);
            }
        }
    }

    fn found_again(bytes: &[u8]) -> Inspected {
        document(bytes).expect("what was taken once is taken again")
    }
}
