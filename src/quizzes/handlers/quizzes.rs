//! Quizzes: listed, read, written.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;

use super::author::{Author, begin, begin_reading};
use super::quiz_views::{QuizSummary, QuizView, view};
use super::{folded, searched};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, QuizId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned,
};
use crate::platform::state::AppState;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::quiz::draft::QuizDraft;
use crate::quizzes::model::quiz::{Content, Kind, Move, Status};
use crate::quizzes::store::quizzes::{self, Filter, Locked, Row, TimeKey, Title};
use crate::quizzes::store::{contents, questions};

/// Which quizzes.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuizzes {
    /// Quizzes, or assignments (default: both).
    #[param(inline)]
    kind: Option<Kind>,
    /// In this state only.
    #[param(inline)]
    status: Option<Status>,
    /// Whose title holds this, whatever its case and accents; 200 characters at most.
    q: Option<String>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Lists the organisation's quizzes and assignments, the last written first.
#[utoipa::path(get, path = "/organisations/{id}/quizzes", tag = "quizzes",
    params(("id" = OrganisationId, Path), ListQuizzes),
    responses((status = 200, body = Page<QuizSummary>), Problems))]
pub async fn list_quizzes(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListQuizzes>,
) -> Result<Json<Page<QuizSummary>>> {
    list(&state, Author::of(actor, organisation), query).await
}

/// Lists the owner's quizzes and assignments.
pub async fn list(state: &AppState, author: Author, query: ListQuizzes) -> Result<Json<Page<QuizSummary>>> {
    let mut tx = begin_reading(state, author).await?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let words = searched(query.q.as_deref())?;
    let filter = Filter { id: None, kind: query.kind, status: query.status, words, before: page.after()? };
    let rows = quizzes::list(&mut *tx, author.owner, filter, i64::from(limit) + 1).await?;
    let key = |row: &Row| TimeKey(row.updated_at, row.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(QuizSummary::from)))
}

/// Writes a new quiz or assignment. Only its kind and title are needed; the rest may come later.
#[utoipa::path(post, path = "/organisations/{id}/quizzes", tag = "quizzes",
    params(("id" = OrganisationId, Path)), request_body = QuizDraft,
    responses((status = 201, body = QuizView), Problems))]
pub async fn create_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Json(draft): Json<QuizDraft>,
) -> Result<(StatusCode, Versioned<QuizView>)> {
    create(&state, Author::of(actor, organisation), &draft).await
}

/// Writes a new quiz in the name of its owner.
pub async fn create(
    state: &AppState,
    author: Author,
    draft: &QuizDraft,
) -> Result<(StatusCode, Versioned<QuizView>)> {
    let mut tx = begin(state, author).await?;
    let content = read(&mut tx, author.owner, draft).await?;
    let (id, by): (QuizId, _) = (state.ids.ordered(), (author.person, state.clock.now()));
    let key = folded(&content.title);
    let title = Title { text: &content.title, key: &key };
    quizzes::insert(&mut tx, (author.owner, id, draft.kind), &title, by).await?;
    contents::write(&mut tx, (id, 1), &content, None, by.1).await?;
    record_written(&mut tx, state, (author, id), 1).await?;
    let view = view(&mut tx, author.owner, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.version(), view)))
}

/// Shows a quiz: what is being written, otherwise its newest revision.
#[utoipa::path(get, path = "/organisations/{id}/quizzes/{quiz_id}", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path)),
    responses((status = 200, body = QuizView), Problems))]
pub async fn get_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuizId)>,
) -> Result<Versioned<QuizView>> {
    show(&state, Author::of(actor, organisation), id).await
}

/// Shows a quiz of the owner.
pub async fn show(state: &AppState, author: Author, id: QuizId) -> Result<Versioned<QuizView>> {
    let mut tx = begin_reading(state, author).await?;
    let view = view(&mut tx, author.owner, id).await?;
    Ok(Versioned(view.version(), view))
}

/// Writes the whole content of a quiz anew.
///
/// What was published stays as it is: what is written becomes the next revision once it is published. Content that says what
/// the newest revision says leaves no draft.
#[utoipa::path(put, path = "/organisations/{id}/quizzes/{quiz_id}", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = QuizDraft, responses((status = 200, body = QuizView), Problems))]
pub async fn update_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuizId)>,
    if_match: IfMatch,
    Json(draft): Json<QuizDraft>,
) -> Result<Versioned<QuizView>> {
    update(&state, Author::of(actor, organisation), (id, if_match), &draft).await
}

/// Writes the whole content of a quiz of the owner anew.
pub async fn update(
    state: &AppState,
    author: Author,
    (id, if_match): (QuizId, IfMatch),
    draft: &QuizDraft,
) -> Result<Versioned<QuizView>> {
    let mut tx = begin(state, author).await?;
    let locked = lock(&mut tx, author.owner, id).await?;
    locked.status.after(Move::Write)?;
    ensure_version(&mut tx, (author.owner, id), locked, if_match).await?;
    if draft.kind != locked.kind {
        return Err(Error::field("/kind", "not_changeable", "Écrivez plutôt un nouveau quiz."));
    }
    let content = read(&mut tx, author.owner, draft).await?;
    let now = state.clock.now();
    let published = contents::read(&mut tx, id, locked.revision).await?;
    if published.is_some_and(|(published, _)| published == content) {
        contents::discard(&mut tx, id).await?;
    } else {
        contents::write(&mut tx, (id, locked.revision + 1), &content, None, now).await?;
    }
    touch(&mut tx, id, &content, (author, now)).await?;
    record_written(&mut tx, state, (author, id), locked.revision + 1).await?;
    let view = view(&mut tx, author.owner, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version(), view))
}

async fn read(tx: &mut Tx<'_>, owner: Owner, draft: &QuizDraft) -> Result<Content> {
    let known = questions::known(&mut **tx, owner, &draft.named()).await?;
    draft.parse(&known, owner)
}

/// Locks a quiz of the owner.
pub async fn lock(tx: &mut Tx<'_>, owner: Owner, id: QuizId) -> Result<Locked> {
    quizzes::lock(tx, owner, id).await?.ok_or_else(Error::not_found)
}

/// Refuses a change that starts from an older version of the quiz, and shows the current one.
pub async fn ensure_version(
    tx: &mut Tx<'_>,
    (owner, id): (Owner, QuizId),
    locked: Locked,
    if_match: IfMatch,
) -> Result<()> {
    let asked = if_match.version()?;
    if asked == locked.version {
        return Ok(());
    }
    ensure_current(asked, locked.version, &view(tx, owner, id).await?)
}

/// Raises the version, and keeps the title that lists show.
pub async fn touch(
    tx: &mut Tx<'_>,
    id: QuizId,
    content: &Content,
    (author, now): (Author, DateTime<Utc>),
) -> Result<()> {
    let key = folded(&content.title);
    let title = Title { text: &content.title, key: &key };
    Ok(quizzes::touch(tx, id, &title, (author.person, now)).await?)
}

async fn record_written(
    tx: &mut Tx<'_>,
    state: &AppState,
    (author, id): (Author, QuizId),
    revision: i32,
) -> Result<()> {
    let entry = Entry::new(Event::QuizWritten, state.clock.now(), "quiz", id.0);
    let entry = author.sign(entry).change(None, json!({ "revision": revision }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}
