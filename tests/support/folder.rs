//! Data folders for tests that start real processes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// A data folder that every account can traverse, deleted at the end.
pub struct Folder {
    pub root: PathBuf,
    pub data: PathBuf,
}

impl Folder {
    /// A fresh folder below one whose name has spaces and accents.
    pub fn new(name: &str) -> Self {
        let root = tempfile::Builder::new().prefix("Répertoire de données é ").tempdir().unwrap().keep();
        fs::set_permissions(&root, fs::Permissions::from_mode(0o755)).unwrap();
        let data = root.join(name);
        Self { root, data }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A failed test leaves its files to the system: a panic here would hide why.
        let _ = fs::remove_dir_all(&self.root);
    }
}
