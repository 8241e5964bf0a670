//! The last bytes of a file of the index: the one part that its checksum does not cover.
//!
//! A file ends in a line of JSON that names the version of the search library and the checksum of all before it, then
//! in the length of that line and a constant. A flipped bit in the version would go unseen: it must read exactly as
//! this library writes it. What another version of the library wrote is built anew like what is damaged.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// Longest line that is read: the library writes some ninety bytes.
const LONGEST: u32 = 4096;
/// Bytes after the line: its length and the constant.
const AFTER: i64 = 8;

/// Whether the end of a file is as this library writes it; the checksum it names is for others to compare.
pub fn is_as_written(path: &Path) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut after = [0; AFTER as usize];
    file.seek(SeekFrom::End(-AFTER))?;
    file.read_exact(&mut after)?;
    let length = u32::from_le_bytes([after[0], after[1], after[2], after[3]]);
    if length > LONGEST {
        return Ok(false);
    }
    file.seek(SeekFrom::End(-AFTER - i64::from(length)))?;
    let mut line = vec![0; length as usize];
    file.read_exact(&mut line)?;
    Ok(names_this_version(&line))
}

fn names_this_version(line: &[u8]) -> bool {
    let Ok(version) = serde_json::to_string(tantivy::version()) else { return false };
    let head = format!("{{\"version\":{version},\"crc\":");
    let Some(number) = line.strip_prefix(head.as_bytes()).and_then(|rest| rest.strip_suffix(b"}")) else {
        return false;
    };
    // Written without a sign and without zeros before it.
    let digits = std::str::from_utf8(number).ok();
    digits
        .and_then(|digits| digits.parse::<u32>().ok())
        .is_some_and(|crc| crc.to_string().as_bytes() == number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_line_this_library_writes_will_do() {
        let version = serde_json::to_string(tantivy::version()).unwrap();
        let line = format!("{{\"version\":{version},\"crc\":3735928559}}");
        assert!(names_this_version(line.as_bytes()));
        // Every bit outside the checksum's digits counts; a digit of it may become another digit, and no longer fit.
        let digits = line.find("3735928559").unwrap()..line.len() - 1;
        for at in 0..line.len() {
            for bit in 0..8 {
                let mut flipped = line.clone().into_bytes();
                flipped[at] ^= 1 << bit;
                let is_other_number = digits.contains(&at) && flipped[at].is_ascii_digit();
                assert!(is_other_number || !names_this_version(&flipped), "bit {bit} of byte {at}");
            }
        }
    }
}
