//! One's own copy of a private room, before it is deleted: an archive, made and handed out at once.

use std::io::{self, Write};

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use futures::stream;
use tokio::io::AsyncReadExt;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::actor::Actor;
use crate::chat::model::copy::{FORMAT, Line, RoomCopy, path};
use crate::chat::model::message::State as MessageState;
use crate::chat::policy;
use crate::chat::store::export;
use crate::events::Event;
use crate::files;
use crate::ids::{ChatRoomId, FileId, MessageId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Path, Problems, Result};
use crate::platform::state::AppState;
use crate::platform::storage::{Fault, Scratch, Storage};

/// Bytes handed out at a time.
const PIECE: usize = 64 * 1024;

/// Downloads one's own copy of a private room: an archive with what was said, as JSON and as text, and the files one sent oneself. Of the
/// other there is what they said, and nothing else.
#[utoipa::path(get, path = "/rooms/{id}/export", tag = "rooms", params(("id" = ChatRoomId, Path)),
    responses((status = 200, content_type = "application/zip", body = Vec<u8>), Problems))]
pub async fn export_room(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
) -> Result<Response> {
    let (mut copy, files) = gather(&state, actor, room).await?;
    let scratch = state.part::<Storage>().scratch(&state.ids).map_err(Fault::from)?;
    let mut zip = ZipWriter::new(scratch.reopen().map_err(Fault::from)?);
    for (place, (message, file)) in files.into_iter().enumerate() {
        // One file in memory at a time.
        let (name, read) = read_own(&state, file).await?;
        let Some(bytes) = read else {
            copy.missing_files.push(name);
            continue;
        };
        let stored = path(place + 1, &name);
        zip = blocking(zip, stored.clone(), bytes).await?;
        if let Some(line) = copy.messages.iter_mut().find(|line| line.id == message) {
            line.files.push(stored);
        }
    }
    let json = serde_json::to_vec_pretty(&copy).map_err(anyhow::Error::from)?;
    zip = blocking(zip, "messages.json".to_owned(), json).await?;
    zip = blocking(zip, "messages.txt".to_owned(), copy.to_text().into_bytes()).await?;
    let written = tokio::task::spawn_blocking(move || zip.finish().map(drop)).await;
    written.map_err(anyhow::Error::from)?.map_err(anyhow::Error::from)?;
    let mut tx = state.pool.begin().await?;
    let entry = Entry::new(Event::RoomExported, state.clock.now(), "chat_room", room.0).by(actor.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    hand_out(scratch)
}

/// What was said, and the files one sent oneself.
async fn gather(
    state: &AppState,
    actor: Actor,
    room: ChatRoomId,
) -> Result<(RoomCopy, Vec<(MessageId, FileId)>)> {
    let (mut tx, place) = super::begin_reading(state, actor, room).await?;
    let now = state.clock.now();
    let (side, of) = policy::may_end(&place, now)?;
    let own = export::own_files(&mut tx, room, actor.person).await?;
    let line = |said: export::Said| Line {
        id: said.id,
        position: said.position,
        is_mine: said.side == side,
        state: said.state.as_str(),
        text: said.text.filter(|_| said.state == MessageState::Visible),
        reply_to: said.reply_to,
        sent_at: said.sent_at,
        edited_at: said.edited_at,
        files: Vec::new(),
    };
    let messages = export::said(&mut tx, room).await?.into_iter().map(line).collect();
    let copy = RoomCopy {
        format: FORMAT,
        title: of.title,
        company: of.company_name.unwrap_or(of.siret),
        opened_at: place.opened_at,
        copied_at: now,
        messages,
        missing_files: Vec::new(),
    };
    Ok((copy, own))
}

/// A file, and its bytes unless they cannot be handed out.
async fn read_own(state: &AppState, file: FileId) -> Result<(String, Option<Vec<u8>>)> {
    let card = files::card(&state.pool, file).await?;
    let name = card.map_or_else(|| file.to_string(), |card| card.name);
    match files::read(state, file).await {
        Ok(read) => Ok((name, Some(read.bytes))),
        Err(error) if error.code().status().is_server_error() => Err(error),
        Err(_) => Ok((name, None)),
    }
}

/// Writes to the disk on a thread that may wait for it.
async fn blocking(
    mut zip: ZipWriter<std::fs::File>,
    path: String,
    bytes: Vec<u8>,
) -> Result<ZipWriter<std::fs::File>> {
    let packed = tokio::task::spawn_blocking(move || {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(path, options)?;
        zip.write_all(&bytes)?;
        anyhow::Ok(zip)
    });
    Ok(packed.await.map_err(anyhow::Error::from)??)
}

/// Hands the archive out; the scratch file goes with the last of it, or with whoever does not wait for it.
fn hand_out(scratch: Scratch) -> Result<Response> {
    let file = scratch.reopen().map_err(Fault::from)?;
    let bytes = file.metadata().map_err(Fault::from)?.len();
    let pieces =
        stream::try_unfold((tokio::fs::File::from_std(file), scratch), |(mut file, scratch)| async move {
            let mut piece = vec![0; PIECE];
            let read = file.read(&mut piece).await?;
            piece.truncate(read);
            Ok::<_, io::Error>((read > 0).then(|| (Bytes::from(piece), (file, scratch))))
        });
    let mut response = Body::from_stream(pieces).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = HeaderValue::from_static("attachment; filename=\"salon-prive.zip\"");
    headers.insert(CONTENT_DISPOSITION, name);
    Ok(response)
}
