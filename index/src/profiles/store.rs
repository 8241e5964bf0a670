//! The generations on disk: a rebuild fills a fresh directory, and one pointer names the current one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::index::ProfileIndex;
use super::payload::CommitPayload;
use super::writer::{self, ProfileWriter};
use crate::error::IndexError;

const POINTER: &str = "current";
const POINTER_DRAFT: &str = ".tmp-current";
const GENERATION: &str = "gen-";
/// How often, and after what pause, the removal of a generation is tried whose writer is still merging.
const REMOVALS: usize = 20;
const REMOVAL_PAUSE: Duration = Duration::from_millis(50);

/// The directory of the profile index.
#[derive(Clone)]
pub struct ProfileStore {
    directory: PathBuf,
    /// The generations being filled, which a sweep leaves alone.
    under_way: Arc<Mutex<BTreeSet<u64>>>,
}

/// What a sweep removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SweepReport {
    /// Generations that are not the current one.
    pub generations: usize,
    /// Temporary files left by a crash.
    pub temporary_files: usize,
}

/// A generation being filled; dropped without being published, it is swept later.
pub struct Rebuild {
    writer: ProfileWriter,
    generation: u64,
    under_way: Arc<Mutex<BTreeSet<u64>>>,
}

impl Rebuild {
    /// Returns the writer that fills the generation.
    pub fn writer(&mut self) -> &mut ProfileWriter {
        &mut self.writer
    }

    /// Returns the number of the generation.
    pub fn generation(&self) -> u64 {
        self.generation
    }
}

impl Drop for Rebuild {
    fn drop(&mut self) {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.generation);
    }
}

impl ProfileStore {
    /// Opens the directory, creating it when needed.
    pub fn open(directory: impl Into<PathBuf>) -> Result<Self, IndexError> {
        let directory = directory.into();
        fs::create_dir_all(&directory)?;
        Ok(Self { directory, under_way: Arc::default() })
    }

    /// Returns the generation the pointer names, absent when none was ever published or the pointer is damaged.
    pub fn current_generation(&self) -> Result<Option<u64>, IndexError> {
        match fs::read_to_string(self.directory.join(POINTER)) {
            Ok(name) => Ok(generation_number(name.trim_end())),
            Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(damaged) if damaged.kind() == std::io::ErrorKind::InvalidData => Ok(None),
            Err(failure) => Err(failure.into()),
        }
    }

    /// Opens the current generation, absent when there is none.
    pub fn open_current(&self) -> Result<Option<ProfileIndex>, IndexError> {
        self.open_generation(false)
    }

    /// Opens the current generation after comparing its files with their checksums: what a start should do.
    pub fn open_verified(&self) -> Result<Option<ProfileIndex>, IndexError> {
        self.open_generation(true)
    }

    fn open_generation(&self, verify: bool) -> Result<Option<ProfileIndex>, IndexError> {
        let Some(generation) = self.current_generation()? else { return Ok(None) };
        let directory = self.generation_directory(generation);
        if !directory.is_dir() {
            return Ok(None);
        }
        ProfileIndex::open(&directory, generation, verify).map(Some)
    }

    /// Starts a fresh generation beside the current one.
    pub fn begin_rebuild(&self) -> Result<Rebuild, IndexError> {
        let newest = self.generations()?.into_iter().max().max(self.current_generation()?);
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        let generation = newest.max(under_way.last().copied()).map_or(1, |newest| newest + 1);
        let directory = self.generation_directory(generation);
        fs::create_dir(&directory)?;
        under_way.insert(generation);
        drop(under_way);
        let filled = || ProfileWriter::open(ProfileIndex::create(&directory, generation)?, writer::REBUILD);
        match filled() {
            Ok(writer) => Ok(Rebuild { writer, generation, under_way: Arc::clone(&self.under_way) }),
            Err(failure) => {
                self.under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&generation);
                Err(failure)
            }
        }
    }

    /// Commits a rebuilt generation, makes it the current one and sweeps the others away.
    pub fn publish(&self, mut rebuild: Rebuild, payload: &CommitPayload) -> Result<ProfileIndex, IndexError> {
        rebuild.writer.commit(payload)?;
        sync_directory(&self.generation_directory(rebuild.generation))?;
        self.point_at(rebuild.generation)?;
        let index = rebuild.writer.index().clone();
        // The rebuild's writer goes, and with it the lock: the caller opens the live one.
        drop(rebuild);
        self.sweep()?;
        Ok(index)
    }

    /// Removes every generation but the current one and those being filled, and what crashes left behind.
    pub fn sweep(&self) -> Result<SweepReport, IndexError> {
        let current = self.current_generation()?;
        let mut report = SweepReport::default();
        let under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for generation in self.generations()? {
            if Some(generation) != current && !under_way.contains(&generation) {
                remove_generation(&self.generation_directory(generation))?;
                report.generations += 1;
            }
        }
        report.temporary_files += remove_temporary_files(&self.directory)?;
        if let Some(current) = current.filter(|current| !under_way.contains(current)) {
            let directory = self.generation_directory(current);
            if directory.is_dir() {
                report.temporary_files += remove_temporary_files(&directory)?;
            }
        }
        Ok(report)
    }

    /// Returns the directory of a generation.
    pub fn generation_directory(&self, generation: u64) -> PathBuf {
        self.directory.join(format!("{GENERATION}{generation}"))
    }

    fn generations(&self) -> Result<Vec<u64>, IndexError> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.directory)? {
            found.extend(entry?.file_name().to_str().and_then(generation_number));
        }
        Ok(found)
    }

    /// Replaces the pointer so that a crash leaves either the old one or the new one.
    fn point_at(&self, generation: u64) -> Result<(), IndexError> {
        let draft = self.directory.join(POINTER_DRAFT);
        let mut file = File::create(&draft)?;
        writeln!(file, "{GENERATION}{generation}")?;
        file.sync_all()?;
        fs::rename(&draft, self.directory.join(POINTER))?;
        sync_directory(&self.directory)
    }
}

fn generation_number(name: &str) -> Option<u64> {
    let number = name.strip_prefix(GENERATION)?;
    number.parse().ok().filter(|parsed: &u64| parsed.to_string() == number)
}

fn sync_directory(directory: &Path) -> Result<(), IndexError> {
    Ok(File::open(directory)?.sync_all()?)
}

/// Removes a generation's directory. A writer that has yet to be told may put another file into it meanwhile.
fn remove_generation(directory: &Path) -> Result<(), IndexError> {
    for _ in 1..REMOVALS {
        match fs::remove_dir_all(directory) {
            Err(failure) if failure.kind() == ErrorKind::DirectoryNotEmpty => thread::sleep(REMOVAL_PAUSE),
            removed => return Ok(removed?),
        }
    }
    Ok(fs::remove_dir_all(directory)?)
}

fn remove_temporary_files(directory: &Path) -> Result<usize, IndexError> {
    let mut removed = 0;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let temporary = entry.file_name().to_str().is_some_and(|name| name.starts_with(".tmp"));
        if temporary && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}
