//! The companies a person chose to be seen by, by SIREN: all their establishments at once.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::companies::Siren;
use crate::platform::db::{Tx, audit, dirty};
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sharing::model::{Audience, ConsentKind, Method, Notice, Standing};
use crate::sharing::store::{self, Chosen, NewConsent};

/// Most companies one person may choose: who chose a company travels with its searches.
const MOST_CHOSEN: i64 = 200;

/// A chosen company, by its number alone: a name would tell anybody which companies use Carnet.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChosenCompany {
    /// Its SIREN.
    siren: String,
    /// Since when.
    chosen_at: DateTime<Utc>,
}

impl From<Chosen> for ChosenCompany {
    fn from(chosen: Chosen) -> Self {
        Self { siren: chosen.siren, chosen_at: chosen.chosen_at }
    }
}

/// Lists the companies that see the person while their audience is `chosen`, latest first.
#[utoipa::path(get, path = "/me/chosen-companies", operation_id = "list_chosen_companies", tag = "sharing",
    params(PageParams), responses((status = 200, body = Page<ChosenCompany>), Problems))]
pub async fn list_chosen_companies(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<ChosenCompany>>> {
    let (limit, before) = (params.limit()?, params.after::<(DateTime<Utc>, String)>()?);
    let rows = store::list_chosen(&state.pool, actor.person, before, limit).await?;
    let page = Page::cut(rows, limit, |row| (row.chosen_at, row.siren.clone()));
    Ok(Json(page.map(ChosenCompany::from)))
}

/// Chooses a company. Every choice is a consent of its own. A company that is blocked does not see the person all the same.
#[utoipa::path(put, path = "/me/chosen-companies/{siren}", operation_id = "choose_company", tag = "sharing",
    params(("siren" = String, Path, description = "Nine digits")),
    responses((status = 200, body = ChosenCompany), Problems))]
pub async fn choose_company(
    State(state): State<AppState>,
    actor: Actor,
    Path(siren): Path<String>,
) -> Result<Json<ChosenCompany>> {
    let siren = parse(&siren)?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let standing = store::lock_standing(&mut tx, actor.person).await?;
    if store::insert_chosen(&mut tx, actor.person, siren, now).await? {
        if store::count_chosen(&mut tx, actor.person).await? > MOST_CHOSEN {
            return Err(Code::TooManyChosenCompanies.into());
        }
        record(&state, &mut tx, actor, (ConsentKind::CompanyChosen, siren), &standing).await?;
    }
    let chosen = store::find_chosen(&mut tx, actor.person, siren).await?;
    tx.commit().await?;
    Ok(Json(chosen.into()))
}

/// Takes a company off the chosen ones. In force before the answer.
#[utoipa::path(delete, path = "/me/chosen-companies/{siren}", operation_id = "unchoose_company", tag = "sharing",
    params(("siren" = String, Path, description = "Nine digits")),
    responses((status = 204, description = "No longer chosen"), Problems))]
pub async fn unchoose_company(
    State(state): State<AppState>,
    actor: Actor,
    Path(siren): Path<String>,
) -> Result<StatusCode> {
    let siren = parse(&siren)?;
    let mut tx = state.pool.begin().await?;
    let standing = store::lock_standing(&mut tx, actor.person).await?;
    if store::delete_chosen(&mut tx, actor.person, siren).await? {
        record(&state, &mut tx, actor, (ConsentKind::CompanyUnchosen, siren), &standing).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

fn parse(siren: &str) -> Result<Siren> {
    Siren::from_field(siren, "/siren").map_err(|fault| Error::Invalid(vec![fault]))
}

/// Writes the consent and the trail. Where the choice decides who sees the person, what every node keeps of it is outdated.
async fn record(
    state: &AppState,
    tx: &mut Tx<'_>,
    actor: Actor,
    (kind, siren): (ConsentKind, Siren),
    standing: &Standing,
) -> Result<()> {
    let now = state.clock.now();
    // The text the person last agreed to; before they ever did, the one in force.
    let notice = standing.notice_version.as_deref().and_then(Notice::find).unwrap_or(Notice::visibility());
    let consent = NewConsent { person: actor.person, kind, method: Method::Company(siren), notice };
    store::insert_consent(tx, state.ids.ordered(), consent, now).await?;
    let entry = audit::Entry::new(kind.event(), now, "person", actor.person.0)
        .by(actor.person)
        .change(None, json!({ "siren": siren.as_str() }));
    audit::record(tx, &state.ids, entry).await?;
    if standing.audience == Audience::Chosen {
        dirty::outdate_block_lists(tx).await?;
    }
    Ok(())
}
