//! The companies a person hides from, by SIREN: all their establishments at once.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::companies::Siren;
use crate::events::Event;
use crate::ids::PersonId;
use crate::platform::db::{Tx, audit, dirty};
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sharing::store::{self, Block};

/// Most companies one person may block: their list travels with every search of these companies.
const MOST_BLOCKS: i64 = 200;

/// A blocked company, by its number alone: a name would tell anybody which companies use Carnet.
#[derive(Debug, Serialize, ToSchema)]
pub struct BlockedCompany {
    /// Its SIREN.
    siren: String,
    /// Since when.
    blocked_at: DateTime<Utc>,
}

impl From<Block> for BlockedCompany {
    fn from(block: Block) -> Self {
        Self { siren: block.siren, blocked_at: block.blocked_at }
    }
}

/// Lists the companies the person hides from, latest first.
#[utoipa::path(get, path = "/me/blocked-companies", operation_id = "list_blocked_companies", tag = "sharing",
    params(PageParams), responses((status = 200, body = Page<BlockedCompany>), Problems))]
pub async fn list_blocked_companies(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<BlockedCompany>>> {
    let (limit, before) = (params.limit()?, params.after::<(DateTime<Utc>, String)>()?);
    let rows = store::list_blocks(&state.pool, actor.person, before, limit).await?;
    let page = Page::cut(rows, limit, |row| (row.blocked_at, row.siren.clone()));
    Ok(Json(page.map(BlockedCompany::from)))
}

/// Hides from a company. In force before the answer.
#[utoipa::path(put, path = "/me/blocked-companies/{siren}", operation_id = "block_company", tag = "sharing",
    params(("siren" = String, Path, description = "Nine digits")),
    responses((status = 200, body = BlockedCompany), Problems))]
pub async fn block_company(
    State(state): State<AppState>,
    actor: Actor,
    Path(siren): Path<String>,
) -> Result<Json<BlockedCompany>> {
    let siren = parse(&siren)?;
    let mut tx = state.pool.begin().await?;
    hide_from(&state, &mut tx, actor.person, siren, state.clock.now()).await?;
    let block = store::find_block(&mut tx, actor.person, siren).await?;
    tx.commit().await?;
    Ok(Json(block.into()))
}

/// Stops hiding from a company.
#[utoipa::path(delete, path = "/me/blocked-companies/{siren}", operation_id = "unblock_company", tag = "sharing",
    params(("siren" = String, Path, description = "Nine digits")),
    responses((status = 204, description = "No longer blocked"), Problems))]
pub async fn unblock_company(
    State(state): State<AppState>,
    actor: Actor,
    Path(siren): Path<String>,
) -> Result<StatusCode> {
    let siren = parse(&siren)?;
    let mut tx = state.pool.begin().await?;
    show_to(&state, &mut tx, actor.person, siren, state.clock.now()).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Hides somebody from a company, in the transaction of whoever asks; false when that already holds.
pub async fn hide_from(
    state: &AppState,
    tx: &mut Tx<'_>,
    person: PersonId,
    siren: Siren,
    now: DateTime<Utc>,
) -> Result<bool> {
    if !store::insert_block(tx, person, siren, now).await? {
        return Ok(false);
    }
    if store::count_blocks(tx, person).await? > MOST_BLOCKS {
        return Err(Code::TooManyBlockedCompanies.into());
    }
    record(state, tx, person, Event::CompanyBlocked, siren, now).await?;
    Ok(true)
}

/// Shows somebody to a company again, in the transaction of whoever asks; false when it was not blocked.
pub async fn show_to(
    state: &AppState,
    tx: &mut Tx<'_>,
    person: PersonId,
    siren: Siren,
    now: DateTime<Utc>,
) -> Result<bool> {
    if !store::delete_block(tx, person, siren).await? {
        return Ok(false);
    }
    record(state, tx, person, Event::CompanyUnblocked, siren, now).await?;
    Ok(true)
}

fn parse(siren: &str) -> Result<Siren> {
    Siren::from_field(siren, "/siren").map_err(|fault| Error::Invalid(vec![fault]))
}

/// Writes the trail, and outdates what every node keeps of this company's block list.
async fn record(
    state: &AppState,
    tx: &mut Tx<'_>,
    person: PersonId,
    event: Event,
    siren: Siren,
    now: DateTime<Utc>,
) -> Result<()> {
    let entry = audit::Entry::new(event, now, "person", person.0)
        .by(person)
        .change(None, json!({ "siren": siren.as_str() }));
    audit::record(tx, &state.ids, entry).await?;
    dirty::outdate_block_lists(tx).await?;
    Ok(())
}
