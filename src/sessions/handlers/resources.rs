//! Resources of a session: links, videos and files, for trainees from the moment they are visible.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::{Subject, begin_reading, begin_teaching};
use crate::actor::Actor;
use crate::events::Event;
use crate::files::{self, Claim, FileCard, Owner, Purpose, Scan};
use crate::ids::{FileId, OrganisationId, ResourceId, SessionCourseId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Error, IfMatch, Json, Page, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::sessions::model::Move;
use crate::sessions::model::attachments::{MOST, ResourceContent, ResourceDraft, ResourceKind};
use crate::sessions::store::resources::{self, Resource, Version};
use crate::sessions::store::slots;

/// A resource as an address names it.
pub type ResourceSubject = (OrganisationId, TrainingSessionId, ResourceId);

/// A resource of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResourceView {
    id: ResourceId,
    kind: ResourceKind,
    title: String,
    /// The course of the session's list it belongs to; null: the session as a whole.
    session_course_id: Option<SessionCourseId>,
    /// When trainees see it; null: at once.
    visible_from: Option<DateTime<Utc>>,
    /// Number of its newest version, the one that is shown.
    number: i32,
    /// Address of a link or a video.
    url: Option<String>,
    /// The file of its newest version, and what the antivirus says of it.
    file: Option<FileCard>,
    /// To be sent back as `If-Match`.
    version: i32,
    updated_at: DateTime<Utc>,
}

/// A resource with its versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResourceDetails {
    #[serde(flatten)]
    resource: ResourceView,
    /// Newest first.
    versions: Vec<ResourceVersion>,
}

/// A version of a resource.
#[derive(Debug, Serialize, ToSchema)]
struct ResourceVersion {
    number: i32,
    url: Option<String>,
    file: Option<FileCard>,
    created_at: DateTime<Utc>,
    /// Null once the account is gone.
    created_by: Option<String>,
}

/// A resource as trainees see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyResource {
    pub id: ResourceId,
    kind: ResourceKind,
    title: String,
    /// The course of the session's list it belongs to; null: the session as a whole.
    session_course_id: Option<SessionCourseId>,
    /// Address of a link or a video.
    url: Option<String>,
    /// The file; one that the antivirus has not looked through is not listed.
    pub file: Option<FileCard>,
    updated_at: DateTime<Utc>,
}

/// What is known of files, by id.
type Cards = HashMap<FileId, FileCard>;

async fn cards(tx: &mut Tx<'_>, named: impl Iterator<Item = Option<FileId>>) -> Result<Cards> {
    let named: Vec<_> = named.flatten().collect();
    let found = files::cards(&mut **tx, &named).await?;
    Ok(found.into_iter().map(|card| (card.id, card)).collect())
}

impl ResourceView {
    fn new(resource: Resource, cards: &Cards) -> Self {
        Self {
            id: resource.id,
            kind: resource.kind,
            title: resource.title,
            session_course_id: resource.course,
            visible_from: resource.visible_from,
            number: resource.number,
            url: resource.url,
            file: resource.file.and_then(|file| cards.get(&file).cloned()),
            version: resource.version,
            updated_at: resource.updated_at,
        }
    }
}

impl ResourceVersion {
    fn new(version: Version, cards: &Cards) -> Self {
        let Version { number, url, file, created_at, created_by } = version;
        let file = file.and_then(|file| cards.get(&file).cloned());
        Self { number, url, file, created_at, created_by }
    }
}

/// What trainees see of a session's resources now.
pub async fn visible(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    now: DateTime<Utc>,
) -> Result<Vec<MyResource>> {
    let mut rows = resources::list(&mut **tx, session, None).await?;
    rows.retain(|resource| resource.visible_from.is_none_or(|from| from <= now));
    let cards = cards(tx, rows.iter().map(|resource| resource.file)).await?;
    let is_safe = |file: &FileId| cards.get(file).is_some_and(is_safe);
    rows.retain(|resource| resource.file.as_ref().is_none_or(is_safe));
    let shown = rows.into_iter().map(|resource| MyResource {
        id: resource.id,
        kind: resource.kind,
        title: resource.title,
        session_course_id: resource.course,
        url: resource.url,
        file: resource.file.and_then(|file| cards.get(&file).cloned()),
        updated_at: resource.updated_at,
    });
    Ok(shown.collect())
}

/// Whether trainees may have a file: what the antivirus found infected, or has yet to look through, they may not.
fn is_safe(card: &FileCard) -> bool {
    matches!(card.scan, Scan::Clean | Scan::Unchecked)
}

/// Lists the resources of a session in their order, on one page; those that trainees do not see yet too.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/resources", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Page<ResourceView>), Problems))]
pub async fn list_resources(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
) -> Result<Json<Page<ResourceView>>> {
    let mut tx = begin_reading(&state, actor, subject).await?;
    let rows = resources::list(&mut *tx, subject.1, None).await?;
    let cards = cards(&mut tx, rows.iter().map(|resource| resource.file)).await?;
    Ok(Json(Page::whole(rows.into_iter().map(|resource| ResourceView::new(resource, &cards)).collect())))
}

/// Adds a resource to a session. Its trainers may, too.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/resources", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)), request_body = ResourceDraft,
    responses((status = 201, body = ResourceDetails), Problems))]
pub async fn create_resource(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(draft): Json<ResourceDraft>,
) -> Result<(StatusCode, Versioned<ResourceDetails>)> {
    let (organisation, session) = subject;
    let (mut tx, _) = begin_teaching(&state, actor, subject, Move::Correct).await?;
    let content = draft.parse()?;
    ensure_known_course(&mut tx, session, content.course).await?;
    if resources::list(&mut *tx, session, None).await?.len() >= MOST {
        return Err(Error::field("", "too_many", format!("{MOST} ressources au plus.")));
    }
    if content.kind == ResourceKind::File && content.file.is_none() {
        return Err(Error::field("/file_id", "required", "Envoyez d’abord le fichier."));
    }
    claim(&mut tx, &state, actor, organisation, content.file).await?;
    let id: ResourceId = state.ids.ordered();
    resources::insert(&mut tx, (session, id), &content, (actor.person, state.clock.now())).await?;
    place(&mut tx, session, id, content.position).await?;
    let view = finish(tx, &state, (actor, (organisation, session, id)), "created").await?;
    Ok((StatusCode::CREATED, view))
}

/// Shows a resource with its versions.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/resources/{resource_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("resource_id" = ResourceId, Path)),
    responses((status = 200, body = ResourceDetails), Problems))]
pub async fn get_resource(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<ResourceSubject>,
) -> Result<Versioned<ResourceDetails>> {
    let mut tx = begin_reading(&state, actor, (organisation, session)).await?;
    let view = details(&mut tx, session, id).await?;
    Ok(Versioned(view.resource.version, view))
}

/// Writes a resource anew. Another address makes the next version; those before stay readable to those who run the session.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/resources/{resource_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("resource_id" = ResourceId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = ResourceDraft, responses((status = 200, body = ResourceDetails), Problems))]
pub async fn update_resource(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<ResourceSubject>,
    if_match: IfMatch,
    Json(draft): Json<ResourceDraft>,
) -> Result<Versioned<ResourceDetails>> {
    let (organisation, session, id) = subject;
    let (mut tx, _) = begin_teaching(&state, actor, (organisation, session), Move::Correct).await?;
    let before = find(&mut tx, session, id, if_match).await?;
    let content = draft.parse()?;
    ensure_same_kind(&before, &content)?;
    ensure_known_course(&mut tx, session, content.course).await?;
    let by = (actor.person, state.clock.now());
    let is_new = match content.kind {
        ResourceKind::File => content.file.is_some() && content.file != before.file,
        ResourceKind::Link | ResourceKind::Video => content.url != before.url,
    };
    if is_new {
        claim(&mut tx, &state, actor, organisation, content.file).await?;
    }
    let number = before.number + i32::from(is_new);
    if is_new {
        resources::insert_version(&mut tx, (id, number), &content, by).await?;
    }
    resources::update(&mut tx, (id, number), &content, by).await?;
    place(&mut tx, session, id, content.position).await?;
    finish(tx, &state, (actor, subject), "written").await
}

/// Deletes a resource with its versions.
#[utoipa::path(delete, path = "/organisations/{id}/sessions/{session_id}/resources/{resource_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("resource_id" = ResourceId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 204), Problems))]
pub async fn delete_resource(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<ResourceSubject>,
    if_match: IfMatch,
) -> Result<StatusCode> {
    let (mut tx, _) = begin_teaching(&state, actor, (organisation, session), Move::Correct).await?;
    find(&mut tx, session, id, if_match).await?;
    for file in resources::delete(&mut tx, id).await? {
        files::release(&mut tx, &state, file).await?;
    }
    let entry = Entry::new(Event::ResourceDeleted, state.clock.now(), "session_resource", id.0);
    audit::record(&mut tx, &state.ids, entry.by(actor.person).within(organisation)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a file into use that was sent in the organisation's name.
async fn claim(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    organisation: OrganisationId,
    file: Option<FileId>,
) -> Result<()> {
    let Some(file) = file else { return Ok(()) };
    let (purpose, owner) = (Purpose::SessionResource, Owner::Organisation(organisation));
    files::claim(tx, state, &Claim { file, purpose, owner, by: actor.person, pointer: "/file_id" }).await?;
    Ok(())
}

async fn find(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    id: ResourceId,
    if_match: IfMatch,
) -> Result<Resource> {
    let resource = resources::list(&mut **tx, session, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    let asked = if_match.version()?;
    if asked != resource.version {
        ensure_current(asked, resource.version, &details(tx, session, id).await?)?;
    }
    Ok(resource)
}

fn ensure_same_kind(before: &Resource, content: &ResourceContent) -> Result<()> {
    if before.kind == content.kind {
        return Ok(());
    }
    Err(Error::field("/kind", "not_changeable", "Ajoutez plutôt une autre ressource."))
}

async fn ensure_known_course(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    course: Option<SessionCourseId>,
) -> Result<()> {
    match course {
        Some(course) if !slots::has_course(&mut **tx, session, course).await? => {
            Err(Error::field("/session_course_id", "unknown_course", "La session n’a pas ce module."))
        }
        _ => Ok(()),
    }
}

/// Puts a resource at its place among the others.
async fn place(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    id: ResourceId,
    position: Option<u16>,
) -> Result<()> {
    let Some(position) = position else { return Ok(()) };
    let rows = resources::list(&mut **tx, session, None).await?;
    let mut ids: Vec<_> = rows.into_iter().map(|resource| resource.id).filter(|other| *other != id).collect();
    ids.insert(usize::from(position).min(ids.len()), id);
    Ok(resources::reorder(tx, &ids).await?)
}

async fn details(tx: &mut Tx<'_>, session: TrainingSessionId, id: ResourceId) -> Result<ResourceDetails> {
    let resource = resources::list(&mut **tx, session, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    let versions = resources::versions(&mut **tx, id).await?;
    let cards = cards(tx, versions.iter().map(|version| version.file)).await?;
    let versions = versions.into_iter().map(|version| ResourceVersion::new(version, &cards)).collect();
    Ok(ResourceDetails { resource: ResourceView::new(resource, &cards), versions })
}

async fn finish(
    mut tx: Tx<'_>,
    state: &AppState,
    (actor, (organisation, session, id)): (Actor, ResourceSubject),
    what: &str,
) -> Result<Versioned<ResourceDetails>> {
    let entry = Entry::new(Event::ResourceWritten, state.clock.now(), "session_resource", id.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "what": what }));
    audit::record(&mut tx, &state.ids, entry).await?;
    let view = details(&mut tx, session, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.resource.version, view))
}
