//! One generation of the index, open for reading: an explicit reload publishes what was committed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tantivy::directory::Directory;
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, IndexReader, IndexSettings, IndexSortByField, Order, ReloadPolicy};

use super::columns::Numbers;
use super::directory::SealedDirectory;
use super::dump::{self, DumpedValue};
use super::footer;
use super::payload::{CommitPayload, SCHEMA_VERSION};
use super::schema::{self, Fields};
use super::searcher::{ProfileSearcher, Snapshot};
use super::tokens;
use super::writer::{self, ProfileWriter};
use crate::error::IndexError;

/// The search library's list of the files it looks after.
const FILES: &str = ".managed.json";

/// One generation of the profile index; cheap to clone and shared by readers and the writer.
#[derive(Clone)]
pub struct ProfileIndex {
    shared: Arc<Shared>,
}

struct Shared {
    index: Index,
    reader: IndexReader,
    fields: Fields,
    generation: u64,
    directory: Option<PathBuf>,
    numbers: Arc<Numbers>,
    reloading: Mutex<()>,
    snapshot: RwLock<Arc<Snapshot>>,
}

impl ProfileIndex {
    /// Creates an index that lives in memory only.
    pub fn in_memory() -> Result<Self, IndexError> {
        let (schema, fields) = schema::build();
        let builder = Index::builder().schema(schema).settings(settings());
        Self::over(builder.create_in_ram()?, fields, 0, None)
    }

    /// Creates a fresh generation in an empty directory.
    pub(crate) fn create(directory: &Path, generation: u64) -> Result<Self, IndexError> {
        let (schema, fields) = schema::build();
        let index =
            Index::builder().schema(schema).settings(settings()).open_or_create(sealed(directory)?)?;
        Self::over(index, fields, generation, Some(directory.to_owned()))
    }

    /// Opens an existing generation, its files checked before anything is read from them when asked.
    pub(crate) fn open(directory: &Path, generation: u64, verify: bool) -> Result<Self, IndexError> {
        let (schema, fields) = schema::build();
        let index = Index::open(sealed(directory)?)?;
        if index.schema() != schema {
            return Err(IndexError::OtherLayout);
        }
        // Without the list of files, those of merged segments would stay for ever, and with them who was deleted.
        if verify && !directory.join(FILES).is_file() {
            return Err(IndexError::Damaged(FILES.to_owned()));
        }
        if verify && let Some(damaged) = damaged_files(&index, Some(directory))?.first() {
            return Err(IndexError::Damaged(damaged.display().to_string()));
        }
        // The same fields may hold other terms: the version of what wrote them says so.
        if read_payload(&index)?.is_some_and(|payload| payload.schema_version != SCHEMA_VERSION) {
            return Err(IndexError::OtherLayout);
        }
        Self::over(index, fields, generation, Some(directory.to_owned()))
    }

    fn over(
        mut index: Index,
        fields: Fields,
        generation: u64,
        directory: Option<PathBuf>,
    ) -> Result<Self, IndexError> {
        let (terms, columns) = (TokenizerManager::default(), TokenizerManager::default());
        tokens::register(&terms, &columns);
        index.set_tokenizers(terms);
        index.set_fast_field_tokenizers(columns);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let payload = read_payload(&index)?;
        let numbers = Arc::new(Numbers::new());
        let snapshot = Snapshot::new(reader.searcher(), fields, &numbers, payload, generation, None)?;
        let snapshot = RwLock::new(Arc::new(snapshot));
        let reloading = Mutex::new(());
        Ok(Self {
            shared: Arc::new(Shared {
                index,
                reader,
                fields,
                generation,
                directory,
                numbers,
                reloading,
                snapshot,
            }),
        })
    }

    /// Publishes what was committed since the last reload to the searchers taken from now on.
    pub fn reload(&self) -> Result<(), IndexError> {
        let _one_at_a_time = self.shared.reloading.lock().unwrap_or_else(PoisonError::into_inner);
        // The payload is read first, so that it never claims more than the searcher holds.
        let payload = read_payload(&self.shared.index)?;
        self.shared.reader.reload()?;
        let Shared { reader, fields, numbers, generation, .. } = &*self.shared;
        let current = self.current();
        let fresh = Snapshot::new(reader.searcher(), *fields, numbers, payload, *generation, Some(&current))?;
        // Searches go on with the old view until the new one is complete.
        *self.shared.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
        Ok(())
    }

    fn current(&self) -> Arc<Snapshot> {
        Arc::clone(&self.shared.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes the view published by the last reload.
    pub fn searcher(&self) -> ProfileSearcher {
        ProfileSearcher::new(self.current())
    }

    /// Opens the writer of this generation; a second one is refused.
    pub fn writer(&self) -> Result<ProfileWriter, IndexError> {
        ProfileWriter::open(self.clone(), writer::LIVE)
    }

    /// Returns the number of this generation.
    pub fn generation(&self) -> u64 {
        self.shared.generation
    }

    /// Reads the payload of the last commit, absent before the first one.
    pub fn payload(&self) -> Result<Option<CommitPayload>, IndexError> {
        read_payload(&self.shared.index)
    }

    /// Returns the size of the generation's files.
    pub fn size_bytes(&self) -> Result<u64, IndexError> {
        let Some(directory) = &self.shared.directory else { return Ok(0) };
        let mut size = 0;
        for entry in std::fs::read_dir(directory)? {
            // A file may be collected between the listing and the question.
            size += entry?.metadata().map_or(0, |file| file.len());
        }
        Ok(size)
    }

    /// Returns the number of committed segments.
    pub fn segment_count(&self) -> Result<usize, IndexError> {
        Ok(self.shared.index.searchable_segment_ids()?.len())
    }

    /// Compares every file with its checksum and returns the damaged ones.
    pub fn validate_checksums(&self) -> Result<Vec<PathBuf>, IndexError> {
        damaged_files(&self.shared.index, self.shared.directory.as_deref())
    }

    /// Shows every value the files hold, those of deleted profiles included.
    pub fn dump(&self, visit: &mut dyn FnMut(&DumpedValue<'_>)) -> Result<(), IndexError> {
        dump::dump(&self.shared.index, self.shared.fields, visit)
    }

    /// Tells whether a text occurs in any value the files hold, whatever its case.
    pub fn holds_text(&self, text: &str) -> Result<bool, IndexError> {
        let needle = text.to_lowercase();
        let mut found = false;
        self.dump(&mut |value| found |= value.text().to_lowercase().contains(&needle))?;
        Ok(found)
    }

    pub(crate) fn tantivy(&self) -> &Index {
        &self.shared.index
    }

    pub(crate) fn fields(&self) -> Fields {
        self.shared.fields
    }
}

/// Every segment is sorted by the key that breaks ties, so that of equal hits the first found come first.
fn sealed(directory: &Path) -> Result<SealedDirectory, IndexError> {
    Ok(SealedDirectory::open(directory).map_err(tantivy::TantivyError::from)?)
}

fn settings() -> IndexSettings {
    let by_key = IndexSortByField { field: schema::ORDER.into(), order: Order::Asc };
    IndexSettings { sort_by_field: Some(by_key), ..IndexSettings::default() }
}

fn read_payload(index: &Index) -> Result<Option<CommitPayload>, IndexError> {
    let payload = index.load_metas()?.payload;
    Ok(payload.map(|payload| serde_json::from_str(&payload)).transpose()?)
}

/// Compares the files of every committed segment with their checksums, whatever the list of managed files says.
fn damaged_files(index: &Index, folder: Option<&Path>) -> Result<Vec<PathBuf>, IndexError> {
    let directory = index.directory();
    let mut damaged = Vec::new();
    for path in index.load_metas()?.list_segment_files() {
        // The list names every file a segment may have; those it does not have are no damage.
        let exists = directory.exists(&path).map_err(tantivy::TantivyError::from)?;
        let is_sound = || {
            directory.validate_checksum(&path).unwrap_or(false)
                && folder.is_none_or(|folder| footer::is_as_written(&folder.join(&path)).unwrap_or(false))
        };
        if exists && !is_sound() {
            damaged.push(path);
        }
    }
    damaged.sort();
    Ok(damaged)
}
