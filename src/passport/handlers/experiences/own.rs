//! One's own experiences: listed, begun, written, deleted while they are drafts.

use axum::extract::State;
use axum::http::StatusCode;
use carnet_index::{RomeCode, SkillCode};
use serde_json::json;

use super::views::{ExperienceView, Hanging};
use super::{lock, lock_to_write, mark, record, view};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::files;
use crate::ids::ExperienceId;
use crate::passport::model::experience::draft::{ExperienceDraft, Known, Written};
use crate::passport::model::experience::status::Move;
use crate::passport::store::experience::own::{self as experiences, MOST_EXPERIENCES, Worded};
use crate::passport::store::experience::proofs;
use crate::platform::db::Tx;
use crate::platform::db::dirty::Urgency;
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Code, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned,
};
use crate::platform::search::Search;
use crate::platform::state::AppState;

/// Lists one's own experiences, newest first, with everything that hangs on each.
#[utoipa::path(get, path = "/me/experiences", tag = "passport", params(PageParams),
    responses((status = 200, body = Page<ExperienceView>), Problems))]
pub async fn list_my_experiences(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<ExperienceView>>> {
    let (limit, after) = (page.limit()?, page.after()?);
    let mut tx = state.pool.begin().await?;
    let rows = experiences::list(&mut *tx, actor.person, None, after, i64::from(limit) + 1).await?;
    let page = Page::cut(rows, limit, |row| (row.created_at, row.id.0));
    let ids: Vec<ExperienceId> = page.items.iter().map(|row| row.id).collect();
    let hanging = Hanging::read(&mut tx, &ids).await?;
    tx.commit().await?;
    Ok(Json(page.map(|row| hanging.draw(row, state.config.files.unchecked_files))))
}

/// Shows one of one's own experiences.
#[utoipa::path(get, path = "/me/experiences/{experience_id}", tag = "passport",
    params(("experience_id" = ExperienceId, Path)),
    responses((status = 200, body = ExperienceView), Problems))]
pub async fn get_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
) -> Result<Versioned<ExperienceView>> {
    let mut tx = state.pool.begin().await?;
    let found = view(&mut tx, &state, actor, id).await?;
    tx.commit().await?;
    Ok(Versioned(found.version, found))
}

/// Begins an experience: a draft, which counts nowhere.
#[utoipa::path(post, path = "/me/experiences", tag = "passport", request_body = ExperienceDraft,
    responses((status = 201, body = ExperienceView), Problems))]
pub async fn create_experience(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<ExperienceDraft>,
) -> Result<(StatusCode, Versioned<ExperienceView>)> {
    let catalog = state.part::<Catalog>().snapshot();
    let written = parse(&body, &state, &catalog, &[])?;
    let mut tx = state.pool.begin().await?;
    if experiences::count(&mut tx, actor.person).await? >= MOST_EXPERIENCES {
        return Err(Code::TooManyExperiences.into());
    }
    let id: ExperienceId = state.ids.ordered();
    experiences::insert(&mut tx, (id, actor.person), &written, state.clock.now()).await?;
    write_codes(&mut tx, id, &written, &catalog).await?;
    record(&mut tx, &state, (actor, Event::ExperienceWritten, id), json!({ "status": "draft" })).await?;
    let made = view(&mut tx, &state, actor, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(made.version, made)))
}

/// Replaces what an experience says. Refused while an organisation looks at it, and once one put its name to it.
///
/// What is no longer said has left the search before the answer.
#[utoipa::path(put, path = "/me/experiences/{experience_id}", tag = "passport",
    params(("experience_id" = ExperienceId, Path),
        ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = ExperienceDraft,
    responses((status = 200, body = ExperienceView), Problems))]
pub async fn update_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
    if_match: IfMatch,
    Json(body): Json<ExperienceDraft>,
) -> Result<Versioned<ExperienceView>> {
    let catalog = state.part::<Catalog>().snapshot();
    let mut tx = state.pool.begin().await?;
    let found = lock_to_write(&mut tx, actor, id).await?;
    let asked = if_match.version()?;
    ensure_current(asked, found.version, &view(&mut tx, &state, actor, id).await?)?;
    let held: Vec<SkillCode> =
        experiences::claims(&mut *tx, &[id]).await?.into_iter().map(|claim| claim.skill).collect();
    let written = parse(&body, &state, &catalog, &held)?;
    if found.declared_at.is_some() {
        super::moves::ensure_dated(written.started_on)?;
    }
    experiences::update(&mut tx, id, &written, state.clock.now()).await?;
    write_codes(&mut tx, id, &written, &catalog).await?;
    let said = json!({ "status": found.status.as_str() });
    record(&mut tx, &state, (actor, Event::ExperienceWritten, id), said).await?;
    mark(&mut tx, &state, actor, (&found, Urgency::Now)).await?;
    let after = view(&mut tx, &state, actor, id).await?;
    tx.commit().await?;
    state.part::<Search>().settle(&state.pool).await?;
    Ok(Versioned(after.version, after))
}

/// Deletes a draft, with its files, or what an organisation proposed.
#[utoipa::path(delete, path = "/me/experiences/{experience_id}", tag = "passport",
    params(("experience_id" = ExperienceId, Path)), responses((status = 204), Problems))]
pub async fn delete_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let found = lock(&mut tx, actor, id).await?;
    found.status.after(Move::Delete)?;
    let proofs = proofs::of(&mut *tx, id).await?;
    experiences::delete(&mut tx, id).await?;
    let kept: Vec<_> = proofs.iter().flat_map(|proof| [proof.file, proof.copy]).flatten().collect();
    for file in kept {
        if !proofs::is_used(&mut tx, file).await? {
            files::release(&mut tx, &state, file).await?;
        }
    }
    record(&mut tx, &state, (actor, Event::ExperienceDeleted, id), None::<serde_json::Value>).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

fn parse(
    body: &ExperienceDraft,
    state: &AppState,
    catalog: &CatalogSnapshot,
    held: &[SkillCode],
) -> Result<Written> {
    let skill = |code| match catalog.skill(code) {
        None => Known::Unknown,
        Some(card) if card.is_active => Known::Active,
        Some(_) => Known::Retired,
    };
    body.parse(state.clock.today(), held, skill, |code: RomeCode| catalog.job(code).is_some())
}

/// Writes skills and jobs with the words of the catalogue today.
async fn write_codes(
    tx: &mut Tx<'_>,
    id: ExperienceId,
    written: &Written,
    catalog: &CatalogSnapshot,
) -> Result<()> {
    let release = catalog.release().map_or(0, |card| card.release.version);
    let claims: Vec<_> = written
        .claims
        .iter()
        .filter_map(|(code, level)| {
            let label = catalog.skill(*code)?.skill.label.clone();
            Some((Worded { code: *code, label, release }, i16::from(level.get())))
        })
        .collect();
    let jobs: Vec<_> = written
        .jobs
        .iter()
        .filter_map(|code| {
            let label = catalog.job(*code)?.job.label.clone();
            Some(Worded { code: code.as_str().to_owned(), label, release })
        })
        .collect();
    experiences::set_claims(tx, id, &claims).await?;
    experiences::set_jobs(tx, id, &jobs).await?;
    Ok(())
}
