//! The folder of a generation, whose lists of files bear a checksum like every other file.
//!
//! The search library checks the files of its segments, not the two lists that name them: a bit that flips there
//! may go unseen, the epoch of withdrawals among them. Each list therefore ends in a line with the checksum of
//! what stands before it.

use std::io;
use std::path::Path;
use std::sync::Arc;

use tantivy::directory::error::{DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, WatchCallback, WatchHandle, WritePtr,
};

/// Bytes of the line: a checksum of eight hexadecimal digits between two line ends.
const SEAL: usize = 10;

/// A folder of mapped files with sealed lists.
#[derive(Clone, Debug)]
pub(crate) struct SealedDirectory(MmapDirectory);

impl SealedDirectory {
    /// Opens an existing folder.
    pub(crate) fn open(folder: &Path) -> Result<Self, OpenDirectoryError> {
        MmapDirectory::open(folder).map(Self)
    }
}

impl Directory for SealedDirectory {
    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        let mut sealed = self.0.atomic_read(path)?;
        let list = sealed.len().checked_sub(SEAL).filter(|&end| sealed[end..] == seal(&sealed[..end]));
        let Some(end) = list else {
            let damaged = io::Error::new(io::ErrorKind::InvalidData, "the checksum does not fit");
            return Err(OpenReadError::wrap_io_error(damaged, path.to_owned()));
        };
        sealed.truncate(end);
        Ok(sealed)
    }

    fn atomic_write(&self, path: &Path, list: &[u8]) -> io::Result<()> {
        self.0.atomic_write(path, &[list, &seal(list)].concat())
    }

    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.0.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.0.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.0.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.0.open_write(path)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.0.sync_directory()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.0.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.0.watch(callback)
    }
}

fn seal(list: &[u8]) -> [u8; SEAL] {
    let mut seal = [b'\n'; SEAL];
    seal[1..=8].copy_from_slice(format!("{:08x}", crc32fast::hash(list)).as_bytes());
    seal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_changed_bit_and_every_cut_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let directory = SealedDirectory::open(folder.path()).unwrap();
        let (path, list) = (Path::new("meta.json"), br#"{"payload":"epoch 7"}"#);
        directory.atomic_write(path, list).unwrap();
        assert_eq!(directory.atomic_read(path).unwrap(), list);
        let file = folder.path().join(path);
        let whole = std::fs::read(&file).unwrap();
        for bit in 0..whole.len() * 8 {
            let mut flipped = whole.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            std::fs::write(&file, flipped).unwrap();
            assert!(directory.atomic_read(path).is_err(), "bit {bit}");
        }
        for length in 0..whole.len() {
            std::fs::write(&file, &whole[..length]).unwrap();
            assert!(directory.atomic_read(path).is_err(), "{length} bytes");
        }
    }
}
