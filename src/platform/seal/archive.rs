//! The seal of a ZIP: its comment, which ends the file, signs every other byte of it. Read and written in pieces, however
//! large the file is.

use std::io::{self, Read, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};

use super::canonical::hex;
use super::{PublicKey, Seal, SealFault, SealKey};

/// How the comment begins.
const MARK: &str = "carnet-seal ";
const PURPOSE: &str = "carnet.zip/1";
/// Length of the comment: the mark, 16 digits, a blank, 88 letters of base64.
const LENGTH: usize = MARK.len() + 16 + 1 + 88;
/// Bytes read at a time.
const PIECE: usize = 256 * 1024;

/// Why a ZIP is not as it was issued.
#[derive(Debug, thiserror::Error)]
pub enum ZipFault {
    /// It bears no seal.
    #[error("the ZIP bears no seal")]
    NoSeal,
    /// It bears one that does not hold.
    #[error(transparent)]
    Seal(#[from] SealFault),
    /// It cannot be read.
    #[error("the ZIP cannot be read: {0}")]
    Io(#[from] io::Error),
}

/// The comment to write a ZIP with before it is sealed: [`seal_zip`] puts the seal in its place.
pub fn zip_comment() -> Box<[u8]> {
    vec![b' '; LENGTH].into_boxed_slice()
}

/// Puts the seal into a ZIP that was written with [`zip_comment`].
pub fn seal_zip<F: Read + Write + Seek>(key: &SealKey, file: &mut F) -> io::Result<()> {
    let (sha256, found) = digest(file)?;
    if found != *zip_comment() {
        return Err(io::Error::other("the ZIP has no room for its seal"));
    }
    let seal = key.sign_hash(PURPOSE, sha256);
    file.seek(SeekFrom::End(-(LENGTH as i64)))?;
    file.write_all(format!("{MARK}{} {}", seal.key_id, seal.signature).as_bytes())?;
    file.flush()
}

/// Checks that every byte of a ZIP is as it was sealed.
pub fn verify_zip<F: Read + Seek>(file: &mut F, keys: &[PublicKey]) -> Result<(), ZipFault> {
    let (sha256, comment) = digest(file)?;
    let text = std::str::from_utf8(&comment).map_err(|_| ZipFault::NoSeal)?;
    let (key_id, signature) =
        text.strip_prefix(MARK).and_then(|seal| seal.split_once(' ')).ok_or(ZipFault::NoSeal)?;
    let seal = Seal { key_id: key_id.to_owned(), sha256, signature: signature.to_owned() };
    // The signature is over the hash of all the rest: a changed byte and a forged signature look the same.
    seal.verify_signature(PURPOSE, keys).map_err(|fault| match fault {
        SealFault::Signature => SealFault::Content.into(),
        other => other.into(),
    })
}

/// The SHA-256 of all but the last bytes, and those.
fn digest<F: Read + Seek>(file: &mut F) -> io::Result<(String, Vec<u8>)> {
    let length = file.seek(SeekFrom::End(0))?;
    let mut rest = length.saturating_sub(LENGTH as u64);
    file.seek(SeekFrom::Start(0))?;
    let (mut digest, mut piece) = (Sha256::new(), vec![0; PIECE]);
    while rest > 0 {
        let most = piece.len().min(usize::try_from(rest).unwrap_or(usize::MAX));
        let read = file.read(&mut piece[..most])?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        digest.update(&piece[..read]);
        rest -= read as u64;
    }
    let mut last = Vec::with_capacity(LENGTH);
    file.take(LENGTH as u64).read_to_end(&mut last)?;
    Ok((hex(&digest.finalize()), last))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::test_key;
    use super::*;

    fn sealed() -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.set_raw_comment(zip_comment()).unwrap();
        writer.start_file("a.txt", zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(b"some text").unwrap();
        let mut file = writer.finish().unwrap();
        seal_zip(&test_key(1), &mut file).unwrap();
        file.into_inner()
    }

    #[test]
    fn every_changed_byte_of_a_sealed_zip_is_seen_and_readers_still_open_it() {
        let (bytes, keys) = (sealed(), [test_key(1).public().clone()]);
        verify_zip(&mut Cursor::new(&bytes), &keys).unwrap();
        assert_eq!(zip::ZipArchive::new(Cursor::new(&bytes)).unwrap().len(), 1);
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(verify_zip(&mut Cursor::new(&changed), &keys).is_err(), "byte {at} is not covered");
        }
        for at in 0..bytes.len() {
            assert!(verify_zip(&mut Cursor::new(&bytes[..at]), &keys).is_err(), "cut after {at} bytes");
        }
        let longer = [&bytes[..], b" "].concat();
        assert!(verify_zip(&mut Cursor::new(&longer), &keys).is_err());
        let stranger = verify_zip(&mut Cursor::new(&bytes), &[]).unwrap_err();
        assert!(matches!(stranger, ZipFault::Seal(SealFault::UnknownKey)), "{stranger}");
    }

    #[test]
    fn a_zip_without_room_is_not_sealed() {
        assert!(seal_zip(&test_key(1), &mut Cursor::new(b"short".to_vec())).is_err());
        assert!(seal_zip(&test_key(1), &mut Cursor::new(vec![0; 900])).is_err());
    }
}
