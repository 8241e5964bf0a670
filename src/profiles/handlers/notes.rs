//! What a company notes about somebody.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::unkept;
use crate::companies::{Role, VerifiedRecruiter};
use crate::events::Event;
use crate::ids::{ProfileId, ProfileNoteId, RecruiterId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned, texts,
};
use crate::platform::state::AppState;
use crate::profiles::model::LONGEST_NOTE;
use crate::profiles::store::notes::{self, Filter, Note, NoteKey};
use crate::profiles::store::seen;

/// What whoever writes must know.
const WARNING: &str = "Une note est une donnée personnelle de la personne qu’elle concerne\u{a0}: celle-ci peut la lire en demandant ses \
                       données. N’écrivez que ce qui est utile au recrutement. Une note est supprimée deux ans après sa dernière \
                       modification.";

/// A note of the company about somebody.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProfileNote)]
pub struct NoteView {
    id: ProfileNoteId,
    text: String,
    /// Whoever wrote it; null once they left.
    author: Option<NoteAuthor>,
    /// Whether the reader may change and delete it.
    editable: bool,
    /// To be sent back as `If-Match`.
    version: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    /// When it goes: two years after its last edit.
    expires_at: DateTime<Utc>,
}

/// The colleague who wrote a note.
#[derive(Debug, Serialize, ToSchema)]
struct NoteAuthor {
    id: RecruiterId,
    first_name: String,
    last_name: String,
}

/// Notes about somebody.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfileNotes {
    /// To be shown wherever notes are read or written.
    warning: &'static str,
    items: Vec<NoteView>,
    /// Where the next page starts; null on the last one.
    next_cursor: Option<String>,
}

impl NoteView {
    fn of(note: Note, reader: &VerifiedRecruiter) -> Self {
        let author = note.author.map(|id| NoteAuthor {
            id,
            first_name: note.author_first_name.unwrap_or_default(),
            last_name: note.author_last_name.unwrap_or_default(),
        });
        Self {
            id: note.id,
            text: note.text,
            author,
            editable: may_edit(note.author, reader).is_ok(),
            version: note.version,
            created_at: note.created_at,
            updated_at: note.updated_at,
            expires_at: note.expires_at,
        }
    }
}

/// A note is changed and deleted by whoever wrote it, and by the admins of the company.
fn may_edit(author: Option<RecruiterId>, reader: &VerifiedRecruiter) -> Result<()> {
    if author == Some(reader.recruiter) || reader.role == Role::Admin {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// Lists what the company notes about somebody it may see, newest first.
///
/// Notes are data about that person, who may read them. They are in no index and in no answer of the search.
#[utoipa::path(get, path = "/profiles/{profile_id}/notes", operation_id = "list_profile_notes", tag = "profiles",
    params(("profile_id" = ProfileId, Path), PageParams),
    responses((status = 200, body = ProfileNotes), Problems))]
pub async fn list_profile_notes(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(profile): Path<ProfileId>,
    Query(page): Query<PageParams>,
) -> Result<Response> {
    let limit = page.limit()?;
    let filter = Filter { profile: Some(profile), id: None, after: page.after()? };
    ensure_seen(&state, &recruiter, profile).await?;
    let mut connection = state.pool.acquire().await?;
    let read = (i64::from(limit) + 1, state.clock.now());
    let rows = notes::list(&mut connection, recruiter.company, filter, read).await?;
    let page = Page::cut(rows, limit, |note| NoteKey(note.created_at, note.id.0));
    let Page { items, next_cursor } = page.map(|note| NoteView::of(note, &recruiter));
    Ok(unkept(None, Json(ProfileNotes { warning: WARNING, items, next_cursor })))
}

/// Unknown, no longer visible, or hidden from this company: the same answer.
async fn ensure_seen(state: &AppState, recruiter: &VerifiedRecruiter, profile: ProfileId) -> Result<()> {
    let seen = seen(state, recruiter, &[profile]).await?;
    if seen.contains(&profile) { Ok(()) } else { Err(Error::not_found()) }
}

/// What to note.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WriteProfileNote)]
pub struct WriteNote {
    /// 1 to 2000 characters: data about the person, who may read it.
    text: String,
}

impl WriteNote {
    fn parse(&self) -> Result<String> {
        texts::paragraphs("/text", &self.text, 1..=LONGEST_NOTE).map_err(|fault| Error::Invalid(vec![fault]))
    }
}

/// Notes something about somebody the company may see; its other recruiters read it.
///
/// A note is data about that person, who may read it. It goes two years after its last edit, and with the person.
#[utoipa::path(post, path = "/profiles/{profile_id}/notes", operation_id = "create_profile_note", tag = "profiles",
    params(("profile_id" = ProfileId, Path)), request_body = WriteNote,
    responses((status = 201, body = NoteView), Problems))]
pub async fn create_profile_note(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(profile): Path<ProfileId>,
    Json(body): Json<WriteNote>,
) -> Result<Response> {
    ensure_seen(&state, &recruiter, profile).await?;
    let text = body.parse()?;
    let (now, id): (_, ProfileNoteId) = (state.clock.now(), state.ids.ordered());
    let mut tx = state.pool.begin().await?;
    let by = (recruiter.company, recruiter.recruiter);
    notes::insert(&mut tx, by, (id, profile), &text, now).await?;
    record(&mut tx, &state, &recruiter, Event::ProfileNoteWritten, id).await?;
    let view = NoteView::of(notes::find(&mut tx, recruiter.company, id, now).await?, &recruiter);
    tx.commit().await?;
    Ok(unkept(None, (StatusCode::CREATED, Versioned(view.version, view))))
}

/// Writes a note anew. For whoever wrote it and the admins of the company; it is kept two years from then on.
#[utoipa::path(put, path = "/profile-notes/{id}", operation_id = "update_profile_note", tag = "profiles",
    params(("id" = ProfileNoteId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = WriteNote, responses((status = 200, body = NoteView), Problems))]
pub async fn update_profile_note(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ProfileNoteId>,
    if_match: IfMatch,
    Json(body): Json<WriteNote>,
) -> Result<Response> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let locked = lock(&mut tx, &recruiter, id, now).await?;
    let text = body.parse()?;
    let asked = if_match.version()?;
    let before = NoteView::of(notes::find(&mut tx, recruiter.company, id, now).await?, &recruiter);
    ensure_current(asked, locked.version, &before)?;
    notes::update(&mut tx, id, &text, now).await?;
    record(&mut tx, &state, &recruiter, Event::ProfileNoteWritten, id).await?;
    let after = NoteView::of(notes::find(&mut tx, recruiter.company, id, now).await?, &recruiter);
    tx.commit().await?;
    Ok(unkept(None, Versioned(after.version, after).into_response()))
}

/// Deletes a note. For whoever wrote it and the admins of the company, whether the person is visible or not.
#[utoipa::path(delete, path = "/profile-notes/{id}", operation_id = "delete_profile_note", tag = "profiles",
    params(("id" = ProfileNoteId, Path)), responses((status = 204), Problems))]
pub async fn delete_profile_note(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ProfileNoteId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    lock(&mut tx, &recruiter, id, state.clock.now()).await?;
    notes::delete(&mut tx, id).await?;
    record(&mut tx, &state, &recruiter, Event::ProfileNoteDeleted, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn lock(
    tx: &mut Tx<'_>,
    recruiter: &VerifiedRecruiter,
    id: ProfileNoteId,
    now: DateTime<Utc>,
) -> Result<notes::Locked> {
    let locked = notes::lock(tx, recruiter.company, id, now).await?.ok_or_else(Error::not_found)?;
    may_edit(locked.author, recruiter)?;
    Ok(locked)
}

/// Notes that something was written: never its words, nor whom it is about.
async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: &VerifiedRecruiter,
    event: Event,
    id: ProfileNoteId,
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "profile_note", id.0).by(recruiter.actor.person);
    Ok(audit::record(tx, &state.ids, entry.change(None, json!({ "company": recruiter.company }))).await?)
}
