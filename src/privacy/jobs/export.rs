//! Puts together everything held about a person.

use std::io::{Read, Seek, SeekFrom, Write};

use anyhow::Context;
use futures::StreamExt;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use uuid::Uuid;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::events::Event;
use crate::files::{self, Deposit, OwnFile, Purpose};
use crate::ids::PersonId;
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http;
use crate::platform::jobs::{GiveUp, Job, Run};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;
use crate::platform::storage::{ObjectKey, Scratch, Storage};
use crate::privacy::model::archive::{self, Names, PARTS};
use crate::privacy::model::export::{KEPT, LARGEST, Step};
use crate::privacy::store::exports::{self, Export, Filter};
use crate::privacy::store::journal;
use crate::{
    attendance, chat, companies, identity, notifications, offers, orgs, passport, profiles, quizzes,
    sessions, sharing, trainings,
};

/// Bytes read at a time.
const PIECE: usize = 256 * 1024;

/// Puts one download together. Cut off, it starts over.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteDataExport {
    /// The download.
    pub export: Uuid,
}

impl Job for WriteDataExport {
    const KIND: &'static str = "write_data_export";
    const ATTEMPTS: u32 = 5;

    fn key(&self) -> Option<String> {
        Some(self.export.to_string())
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let filter = Filter { id: Some(self.export), ..Filter::default() };
        let Some(export) = exports::list(&state.pool, filter, 1).await?.pop() else { return Ok(()) };
        match Box::pin(write(&state, &export)).await {
            Ok(()) => Ok(()),
            Err(error) if error.is::<Unwanted>() => Ok(()),
            Err(error) if error.is::<TooLarge>() => {
                give_up(&state, &export, "too_large").await?;
                Err(GiveUp(error.to_string()).into())
            }
            Err(error) if run.attempt >= Self::ATTEMPTS => {
                give_up(&state, &export, "unavailable").await?;
                Err(error)
            }
            Err(error) => Err(error),
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the download is larger than one may be")]
struct TooLarge;

#[derive(Debug, thiserror::Error)]
#[error("nobody waits for the download any more")]
struct Unwanted;

type Gather = for<'a> fn(&'a mut PgConnection, PersonId) -> BoxFuture<'a, sqlx::Result<Value>>;

/// What each part of the archive holds, in the order of [`PARTS`].
const GATHER: [Gather; PARTS.len()] = [
    |conn, person| Box::pin(identity::personal_data(conn, person)),
    |conn, person| Box::pin(orgs::personal_data(conn, person)),
    |conn, person| Box::pin(files::personal_data(conn, person)),
    |conn, person| Box::pin(companies::personal_data(conn, person)),
    |conn, person| Box::pin(trainings::personal_data(conn, person)),
    |conn, person| Box::pin(sessions::personal_data(conn, person)),
    |conn, person| Box::pin(attendance::personal_data(conn, person)),
    |conn, person| Box::pin(quizzes::personal_data(conn, person)),
    |conn, person| Box::pin(passport::personal_data(conn, person)),
    |conn, person| Box::pin(sharing::personal_data(conn, person)),
    |conn, person| Box::pin(profiles::personal_data(conn, person)),
    |conn, person| Box::pin(offers::personal_data(conn, person)),
    |conn, person| Box::pin(chat::personal_data(conn, person)),
    |conn, person| Box::pin(notifications::personal_data(conn, person)),
    |conn, person| Box::pin(journal::personal_data(conn, person)),
    |conn, person| Box::pin(journal::journal(conn, person)),
];

async fn write(state: &AppState, export: &Export) -> anyhow::Result<()> {
    if !exports::progress(&state.pool, export.id, Step::Gathering, 5).await? {
        return Ok(());
    }
    let parts = gather(state, export).await?;
    let scratch = state.part::<Storage>().scratch(&state.ids)?;
    Box::pin(pack(state, export, parts, &scratch)).await?;
    keep(state, export, scratch).await
}

/// Everything, as it stands at one moment.
async fn gather(state: &AppState, export: &Export) -> anyhow::Result<Vec<String>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let mut parts = Vec::with_capacity(PARTS.len());
    for (part, gather) in PARTS.iter().zip(GATHER) {
        let data =
            gather(&mut tx, export.person).await.with_context(|| format!("cannot gather {}", part.name))?;
        parts.push(serde_json::to_string_pretty(&data)?);
    }
    tx.commit().await?;
    Ok(parts)
}

/// A ZIP that is being written.
struct Packer {
    zip: ZipWriter<std::fs::File>,
    bytes: u64,
}

impl Packer {
    fn start(&mut self, path: &str) -> anyhow::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .unix_permissions(0o644);
        self.zip.start_file(path, options)?;
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.bytes += bytes.len() as u64;
        if self.bytes > LARGEST {
            return Err(TooLarge.into());
        }
        self.zip.write_all(bytes)?;
        Ok(())
    }

    /// Does something on a thread that may wait for the disk.
    async fn apart(
        mut self,
        work: impl FnOnce(&mut Self) -> anyhow::Result<()> + Send + 'static,
    ) -> anyhow::Result<Self> {
        tokio::task::spawn_blocking(move || {
            work(&mut self)?;
            Ok(self)
        })
        .await?
    }
}

/// Packs everything, one piece of a file in memory at a time.
async fn pack(
    state: &AppState,
    export: &Export,
    parts: Vec<String>,
    scratch: &Scratch,
) -> anyhow::Result<()> {
    let own = files::own_files(&state.pool, export.person).await?;
    let mut packer = Packer { zip: ZipWriter::new(scratch.reopen()?), bytes: 0 };
    for (place, text) in parts.into_iter().enumerate() {
        packer = packer
            .apart(move |packer| {
                packer.start(&archive::path(place))?;
                packer.write(text.as_bytes())
            })
            .await?;
    }
    let (mut names, mut missing) = (Names::default(), Vec::new());
    for (place, file) in own.iter().enumerate() {
        let percent = 20 + 70 * place / own.len();
        if !exports::progress(&state.pool, export.id, Step::Packing, percent as i16).await? {
            return Err(Unwanted.into());
        }
        packer = Box::pin(add_file(state, packer, file, (&mut names, &mut missing))).await?;
    }
    let readme = archive::readme(&state.clock.today().format("%d/%m/%Y").to_string(), &missing);
    packer = packer
        .apart(move |packer| {
            packer.start("LISEZMOI.txt")?;
            packer.write(readme.as_bytes())
        })
        .await?;
    tokio::task::spawn_blocking(move || packer.zip.finish()?.sync_all().map_err(anyhow::Error::from)).await?
}

async fn add_file(
    state: &AppState,
    packer: Packer,
    file: &OwnFile,
    (names, missing): (&mut Names, &mut Vec<String>),
) -> anyhow::Result<Packer> {
    let Some(mut pieces) = files::open(state, file).await.map_err(refused)? else {
        missing.push(file.name.clone());
        return Ok(packer);
    };
    let place = names.place(&file.name);
    let mut packer = packer.apart(move |packer| packer.start(&place)).await?;
    while let Some(piece) = pieces.next().await {
        let piece = piece?;
        packer = packer.apart(move |packer| packer.write(&piece)).await?;
    }
    Ok(packer)
}

/// An error of what answers requests, for a job.
fn refused(error: http::Error) -> anyhow::Error {
    anyhow::Error::from(error)
}

/// Makes an object of what was written, and tells the person.
async fn keep(state: &AppState, export: &Export, scratch: Scratch) -> anyhow::Result<()> {
    exports::progress(&state.pool, export.id, Step::Keeping, 92).await?;
    let file = scratch.reopen()?;
    let (bytes, sha256) = tokio::task::spawn_blocking(move || digest(file)).await??;
    let (storage, key) = (state.part::<Storage>(), ObjectKey::draw(&state.ids));
    storage.keep(scratch, &key).await?;
    let kept = write_down(state, export, (&key, bytes, sha256)).await;
    // After a commit that failed nobody knows whether it did: an object without a file goes by the nightly comparison.
    if matches!(kept, Ok(false)) {
        storage.remove(&key).await?;
    }
    kept.map(drop)
}

/// Writes down where it is; false when nobody waits for it any more.
async fn write_down(
    state: &AppState,
    export: &Export,
    (key, bytes, sha256): (&ObjectKey, u64, Vec<u8>),
) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let name = format!("carnet-donnees-{}.zip", state.clock.today());
    let deposit = Deposit {
        person: export.person,
        purpose: Purpose::DataExport,
        name: &name,
        media_type: "application/zip",
        bytes: bytes as i64,
        sha256,
        key: key.clone(),
    };
    let file = files::deposit(&mut tx, state, deposit).await.map_err(refused)?;
    if !exports::ready(&mut tx, export.id, (file, bytes as i64), (now, now + KEPT)).await? {
        return Ok(false);
    }
    let entry = Entry::new(Event::DataExported, now, "data_export", export.id).by(export.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    tell(&mut tx, state, export).await?;
    tx.commit().await?;
    Ok(true)
}

async fn tell(tx: &mut Tx<'_>, state: &AppState, export: &Export) -> sqlx::Result<()> {
    let notice = Notice {
        person: export.person,
        kind: NoticeKind::DataReady,
        subject: export.id,
        facts: json!({ "hours": KEPT.num_hours() }),
    };
    live::tell(tx, &state.ids, &[notice], state.clock.now()).await
}

fn digest(mut file: std::fs::File) -> anyhow::Result<(u64, Vec<u8>)> {
    file.seek(SeekFrom::Start(0)).context("the scratch file cannot be read")?;
    let (mut digest, mut piece, mut bytes) = (Sha256::new(), vec![0; PIECE], 0);
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok((bytes, digest.finalize().to_vec()));
        }
        digest.update(&piece[..read]);
        bytes += read as u64;
    }
}

async fn give_up(state: &AppState, export: &Export, failure: &str) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    if exports::fail(&mut tx, export.id, failure).await? {
        let entry = Entry::new(Event::DataExportFailed, state.clock.now(), "data_export", export.id);
        audit::record(&mut tx, &state.ids, entry.because(failure)).await?;
    }
    tx.commit().await?;
    Ok(())
}
