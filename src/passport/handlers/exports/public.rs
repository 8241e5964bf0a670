//! What whoever holds an export may ask, signed in or not: does it still hold, and is the file as it was issued.

use axum::body::Body;
use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{intake, own_keys};
use crate::passport::model::export::{
    CheckedPassport, PassportFault, PassportForm, code_digest, typed_number,
};
use crate::passport::model::verify::of_export;
use crate::passport::store::exports::documents::{self, IssuedDocument};
use crate::platform::http::{Json, Problems, Result};
use crate::platform::state::AppState;

/// Largest file that is checked for whoever sends it; the command and the offline page take any.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Longest number or code that is read at all.
const LONGEST: usize = 100;

/// The number and the code, as they are printed or as the QR code holds them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckPassport {
    /// `P-2026-7F3KQ-9XDTA`; case, blanks and hyphens do not matter.
    number: String,
    /// The sixteen letters and digits beside it.
    code: String,
}

/// Whether what was issued still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PassportStanding {
    /// Everything it says stands, still stands.
    Valid,
    /// Something it says stands was revoked since.
    RevokedSince,
    /// Something it says stands was replaced by a newer entry since, and nothing was revoked.
    Superseded,
    /// Nothing was issued under this number with this code.
    Unknown,
}

/// What is told of an export: nothing of what it says. The form is the same for an unknown number.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckedNumber {
    /// Whether it still holds.
    standing: PassportStanding,
    /// The number; null when unknown.
    number: Option<String>,
    /// The day it was issued on; null when unknown.
    issued_on: Option<NaiveDate>,
    /// Who issued it; null when unknown.
    issuer: Option<String>,
    /// SHA-256 of what it says: the one its seal is over; null when unknown.
    sha256: Option<String>,
}

impl From<&IssuedDocument> for PassportStanding {
    fn from(issued: &IssuedDocument) -> Self {
        match (issued.is_revoked, issued.is_superseded) {
            (true, _) => Self::RevokedSince,
            (false, true) => Self::Superseded,
            (false, false) => Self::Valid,
        }
    }
}

async fn find(state: &AppState, number: &str, code: &str) -> Result<Option<IssuedDocument>> {
    if number.len() > LONGEST || code.len() > LONGEST {
        return Ok(None);
    }
    Ok(documents::issued(&state.pool, &typed_number(number), &code_digest(code)).await?)
}

/// Says whether an exported passport, or a single claim of one, still holds. An unknown number, and a known one with another
/// code, get the same answer.
#[utoipa::path(post, path = "/passport-checks", tag = "passport", security(()), request_body = CheckPassport,
    responses((status = 200, body = CheckedNumber), Problems))]
pub async fn check_passport(
    State(state): State<AppState>,
    Json(body): Json<CheckPassport>,
) -> Result<Json<CheckedNumber>> {
    let issued = find(&state, &body.number, &body.code).await?;
    let is_known = issued.is_some();
    Ok(Json(CheckedNumber {
        standing: issued.as_ref().map_or(PassportStanding::Unknown, PassportStanding::from),
        number: is_known.then(|| typed_number(&body.number)),
        issued_on: issued.as_ref().map(|one| one.issued_on),
        issuer: is_known.then(|| "Carnet".to_owned()),
        sha256: issued.map(|one| one.sha256),
    }))
}

/// In which form an export came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckedForm {
    /// The signed JSON.
    Json,
    /// The PDF.
    Pdf,
    /// The ZIP.
    Zip,
    /// A single claim.
    Disclosure,
}

/// Why a file does not hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileFault {
    /// For programs.
    code: &'static str,
    /// For people.
    message: String,
}

/// What was found of a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckedPassportFile {
    /// Whether it is, byte for byte, what this platform issued.
    is_intact: bool,
    /// Why not.
    faults: Vec<FileFault>,
    /// Its form; null when it is not intact.
    form: Option<CheckedForm>,
    /// Its number; null when it is not intact.
    number: Option<String>,
    /// The day it was issued on; null when it is not intact.
    issued_on: Option<NaiveDate>,
    /// Whether it still holds; null when it is not intact.
    standing: Option<PassportStanding>,
}

/// Checks the file of an export, a PDF, JSON, ZIP or single claim: is every byte as this platform issued it, and does it still
/// hold. The file is not kept; 64 MiB at most, 16 MiB of JSON or PDF: `carnet verify-document` and the offline page take any.
#[utoipa::path(post, path = "/passport-checks/file", tag = "passport", security(()),
    request_body(content = inline(Vec<u8>), content_type = "application/octet-stream", description = "The file as it is"),
    responses((status = 200, body = CheckedPassportFile), Problems))]
pub async fn check_passport_file(
    State(state): State<AppState>,
    body: Body,
) -> Result<Json<CheckedPassportFile>> {
    let sent = intake::receive(&state, body, LARGEST).await?;
    let answer = match sent.check(own_keys(&state).await?).await? {
        Ok(checked) => intact(&state, &checked).await?,
        Err(faults) => CheckedPassportFile {
            is_intact: false,
            faults: faults.iter().map(FileFault::from).collect(),
            form: None,
            number: None,
            issued_on: None,
            standing: None,
        },
    };
    Ok(Json(answer))
}

async fn intact(state: &AppState, checked: &CheckedPassport) -> Result<CheckedPassportFile> {
    let of_passport =
        checked.passport.as_ref().map(|one| (one.number.clone(), one.code.clone(), one.issued_on));
    let of_claim = checked.disclosure.as_ref().map(|one| {
        let code = one.head.verification_url.rsplit_once('#').map_or("", |(_, code)| code);
        (one.head.number.clone(), code.to_owned(), one.head.issued_on)
    });
    let (number, code, issued_on) = of_passport.or(of_claim).unwrap_or_default();
    let issued = find(state, &number, &code).await?;
    Ok(CheckedPassportFile {
        is_intact: true,
        faults: Vec::new(),
        form: Some(match checked.form {
            PassportForm::Json => CheckedForm::Json,
            PassportForm::Pdf => CheckedForm::Pdf,
            PassportForm::Zip => CheckedForm::Zip,
            PassportForm::Disclosure => CheckedForm::Disclosure,
        }),
        number: Some(number),
        issued_on: Some(issued_on),
        standing: Some(issued.as_ref().map_or(PassportStanding::Unknown, PassportStanding::from)),
    })
}

impl From<&PassportFault> for FileFault {
    fn from(fault: &PassportFault) -> Self {
        Self { code: fault.code(), message: of_export(fault).french }
    }
}
