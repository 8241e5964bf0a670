//! What anybody may read: the register of processing, and what the nightly check found.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::platform::http::{Json, Page, PageParams, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::privacy::model::register::REGISTER;
use crate::privacy::model::retention::{LegalBasis, OnErasure, Processing};
use crate::privacy::store::checks::{self, Check};

/// One line of the register of processing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Processing)]
pub struct ProcessingView {
    key: &'static str,
    name: &'static str,
    purpose: &'static str,
    legal_basis: LegalBasis,
    /// Whose data.
    people: &'static str,
    /// Which data.
    data: &'static str,
    recipients: &'static str,
    /// For how long it is kept.
    retention: &'static str,
    on_erasure: OnErasure,
    /// What stays once the person is erased, and why.
    kept: Option<&'static str>,
}

impl From<&Processing> for ProcessingView {
    fn from(line: &Processing) -> Self {
        Self {
            key: line.key,
            name: line.name,
            purpose: line.purpose,
            legal_basis: line.basis,
            people: line.people,
            data: line.data,
            recipients: line.recipients,
            retention: line.retention,
            on_erasure: line.on_erasure,
            kept: line.kept,
        }
    }
}

/// The register of processing: what is held about people, what for, for how long, and what becomes of it when they are erased. Made
/// from the program's own table, which its tests compare with every column of the database.
#[utoipa::path(get, path = "/privacy/register", operation_id = "get_processing_register", tag = "privacy", security(()),
    responses((status = 200, body = Page<ProcessingView>), Problems))]
pub async fn get_processing_register() -> Result<Json<Page<ProcessingView>>> {
    Ok(Json(Page::whole(REGISTER.iter().map(ProcessingView::from).collect())))
}

/// What one nightly check found. Counts only.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DisclosureCheck)]
pub struct CheckView {
    started_at: DateTime<Utc>,
    ended_at: DateTime<Utc>,
    /// How many people were asked about.
    people: i32,
    /// How many answers were compared with what is granted.
    answers: i32,
    /// How much came out that nobody granted: 0, or an alarm.
    leaks: i32,
    /// How much was granted and not shown, e.g. because the search follows a second later.
    withheld: i32,
}

impl From<Check> for CheckView {
    fn from(check: Check) -> Self {
        Self {
            started_at: check.started_at,
            ended_at: check.ended_at,
            people: check.people,
            answers: check.answers,
            leaks: check.leaks,
            withheld: check.withheld,
        }
    }
}

/// What the nightly checks found: an invented recruiter asks about people, and every answer is compared with what they granted.
#[utoipa::path(get, path = "/privacy/disclosure-checks", operation_id = "list_disclosure_checks", tag = "privacy", security(()),
    params(PageParams), responses((status = 200, body = Page<CheckView>), Problems))]
pub async fn list_disclosure_checks(
    State(state): State<AppState>,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<CheckView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let rows = checks::list(&state.pool, before, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.started_at, row.id)).map(CheckView::from)))
}
