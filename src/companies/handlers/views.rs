//! What people are shown of companies and recruiter accounts.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::model::recruiter::{LeaveRefusal, NextStep, Status, kept_by};
use super::super::model::role::Role;
use super::super::store::listing::Listed;
use super::super::store::views::{MyCompany, company_of};
use crate::ids::{CompanyId, PersonId, RecruiterId};
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;

/// The company a person recruits for, and where their account stands.
#[derive(Serialize, ToSchema)]
pub struct CompanyView {
    /// The company.
    id: CompanyId,
    /// The establishment's number.
    siret: String,
    /// Its legal unit's.
    siren: String,
    /// Its name, or its SIRET when the register masks it.
    name: String,
    /// Its address, when the register shows it.
    address: Option<String>,
    /// Where the account stands.
    status: Status,
    /// Why, when it was refused or suspended.
    status_reason: Option<String>,
    /// What the person is in the company, while the account is granted; null otherwise.
    role: Option<Role>,
    /// Until when the person, who runs the company, has to say who still works there; null when nothing is asked.
    confirm_members_before: Option<DateTime<Utc>>,
    /// When the register last answered.
    register_checked_at: Option<DateTime<Utc>>,
    /// What the person can do next.
    next_step: NextStep,
    /// Whether they may leave the company.
    may_leave: bool,
    /// Why they may not; null when they may.
    leave_refusal: Option<LeaveRefusal>,
    /// Whether a professional address of this company may be enough: some domain is already accepted for it.
    accepted_domains_hint: bool,
}

impl From<MyCompany> for CompanyView {
    fn from(company: MyCompany) -> Self {
        let leave_refusal = kept_by(company.status, company.decided_by, company.is_last_admin);
        let role = (company.status == Status::Granted).then_some(company.role);
        Self {
            role,
            confirm_members_before: company.members_due_at.filter(|_| role == Some(Role::Admin)),
            may_leave: leave_refusal.is_none(),
            leave_refusal,
            id: company.id,
            siret: company.siret,
            siren: company.siren,
            name: company.name,
            address: company.address,
            next_step: company.status.next_step(),
            status: company.status,
            status_reason: company.status_reason,
            register_checked_at: company.register_checked_at,
            accepted_domains_hint: company.accepts_a_domain,
        }
    }
}

impl CompanyView {
    /// The view of a person who has a company; 404 without one.
    pub async fn of(state: &AppState, person: PersonId) -> Result<Self> {
        company_of(&state.pool, person).await?.map(Self::from).ok_or_else(Error::not_found)
    }
}

/// A recruiter account, as the platform's staff sees it.
#[derive(Serialize, ToSchema)]
pub struct RecruiterView {
    /// The account.
    id: RecruiterId,
    /// Who asks.
    person: RecruiterPerson,
    /// For which company.
    company: RecruiterCompany,
    /// The address they confirmed, if any.
    proof: Option<RecruiterProof>,
    /// What they wrote to those who review.
    message: Option<String>,
    /// Whether an admin of the company invited them.
    invited: bool,
    /// Where the account stands.
    status: Status,
    /// Why, when it was refused or suspended.
    status_reason: Option<String>,
    /// When it was asked for.
    requested_at: DateTime<Utc>,
}

/// The person behind a recruiter account.
#[derive(Serialize, ToSchema)]
struct RecruiterPerson {
    first_name: String,
    last_name: String,
    /// The address they sign in with.
    email: String,
}

/// The company behind a recruiter account.
#[derive(Serialize, ToSchema)]
struct RecruiterCompany {
    siret: String,
    siren: String,
    /// Its name, or its SIRET when the register masks it.
    name: String,
    address: Option<String>,
    /// Whether the register last said it is active.
    active: bool,
}

/// The address a person confirmed, and what it proves.
#[derive(Serialize, ToSchema)]
struct RecruiterProof {
    /// `accepted_domain`: its domain was already accepted for the company; `confirmed_email`: staff must judge.
    kind: String,
    /// The address.
    email: String,
}

impl From<Listed> for RecruiterView {
    fn from(row: Listed) -> Self {
        Self {
            id: row.id,
            person: RecruiterPerson {
                first_name: row.first_name,
                last_name: row.last_name,
                email: row.email,
            },
            company: RecruiterCompany {
                siret: row.siret,
                siren: row.siren,
                name: row.company_name,
                address: row.address,
                active: row.is_active,
            },
            proof: row.proof.zip(row.proof_email).map(|(kind, email)| RecruiterProof { kind, email }),
            message: row.message,
            invited: row.is_invited,
            status: row.status,
            status_reason: row.status_reason,
            requested_at: row.requested_at,
        }
    }
}
