//! Colleagues: listed, given another role, removed.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::super::mails;
use super::super::model::recruiter::{Status, may_leave};
use super::super::model::role::Role;
use super::super::store::accounts::{self, Account, is_last_admin, lock_by_id};
use super::super::store::members::{self, Filter, Member, MemberKey};
use super::verified::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::RecruiterId;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// Somebody who recruits for the caller's company, or was suspended from it.
#[derive(Serialize, ToSchema)]
#[schema(as = CompanyMember)]
pub struct MemberView {
    /// The account.
    id: RecruiterId,
    first_name: String,
    last_name: String,
    /// The address they sign in with: shown to admins, and of oneself.
    email: Option<String>,
    /// What they are in the company.
    role: Role,
    /// Where the account stands: `granted` or `suspended`.
    status: Status,
    /// Since when.
    status_at: DateTime<Utc>,
    /// When somebody last said that they work there; shown to admins.
    confirmed_at: Option<DateTime<Utc>>,
    /// Whether the account was suspended because nobody said so: an admin may open it again by confirming it.
    lapsed: bool,
    /// Whether this is the caller.
    me: bool,
}

impl MemberView {
    fn of(member: Member, reader: &VerifiedRecruiter) -> Self {
        let (is_me, is_admin) = (member.id == reader.recruiter, reader.role == Role::Admin);
        Self {
            id: member.id,
            first_name: member.first_name,
            last_name: member.last_name,
            email: (is_me || is_admin).then_some(member.email),
            role: member.role,
            status: member.status,
            status_at: member.status_at,
            confirmed_at: is_admin.then_some(member.confirmed_at),
            lapsed: member.lapsed_at.is_some(),
            me: is_me,
        }
    }
}

/// Lists those who recruit for the caller's company, by name.
#[utoipa::path(get, path = "/me/company/members", operation_id = "list_company_members", tag = "companies",
    params(PageParams), responses((status = 200, body = Page<MemberView>), Problems))]
pub async fn list_company_members(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<MemberView>>> {
    let limit = page.limit()?;
    let filter = Filter { id: None, after: page.after()? };
    let rows = members::list(&state.pool, recruiter.company, filter, i64::from(limit) + 1).await?;
    let key = |m: &Member| MemberKey(m.last_name.clone(), m.first_name.clone(), m.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(|member| MemberView::of(member, &recruiter))))
}

/// The role to give.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateCompanyMember {
    role: Role,
}

/// Gives a colleague, or oneself, another role. For admins; the last one stays.
#[utoipa::path(patch, path = "/me/company/members/{id}", operation_id = "update_company_member", tag = "companies",
    params(("id" = RecruiterId, Path)), request_body = UpdateCompanyMember,
    responses((status = 200, body = MemberView), Problems))]
pub async fn update_company_member(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<RecruiterId>,
    Json(change): Json<UpdateCompanyMember>,
) -> Result<Json<MemberView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let colleague = lock_colleague(&mut tx, &recruiter, id).await?;
    if colleague.status != Status::Granted {
        return Err(Error::illegal_state(colleague.status.as_str()));
    }
    if colleague.role != change.role {
        if change.role == Role::Member && is_last_admin_of(&mut tx, &colleague).await? {
            return Err(Code::LastCompanyAdmin.into());
        }
        let by = Some(recruiter.actor.person);
        members::set_role(&mut tx, &state.ids, (id, colleague.role), change.role, by, now).await?;
        if colleague.person != recruiter.actor.person {
            let whom = (recruiter.company, colleague.person);
            members::tell_role(&mut tx, &state.ids, whom, change.role, now).await?;
        }
    }
    let reader = VerifiedRecruiter {
        role: if id == recruiter.recruiter { change.role } else { Role::Admin },
        ..recruiter
    };
    let view = view(&mut tx, &reader, id).await?;
    tx.commit().await?;
    Ok(Json(view))
}

/// Whether nobody would run the company without this admin, alone or not.
async fn is_last_admin_of(tx: &mut Tx<'_>, colleague: &Account) -> Result<bool> {
    let admins = members::count_admins(tx, colleague.company).await?;
    Ok(colleague.role == Role::Admin && admins <= 1)
}

/// Takes a colleague out of the company; one leaves by `DELETE /me/company`, under the same rule.
///
/// What is theirs alone goes with the account; lists they made stay, and the admins run them. Whom staff suspended stays suspended.
#[utoipa::path(delete, path = "/me/company/members/{id}", operation_id = "remove_company_member", tag = "companies",
    params(("id" = RecruiterId, Path)), responses((status = 204), Problems))]
pub async fn remove_company_member(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<RecruiterId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let colleague = lock_colleague(&mut tx, &recruiter, id).await?;
    may_leave(colleague.status, colleague.decided_by, is_last_admin(&mut *tx, id).await?)?;
    accounts::delete(&mut tx, id).await?;
    let entry = audit::Entry::new(Event::ColleagueRemoved, state.clock.now(), "recruiter", id.0);
    let before = json!({ "status": colleague.status, "role": colleague.role });
    audit::record(&mut tx, &state.ids, entry.by(recruiter.actor.person).change(before, None)).await?;
    if id != recruiter.recruiter {
        tell_removed(&mut tx, &state, &colleague).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn tell_removed(tx: &mut Tx<'_>, state: &AppState, colleague: &Account) -> Result<()> {
    let context = context! {
        first_name => colleague.first_name.as_str(),
        company => colleague.company_name.as_str(),
        siret => colleague.siret.as_str(),
    };
    mail::send(tx, state, Mail { to: &colleague.email, template: &mails::REMOVED, context }).await
}

/// Locks an account of the caller's company, for one of its admins. Who only asked for an account is no colleague yet.
async fn lock_colleague(tx: &mut Tx<'_>, recruiter: &VerifiedRecruiter, id: RecruiterId) -> Result<Account> {
    members::lock_for_admin(tx, recruiter.company, recruiter.recruiter).await?;
    // Nothing of another company is locked beside one's own.
    if !members::belongs(tx, recruiter.company, id).await? {
        return Err(Error::not_found());
    }
    let colleague = lock_by_id(tx, id).await?;
    let is_member = matches!(colleague.status, Status::Granted | Status::Suspended);
    if is_member { Ok(colleague) } else { Err(Error::not_found()) }
}

async fn view(tx: &mut Tx<'_>, reader: &VerifiedRecruiter, id: RecruiterId) -> Result<MemberView> {
    let filter = Filter { id: Some(id), after: None };
    let member =
        members::list(&mut **tx, reader.company, filter, 1).await?.pop().ok_or_else(Error::not_found)?;
    Ok(MemberView::of(member, reader))
}
