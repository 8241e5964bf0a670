//! A file of this machine that holds what arrives, until it is kept or given up.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tokio::io::AsyncWriteExt;
use uuid::Uuid;

use crate::ids::Ids;

/// Bytes handed to the disk at a time.
const BUFFER: usize = 256 * 1024;

/// A file that goes with this value.
#[derive(Debug)]
pub struct Scratch {
    path: PathBuf,
    name: String,
    file: tokio::fs::File,
    bytes: u64,
}

/// Makes the folder of scratch files, closed to other accounts.
pub(super) fn open_folder(folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Removes what a process that was killed left in the folder, when it was not written to since then.
pub(super) fn tidy(folder: &Path, before: SystemTime) -> io::Result<u64> {
    let mut removed = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_old = entry.metadata().and_then(|metadata| metadata.modified()).is_ok_and(|at| at < before);
        if is_old && fs::remove_file(entry.path()).is_ok() {
            removed += 1;
        }
    }
    Ok(removed)
}

impl Scratch {
    pub(super) fn create(folder: &Path, ids: &Ids) -> io::Result<Self> {
        let name = ids.opaque::<Uuid>().simple().to_string();
        let path = folder.join(&name);
        let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&path)?;
        let mut file = tokio::fs::File::from_std(file);
        file.set_max_buf_size(BUFFER);
        Ok(Self { path, name, file, bytes: 0 })
    }

    /// Its name within the folder.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// How many bytes were written to it.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Adds bytes at its end.
    pub async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes).await?;
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Hands everything to the system, so that another handle reads it.
    pub async fn flush(&mut self) -> io::Result<()> {
        self.file.flush().await
    }

    /// Another handle, at the file's beginning, for work that blocks.
    pub fn reopen(&self) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).open(&self.path)
    }

    /// Has the disk write it down.
    pub(super) async fn sync(&self) -> io::Result<()> {
        self.file.sync_all().await
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // It is not there any more when it became an object.
        let _ = fs::remove_file(&self.path);
    }
}
