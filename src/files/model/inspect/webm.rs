//! `WebM`: the head says so, and what follows is as long as it says.

use std::io::{Read, Seek, SeekFrom};

use super::{Refusal, VideoFault};

/// Longest head.
const LONGEST_HEAD: u64 = 4096;
/// Elements: the head, the document's type in it, and the film.
const HEAD: u64 = 0x1a45_dfa3;
const DOCUMENT_TYPE: u64 = 0x4282;
const SEGMENT: u64 = 0x1853_8067;

/// Checks a film of this length.
pub fn check<F: Read + Seek>(file: &mut F, length: u64) -> Result<(), VideoFault> {
    let mut head = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(LONGEST_HEAD).read_to_end(&mut head)?;
    Ok(check_head(&head, length)?)
}

fn check_head(head: &[u8], length: u64) -> Result<(), Refusal> {
    let (id, size, from) = element(head, 0).ok_or(Refusal::Damaged)?;
    let end = size.and_then(|size| usize::try_from(size).ok()).and_then(|size| from.checked_add(size));
    let Some(end) = end.filter(|end| id == HEAD && *end <= head.len()) else { return Err(Refusal::Damaged) };
    let (mut at, mut document_type) = (from, None);
    while at < end {
        let (id, size, from) = element(&head[..end], at).ok_or(Refusal::Damaged)?;
        let size = size.and_then(|size| usize::try_from(size).ok()).ok_or(Refusal::Damaged)?;
        let content =
            from.checked_add(size).and_then(|to| head[..end].get(from..to)).ok_or(Refusal::Damaged)?;
        if id == DOCUMENT_TYPE {
            document_type = Some(content);
        }
        at = from + size;
    }
    if document_type.map(<[u8]>::trim_ascii_end) != Some(b"webm") {
        return Err(Refusal::Type);
    }
    let (id, size, from) = element(head, end).ok_or(Refusal::Damaged)?;
    // Browsers record without knowing how long it will be.
    let is_whole = size.is_none_or(|size| (from as u64).saturating_add(size) == length);
    if id == SEGMENT && is_whole && length > from as u64 { Ok(()) } else { Err(Refusal::Damaged) }
}

/// The element that begins here: its id, its length unless that is unknown, and where its content begins.
fn element(bytes: &[u8], at: usize) -> Option<(u64, Option<u64>, usize)> {
    let (id, from) = number(bytes, at, 4, true)?;
    let (size, content) = number(bytes, from, 8, false)?;
    let digits = content - from;
    let is_unknown = size == (1 << (7 * digits)) - 1;
    Some((id, (!is_unknown).then_some(size), content))
}

/// A number whose first bits say its length; with them, or without.
fn number(bytes: &[u8], at: usize, longest: usize, is_whole: bool) -> Option<(u64, usize)> {
    let first = *bytes.get(at)?;
    let length = first.leading_zeros() as usize + 1;
    if length > longest {
        return None;
    }
    let digits = bytes.get(at..at.checked_add(length)?)?;
    let whole = digits.iter().fold(0_u64, |number, digit| number << 8 | u64::from(*digit));
    let value = if is_whole { whole } else { whole & ((1 << (7 * length)) - 1) };
    Some((value, at + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn film(kind: &[u8], segment_size: &[u8], content: &[u8]) -> Vec<u8> {
        let head = [&[0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x80 | kind.len() as u8][..], kind].concat();
        let start = [&[0x1a, 0x45, 0xdf, 0xa3, 0x80 | head.len() as u8][..], &head].concat();
        [&start[..], &[0x18, 0x53, 0x80, 0x67], segment_size, content].concat()
    }

    fn told(film: &[u8]) -> Result<(), Refusal> {
        check_head(film, film.len() as u64)
    }

    #[test]
    fn films_are_taken_whole_and_of_one_type() {
        assert_eq!(told(&film(b"webm", &[0x86], b"frames")), Ok(()));
        assert_eq!(
            told(&film(b"webm", &[0x01, 255, 255, 255, 255, 255, 255, 255], b"frames")),
            Ok(()),
            "recorded live"
        );
        assert_eq!(told(&film(b"matroska", &[0x86], b"frames")), Err(Refusal::Type));
        for broken in [
            film(b"webm", &[0x87], b"frames"),
            film(b"webm", &[0x85], b"frames"),
            film(b"webm", &[0x86], b"")[..20].to_vec(),
            film(b"webm", &[0x00], b"frames"),
            [0x1a, 0x45, 0xdf, 0xa3].to_vec(),
            [0x1a, 0x45, 0xdf, 0xa3, 0xff].to_vec(),
        ] {
            assert_eq!(told(&broken), Err(Refusal::Damaged), "{broken:02x?}");
        }
    }
}
