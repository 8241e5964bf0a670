//! MPEG-4: the tree of boxes, without what is in them. What says where and by whom it was filmed becomes empty space.

use std::io::{Read, Seek, SeekFrom, Write};

use super::{Refusal, VideoFault};

/// Brands of what browsers play.
const BRANDS: [&[u8; 4]; 14] = [
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41", b"mp42",
    b"avc1", b"M4V ", b"dash",
];
/// Longest list of brands.
const LONGEST_BRANDS: u64 = 1024;
/// Most boxes that are looked at: a film of a day, cut into seconds.
const MOST_BOXES: u32 = 200_000;
/// Boxes that hold others, in which descriptions are looked for.
const HOLDERS: [&[u8; 4]; 2] = [b"moov", b"trak"];
/// Boxes that describe: places, makers, titles, and whatever a program added.
const DESCRIBE: [&[u8; 4]; 3] = [b"udta", b"meta", b"uuid"];
/// What empty space is called.
const FREE: &[u8; 4] = b"free";

/// A box: where it begins, where its content does, where it ends.
struct Place {
    kind: [u8; 4],
    at: u64,
    content: u64,
    end: u64,
}

struct Walk<'a, F> {
    file: &'a mut F,
    seen: u32,
    is_changed: bool,
}

/// Checks the boxes of a film of this length; tells whether something was blanked.
pub fn clean<F: Read + Write + Seek>(file: &mut F, length: u64) -> Result<bool, VideoFault> {
    let mut walk = Walk { file, seen: 0, is_changed: false };
    let first = walk.place(0, length)?;
    if &first.kind != b"ftyp" || !walk.is_played(&first)? {
        return Err(Refusal::Type.into());
    }
    let (mut at, mut has_index, mut has_data) = (first.end, false, false);
    while at < length {
        let place = walk.place(at, length)?;
        has_index |= &place.kind == b"moov";
        has_data |= &place.kind == b"mdat";
        walk.visit(&place)?;
        at = place.end;
    }
    if has_index && has_data { Ok(walk.is_changed) } else { Err(Refusal::Damaged.into()) }
}

impl<F: Read + Write + Seek> Walk<'_, F> {
    /// The box that begins here and must end within this bound.
    fn place(&mut self, at: u64, bound: u64) -> Result<Place, VideoFault> {
        self.seen += 1;
        if self.seen > MOST_BOXES {
            return Err(Refusal::Unsafe.into());
        }
        let mut head = [0; 16];
        let room = bound.saturating_sub(at).min(16) as usize;
        self.file.seek(SeekFrom::Start(at))?;
        self.file.read_exact(&mut head[..room])?;
        let [a, b, c, d, kind @ .., _, _, _, _, _, _, _, _] = head;
        let (content, size) = match u32::from_be_bytes([a, b, c, d]) {
            0 => (8, bound - at),
            1 if room == 16 => (16, u64::from_be_bytes(head[8..].try_into().unwrap_or_default())),
            size => (8, size.into()),
        };
        let end = at.checked_add(size).filter(|end| *end <= bound && size >= content && room >= 8);
        let is_named = kind.iter().all(|byte| matches!(byte, b' '..=b'~' | 0xa9));
        match end {
            Some(end) if is_named => Ok(Place { kind, at, content: at + content, end }),
            _ => Err(Refusal::Damaged.into()),
        }
    }

    fn is_played(&mut self, first: &Place) -> Result<bool, VideoFault> {
        let length = first.end - first.content;
        if !(8..=LONGEST_BRANDS).contains(&length) {
            return Err(Refusal::Damaged.into());
        }
        let mut brands = vec![0; length as usize];
        self.file.seek(SeekFrom::Start(first.content))?;
        self.file.read_exact(&mut brands)?;
        // The second word is a version.
        let named = brands.chunks_exact(4).enumerate().filter(|(position, _)| *position != 1);
        Ok(named.into_iter().any(|(_, brand)| BRANDS.iter().any(|known| known[..] == *brand)))
    }

    fn visit(&mut self, place: &Place) -> Result<(), VideoFault> {
        if DESCRIBE.contains(&&place.kind) {
            return self.blank(place);
        }
        if HOLDERS.contains(&&place.kind) {
            let mut at = place.content;
            while at < place.end {
                let inner = self.place(at, place.end)?;
                self.visit(&inner)?;
                at = inner.end;
            }
        }
        Ok(())
    }

    /// Makes empty space of a box, of the same length, so that nothing else moves.
    fn blank(&mut self, place: &Place) -> Result<(), VideoFault> {
        const ZEROES: [u8; 4096] = [0; 4096];
        self.file.seek(SeekFrom::Start(place.at + 4))?;
        self.file.write_all(FREE)?;
        self.file.seek(SeekFrom::Start(place.content))?;
        let mut left = place.end - place.content;
        while left > 0 {
            let length = left.min(ZEROES.len() as u64);
            self.file.write_all(&ZEROES[..length as usize])?;
            left -= length;
        }
        self.is_changed = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn boxed(kind: &[u8], content: &[u8]) -> Vec<u8> {
        [&(content.len() as u32 + 8).to_be_bytes()[..], kind, content].concat()
    }

    fn film(parts: &[Vec<u8>]) -> Vec<u8> {
        [boxed(b"ftyp", b"isom\0\0\x02\0isomiso2avc1mp41"), parts.concat()].concat()
    }

    fn cleaned(film: &[u8]) -> Result<(bool, Vec<u8>), Refusal> {
        let mut file = Cursor::new(film.to_vec());
        match clean(&mut file, film.len() as u64) {
            Ok(is_changed) => Ok((is_changed, file.into_inner())),
            Err(VideoFault::Refused(refusal)) => Err(refusal),
            Err(VideoFault::Failed(error)) => panic!("{error}"),
        }
    }

    #[test]
    fn places_and_makers_become_empty_space_of_the_same_length() {
        let place = boxed(b"udta", &boxed(b"\xa9xyz", b"\0\x12\x15\xc7+48.8566+002.3522/"));
        let track = boxed(b"trak", &[boxed(b"tkhd", b"x"), boxed(b"meta", b"maker")].concat());
        let index = boxed(b"moov", &[boxed(b"mvhd", b"x"), track, place].concat());
        let data = boxed(b"mdat", b"frames");
        let whole = film(&[boxed(b"uuid", b"0123456789abcdefprogram"), index, data]);
        let (is_changed, kept) = cleaned(&whole).unwrap();
        assert!(is_changed && kept.len() == whole.len());
        let text = String::from_utf8_lossy(&kept);
        for gone in ["+48.8566", "maker", "program", "udta", "meta", "uuid"] {
            assert!(!text.contains(gone), "{gone}");
        }
        assert!(text.contains("frames") && text.contains("tkhd"));
        assert!(!cleaned(&kept).unwrap().0, "cleaned once is clean");
    }

    #[test]
    fn what_is_not_played_or_broken_off_is_refused() {
        let (index, data) = (boxed(b"moov", &boxed(b"mvhd", b"x")), boxed(b"mdat", b"frames"));
        assert!(!cleaned(&film(&[index.clone(), data.clone()])).unwrap().0);
        let open_ended = [&0_u32.to_be_bytes()[..], b"mdat", b"frames"].concat();
        assert!(cleaned(&film(&[index.clone(), open_ended])).is_ok());
        let long = [&1_u32.to_be_bytes()[..], b"mdat", &22_u64.to_be_bytes(), b"frames"].concat();
        assert!(cleaned(&film(&[index.clone(), long])).is_ok());
        for (broken, why) in [
            ([boxed(b"ftyp", b"heic\0\0\0\0mif1heic"), index.clone(), data.clone()].concat(), Refusal::Type),
            ([boxed(b"ftyp", b"qt  \0\0\0\0qt  "), index.clone(), data.clone()].concat(), Refusal::Type),
            (boxed(b"moov", b""), Refusal::Type),
            (film(std::slice::from_ref(&index)), Refusal::Damaged),
            (film(std::slice::from_ref(&data)), Refusal::Damaged),
            (film(&[index.clone(), data[..10].to_vec()]), Refusal::Damaged),
            (film(&[index.clone(), data.clone(), b"\0\0\0\x04free".to_vec()]), Refusal::Damaged),
            (film(&[index.clone(), data.clone(), b"\0\0\0\x08\0\x01\x02\x03".to_vec()]), Refusal::Damaged),
            (film(&[index, data.clone(), b"junk".to_vec()]), Refusal::Damaged),
            (film(&[boxed(b"moov", b"\0\0\xff\xfftrak"), data]), Refusal::Damaged),
        ] {
            assert_eq!(cleaned(&broken).err(), Some(why), "{}", String::from_utf8_lossy(&broken));
        }
    }
}
