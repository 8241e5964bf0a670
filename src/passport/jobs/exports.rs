//! Writes exports of passports, and erases their files a day later.

use std::io::{Read, Seek, SeekFrom, Write};

use anyhow::Context;
use carnet_documents::Attachment;
use carnet_documents::passport::passport_pdf;
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::attendance::draw;
use crate::events::Event;
use crate::files::{self, Deposit, Purpose};
use crate::identity::email_of;
use crate::passport::mails::EXPORT_READY;
use crate::passport::model::export::{
    JSON_PATH, MANIFEST, MANIFEST_PATH, Manifest, ManifestFile, PDF_PATH, printed,
};
use crate::passport::store::exports::requests::{self, Export, Filter, Format, Step, Written};
use crate::passport::store::exports::{Dossier, dossier, issue_now};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http;
use crate::platform::jobs::{GiveUp, Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::seal::{SealKey, SignedDocument, hex, seal_pdf, seal_zip, zip_comment};
use crate::platform::state::AppState;
use crate::platform::storage::{ObjectKey, Scratch, Storage};

/// Most bytes of an export.
const LARGEST: u64 = 500 * 1024 * 1024;
/// How long the file is kept.
const KEPT: Duration = Duration::hours(24);
/// After how long an export that is not ready never will be.
const STALE: Duration = Duration::hours(24);
/// Exports erased in one transaction.
const AT_ONCE: i64 = 100;
/// Bytes read at a time.
const PIECE: usize = 256 * 1024;
/// Where packing begins, and how many hundredths it takes.
const PACKING_FROM: usize = 50;
const PACKING: usize = 40;

/// Writes one export. Cut off, it starts over: the same content of the same day gives the same bytes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteExport {
    /// The export.
    pub export: Uuid,
}

impl Job for WriteExport {
    const KIND: &'static str = "write_passport_export";
    const ATTEMPTS: u32 = 5;

    fn key(&self) -> Option<String> {
        Some(self.export.to_string())
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let filter = Filter { id: Some(self.export), ..Filter::default() };
        let Some(export) = requests::list(&state.pool, filter, 1).await?.pop() else { return Ok(()) };
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
#[error("the export is larger than an export may be")]
struct TooLarge;

#[derive(Debug, thiserror::Error)]
#[error("nobody waits for the export any more")]
struct Unwanted;

async fn write(state: &AppState, export: &Export) -> anyhow::Result<()> {
    if !requests::progress(&state.pool, export.id, Step::Gathering, 5).await? {
        return Ok(());
    }
    let dossier = dossier(state, export.person, &export.choice).await?;
    let json = dossier.signed.to_text()?.into_bytes();
    let mut scratch = state.part::<Storage>().scratch(&state.ids)?;
    match export.format {
        Format::Json => scratch.write(&json).await?,
        Format::Pdf => {
            requests::progress(&state.pool, export.id, Step::Drawing, 20).await?;
            scratch.write(&pdf(state, &dossier, json).await?).await?;
        }
        Format::Zip => {
            requests::progress(&state.pool, export.id, Step::Drawing, 20).await?;
            let pdf = pdf(state, &dossier, json.clone()).await?;
            Box::pin(pack(state, export, &dossier, (json, pdf), &scratch)).await?;
        }
    }
    scratch.flush().await?;
    keep(state, export, &dossier, scratch).await
}

/// The PDF, with the signed JSON in it, sealed as a whole.
async fn pdf(state: &AppState, dossier: &Dossier, json: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    let document = printed(&dossier.passport, &dossier.signed.seal.key_id);
    let attachment = Attachment {
        name: JSON_PATH.to_owned(),
        media_type: "application/json".to_owned(),
        description: "Données signées de ce carnet, vérifiables hors ligne".to_owned(),
        bytes: json,
    };
    let drawn = draw(state, move || passport_pdf(&document, Some(&attachment))).await;
    Ok(seal_pdf(state.part::<SealKey>(), drawn.map_err(refused)?))
}

/// An error of what answers requests, for a job.
fn refused(error: http::Error) -> anyhow::Error {
    anyhow::Error::from(error)
}

/// A ZIP that is being written. Nothing in it depends on when it is: files are stored as they are, dated 1980.
struct Packer {
    zip: ZipWriter<std::fs::File>,
    files: Vec<ManifestFile>,
    bytes: u64,
}

impl Packer {
    fn begin(file: std::fs::File) -> anyhow::Result<Self> {
        let mut zip = ZipWriter::new(file);
        zip.set_raw_comment(zip_comment())?;
        Ok(Self { zip, files: Vec::new(), bytes: 0 })
    }

    fn add(&mut self, path: &str, media_type: &str, bytes: &[u8]) -> anyhow::Result<()> {
        self.bytes += bytes.len() as u64;
        if self.bytes > LARGEST {
            return Err(TooLarge.into());
        }
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(path, options)?;
        self.zip.write_all(bytes)?;
        self.files.push(ManifestFile {
            path: path.to_owned(),
            media_type: media_type.to_owned(),
            bytes: bytes.len() as u64,
            sha256: hex(&Sha256::digest(bytes)),
        });
        Ok(())
    }

    /// Adds the signed manifest, and puts the seal over all of it.
    fn finish(mut self, key: &SealKey, number: String, issued_on: NaiveDate) -> anyhow::Result<()> {
        let manifest = Manifest { number, issued_on, files: std::mem::take(&mut self.files) };
        let signed = SignedDocument::seal(key, MANIFEST, serde_json::to_value(manifest)?)?;
        self.add(MANIFEST_PATH, "application/json", signed.to_text()?.as_bytes())?;
        let mut file = self.zip.finish()?;
        seal_zip(key, &mut file)?;
        Ok(())
    }
}

/// Packs everything, one proof in memory at a time.
async fn pack(
    state: &AppState,
    export: &Export,
    dossier: &Dossier,
    (json, pdf): (Vec<u8>, Vec<u8>),
    scratch: &Scratch,
) -> anyhow::Result<()> {
    let mut packer = Packer::begin(scratch.reopen()?)?;
    packer.add(JSON_PATH, "application/json", &json)?;
    packer.add(PDF_PATH, "application/pdf", &pdf)?;
    let (count, mut told) = (dossier.proofs.len(), 0);
    for (place, proof) in dossier.proofs.iter().enumerate() {
        let percent = PACKING_FROM + PACKING * place / count;
        // A line of progress for every few hundredths, not for every file.
        if percent >= told + 5 || place == 0 {
            told = percent;
            if !requests::progress(&state.pool, export.id, Step::Packing, percent as i16).await? {
                return Err(Unwanted.into());
            }
        }
        let file = files::read(state, proof.file).await.map_err(refused)?;
        packer = blocking(packer, proof.path.clone(), proof.media_type.clone(), file.bytes).await?;
    }
    let (there, number, issued_on) =
        (state.clone(), dossier.passport.number.clone(), dossier.passport.issued_on);
    tokio::task::spawn_blocking(move || packer.finish(there.part::<SealKey>(), number, issued_on)).await?
}

/// Writes to the disk on a thread that may wait for it.
async fn blocking(
    mut packer: Packer,
    path: String,
    media_type: String,
    bytes: Vec<u8>,
) -> anyhow::Result<Packer> {
    tokio::task::spawn_blocking(move || {
        packer.add(&path, &media_type, &bytes)?;
        Ok(packer)
    })
    .await?
}

/// Makes an object of what was written, and tells the person.
async fn keep(state: &AppState, export: &Export, dossier: &Dossier, scratch: Scratch) -> anyhow::Result<()> {
    requests::progress(&state.pool, export.id, Step::Keeping, 92).await?;
    let file = scratch.reopen()?;
    let (bytes, sha256) = tokio::task::spawn_blocking(move || digest(file)).await??;
    if bytes > LARGEST {
        return Err(TooLarge.into());
    }
    let (storage, key) = (state.part::<Storage>(), ObjectKey::draw(&state.ids));
    storage.keep(scratch, &key).await?;
    let kept = write_down(state, export, dossier, (&key, bytes, sha256)).await;
    // After a commit that failed nobody knows whether it did: an object without a file goes by the nightly comparison.
    if matches!(kept, Ok(false)) {
        storage.remove(&key).await?;
    }
    kept.map(drop)
}

/// Writes down what was issued and where it is; false when nobody waits for it any more.
async fn write_down(
    state: &AppState,
    export: &Export,
    dossier: &Dossier,
    (key, bytes, sha256): (&ObjectKey, u64, Vec<u8>),
) -> anyhow::Result<bool> {
    let number = &dossier.passport.number;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    issue_now(&mut tx, state, export.person, dossier).await?;
    let name = format!("carnet-{number}.{}", export.format.as_str());
    let deposit = Deposit {
        person: export.person,
        purpose: Purpose::PassportExport,
        name: &name,
        media_type: export.format.media_type(),
        bytes: bytes as i64,
        sha256,
        key: key.clone(),
    };
    let file = files::deposit(&mut tx, state, deposit).await.map_err(refused)?;
    let written = Written { file, bytes: bytes as i64, number, now, erase_at: now + KEPT };
    if !requests::ready(&mut tx, export.id, &written).await? {
        return Ok(false);
    }
    let entry = Entry::new(Event::PassportExported, now, "passport_export", export.id).by(export.person);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "format": export.format }))).await?;
    let first_name = dossier.passport.holder.first_name.as_str();
    let to = email_of(&mut *tx, export.person).await?;
    let mail = Mail { to: &to, template: &EXPORT_READY, context: context! { first_name } };
    mail::send(&mut tx, state, mail).await.map_err(refused)?;
    tx.commit().await?;
    Ok(true)
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
    if requests::fail(&mut tx, export.id, failure).await? {
        let entry = Entry::new(Event::PassportExportFailed, state.clock.now(), "passport_export", export.id);
        audit::record(&mut tx, &state.ids, entry.because(failure)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Erases the files of exports whose day is over, and ends those that were never finished.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseExports {}

impl Job for EraseExports {
    const KIND: &'static str = "erase_passport_exports";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() {
            let mut tx = state.pool.begin().await?;
            let due = requests::due(&mut tx, state.clock.now(), AT_ONCE).await?;
            if due.is_empty() {
                break;
            }
            for (export, file) in due {
                requests::erase(&mut tx, export).await?;
                files::release(&mut tx, &state, file).await.map_err(refused)?;
                let entry =
                    Entry::new(Event::PassportExportErased, state.clock.now(), "passport_export", export);
                audit::record(&mut tx, &state.ids, entry).await?;
            }
            tx.commit().await?;
        }
        abandon(&state).await
    }
}

/// Tells of exports that nobody will finish.
async fn abandon(state: &AppState) -> anyhow::Result<()> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    for export in requests::abandon(&mut tx, now - STALE).await? {
        let entry = Entry::new(Event::PassportExportFailed, now, "passport_export", export);
        audit::record(&mut tx, &state.ids, entry.because("unavailable")).await?;
    }
    tx.commit().await?;
    Ok(())
}
