//! Files are sent as they are: the body is the file, its name is in a header.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use parking_lot::Mutex;
use tokio::sync::Semaphore;
use tracing::Instrument;

use super::intake::{Checked, Intake};
use crate::actor::Actor;
use crate::files::jobs::ScanFile;
use crate::files::model::{FileCard, FileName, Owner, Scan};
use crate::files::policy;
use crate::files::store::uploads::{self, NewFile, Usage};
use crate::ids::{OrganisationId, PersonId};
use crate::orgs::membership;
use crate::platform::antivirus::Antivirus;
use crate::platform::config::Config;
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::platform::storage::{Fault, ObjectKey, Storage};

/// The header that holds the name, percent-encoded. Not the address: those end up in the logs of proxies.
const FILE_NAME: &str = "file-name";

/// Files of one person that may wait to be used.
const MOST_STAGED: i64 = 100;
/// Files one person may send at the same time.
const MOST_UNDERWAY: usize = 4;
/// Files looked through at the same time: each document is in memory meanwhile.
const MOST_LOOKS: usize = 2;

/// Who is sending at this moment, on this node.
#[derive(Clone)]
pub struct Underway {
    senders: Arc<Mutex<HashMap<PersonId, usize>>>,
    looks: Arc<Semaphore>,
}

impl Default for Underway {
    fn default() -> Self {
        Self { senders: Arc::default(), looks: Arc::new(Semaphore::new(MOST_LOOKS)) }
    }
}

/// One upload that is under way, until it is dropped.
struct Sending {
    underway: Underway,
    sender: PersonId,
}

impl Underway {
    fn begin(&self, sender: PersonId) -> Result<Sending> {
        let mut senders = self.senders.lock();
        let count = senders.entry(sender).or_default();
        if *count >= MOST_UNDERWAY {
            return Err(Code::TooManyUploads.into());
        }
        *count += 1;
        Ok(Sending { underway: self.clone(), sender })
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        let mut senders = self.underway.senders.lock();
        if let Some(count) = senders.get_mut(&self.sender) {
            *count -= 1;
            if *count == 0 {
                senders.remove(&self.sender);
            }
        }
    }
}

/// Sends a file in one's own name. It is staged: a request that names its `id` takes it into use within a day.
#[utoipa::path(post, path = "/me/files", tag = "files",
    params(("File-Name" = String, Header, description = "The file's name, percent-encoded (UTF-8)")),
    request_body(content = inline(Vec<u8>), content_type = "application/octet-stream",
        description = "The file as it is, of its own media type or application/octet-stream"),
    responses((status = 201, body = FileCard), Problems))]
pub async fn upload_my_file(
    State(state): State<AppState>,
    actor: Actor,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<FileCard>)> {
    take(&state, actor, Owner::Person(actor.person), &headers, body).await
}

/// Sends a file in the name of an organisation. It is staged: a request that names its `id` takes it into use within a day.
#[utoipa::path(post, path = "/organisations/{id}/files", tag = "files",
    params(("id" = OrganisationId, Path),
           ("File-Name" = String, Header, description = "The file's name, percent-encoded (UTF-8)")),
    request_body(content = inline(Vec<u8>), content_type = "application/octet-stream",
        description = "The file as it is, of its own media type or application/octet-stream"),
    responses((status = 201, body = FileCard), Problems))]
pub async fn upload_organisation_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<FileCard>)> {
    take(&state, actor, Owner::Organisation(organisation), &headers, body).await
}

/// Takes a file in, and counts how that ended.
async fn take(
    state: &AppState,
    actor: Actor,
    owner: Owner,
    headers: &HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<FileCard>)> {
    let largest_video = u64::from(state.config.files.largest_video_mib) << 20;
    let mut intake = Intake::new(headers, body, largest_video);
    let taken = take_in(state, actor, owner, headers, &mut intake).await;
    let outcome = if taken.is_ok() { "kept" } else { "refused" };
    metrics::counter!("carnet_uploads_total", "outcome" => outcome).increment(1);
    let card = taken?;
    metrics::counter!("carnet_upload_bytes_total").increment(card.bytes.unsigned_abs());
    Ok((StatusCode::CREATED, Json(card)))
}

async fn take_in(
    state: &AppState,
    actor: Actor,
    owner: Owner,
    headers: &HeaderMap,
    intake: &mut Intake,
) -> Result<FileCard> {
    let sender = actor.person;
    let underway = state.part::<Underway>();
    let sending = underway.begin(sender)?;
    if let Owner::Organisation(organisation) = owner {
        policy::may_send(membership(&state.pool, organisation, sender).await?)?;
    }
    let name = name_of(headers)?;
    // What would not fit is refused before it is sent, what does not fit after all once it is there.
    let usage = uploads::usage(&state.pool, owner, sender).await?;
    ensure_room(&state.config, owner, usage, intake.declared_length().unwrap_or(1))?;
    let scratch = state.part::<Storage>().scratch(&state.ids).map_err(Fault::from)?;
    let arrived = intake.receive(scratch).await?;
    let checked = {
        let _look = underway.looks.acquire().await.context("looks are never closed")?;
        let look = tokio::task::spawn_blocking(move || arrived.check());
        look.await.context("the look into a file failed")??
    };
    let kind = checked.found.kind;
    let declared = headers.get(header::CONTENT_TYPE).map_or(Some(""), |declared| declared.to_str().ok());
    let is_declared = declared.is_some_and(|declared| kind.may_be_declared(declared));
    let name = name.agreeing_with(kind).filter(|_| is_declared).ok_or(Code::FileTypeMismatch)?;
    // From here on it ends one way or the other, whether its sender waits or not.
    let keeping = keep(state.clone(), owner, sender, name, checked, sending);
    tokio::spawn(keeping.in_current_span()).await.context("the keeping of a file failed")?
}

/// The name its sender gave it.
fn name_of(headers: &HeaderMap) -> Result<FileName> {
    let required = || Error::field("/name", "required", "Le fichier doit avoir un nom.");
    let mut names = headers.get_all(FILE_NAME).iter();
    let name = names.next().ok_or_else(required)?;
    if names.next().is_some() {
        return Err(Error::field("/name", "duplicate", "Le fichier n’a qu’un nom."));
    }
    // Bytes that are no text are refused as such by the parser.
    let name = String::from_utf8_lossy(name.as_bytes());
    FileName::parse(&name).map_err(|fault| Error::Invalid(vec![fault]))
}

/// Refuses what does not fit any more.
fn ensure_room(config: &Config, owner: Owner, usage: Usage, coming: u64) -> Result<()> {
    if usage.staged >= MOST_STAGED {
        return Err(Code::TooManyStagedFiles.into());
    }
    let mebibytes = match owner {
        Owner::Organisation(_) => config.files.organisation_files_mib,
        Owner::Person(_) => config.files.person_files_mib,
    };
    let room = (u64::from(mebibytes) << 20).saturating_sub(usage.bytes.unsigned_abs());
    if coming > room { Err(Code::FileQuotaReached.into()) } else { Ok(()) }
}

/// Makes an object of the file, and writes it down.
async fn keep(
    state: AppState,
    owner: Owner,
    sender: PersonId,
    name: FileName,
    checked: Checked,
    _sending: Sending,
) -> Result<FileCard> {
    let storage = state.part::<Storage>();
    let key = ObjectKey::draw(&state.ids);
    storage.keep(checked.scratch, &key).await?;
    let scan = if state.part::<Antivirus>().is_there() { Scan::Pending } else { Scan::Unchecked };
    let file = NewFile {
        id: state.ids.opaque(),
        owner,
        sender,
        name: name.as_str().to_owned(),
        media_type: checked.found.kind.media_type(),
        bytes: checked.bytes as i64,
        sha256: checked.sha256,
        warnings: checked.found.warnings.into_iter().map(str::to_owned).collect(),
        key: key.clone(),
        scan,
    };
    let mut tx = state.pool.begin().await?;
    match write_down(&mut tx, &state, file).await {
        // Should this commit fail, nobody knows whether it did: the nightly comparison finds an object without a file.
        Ok(card) => {
            tx.commit().await?;
            Ok(card)
        }
        Err(error) => {
            drop(tx);
            if let Err(fault) = storage.remove(&key).await {
                tracing::warn!(%fault, "an object without a file stays until the nightly comparison");
            }
            Err(error)
        }
    }
}

async fn write_down(tx: &mut Tx<'_>, state: &AppState, file: NewFile) -> Result<FileCard> {
    // Much can have changed while it was sent.
    if let Owner::Organisation(organisation) = file.owner {
        policy::may_send(membership(&mut **tx, organisation, file.sender).await?)?;
    }
    uploads::queue_up(tx, file.owner, file.sender).await?;
    let usage = uploads::usage(&mut **tx, file.owner, file.sender).await?;
    ensure_room(&state.config, file.owner, usage, file.bytes.unsigned_abs())?;
    let card = uploads::insert(tx, state, file).await?;
    if card.scan == Scan::Pending {
        jobs::enqueue(tx, state, &ScanFile { file: card.id }).await?;
    }
    Ok(card)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn one_person_sends_a_few_files_at_a_time_and_others_are_not_in_the_way() {
        let (underway, one, other) =
            (Underway::default(), PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let sending: Vec<_> = (0..MOST_UNDERWAY).map(|_| underway.begin(one).unwrap()).collect();
        assert_eq!(underway.begin(one).err().unwrap().code(), Code::TooManyUploads);
        assert!(underway.begin(other).is_ok());
        drop(sending);
        assert!(underway.begin(one).is_ok() && underway.senders.lock().is_empty());
    }
}
