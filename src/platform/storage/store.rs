//! The folder or the bucket.

use std::fmt;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use anyhow::Context;
use axum::body::Bytes;
use chrono::{DateTime, Utc};
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Location;
use object_store::{ClientOptions, GetOptions, ObjectStore, ObjectStoreExt, RetryConfig, WriteMultipart};
use tokio::io::AsyncReadExt;
use uuid::Uuid;

use super::FileSettings;
use super::scratch::{self, Scratch};
use crate::ids::Ids;
use crate::platform::config::Config;
use crate::platform::http::{Code, Error};

/// Folder of the objects, and within it the one of scratch files.
const FOLDER: &str = "files";
const SCRATCH: &str = "incoming";

/// Bytes sent to a bucket at a time: the fewest S3 takes but for the last part.
const PART: usize = 5 * 1024 * 1024;
/// Parts under way at once.
const PARTS_AT_ONCE: usize = 2;
/// Bytes copied at a time.
const COPIED: usize = 256 * 1024;

/// How long a bucket may take to be reached, and to say anything.
const CONNECT: Duration = Duration::from_secs(5);
const SILENCE: Duration = Duration::from_secs(20);
/// Tries of one request to a bucket, and how long they may take together.
const TRIES: usize = 3;
const TRYING: Duration = Duration::from_secs(25);

/// The random name of an object: 32 hexadecimal digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectKey(String);

impl fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ObjectKey({}…)", self.0.get(..6).unwrap_or_default())
    }
}

impl ObjectKey {
    /// Draws one.
    pub fn draw(ids: &Ids) -> Self {
        Self(ids.opaque::<Uuid>().simple().to_string())
    }

    /// Reads one back; none when it is not of that form.
    pub fn parse(text: &str) -> Option<Self> {
        let is_key =
            text.len() == 32 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        is_key.then(|| Self(text.to_owned()))
    }

    /// How it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn location(&self) -> Location {
        Location::from(format!("{}/{}", &self.0[..2], self.0))
    }
}

/// An object as the store lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub key: ObjectKey,
    /// Its length.
    pub bytes: u64,
    /// When it was written, by the store's clock.
    pub written_at: DateTime<Utc>,
}

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It has no such object.
    #[error("the object store has no such object")]
    Missing,
    /// It cannot be reached, is full, or refuses.
    #[error("the object store failed: {0:#}")]
    Unavailable(anyhow::Error),
}

impl From<object_store::Error> for Fault {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::Missing,
            other => Self::Unavailable(other.into()),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Unavailable(error.into())
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        metrics::counter!("carnet_storage_failures_total").increment(1);
        tracing::error!(error = %fault, "files cannot be stored or read");
        Code::StorageUnavailable.into()
    }
}

/// The bytes of an object, piece by piece.
pub type ByteStream = BoxStream<'static, io::Result<Bytes>>;

/// The object store.
#[derive(Clone)]
pub struct Storage {
    objects: Arc<dyn ObjectStore>,
    /// `<data>/files`: scratch files, and the objects where there is no bucket.
    folder: PathBuf,
    is_folder: bool,
}

impl Storage {
    /// Opens the bucket of the settings, or the folder.
    pub fn open(config: &Config) -> anyhow::Result<Self> {
        let folder = config.data.join(FOLDER);
        scratch::open_folder(&folder.join(SCRATCH))
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        let (objects, is_folder): (Arc<dyn ObjectStore>, _) = match &config.files.s3_bucket {
            Some(bucket) => (bucket_of(bucket, &config.files)?, false),
            None => (Arc::new(LocalFileSystem::new_with_prefix(&folder)?.with_fsync(true)), true),
        };
        Ok(Self { objects, folder, is_folder })
    }

    /// A new scratch file, to be written to.
    pub fn scratch(&self, ids: &Ids) -> io::Result<Scratch> {
        Scratch::create(&self.folder.join(SCRATCH), ids)
    }

    /// Makes an object of a scratch file that was flushed. It is durable when this returns.
    pub async fn keep(&self, scratch: Scratch, key: &ObjectKey) -> Result<(), Fault> {
        if self.is_folder {
            scratch.sync().await?;
            let from = Location::from(format!("{SCRATCH}/{}", scratch.name()));
            return Ok(self.objects.rename(&from, &key.location()).await?);
        }
        let mut file = tokio::fs::File::from_std(scratch.reopen()?);
        let length = file.metadata().await?.len();
        if length <= PART as u64 {
            let mut bytes = Vec::with_capacity(length as usize);
            file.read_to_end(&mut bytes).await?;
            self.objects.put(&key.location(), bytes.into()).await?;
            return Ok(());
        }
        let upload = self.objects.put_multipart(&key.location()).await?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, PART);
        match copy(&mut file, &mut writer).await {
            Ok(()) => {
                writer.finish().await?;
                Ok(())
            }
            Err(fault) => {
                // Parts that a bucket keeps all the same go by its own rule.
                let _ = writer.abort().await;
                Err(fault)
            }
        }
    }

    /// Reads an object, or some of its bytes.
    pub async fn read(&self, key: &ObjectKey, range: Option<Range<u64>>) -> Result<ByteStream, Fault> {
        let options = GetOptions { range: range.map(Into::into), ..GetOptions::default() };
        let found = self.objects.get_opts(&key.location(), options).await?;
        Ok(found.into_stream().map_err(io::Error::other).boxed())
    }

    /// Removes an object; one that is not there is removed already.
    pub async fn remove(&self, key: &ObjectKey) -> Result<(), Fault> {
        match self.objects.delete(&key.location()).await.map_err(Fault::from) {
            Err(Fault::Missing) => Ok(()),
            other => other,
        }
    }

    /// Lists the objects whose key starts with this byte, by key: one 256th of them all.
    pub async fn list(&self, first: u8) -> Result<Vec<Stored>, Fault> {
        let prefix = Location::from(format!("{first:02x}"));
        let mut found = Vec::new();
        let mut listing = self.objects.list(Some(&prefix));
        while let Some(object) = listing.next().await {
            let object = match object {
                // Removed meanwhile.
                Err(object_store::Error::NotFound { .. }) => continue,
                other => other?,
            };
            if let Some(key) = object.location.filename().and_then(ObjectKey::parse) {
                found.push(Stored { key, bytes: object.size, written_at: object.last_modified });
            }
        }
        found.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(found)
    }

    /// Leaves a mark: an object without content, whose name says everything. It is durable when this returns.
    ///
    /// Marks lie in folders of their own, which no object's key can name.
    pub async fn mark(&self, folder: &str, name: &str) -> Result<(), Fault> {
        self.objects.put(&mark_location(folder, name), Bytes::new().into()).await?;
        Ok(())
    }

    /// The names of the marks in a folder, in order.
    pub async fn marks(&self, folder: &str) -> Result<Vec<String>, Fault> {
        let prefix = Location::from(folder);
        let mut found = Vec::new();
        let mut listing = self.objects.list(Some(&prefix));
        while let Some(object) = listing.next().await {
            match object {
                // Removed meanwhile.
                Err(object_store::Error::NotFound { .. }) => {}
                other => found.extend(other?.location.filename().map(str::to_owned)),
            }
        }
        found.sort();
        Ok(found)
    }

    /// Takes a mark away; one that is not there is gone already.
    pub async fn unmark(&self, folder: &str, name: &str) -> Result<(), Fault> {
        match self.objects.delete(&mark_location(folder, name)).await.map_err(Fault::from) {
            Err(Fault::Missing) => Ok(()),
            other => other,
        }
    }

    /// Removes what processes that were killed left half-written in this machine's folder before then; tells how many files.
    pub async fn tidy(&self, before: SystemTime) -> io::Result<u64> {
        let folder = self.folder.join(SCRATCH);
        tokio::task::spawn_blocking(move || scratch::tidy(&folder, before)).await.map_err(io::Error::other)?
    }

    /// The folder of scratch files, for tests.
    pub fn scratch_folder(&self) -> PathBuf {
        self.folder.join(SCRATCH)
    }

    /// The file of an object where there is no bucket, for tests.
    pub fn path_of(&self, key: &ObjectKey) -> PathBuf {
        Path::new(&self.folder).join(key.location().as_ref())
    }
}

fn mark_location(folder: &str, name: &str) -> Location {
    Location::from(format!("{folder}/{name}"))
}

async fn copy(file: &mut tokio::fs::File, writer: &mut WriteMultipart) -> Result<(), Fault> {
    let mut buffer = vec![0; COPIED];
    loop {
        let count = file.read(&mut buffer).await?;
        if count == 0 {
            return Ok(());
        }
        writer.wait_for_capacity(PARTS_AT_ONCE).await?;
        writer.write(&buffer[..count]);
    }
}

fn bucket_of(bucket: &str, settings: &FileSettings) -> anyhow::Result<Arc<dyn ObjectStore>> {
    // The address comes from the settings; a proxy named by the environment is not used, nor is anything else of it.
    let client = ClientOptions::new()
        .with_allow_http(true)
        .with_connect_timeout(CONNECT)
        .with_timeout_disabled()
        .with_read_timeout(SILENCE);
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(&settings.s3_region)
        .with_client_options(client)
        .with_retry(RetryConfig { max_retries: TRIES, retry_timeout: TRYING, ..RetryConfig::default() });
    if let (Some(id), Some(secret)) = (&settings.s3_key_id, &settings.s3_secret) {
        builder = builder.with_access_key_id(id).with_secret_access_key(secret);
    }
    if let Some(endpoint) = &settings.s3_endpoint {
        builder = builder.with_endpoint(endpoint);
    }
    Ok(Arc::new(builder.build().context("the settings CARNET_S3_* name no object store")?))
}
