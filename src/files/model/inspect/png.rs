//! PNG: the chunks a picture is drawn from, and no others.

use super::bytes::be32;
use super::{Refusal, check_dimensions};

const SIGNATURE: usize = 8;
/// Length, type and checksum around the data of a chunk.
const AROUND: usize = 12;

/// What says how the picture looks. Texts, times, places, animation and whatever a program added go.
const KEPT: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD",
    b"hIST", b"pHYs", b"sPLT", b"cICP",
];

/// The picture without metadata, nor anything behind its end.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut kept = bytes.get(..SIGNATURE).ok_or(Refusal::Damaged)?.to_vec();
    let (mut at, mut has_data) = (SIGNATURE, false);
    loop {
        let length = be32(bytes, at).ok_or(Refusal::Damaged)? as usize;
        let end = at.checked_add(AROUND).and_then(|end| end.checked_add(length)).ok_or(Refusal::Damaged)?;
        let chunk = bytes.get(at..end).ok_or(Refusal::Damaged)?;
        let kind: &[u8; 4] = chunk[4..8].try_into().map_err(|_| Refusal::Damaged)?;
        if !kind.iter().all(u8::is_ascii_alphabetic) || (at == SIGNATURE) != (kind == b"IHDR") {
            return Err(Refusal::Damaged);
        }
        if kind == b"IHDR" {
            let (width, height) = (be32(chunk, 8), be32(chunk, 12));
            check_dimensions(width.unwrap_or(0).into(), height.unwrap_or(0).into())?;
        }
        has_data |= kind == b"IDAT";
        if KEPT.contains(&kind) {
            kept.extend_from_slice(chunk);
        } else if kind[0].is_ascii_uppercase() {
            // A reader may not ignore it, and none knows it.
            return Err(Refusal::Damaged);
        }
        at = end;
        if kind == b"IEND" {
            return if has_data { Ok(kept) } else { Err(Refusal::Damaged) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
        [&(data.len() as u32).to_be_bytes()[..], kind, data, b"crc!"].concat()
    }

    fn header(width: u32, height: u32) -> Vec<u8> {
        let data = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &data)].concat()
    }

    #[test]
    fn texts_places_and_what_follows_the_end_go() {
        let (head, data, end) = (header(2, 2), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b""));
        let whole = [
            &head[..],
            &chunk(b"eXIf", b"GPS 48.85"),
            &chunk(b"tEXt", b"Author\0Moi"),
            &chunk(b"gAMA", b"0000"),
            &data,
            &chunk(b"iTXt", b"XMP"),
            &end,
            b"<script>alert(1)</script>",
        ]
        .concat();
        assert_eq!(clean(&whole).unwrap(), [&head[..], &chunk(b"gAMA", b"0000"), &data, &end].concat());
    }

    #[test]
    fn what_is_broken_or_too_large_is_refused() {
        let (data, end) = (chunk(b"IDAT", b"pixels"), chunk(b"IEND", b""));
        let of = |parts: &[&[u8]]| clean(&parts.concat());
        assert_eq!(of(&[&header(50_000, 50_000), &data, &end]), Err(Refusal::Unsafe));
        assert_eq!(of(&[&header(u32::MAX, u32::MAX), &data, &end]), Err(Refusal::Unsafe));
        for broken in [
            of(&[&header(0, 2), &data, &end]),
            of(&[&header(2, 2), &end]),
            of(&[&header(2, 2), &data]),
            of(&[&header(2, 2), &data[..9]]),
            of(&[&header(2, 2), &chunk(b"CODE", b""), &data, &end]),
            of(&[&header(2, 2), &chunk(b"I\0AT", b""), &data, &end]),
            of(&[&header(2, 2), &header(2, 2)[8..], &data, &end]),
            of(&[b"\x89PNG\r\n\x1a\n", &data, &end]),
            of(&[&header(2, 2), &u32::MAX.to_be_bytes(), b"IDAT", b"x"]),
        ] {
            assert_eq!(broken, Err(Refusal::Damaged));
        }
    }
}
