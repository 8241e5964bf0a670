//! Who saw the person, for the person.

use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::platform::http::{Json, Page, PageParams, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sharing::model::{AccessPurpose, ShownField};
use crate::sharing::store::{self, AccessRow, AppearanceRow};

/// An establishment, as whoever it saw may know it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeenBy {
    /// Its name, or its SIRET when the register masks it.
    name: String,
    /// Its number.
    siret: String,
}

/// One opening of the person's profile. It names the company, never who of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfileAccess {
    /// Place among the person's openings, from 1 on.
    number: i64,
    /// The company.
    company: SeenBy,
    /// Role of the recruiter in it: `admin` or `member`.
    role: String,
    /// Why.
    purpose: AccessPurpose,
    /// What was shown: names of fields, and how many of what there are several.
    fields: Vec<ShownField>,
    /// When.
    at: DateTime<Utc>,
}

impl From<AccessRow> for ProfileAccess {
    fn from(row: AccessRow) -> Self {
        Self {
            number: row.number,
            company: SeenBy { name: row.company_name, siret: row.siret },
            role: row.role,
            purpose: row.purpose,
            fields: row.fields.iter().map(|field| ShownField::read(field)).collect(),
            at: row.at,
        }
    }
}

/// How often the person was in the results of one company on one day.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfileAppearances {
    /// The day, in Paris.
    day: NaiveDate,
    /// The company.
    company: SeenBy,
    /// How often.
    times: i32,
}

impl From<AppearanceRow> for ProfileAppearances {
    fn from(row: AppearanceRow) -> Self {
        let company = SeenBy { name: row.company_name, siret: row.siret };
        Self { day: row.day, company, times: row.times }
    }
}

/// Lists who opened the person's profile in the last twelve months, latest first.
#[utoipa::path(get, path = "/me/profile-accesses", operation_id = "list_profile_accesses", tag = "sharing",
    params(PageParams), responses((status = 200, body = Page<ProfileAccess>), Problems))]
pub async fn list_profile_accesses(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<ProfileAccess>>> {
    let (limit, before) = (params.limit()?, params.after::<i64>()?);
    let rows = store::list_accesses(&state.pool, actor.person, before, limit).await?;
    Ok(Json(Page::cut(rows, limit, |row| row.number).map(ProfileAccess::from)))
}

/// Lists how often the person was in results, by day and company, latest day first. The last seconds are not counted yet.
#[utoipa::path(get, path = "/me/profile-appearances", operation_id = "list_profile_appearances", tag = "sharing",
    params(PageParams), responses((status = 200, body = Page<ProfileAppearances>), Problems))]
pub async fn list_profile_appearances(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<ProfileAppearances>>> {
    let (limit, after) = (params.limit()?, params.after::<(NaiveDate, Uuid)>()?);
    let rows = store::list_appearances(&state.pool, actor.person, after, limit).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.day, row.company.0)).map(ProfileAppearances::from)))
}
