//! ZIP: office documents are archives. What the directory at the end says is checked; nothing is decompressed.

use std::io::{self, Read, Seek, SeekFrom};

use super::Refusal;
use super::bytes::{find, last, le16, le32};
use crate::files::model::kind::Kind;

/// The record that ends an archive, and the longest comment that may follow it.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const LONGEST_COMMENT: usize = 65_535;
/// An entry of the directory, without its name, extra and comment.
const ENTRY: &[u8] = b"PK\x01\x02";
const ENTRY_LENGTH: usize = 46;
/// What stands before the data of each member.
const MEMBER: &[u8] = b"PK\x03\x04";
const MEMBER_LENGTH: usize = 30;

/// Most members of a document.
const MOST_MEMBERS: u16 = 4000;
/// Most bytes a document may swell to, and how many times its own length.
const MOST_SWOLLEN: u64 = 400 * 1024 * 1024;
const MOST_TIMES: u64 = 150;
/// Below this length it may swell as much as it wants.
const SMALL: u64 = 20 * 1024 * 1024;

/// Members that run, wherever they stand.
const RUNS: [&str; 2] = ["vbaproject.bin", "vbadata.xml"];
/// Folders of scripts in a document of `LibreOffice`.
const SCRIPTS: [&str; 2] = ["basic/", "scripts/"];

/// What makes an archive an Office document: its main part.
const OFFICE: [(&str, Kind); 3] = [
    ("word/document.xml", Kind::Docx),
    ("xl/workbook.xml", Kind::Xlsx),
    ("ppt/presentation.xml", Kind::Pptx),
];

/// A member, as the directory describes it.
struct Member {
    name: String,
    at: u64,
    packed: u64,
    unpacked: u64,
}

/// The kind of document this archive is.
pub fn check(bytes: &[u8]) -> Result<Kind, Refusal> {
    let members = members(bytes)?;
    let mut swollen = 0_u64;
    for member in &members {
        swollen = swollen.saturating_add(member.unpacked);
        ensure_harmless(&member.name)?;
    }
    let limit = MOST_SWOLLEN.min(SMALL.max(MOST_TIMES * bytes.len() as u64));
    if swollen > limit {
        return Err(Refusal::Unsafe);
    }
    ensure_apart(bytes, &members)?;
    let has = |name: &str| members.iter().any(|member| member.name == name);
    if has("[Content_Types].xml") {
        let found = OFFICE.iter().find(|(main, _)| has(main)).map(|(_, kind)| *kind);
        // With macros, what the document calls itself says so.
        return found.ok_or(Refusal::Type);
    }
    open_document(bytes, &members)
}

/// Reads the directory: as many entries as it promises, one behind the other, and the end right behind the last.
fn members(bytes: &[u8]) -> Result<Vec<Member>, Refusal> {
    let end = bytes.len().checked_sub(END_LENGTH).ok_or(Refusal::Damaged)?;
    if bytes.get(end..end + 4) != Some(END) {
        // A comment, or anything else behind the end, is where a second file would hide.
        return Err(if is_one_at_the_end(bytes) { Refusal::Unsafe } else { Refusal::Damaged });
    }
    let (here, total) = (le16(bytes, end + 8), le16(bytes, end + 10));
    let (size, start) = (le32(bytes, end + 12), le32(bytes, end + 16));
    let (Some(total), Some(size), Some(start)) = (total, size, start) else { return Err(Refusal::Damaged) };
    if here != Some(total) || u64::from(start) + u64::from(size) != end as u64 {
        return Err(Refusal::Damaged);
    }
    if total > MOST_MEMBERS {
        return Err(Refusal::Unsafe);
    }
    let (mut at, mut members) = (start as usize, Vec::new());
    for _ in 0..total {
        let (member, length) = entry(bytes, at).ok_or(Refusal::Damaged)??;
        members.push(member);
        at += length;
    }
    if at == end { Ok(members) } else { Err(Refusal::Damaged) }
}

/// One entry of the directory, and its length there; none when it is cut off.
fn entry(bytes: &[u8], at: usize) -> Option<Result<(Member, usize), Refusal>> {
    let fixed = bytes.get(at..at.checked_add(ENTRY_LENGTH)?)?;
    if !fixed.starts_with(ENTRY) {
        return None;
    }
    let (flags, method) = (le16(fixed, 8)?, le16(fixed, 10)?);
    let lengths = [le16(fixed, 28)?, le16(fixed, 30)?, le16(fixed, 32)?].map(usize::from);
    let name = bytes.get(at + ENTRY_LENGTH..at + ENTRY_LENGTH + lengths[0])?;
    let (packed, unpacked, start) = (le32(fixed, 20)?, le32(fixed, 24)?, le32(fixed, 42)?);
    let is_large = [packed, unpacked, start].contains(&u32::MAX);
    // Encrypted, or packed as no office program does.
    if flags & 0x2041 != 0 || is_large || !matches!(method, 0 | 8) {
        return Some(Err(Refusal::Unsafe));
    }
    let member = Member {
        name: String::from_utf8_lossy(name).into_owned(),
        at: start.into(),
        packed: packed.into(),
        unpacked: unpacked.into(),
    };
    Some(Ok((member, ENTRY_LENGTH + lengths.iter().sum::<usize>())))
}

/// Refuses members that leave the archive's folder, and those that run.
fn ensure_harmless(name: &str) -> Result<(), Refusal> {
    let lower = name.to_lowercase();
    let leaves = lower.starts_with('/')
        || lower.contains(['\\', ':', '\0'])
        || lower.split('/').any(|part| part == "..");
    let runs = RUNS.iter().any(|member| lower.rsplit('/').next() == Some(member))
        || SCRIPTS.iter().any(|folder| lower.starts_with(folder) && lower.len() > folder.len());
    if leaves || runs { Err(Refusal::Unsafe) } else { Ok(()) }
}

/// Refuses members that share bytes (how a small archive swells to any size), and bytes before the first.
fn ensure_apart(bytes: &[u8], members: &[Member]) -> Result<(), Refusal> {
    let mut places: Vec<_> = members.iter().map(|member| (member.at, member.packed)).collect();
    places.sort_unstable();
    let mut free = 0;
    for (at, packed) in places {
        let header = usize::try_from(at).ok().and_then(|at| bytes.get(at..at.checked_add(MEMBER_LENGTH)?));
        let header = header.filter(|header| header.starts_with(MEMBER)).ok_or(Refusal::Damaged)?;
        if at < free || (free == 0 && at != 0) {
            return Err(Refusal::Unsafe);
        }
        let names = u64::from(le16(header, 26).unwrap_or(0)) + u64::from(le16(header, 28).unwrap_or(0));
        free = at + MEMBER_LENGTH as u64 + names + packed;
    }
    if free > bytes.len() as u64 { Err(Refusal::Damaged) } else { Ok(()) }
}

/// A document of `LibreOffice` says what it is in its first member, which is not packed.
fn open_document(bytes: &[u8], members: &[Member]) -> Result<Kind, Refusal> {
    let first =
        members.iter().find(|member| member.at == 0 && member.name == "mimetype").ok_or(Refusal::Type)?;
    let names = [le16(bytes, 26), le16(bytes, 28)].into_iter().flatten().map(usize::from).sum::<usize>();
    let from = MEMBER_LENGTH + names;
    let length = usize::try_from(first.unpacked).map_err(|_| Refusal::Damaged)?;
    let said = from.checked_add(length).and_then(|to| bytes.get(from..to)).filter(|_| length < 100);
    let kind = said.and_then(|said| Kind::of_media_type(std::str::from_utf8(said).ok()?));
    let has_content = members.iter().any(|member| member.name == "content.xml");
    kind.filter(|kind| has_content && matches!(kind, Kind::Odt | Kind::Ods | Kind::Odp)).ok_or(Refusal::Type)
}

/// Whether these bytes end with an archive, whatever they begin with: the record that ends one, and the directory
/// where it says.
pub fn is_one_at_the_end(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(END_LENGTH + LONGEST_COMMENT)..];
    let mut upto = tail.len();
    while let Some(at) = last(&tail[..upto], END) {
        let size = le32(tail, at + 12).map_or(usize::MAX, |size| size as usize);
        let end = bytes.len() - tail.len() + at;
        let directory = end.checked_sub(size).and_then(|start| bytes.get(start..end));
        if le16(tail, at + 10).is_some_and(|count| count > 0)
            && directory.is_some_and(|directory| directory.starts_with(ENTRY))
        {
            return true;
        }
        upto = at;
    }
    false
}

/// The same of a file too long for the memory: the directory is looked for in its last part.
pub fn ends_a_file<F: Read + Seek>(file: &mut F, length: u64) -> io::Result<bool> {
    let tail = (END_LENGTH + LONGEST_COMMENT) as u64 * 4;
    file.seek(SeekFrom::Start(length.saturating_sub(tail)))?;
    let mut bytes = Vec::new();
    file.take(tail).read_to_end(&mut bytes)?;
    Ok(is_one_at_the_end(&bytes) && find(&bytes, ENTRY, 0).is_some())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, data) in members {
            let stored = *name == "mimetype";
            let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
            writer.write_all(data).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    const WORD: (&str, &[u8]) = ("word/document.xml", b"<w:document/>");

    #[test]
    fn documents_are_told_by_their_main_part() {
        assert_eq!(check(&zip(&[TYPES, WORD])), Ok(Kind::Docx));
        assert_eq!(check(&zip(&[TYPES, ("xl/workbook.xml", b"x")])), Ok(Kind::Xlsx));
        assert_eq!(check(&zip(&[TYPES, ("ppt/presentation.xml", b"x")])), Ok(Kind::Pptx));
        for kind in [Kind::Odt, Kind::Ods, Kind::Odp] {
            let said = ("mimetype", kind.media_type().as_bytes());
            assert_eq!(check(&zip(&[said, ("content.xml", b"x")])), Ok(kind));
            assert_eq!(check(&zip(&[("content.xml", b"x"), said])), Err(Refusal::Type), "not first");
        }
        assert_eq!(check(&zip(&[("a.txt", b"x")])), Err(Refusal::Type));
        assert_eq!(check(&zip(&[TYPES])), Err(Refusal::Type));
        assert_eq!(
            check(&zip(&[("mimetype", b"application/epub+zip"), ("content.xml", b"x")])),
            Err(Refusal::Type)
        );
    }

    #[test]
    fn macros_ways_out_and_second_files_are_refused() {
        for name in [
            "word/vbaProject.bin",
            "xl/VBAPROJECT.BIN",
            "Basic/Standard/Module1.xml",
            "Scripts/python/a.py",
            "../evil.xml",
            "word/../../evil",
            "/etc/passwd",
            "word\\evil",
            "C:evil",
        ] {
            assert_eq!(check(&zip(&[TYPES, WORD, (name, b"x")])), Err(Refusal::Unsafe), "{name}");
        }
        let good = zip(&[TYPES, WORD]);
        assert_eq!(check(&[&good[..], b"behind"].concat()), Err(Refusal::Unsafe));
        assert_eq!(check(&[b"PK\x03\x04before", &good[..]].concat()), Err(Refusal::Damaged));
        assert_eq!(check(&good[..good.len() - 30]), Err(Refusal::Damaged));
    }

    #[test]
    fn bombs_are_refused_by_what_their_directory_says() {
        let zeroes = vec![0; 64 * 1024 * 1024];
        let bomb = zip(&[TYPES, WORD, ("word/media/a.bin", &zeroes)]);
        assert!(bomb.len() < 100_000);
        assert_eq!(check(&bomb), Err(Refusal::Unsafe));
        let many: Vec<_> = (0..4001).map(|n| format!("word/{n}")).collect();
        let many: Vec<_> = many.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        assert_eq!(check(&zip(&many)), Err(Refusal::Unsafe));
        // Two entries for the same bytes.
        let mut shared = zip(&[TYPES, WORD, ("word/again1.xml", b"again")]);
        let directory = last(&shared, b"word/again1.xml").unwrap() - ENTRY_LENGTH;
        shared[directory + 42..directory + 46].fill(0);
        assert_eq!(check(&shared), Err(Refusal::Unsafe));
    }

    #[test]
    fn encrypted_and_oddly_packed_members_are_refused() {
        let good = zip(&[TYPES, WORD]);
        let directory = find(&good, ENTRY, 0).unwrap();
        for (at, value) in [(8, 1), (9, 0x20), (10, 99)] {
            let mut changed = good.clone();
            changed[directory + at] |= value;
            assert_eq!(check(&changed), Err(Refusal::Unsafe), "{at}");
        }
        let mut wrong = good;
        wrong[directory] = b'X';
        assert_eq!(check(&wrong), Err(Refusal::Damaged));
    }

    #[test]
    fn an_archive_behind_another_file_is_seen() {
        let archive = zip(&[("a.js", b"x")]);
        let behind = [b"%PDF-1.7\n".repeat(1000), archive.clone()].concat();
        assert!(is_one_at_the_end(&behind));
        assert!(is_one_at_the_end(&[behind.clone(), vec![b'\n'; 900]].concat()));
        assert!(ends_a_file(&mut Cursor::new(&behind), behind.len() as u64).unwrap());
        assert!(!is_one_at_the_end(b"PK\x05\x06 said in a text, and nothing before it that is one ........"));
        assert!(!is_one_at_the_end(b""));
    }
}
