//! The door of the search: extractors that only a verified recruiter passes.

use std::time::Duration;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use moka::sync::Cache;
use uuid::Uuid;

use super::super::model::role::Role;
use super::super::model::siret::Siren;
use super::super::policy;
use super::super::store::accounts::{Standing, standing, stored_siren};
use crate::actor::Actor;
use crate::identity::Signed;
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
    /// What they are in the company. What only admins may is checked again where it is written.
    pub role: Role,
}

impl FromRequestParts<AppState> for VerifiedRecruiter {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Error> {
        Self::check(Actor::from_request_parts(parts, state).await?, state).await
    }
}

impl VerifiedRecruiter {
    async fn check(actor: Actor, state: &AppState) -> Result<Self, Error> {
        let standing = standing(&state.pool, actor.person).await?;
        policy::may_search(standing.as_ref().map(|it| (it.status, it.register_state)))?;
        let standing = standing.ok_or(Code::RecruiterRequired)?;
        let siren = stored_siren(&standing.siren)?;
        let Standing { recruiter, company, role, .. } = standing;
        Ok(Self { actor, recruiter, company, siren, role })
    }
}

/// Recruiters kept in memory, and for how long at most.
const MOST_KNOWN: u64 = 10_000;
const LONGEST_KNOWN: Duration = Duration::from_mins(1);

/// The recruiters that were verified a moment ago, by the id of their access token.
#[derive(Clone)]
pub struct KnownRecruiters(Cache<Uuid, VerifiedRecruiter>);

impl Default for KnownRecruiters {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(MOST_KNOWN).time_to_live(LONGEST_KNOWN).build())
    }
}

/// A recruiter verified now, or a moment ago with this very token.
///
/// Not a permission: nothing may be answered before the view `verified_recruiter` has said, in the statement that
/// checks the answer, that the session still stands for the same SIREN. It saves the search two round trips.
pub struct PresumedRecruiter {
    /// Who it was.
    pub presumed: VerifiedRecruiter,
    signed: Signed,
}

impl FromRequestParts<AppState> for PresumedRecruiter {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Error> {
        let signed = Signed::from_request_parts(parts, state).await?;
        let presumed = match state.part::<KnownRecruiters>().0.get(&signed.0.jti) {
            Some(known) => known,
            None => verify(&signed, state).await?,
        };
        Ok(Self { presumed, signed })
    }
}

impl PresumedRecruiter {
    /// Verifies from the beginning, after the presumption proved wrong: the refusal says why.
    pub async fn verify(&self, state: &AppState) -> Result<VerifiedRecruiter, Error> {
        state.part::<KnownRecruiters>().0.invalidate(&self.signed.0.jti);
        verify(&self.signed, state).await
    }
}

async fn verify(signed: &Signed, state: &AppState) -> Result<VerifiedRecruiter, Error> {
    let verified = VerifiedRecruiter::check(signed.actor(state).await?, state).await?;
    state.part::<KnownRecruiters>().0.insert(signed.0.jti, verified);
    Ok(verified)
}
