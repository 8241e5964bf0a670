//! What whoever holds a document may ask, signed in or not: is it valid, and with which keys is it verified.

use axum::extract::State;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::attendance::model::attested::Attested;
use crate::attendance::store::certificates::{self, CertificateKind, Filter};
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::seal::{PublicKey, SealKey, published_keys};
use crate::platform::state::AppState;

/// Whether a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentStanding {
    /// It was issued, and nothing took its place.
    Valid,
    /// Another one took its place.
    Replaced,
}

/// What is told of a document: nothing about the person it is about.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckedDocument {
    /// Whether it holds.
    standing: DocumentStanding,
    /// What it attests.
    kind: CertificateKind,
    /// Its number, to be compared with the one printed.
    number: String,
    /// The day it was issued on, in Paris.
    issued_on: NaiveDate,
    /// Who issued it.
    organisation: String,
    /// Its number of declaration of activity.
    nda: Option<String>,
    /// SHA-256 of what it says: the one in the file attached to it.
    sha256: String,
}

/// Says whether a certificate is valid or was replaced. An unknown code is answered with 404.
#[utoipa::path(get, path = "/documents/{code}", tag = "attendance", params(("code" = String, Path)),
    responses((status = 200, body = CheckedDocument), Problems), security(()))]
pub async fn check_document(
    State(state): State<AppState>,
    Path(code): Path<String>,
) -> Result<Json<CheckedDocument>> {
    let filter = Filter { code: Some(&code), ..Filter::default() };
    let found = certificates::list(&state.pool, filter).await?.pop().ok_or_else(Error::not_found)?;
    let said: Attested = serde_json::from_str(&found.content).map_err(anyhow::Error::from)?;
    let standing = match found.replaced_by {
        None => DocumentStanding::Valid,
        Some(_) => DocumentStanding::Replaced,
    };
    Ok(Json(CheckedDocument {
        standing,
        kind: found.kind,
        number: said.number,
        issued_on: said.issued_on,
        organisation: said.organisation.name,
        nda: said.organisation.nda,
        sha256: found.seal.sha256,
    }))
}

/// The keys that verify what the platform sealed.
#[derive(Debug, Serialize, ToSchema)]
pub struct VerificationKeys {
    /// The present one last.
    keys: Vec<PublicKey>,
}

/// Lists the public keys that verify sealed documents: the present one, and every one before it.
#[utoipa::path(get, path = "/verification-keys", tag = "attendance",
    responses((status = 200, body = VerificationKeys), Problems), security(()))]
pub async fn list_verification_keys(State(state): State<AppState>) -> Result<Json<VerificationKeys>> {
    let mut keys = published_keys(&state.pool).await?;
    let present = state.part::<SealKey>().public().clone();
    keys.retain(|key| *key != present);
    keys.push(present);
    Ok(Json(VerificationKeys { keys }))
}
