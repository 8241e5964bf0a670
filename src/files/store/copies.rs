//! What features do with the bytes of a file: read them whole, and keep a copy that they made of it.

use futures::StreamExt;
use sha2::{Digest, Sha256};

use crate::files::jobs::ScanFile;
use crate::files::model::{FileCard, FileName, Kind, Owner, Purpose, Scan, inspect};
use crate::files::store::claims::in_use;
use crate::files::store::uploads::{self, NewFile};
use crate::ids::{FileId, PersonId};
use crate::platform::antivirus::Antivirus;
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::platform::storage::{Fault, ObjectKey, Storage};

/// A file, read.
pub struct WholeFile {
    /// Its name.
    pub name: String,
    /// What its bytes are.
    pub kind: Kind,
    /// Them.
    pub bytes: Vec<u8>,
}

/// Reads a document or picture in use into memory: 10 MiB at most.
///
/// 404 when nothing uses it, 409 `file_not_checked`, 410 `file_infected` and `file_lost`, 503.
pub async fn read(state: &AppState, file: FileId) -> Result<WholeFile> {
    let found = in_use(&state.pool, file).await?.ok_or_else(Error::not_found)?;
    found.scan.may_be_served(state.config.files.unchecked_files)?;
    let kind = Kind::of_media_type(&found.media_type).filter(|kind| !kind.is_video());
    let kind = kind.ok_or(Code::FileTypeRefused)?;
    let mut pieces = match state.part::<Storage>().read(&found.key, None).await {
        Err(Fault::Missing) => return Err(Code::FileLost.into()),
        other => other?,
    };
    let mut bytes = Vec::with_capacity(found.bytes as usize);
    while let Some(piece) = pieces.next().await {
        bytes.extend_from_slice(&piece.map_err(Fault::from)?);
    }
    if Sha256::digest(&bytes)[..] != found.sha256[..] {
        tracing::error!(%file, "a file's object is not what was written");
        return Err(Code::FileLost.into());
    }
    Ok(WholeFile { name: found.name, kind, bytes })
}

/// A document or picture that the server made.
pub struct MadeFile<'a> {
    /// Whose it is.
    pub owner: Owner,
    /// On whose behalf it was made.
    pub by: PersonId,
    /// What it is for.
    pub purpose: Purpose,
    /// Its name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Keeps a file that the server made, in use from the beginning. Its object is there before its row; should the
/// transaction not be committed, the nightly comparison removes the object.
pub async fn keep_made(tx: &mut Tx<'_>, state: &AppState, copy: MadeFile<'_>) -> Result<FileCard> {
    // What the server makes is looked through like what people send.
    let found = inspect::document(&copy.bytes).map_err(Code::from)?;
    let bytes = found.rewritten.unwrap_or(copy.bytes);
    let name =
        FileName::parse(&copy.name.replace('%', "%25")).map_err(|fault| Error::Invalid(vec![fault]))?;
    let storage = state.part::<Storage>();
    let mut scratch = storage.scratch(&state.ids).map_err(Fault::from)?;
    scratch.write(&bytes).await.map_err(Fault::from)?;
    scratch.flush().await.map_err(Fault::from)?;
    let key = ObjectKey::draw(&state.ids);
    storage.keep(scratch, &key).await?;
    let scan = if state.part::<Antivirus>().is_there() { Scan::Pending } else { Scan::Unchecked };
    let file = NewFile {
        id: state.ids.opaque(),
        owner: copy.owner,
        sender: copy.by,
        name: name.as_str().to_owned(),
        media_type: found.kind.media_type(),
        bytes: bytes.len() as i64,
        sha256: Sha256::digest(&bytes).to_vec(),
        warnings: found.warnings.into_iter().map(str::to_owned).collect(),
        key,
        scan,
    };
    let card = uploads::insert(tx, state, file).await?;
    take_into_use(tx, state, card.id, copy.purpose).await?;
    if card.scan == Scan::Pending {
        jobs::enqueue(tx, state, &ScanFile { file: card.id }).await?;
    }
    Ok(FileCard { purpose: Some(copy.purpose), ..card })
}

/// A file that the server wrote for one person, and put into the object store.
pub struct Deposit<'a> {
    /// Whose it is.
    pub person: PersonId,
    /// What it is for.
    pub purpose: Purpose,
    /// Its name.
    pub name: &'a str,
    /// What its bytes are.
    pub media_type: &'static str,
    /// How many.
    pub bytes: i64,
    /// Of them.
    pub sha256: Vec<u8>,
    /// Where they are.
    pub key: ObjectKey,
}

/// Writes down an export: in use from the beginning, of what was looked through before, and outside the person's quota.
pub async fn deposit(tx: &mut Tx<'_>, state: &AppState, deposit: Deposit<'_>) -> Result<FileId> {
    let file = NewFile {
        id: state.ids.opaque(),
        owner: Owner::Person(deposit.person),
        sender: deposit.person,
        name: deposit.name.to_owned(),
        media_type: deposit.media_type,
        bytes: deposit.bytes,
        sha256: deposit.sha256,
        warnings: Vec::new(),
        key: deposit.key,
        scan: Scan::Clean,
    };
    let card = uploads::insert(tx, state, file).await?;
    take_into_use(tx, state, card.id, deposit.purpose).await?;
    Ok(card.id)
}

async fn take_into_use(
    tx: &mut Tx<'_>,
    state: &AppState,
    file: FileId,
    purpose: Purpose,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE file SET purpose = $2, claimed_at = $3 WHERE id = $1",
        file.0,
        purpose.as_str(),
        state.clock.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
