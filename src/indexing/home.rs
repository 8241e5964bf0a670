//! The id of an index folder, kept in it: the register of copies names it.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use uuid::Uuid;

const FILE: &str = "home";

/// The id of this folder; nothing when it has none yet.
pub fn find_home(folder: &Path) -> std::io::Result<Option<Uuid>> {
    match fs::read_to_string(folder.join(FILE)) {
        Ok(text) => Ok(text.trim().parse().ok()),
        Err(missing) if missing.kind() == ErrorKind::NotFound => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// The id of this folder, which becomes `fresh` when it has none that can be read.
pub fn settle_home(folder: &Path, fresh: Uuid) -> std::io::Result<Uuid> {
    fs::create_dir_all(folder)?;
    if let Some(home) = find_home(folder)? {
        return Ok(home);
    }
    let path = folder.join(FILE);
    match OpenOptions::new().write(true).create_new(true).open(&path) {
        Ok(mut file) => {
            writeln!(file, "{fresh}")?;
            file.sync_all()?;
            Ok(fresh)
        }
        // Another process was first, or the file is unreadable and has to be replaced.
        Err(taken) if taken.kind() == ErrorKind::AlreadyExists => match find_home(folder)? {
            Some(home) => Ok(home),
            None => fs::write(&path, format!("{fresh}\n")).map(|()| fresh),
        },
        Err(failure) => Err(failure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_keeps_its_first_id_and_replaces_an_unreadable_one() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(find_home(folder.path()).unwrap(), None);
        assert_eq!(settle_home(folder.path(), one).unwrap(), one);
        assert_eq!(settle_home(folder.path(), two).unwrap(), one);
        fs::write(folder.path().join(FILE), "rubbish").unwrap();
        assert_eq!(settle_home(folder.path(), two).unwrap(), two);
        assert_eq!(find_home(folder.path()).unwrap(), Some(two));
    }
}
