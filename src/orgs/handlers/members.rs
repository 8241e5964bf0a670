//! Members: listed, given another role, removed.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::ensure_active;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId};
use crate::orgs::model::Role;
use crate::orgs::policy;
use crate::orgs::store::members::{self, Member, MemberKey};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;

/// A member of an organisation.
#[derive(Serialize, ToSchema)]
pub struct MemberView {
    person_id: PersonId,
    first_name: String,
    last_name: String,
    /// Shown to those who run the organisation.
    email: Option<String>,
    role: Role,
    joined_at: DateTime<Utc>,
}

impl From<Member> for MemberView {
    fn from(member: Member) -> Self {
        let Member { person_id, first_name, last_name, email, role, joined_at } = member;
        Self { person_id, first_name, last_name, email, role, joined_at }
    }
}

/// Lists the members by name; a trainer sees the trainees.
#[utoipa::path(get, path = "/organisations/{id}/members", tag = "orgs",
    params(("id" = OrganisationId, Path), PageParams),
    responses((status = 200, body = Page<MemberView>), Problems))]
pub async fn list_members(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<MemberView>>> {
    let asker = members::asker(&state.pool, id, actor).await?;
    let view = policy::view_members(asker)?;
    let limit = params.limit()?;
    let rows = members::list(&state.pool, id, view, params.after()?, limit).await?;
    let key = |m: &Member| MemberKey(m.last_name.clone(), m.first_name.clone(), m.person_id.0);
    Ok(Json(Page::cut(rows, limit, key).map(MemberView::from)))
}

/// The role to give.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleChange {
    role: Role,
}

/// Gives a member another role.
#[utoipa::path(patch, path = "/organisations/{id}/members/{person_id}", tag = "orgs",
    params(("id" = OrganisationId, Path), ("person_id" = PersonId, Path)), request_body = RoleChange,
    responses((status = 204), Problems))]
pub async fn update_member(
    State(state): State<AppState>,
    actor: Actor,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Json(change): Json<RoleChange>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let (asker, status) = members::writing_asker(&mut tx, id, actor).await?;
    let current = members::role(&mut tx, id, person).await?.ok_or_else(Error::not_found)?;
    policy::change_role(asker, person == actor.person, current, change.role)?;
    let admins = members::count_admins(&mut tx, id, Some(person)).await?;
    policy::keep_an_admin(current, change.role, admins)?;
    ensure_active(status)?;
    if current != change.role {
        members::set_role(&mut tx, id, person, change.role).await?;
        let entry = Entry::new(Event::MemberRoleChanged, now, "person", person.0)
            .by(actor.person)
            .within(id)
            .change(json!({ "role": current }), json!({ "role": change.role }));
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Removes a member, or leaves.
#[utoipa::path(delete, path = "/organisations/{id}/members/{person_id}", tag = "orgs",
    params(("id" = OrganisationId, Path), ("person_id" = PersonId, Path)),
    responses((status = 204), Problems))]
pub async fn remove_member(
    State(state): State<AppState>,
    actor: Actor,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let (asker, status) = members::writing_asker(&mut tx, id, actor).await?;
    let current = members::role(&mut tx, id, person).await?.ok_or_else(Error::not_found)?;
    let admins = members::count_admins(&mut tx, id, Some(person)).await?;
    policy::remove(asker, person == actor.person, current, admins)?;
    ensure_active(status)?;
    members::remove(&mut tx, id, person).await?;
    let entry = Entry::new(Event::MemberRemoved, now, "person", person.0)
        .by(actor.person)
        .within(id)
        .change(json!({ "role": current }), None);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
