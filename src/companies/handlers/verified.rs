//! The door of the search: an extractor that only a verified recruiter passes.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::super::model::siret::Siren;
use super::super::policy;
use super::super::store::accounts::{standing, stored_siren};
use crate::actor::Actor;
use crate::ids::{CompanyId, RecruiterId};
use crate::platform::http::{Code, Error};
use crate::platform::state::AppState;

/// A recruiter whose account is granted and whose company is active, read from PostgreSQL at each request.
///
/// Without any recruiter account: 403 `recruiter_required`; with one that is not granted, or whose company is
/// gone: 403 `recruiter_not_verified`.
#[derive(Clone, Copy, Debug)]
pub struct VerifiedRecruiter {
    /// Who asks.
    pub actor: Actor,
    /// Their recruiter account.
    pub recruiter: RecruiterId,
    /// The establishment they recruit for.
    pub company: CompanyId,
    /// Its legal unit, which people may have blocked.
    pub siren: Siren,
}

impl FromRequestParts<AppState> for VerifiedRecruiter {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Error> {
        let actor = Actor::from_request_parts(parts, state).await?;
        let standing = standing(&state.pool, actor.person).await?;
        policy::may_search(standing.as_ref().map(|it| (it.status, it.register_state)))?;
        let standing = standing.ok_or(Code::RecruiterRequired)?;
        let siren = stored_siren(&standing.siren)?;
        Ok(Self { actor, recruiter: standing.recruiter, company: standing.company, siren })
    }
}
