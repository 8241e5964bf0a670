//! A person's company: brought in by its SIRET, seen, left.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::model::recruiter::Status;
use super::super::model::siret::Siret;
use super::super::store::views::company_of;
use super::super::store::{accounts, checks};
use super::views::CompanyView;
use crate::actor::Actor;
use crate::ids::PersonId;
use crate::platform::http::{Error, Json, Problems, Result};
use crate::platform::state::AppState;
use crate::registers::{Answer, Register, RegisterState};

/// The company a person wants to recruit for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCompany {
    /// The establishment's number; spaces, dots and hyphens are ignored.
    siret: String,
}

/// The caller's company, if any.
#[derive(Serialize, ToSchema)]
pub struct MyCompanyView {
    /// Null without a recruiter account.
    company: Option<CompanyView>,
}

/// Asks to recruit for an establishment. The register is asked first; when it cannot answer, the request waits.
#[utoipa::path(post, path = "/companies", operation_id = "create_company", request_body = CreateCompany,
    responses((status = 201, body = CompanyView), Problems))]
pub async fn create_company(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<CreateCompany>,
) -> Result<(StatusCode, Json<CompanyView>)> {
    let siret = Siret::from_field(&body.siret, "/siret").map_err(|fault| Error::Invalid(vec![fault]))?;
    accounts::refuse_second(&state.pool, actor.person).await?;
    // No connection is held meanwhile: the register may take seconds.
    let answer = state.part::<Register>().ask(siret).await;
    request(&state, actor.person, siret, &answer).await?;
    Ok((StatusCode::CREATED, Json(CompanyView::of(&state, actor.person).await?)))
}

async fn request(state: &AppState, person: PersonId, siret: Siret, answer: &Answer) -> Result<()> {
    let mut tx = state.pool.begin().await?;
    let (company, status) = match RegisterState::of(answer) {
        Some(RegisterState::Active) => {
            (checks::keep_active(&mut tx, state, siret, answer).await?, Status::AwaitingProof)
        }
        Some(gone) => {
            // Colleagues already here lose their access at once: the news is not kept for the next check.
            checks::settle(&mut tx, state, siret, answer, gone).await?;
            tx.commit().await?;
            return Err(gone_error(gone));
        }
        None => (checks::keep_pending(&mut tx, state, siret).await?, Status::PendingRegister),
    };
    accounts::insert(&mut tx, state, person, company, status).await?;
    tx.commit().await?;
    Ok(())
}

fn gone_error(gone: RegisterState) -> Error {
    let code = if gone == RegisterState::Closed { "siret_closed" } else { "siret_unknown" };
    Error::field("/siret", code, gone.reason().unwrap_or_default())
}

/// The company the caller recruits for, and where their account stands.
#[utoipa::path(get, path = "/me/company", operation_id = "get_my_company",
    responses((status = 200, body = MyCompanyView), Problems))]
pub async fn get_my_company(State(state): State<AppState>, actor: Actor) -> Result<Json<MyCompanyView>> {
    let company = company_of(&state.pool, actor.person).await?.map(CompanyView::from);
    Ok(Json(MyCompanyView { company }))
}

/// Gives up recruiting for the company; another request may follow. Refused while staff suspends the account.
#[utoipa::path(delete, path = "/me/company", operation_id = "leave_company",
    responses((status = 204), Problems))]
pub async fn leave_company(State(state): State<AppState>, actor: Actor) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    accounts::leave(&mut tx, &state, actor.person).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
