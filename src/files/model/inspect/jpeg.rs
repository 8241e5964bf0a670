//! JPEG: the segments a picture is drawn from, its colours and which way is up, and no others.

use super::bytes::be16;
use super::{Refusal, check_dimensions};

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const COMMENT: u8 = 0xfe;

/// Bytes of the header of a JFIF segment, without the small picture that may follow.
const JFIF: usize = 14;
/// Bytes of an Adobe segment: which colours the numbers mean.
const ADOBE: usize = 12;
/// Entries of an EXIF directory that are looked at.
const MOST_ENTRIES: u16 = 512;
/// The EXIF tag that says which way is up.
const ORIENTATION: u16 = 0x0112;

/// The picture without metadata, small copies, nor anything behind its end.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut kept = vec![0xff, START];
    let (mut at, mut frames, mut scans, mut is_turned) = (2, 0, 0, false);
    loop {
        let (marker, from) = next_marker(bytes, at)?;
        if marker == END {
            kept.extend([0xff, END]);
            return if frames == 1 && scans > 0 { Ok(kept) } else { Err(Refusal::Damaged) };
        }
        if matches!(marker, 0x00..=0x01 | 0xd0..=START) {
            // Markers without length belong into a scan or at the beginning.
            return Err(Refusal::Damaged);
        }
        let length = usize::from(be16(bytes, from).ok_or(Refusal::Damaged)?);
        let data =
            length.checked_sub(2).and_then(|_| bytes.get(from + 2..from + length)).ok_or(Refusal::Damaged)?;
        at = from + length;
        match marker {
            0xe0..=0xef => {
                if let Some(data) = application(marker, data, &mut is_turned) {
                    push(&mut kept, marker, &data);
                }
            }
            COMMENT => {}
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let (height, width) = (be16(data, 1), be16(data, 3));
                check_dimensions(width.unwrap_or(0).into(), height.unwrap_or(0).into())?;
                frames += 1;
                push(&mut kept, marker, data);
            }
            // Tables: Huffman, arithmetic, quantisation, number of lines, restart interval.
            0xc4 | 0xcc | 0xdb..=0xdd => push(&mut kept, marker, data),
            SCAN => {
                scans += 1;
                push(&mut kept, marker, data);
                let end = end_of_scan(bytes, at);
                kept.extend_from_slice(&bytes[at..end]);
                at = end;
            }
            _ => return Err(Refusal::Damaged),
        }
    }
}

fn push(kept: &mut Vec<u8>, marker: u8, data: &[u8]) {
    kept.extend([0xff, marker]);
    kept.extend((data.len() as u16 + 2).to_be_bytes());
    kept.extend_from_slice(data);
}

/// The marker that must stand here, and where its segment begins. Any number of `ff` may precede it.
fn next_marker(bytes: &[u8], mut at: usize) -> Result<(u8, usize), Refusal> {
    if bytes.get(at) != Some(&0xff) {
        return Err(Refusal::Damaged);
    }
    while bytes.get(at) == Some(&0xff) {
        at += 1;
    }
    Ok((*bytes.get(at).ok_or(Refusal::Damaged)?, at + 1))
}

/// Where the next marker begins: in a scan `ff` is followed by 0, or by a restart.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (0xff, Some(0x00 | 0xd0..=0xd7)) => at += 2,
            // Fill before a marker.
            (0xff, Some(_)) => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// What is kept of a segment that programs use for themselves.
fn application(marker: u8, data: &[u8], is_turned: &mut bool) -> Option<Vec<u8>> {
    match marker {
        0xe0 if data.starts_with(b"JFIF\0") => {
            let mut header = data.get(..JFIF)?.to_vec();
            // No small picture follows.
            header[JFIF - 2..].fill(0);
            Some(header)
        }
        0xe1 if data.starts_with(b"Exif\0\0") && !*is_turned => {
            let orientation = orientation(&data[6..]).filter(|turned| (2..=8).contains(turned))?;
            *is_turned = true;
            Some(exif_of(orientation))
        }
        0xe2 if data.starts_with(b"ICC_PROFILE\0") => Some(data.to_vec()),
        0xee if data.starts_with(b"Adobe") => Some(data.get(..ADOBE)?.to_vec()),
        _ => None,
    }
}

/// Which way is up, as the first directory of this TIFF structure says.
fn orientation(tiff: &[u8]) -> Option<u16> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let (high, low) = if is_little { (short(6)?, short(4)?) } else { (short(4)?, short(6)?) };
    let directory = usize::from(high) << 16 | usize::from(low);
    let entries = short(directory)?.min(MOST_ENTRIES);
    (0..usize::from(entries))
        .map(|entry| directory + 2 + 12 * entry)
        .find(|at| short(*at) == Some(ORIENTATION))
        .and_then(|at| short(at + 8))
}

/// The shortest EXIF segment that says which way is up.
fn exif_of(orientation: u16) -> Vec<u8> {
    let [high, low] = orientation.to_be_bytes();
    [
        &b"Exif\0\0MM\0*\0\0\0\x08\0\x01"[..],
        &ORIENTATION.to_be_bytes(),
        &[0, 3, 0, 0, 0, 1, high, low, 0, 0, 0, 0, 0, 0],
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        push(&mut bytes, marker, data);
        bytes
    }

    fn frame(width: u16, height: u16) -> Vec<u8> {
        let data = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[1, 1, 0x11, 0]].concat();
        segment(0xc0, &data)
    }

    fn scan() -> Vec<u8> {
        [&segment(SCAN, &[1, 1, 0, 0, 63, 0])[..], &[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]].concat()
    }

    fn picture(parts: &[&[u8]]) -> Vec<u8> {
        [&[0xff, START][..], &parts.concat(), &[0xff, END]].concat()
    }

    /// An EXIF segment as a phone writes it, with a place, little-endian.
    fn exif(orientation: u8) -> Vec<u8> {
        let entries = [
            &[2, 0][..],
            &[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
            &[0x25, 0x88, 4, 0, 1, 0, 0, 0, 99, 0, 0, 0],
            &[0, 0, 0, 0],
            b"GPS 48.8566 N",
        ]
        .concat();
        segment(0xe1, &[&b"Exif\0\0II*\0\x08\0\0\0"[..], &entries].concat())
    }

    #[test]
    fn places_authors_small_copies_and_what_follows_the_end_go() {
        let jfif = segment(0xe0, &[&b"JFIF\0\x01\x02\0\0\x01\0\x01"[..], &[1, 1, 9, 9, 9]].concat());
        let icc = segment(0xe2, b"ICC_PROFILE\0\x01\x01colours");
        let whole = [
            picture(&[
                &jfif,
                &exif(1),
                &segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"),
                &icc,
                &segment(0xed, b"Photoshop 3.0\0by-line"),
                &segment(COMMENT, b"<script>"),
                &frame(640, 480),
                &scan(),
            ]),
            b"PK\x03\x04 and more".to_vec(),
        ]
        .concat();
        let small = segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0");
        assert_eq!(clean(&whole).unwrap(), picture(&[&small, &icc, &frame(640, 480), &scan()]));
    }

    #[test]
    fn a_picture_stays_the_right_way_up() {
        let kept = clean(&picture(&[&exif(6), &frame(640, 480), &scan()])).unwrap();
        assert_eq!(kept, picture(&[&segment(0xe1, &exif_of(6)), &frame(640, 480), &scan()]));
        assert_eq!(orientation(&exif_of(6)[6..]), Some(6));
        assert_eq!(clean(&kept).unwrap(), kept, "cleaned once is clean");
    }

    #[test]
    fn what_is_broken_or_too_large_is_refused() {
        assert_eq!(clean(&picture(&[&frame(65_000, 65_000), &scan()])), Err(Refusal::Unsafe));
        for broken in [
            picture(&[&frame(0, 480), &scan()]),
            picture(&[&frame(640, 480)]),
            picture(&[&scan()]),
            picture(&[&frame(640, 480), &frame(640, 480), &scan()]),
            picture(&[&[0xff, 0xd8], &frame(640, 480), &scan()]),
            picture(&[&[0x00], &frame(640, 480), &scan()]),
            picture(&[&[0xff, 0xe0, 0, 1], &frame(640, 480), &scan()]),
            picture(&[&[0xff, 0xc8, 0, 2], &frame(640, 480), &scan()]),
            [&[0xff, START][..], &frame(640, 480), &scan()].concat(),
            vec![0xff, START, 0xff],
        ] {
            assert_eq!(clean(&broken), Err(Refusal::Damaged), "{broken:02x?}");
        }
    }
}
