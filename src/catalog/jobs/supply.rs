//! Where the bytes of an archive lie, and the catalogue they make.

use std::path::{Path, PathBuf};

use crate::catalog::archive::{self, ArchiveError, MAX_ARCHIVE_BYTES, Members};
use crate::catalog::model::{Catalogue, Defect};
use crate::catalog::starter;

/// Where to read an archive.
#[derive(Clone, Debug)]
pub enum Supply {
    /// A zip in memory.
    Zip(Vec<u8>),
    /// A zip on disk, or a folder with its files.
    Path(PathBuf),
    /// The catalogue that comes with Carnet.
    Starter,
}

/// What reading gave.
#[derive(Debug)]
pub struct Reading {
    /// Hash of the bytes, where they could be listed.
    pub sha256: Option<String>,
    /// Oddities that did not prevent reading.
    pub notices: Vec<String>,
    /// The catalogue, or why there is none: a French sentence.
    pub catalogue: Result<Catalogue, String>,
}

impl Supply {
    /// Opens a file or names a folder, so that the bytes of a file can be compared before they are read.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        if path.is_dir() { Ok(Self::Path(path.to_owned())) } else { bytes_of(path).map(Self::Zip) }
    }

    /// Hash of a zip in memory.
    pub fn sha256(&self) -> Option<String> {
        match self {
            Self::Zip(bytes) => Some(archive::sha256(bytes)),
            Self::Path(_) | Self::Starter => None,
        }
    }

    /// Reads the archive; takes a second of processor time, so never on an async thread.
    pub fn read(self) -> Reading {
        let members = match self.members() {
            Ok(members) => members,
            Err(error) => {
                return Reading { sha256: None, notices: Vec::new(), catalogue: Err(error.to_string()) };
            }
        };
        let sha256 = Some(members.sha256.clone());
        match archive::read(&members) {
            Ok(archive) => {
                let catalogue = archive.draft.complete().map_err(|defects| incomplete(&defects));
                Reading { sha256, notices: archive.notices, catalogue }
            }
            Err(error) => Reading { sha256, notices: Vec::new(), catalogue: Err(error.to_string()) },
        }
    }

    fn members(self) -> Result<Members, ArchiveError> {
        match self {
            Self::Zip(bytes) => Members::from_zip(&bytes),
            Self::Path(path) if path.is_dir() => Members::from_folder(&path),
            Self::Path(path) => Members::from_zip(&bytes_of(&path)?),
            Self::Starter => Ok(starter::members()),
        }
    }
}

/// Reads a file that may be anything: never more of it than an archive can be.
fn bytes_of(path: &Path) -> Result<Vec<u8>, ArchiveError> {
    use std::io::Read as _;
    let unreadable =
        |error: std::io::Error| ArchiveError::Unreadable(format!("{} : {error}", path.display()));
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(MAX_ARCHIVE_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn incomplete(defects: &[Defect]) -> String {
    let words: Vec<String> = defects.iter().map(ToString::to_string).collect();
    format!("L’archive est incomplète : {}.", words.join(" ; "))
}
