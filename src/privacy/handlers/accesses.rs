//! Staff who looks at somebody's data says why, and the person reads it.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::events::Event;
use crate::identity::{self, Identity};
use crate::ids::PersonId;
use crate::notices::NoticeKind;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;
use crate::privacy::model::access::Reason;
use crate::privacy::policy;
use crate::privacy::store::accesses::{self, Access, Belonging};

/// What an access shows, as its line says.
const SHOWN: [&str; 10] = [
    "first_name",
    "last_name",
    "email",
    "email_confirmed_at",
    "created_at",
    "signed_in_at",
    "disabled_at",
    "has_second_factor",
    "erase_at",
    "roles",
];

/// Why somebody's data is looked at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessData {
    /// 10 to 500 characters. The person reads it.
    reason: String,
}

/// What somebody is in an organisation or a company.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonRole)]
pub struct RoleView {
    /// `organisation` or `company`.
    of: String,
    name: String,
    /// The role, or the state of the recruiter account.
    role: String,
}

impl From<Belonging> for RoleView {
    fn from(role: Belonging) -> Self {
        Self { of: role.kind, name: role.name, role: role.role }
    }
}

/// What staff sees of somebody: who they are and what for; nothing they wrote, learnt, or said to anybody.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonData)]
pub struct PersonView {
    /// The line of the log, which the person reads too.
    access_id: Uuid,
    id: PersonId,
    first_name: String,
    last_name: String,
    email: String,
    email_confirmed_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    signed_in_at: Option<DateTime<Utc>>,
    disabled_at: Option<DateTime<Utc>>,
    has_second_factor: bool,
    erase_at: Option<DateTime<Utc>>,
    roles: Vec<RoleView>,
}

impl PersonView {
    fn of((access_id, id): (Uuid, PersonId), who: Identity, roles: Vec<Belonging>) -> Self {
        Self {
            access_id,
            id,
            first_name: who.first_name,
            last_name: who.last_name,
            email: who.email,
            email_confirmed_at: who.email_confirmed_at,
            created_at: who.created_at,
            signed_in_at: who.signed_in_at,
            disabled_at: who.disabled_at,
            has_second_factor: who.totp_confirmed_at.is_some(),
            erase_at: who.erase_at,
            roles: roles.into_iter().map(RoleView::from).collect(),
        }
    }
}

/// Shows staff who somebody is, with a reason. Each time is written down, and told to the person.
#[utoipa::path(post, path = "/admin/people/{id}/data-access", operation_id = "access_person_data", tag = "privacy",
    params(("id" = PersonId, Path)), request_body = AccessData,
    responses((status = 201, body = PersonView), Problems))]
pub async fn access_person_data(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<PersonId>,
    Json(body): Json<AccessData>,
) -> Result<(StatusCode, Json<PersonView>)> {
    policy::may_look(&actor)?;
    let reason = Reason::parse("/reason", &body.reason).map_err(|fault| Error::Invalid(vec![fault]))?;
    let (access, now): (Uuid, _) = (state.ids.ordered(), state.clock.now());
    let mut tx = state.pool.begin().await?;
    let who = identity::identity_of(&mut *tx, id).await?.ok_or_else(Error::not_found)?;
    let roles = accesses::roles(&mut *tx, id).await?;
    let shown = SHOWN.map(str::to_owned);
    accesses::insert(&mut tx, (access, id, actor.person), (reason.as_str(), &shown), now).await?;
    let entry = Entry::new(Event::PersonDataRead, now, "person", id.0).by(actor.person);
    audit::record(&mut tx, &state.ids, entry.because(reason.as_str())).await?;
    let notice =
        Notice { person: id, kind: NoticeKind::DataRead, subject: access, facts: json!({ "at": now }) };
    live::tell(&mut tx, &state.ids, &[notice], now).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(PersonView::of((access, id), who, roles))))
}

/// A time that staff looked at one's data.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DataAccess)]
pub struct AccessView {
    id: Uuid,
    at: DateTime<Utc>,
    /// Why, in their words.
    reason: String,
    /// Which fields were shown.
    shown: Vec<String>,
}

impl From<Access> for AccessView {
    fn from(access: Access) -> Self {
        Self { id: access.id, at: access.at, reason: access.reason, shown: access.shown }
    }
}

/// Every time that somebody who runs the platform looked at one's data within twelve months, newest first.
#[utoipa::path(get, path = "/me/data-accesses", operation_id = "list_data_accesses", tag = "privacy", params(PageParams),
    responses((status = 200, body = Page<AccessView>), Problems))]
pub async fn list_data_accesses(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<AccessView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let rows = accesses::list(&state.pool, actor.person, before, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.at, row.id)).map(AccessView::from)))
}
