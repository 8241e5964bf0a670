//! What the platform's staff does with recruiter accounts.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::super::model::domain::MailDomain;
use super::super::model::recruiter::{Move, Status};
use super::super::policy;
use super::super::store::accounts::{Account, accept_domain, lock_by_id};
use super::super::store::listing::{Filter, list};
use super::super::store::moves::{Made, make};
use super::views::RecruiterView;
use crate::actor::Actor;
use crate::ids::{PersonId, RecruiterId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;

/// Longest reason the recruiter is told.
const LONGEST_REASON: usize = 500;

/// Which accounts.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListRecruiters {
    /// In this state only.
    status: Option<Status>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A decision that may spare the next colleagues a review.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantRecruiter {
    /// Domain of an address the person confirmed (the one of the proof, or the one they sign in with), to be
    /// accepted for the company from now on; or null.
    accept_domain: Option<String>,
}

/// A decision and its reason.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecruiterReason {
    /// What the recruiter is told, 500 characters at most.
    reason: String,
}

/// Recruiter accounts, longest waiting first.
#[utoipa::path(get, path = "/admin/recruiters", operation_id = "list_recruiters", params(ListRecruiters),
    responses((status = 200, body = Page<RecruiterView>), Problems))]
pub async fn list_recruiters(
    State(state): State<AppState>,
    actor: Actor,
    Query(query): Query<ListRecruiters>,
) -> Result<Json<Page<RecruiterView>>> {
    policy::may_review(&actor)?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let after: Option<(DateTime<Utc>, Uuid)> = page.after()?;
    let filter = Filter { status: query.status, after, id: None };
    let rows = list(&state.pool, filter, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.requested_at, row.id)).map(RecruiterView::from)))
}

/// Opens the search, and may accept the domain of the confirmed address for the whole company.
#[utoipa::path(post, path = "/admin/recruiters/{id}/grant", operation_id = "grant_recruiter",
    params(("id" = Uuid, Path)), request_body = GrantRecruiter,
    responses((status = 200, body = RecruiterView), Problems))]
pub async fn grant_recruiter(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<RecruiterId>,
    Json(body): Json<GrantRecruiter>,
) -> Result<Json<RecruiterView>> {
    policy::may_review(&actor)?;
    let mut tx = state.pool.begin().await?;
    let account = lock_by_id(&mut tx, id).await?;
    let made = Made { event: Move::Grant, by: Some(actor.person), reason: None };
    make(&mut tx, &state, &account, made).await?;
    if let Some(domain) = &body.accept_domain {
        accept(&mut tx, &state, &account, domain, actor.person).await?;
    }
    tx.commit().await?;
    view(&state, id).await
}

async fn accept(
    tx: &mut Tx<'_>,
    state: &AppState,
    account: &Account,
    domain: &str,
    by: PersonId,
) -> Result<()> {
    let confirmed: Vec<&str> =
        account.proof_email.as_deref().into_iter().chain([account.email.as_str()]).collect();
    let domain = MailDomain::accepted(domain, &confirmed, "/accept_domain")
        .map_err(|fault| Error::Invalid(vec![fault]))?;
    accept_domain(tx, state, account, domain.as_str(), by).await?;
    Ok(())
}

/// Turns the request down; the person may leave and ask again.
#[utoipa::path(post, path = "/admin/recruiters/{id}/refuse", operation_id = "refuse_recruiter",
    params(("id" = Uuid, Path)), request_body = RecruiterReason,
    responses((status = 200, body = RecruiterView), Problems))]
pub async fn refuse_recruiter(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<RecruiterId>,
    Json(body): Json<RecruiterReason>,
) -> Result<Json<RecruiterView>> {
    decide(&state, &actor, id, Move::Refuse, Some(&body.reason)).await
}

/// Closes the search at once.
#[utoipa::path(post, path = "/admin/recruiters/{id}/suspend", operation_id = "suspend_recruiter",
    params(("id" = Uuid, Path)), request_body = RecruiterReason,
    responses((status = 200, body = RecruiterView), Problems))]
pub async fn suspend_recruiter(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<RecruiterId>,
    Json(body): Json<RecruiterReason>,
) -> Result<Json<RecruiterView>> {
    decide(&state, &actor, id, Move::Suspend, Some(&body.reason)).await
}

/// Opens the search again, if the establishment is active.
#[utoipa::path(post, path = "/admin/recruiters/{id}/reinstate", operation_id = "reinstate_recruiter",
    params(("id" = Uuid, Path)), responses((status = 200, body = RecruiterView), Problems))]
pub async fn reinstate_recruiter(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<RecruiterId>,
) -> Result<Json<RecruiterView>> {
    decide(&state, &actor, id, Move::Reinstate, None).await
}

async fn decide(
    state: &AppState,
    actor: &Actor,
    id: RecruiterId,
    event: Move,
    reason: Option<&str>,
) -> Result<Json<RecruiterView>> {
    policy::may_review(actor)?;
    let reason = reason.map(|reason| super::text("/reason", reason, LONGEST_REASON)).transpose()?;
    let mut tx = state.pool.begin().await?;
    let account = lock_by_id(&mut tx, id).await?;
    let made = Made { event, by: Some(actor.person), reason: reason.as_deref() };
    make(&mut tx, state, &account, made).await?;
    tx.commit().await?;
    view(state, id).await
}

async fn view(state: &AppState, id: RecruiterId) -> Result<Json<RecruiterView>> {
    let rows = list(&state.pool, Filter { id: Some(id), ..Filter::default() }, 1).await?;
    rows.into_iter().next().map(|row| Json(row.into())).ok_or_else(Error::not_found)
}
