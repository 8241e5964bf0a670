//! What is done to a quiz as a whole: published, archived, restored, copied, its draft discarded, deleted.

use axum::extract::State;
use axum::http::StatusCode;
use serde_json::json;

use super::author::{Author, begin};
use super::folded;
use super::quiz_views::{QuizView, view};
use super::quizzes::{ensure_version, lock, touch};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, QuizId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, IfMatch, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes::model::quiz::check::pins;
use crate::quizzes::model::quiz::{Content, Item, Move, Status};
use crate::quizzes::store::quizzes::{self, Locked, Title};
use crate::quizzes::store::{contents, questions};

/// A quiz as an address names it.
type Subject = (OrganisationId, QuizId);
/// A quiz, and the version a change of it starts from.
type At = (QuizId, IfMatch);

/// Publishes what was written, with the newest versions of its questions, as the next revision, which never changes again.
///
/// Without anything written, it publishes the newest revision again once one of its questions has a newer version, or more
/// questions can be drawn. What stands in the way is told with pointers into the content. Sessions stay on the revision they
/// took.
#[utoipa::path(post, path = "/organisations/{id}/quizzes/{quiz_id}/publish", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizView), Problems))]
pub async fn publish_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<Subject>,
    if_match: IfMatch,
) -> Result<Versioned<QuizView>> {
    publish(&state, Author::of(actor, organisation), (id, if_match)).await
}

/// Publishes what was written of a quiz of the owner.
pub async fn publish(state: &AppState, author: Author, (id, if_match): At) -> Result<Versioned<QuizView>> {
    let (mut tx, locked, status) = admit(state, author, (id, if_match), Move::Publish).await?;
    let number = locked.revision + 1;
    let written = contents::read(&mut tx, id, number).await?;
    let published = contents::read(&mut tx, id, locked.revision).await?;
    let (content, _) = written.or_else(|| published.clone()).ok_or(Code::NothingToPublish)?;
    let named: Vec<_> = content.questions().collect();
    let bank = questions::candidates(&mut *tx, author.owner, &named, &drawn_tags(&content)).await?;
    let pinned = pins(&content, &bank)?;
    if published.is_some_and(|(before, pins)| before == content && pins == pinned) {
        return Err(Code::NothingToPublish.into());
    }
    let now = state.clock.now();
    contents::write(&mut tx, (id, number), &content, Some(&pinned), now).await?;
    contents::publish(&mut tx, (id, number), (author.person, now)).await?;
    quizzes::set_status(&mut tx, id, (status, number), (author.person, now)).await?;
    finish(tx, state, (author, id), locked, (status, number)).await
}

/// Every tag that something is drawn by.
fn drawn_tags(content: &Content) -> Vec<String> {
    let tags = content.items().filter_map(|(_, _, item)| match item {
        Item::Draw { tags, .. } => Some(tags),
        Item::Question { .. } => None,
    });
    tags.flatten().cloned().collect()
}

/// Archives a quiz: sessions that take it keep it, no other takes it.
#[utoipa::path(post, path = "/organisations/{id}/quizzes/{quiz_id}/archive", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizView), Problems))]
pub async fn archive_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<Subject>,
    if_match: IfMatch,
) -> Result<Versioned<QuizView>> {
    move_to(&state, Author::of(actor, organisation), (id, if_match), Move::Archive).await
}

/// Publishes an archived quiz again, as it was.
#[utoipa::path(post, path = "/organisations/{id}/quizzes/{quiz_id}/restore", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizView), Problems))]
pub async fn restore_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<Subject>,
    if_match: IfMatch,
) -> Result<Versioned<QuizView>> {
    move_to(&state, Author::of(actor, organisation), (id, if_match), Move::Restore).await
}

/// Archives a quiz of the owner, or publishes it again.
pub async fn move_to(
    state: &AppState,
    author: Author,
    (id, if_match): At,
    step: Move,
) -> Result<Versioned<QuizView>> {
    let (mut tx, locked, status) = admit(state, author, (id, if_match), step).await?;
    let after = (status, locked.revision);
    quizzes::set_status(&mut tx, id, after, (author.person, state.clock.now())).await?;
    finish(tx, state, (author, id), locked, after).await
}

/// Copies a quiz, archived or not, into a new draft: what is being written, otherwise its newest revision.
#[utoipa::path(post, path = "/organisations/{id}/quizzes/{quiz_id}/duplicate", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path)),
    responses((status = 201, body = QuizView), Problems))]
pub async fn duplicate_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, source)): Path<Subject>,
) -> Result<(StatusCode, Versioned<QuizView>)> {
    duplicate(&state, Author::of(actor, organisation), source).await
}

/// Copies a quiz of the owner into a new draft.
pub async fn duplicate(
    state: &AppState,
    author: Author,
    source: QuizId,
) -> Result<(StatusCode, Versioned<QuizView>)> {
    let mut tx = begin(state, author).await?;
    let locked = lock(&mut tx, author.owner, source).await?;
    let written = contents::read(&mut tx, source, locked.revision + 1).await?;
    let found = match written {
        Some(written) => Some(written),
        None => contents::read(&mut tx, source, locked.revision).await?,
    };
    let (mut content, _) = found.ok_or_else(Error::not_found)?;
    content.title = copied(&content.title);
    let (id, by): (QuizId, _) = (state.ids.ordered(), (author.person, state.clock.now()));
    let key = folded(&content.title);
    let title = Title { text: &content.title, key: &key };
    quizzes::insert(&mut tx, (author.owner, id, locked.kind), &title, by).await?;
    contents::write(&mut tx, (id, 1), &content, None, by.1).await?;
    let entry = Entry::new(Event::QuizWritten, by.1, "quiz", id.0);
    let entry = author.sign(entry).change(None, json!({ "copy_of": source }));
    audit::record(&mut tx, &state.ids, entry).await?;
    let view = view(&mut tx, author.owner, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.version(), view)))
}

/// The title of a copy, which is no longer than titles are.
fn copied(title: &str) -> String {
    const MARK: &str = " (copie)";
    let kept: String = title.chars().take(200 - MARK.len()).collect();
    format!("{}{MARK}", kept.trim_end())
}

/// Discards what was written since the quiz was last published.
#[utoipa::path(delete, path = "/organisations/{id}/quizzes/{quiz_id}/draft", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizView), Problems))]
pub async fn discard_quiz_draft(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<Subject>,
    if_match: IfMatch,
) -> Result<Versioned<QuizView>> {
    discard(&state, Author::of(actor, organisation), (id, if_match)).await
}

/// Discards what was written of a quiz of the owner since it was last published.
pub async fn discard(state: &AppState, author: Author, (id, if_match): At) -> Result<Versioned<QuizView>> {
    let (mut tx, locked, _) = admit(state, author, (id, if_match), Move::Write).await?;
    // A quiz that was never published consists of its draft: it is deleted, not emptied.
    let published = contents::read(&mut tx, id, locked.revision).await?;
    let (published, _) = published.ok_or_else(|| Error::illegal_state(locked.status.as_str()))?;
    if !contents::discard(&mut tx, id).await? {
        return Err(Code::NothingToPublish.into());
    }
    let now = state.clock.now();
    touch(&mut tx, id, &published, (author, now)).await?;
    let entry = Entry::new(Event::QuizDraftDiscarded, now, "quiz", id.0);
    audit::record(&mut tx, &state.ids, author.sign(entry)).await?;
    let view = view(&mut tx, author.owner, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version(), view))
}

/// Deletes a quiz that was never published.
#[utoipa::path(delete, path = "/organisations/{id}/quizzes/{quiz_id}", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 204), Problems))]
pub async fn delete_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<Subject>,
    if_match: IfMatch,
) -> Result<StatusCode> {
    delete(&state, Author::of(actor, organisation), (id, if_match)).await
}

/// Deletes a quiz of the owner that was never published.
pub async fn delete(state: &AppState, author: Author, (id, if_match): At) -> Result<StatusCode> {
    let (mut tx, ..) = admit(state, author, (id, if_match), Move::Delete).await?;
    quizzes::delete(&mut tx, id).await?;
    let entry = Entry::new(Event::QuizDeleted, state.clock.now(), "quiz", id.0);
    audit::record(&mut tx, &state.ids, author.sign(entry)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Begins a move: rights first, then the state, then the version.
async fn admit(
    state: &AppState,
    author: Author,
    (id, if_match): At,
    step: Move,
) -> Result<(Tx<'static>, Locked, Status)> {
    let mut tx = begin(state, author).await?;
    let locked = lock(&mut tx, author.owner, id).await?;
    let status = locked.status.after(step)?;
    ensure_version(&mut tx, (author.owner, id), locked, if_match).await?;
    Ok((tx, locked, status))
}

/// Notes the move and shows what came of it.
async fn finish(
    mut tx: Tx<'_>,
    state: &AppState,
    (author, id): (Author, QuizId),
    before: Locked,
    (status, revision): (Status, i32),
) -> Result<Versioned<QuizView>> {
    let told = |status: Status, revision: i32| json!({ "status": status, "revision": revision });
    let entry = Entry::new(Event::QuizStatusChanged, state.clock.now(), "quiz", id.0);
    let entry = author.sign(entry);
    let entry = entry.change(told(before.status, before.revision), told(status, revision));
    audit::record(&mut tx, &state.ids, entry).await?;
    let view = view(&mut tx, author.owner, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version(), view))
}
