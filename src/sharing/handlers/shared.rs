//! What a recruiter opens of what was shared with their company. The right to it is asked about each time, and each time is noted.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, Utc};

use crate::companies::VerifiedRecruiter;
use crate::files;
use crate::ids::{FileId, PersonId, ShareId};
use crate::passport::{self, ShownPassport};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sharing::model::{AccessPurpose, NewAccess, ShareKind};
use crate::sharing::store::{self, Reading, SharedItem, SharedState};

/// A share of the recruiter's company that can be read now, held; unknown where it is another company's.
async fn readable(
    state: &AppState,
    tx: &mut Tx<'_>,
    (recruiter, share): (&VerifiedRecruiter, ShareId),
    kinds: &[ShareKind],
) -> Result<Reading> {
    let found = store::lock_reading(tx, recruiter.company, share, state.clock.now()).await?;
    let reading = found.filter(|it| kinds.contains(&it.kind)).ok_or_else(Error::not_found)?;
    if reading.withdrawn_at.is_some() {
        return Err(Code::ShareEnded.into());
    }
    Ok(reading)
}

/// Downloads the CV or the proof of a share: of a proof, the masked copy where zones are masked. Each download is noted, and the
/// person reads who had what.
///
/// 403 `share_ended` when it was taken back or is over: « information retirée ».
#[utoipa::path(get, path = "/shares/{id}/file", tag = "sharing", params(("id" = ShareId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_shared_file(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(share): Path<ShareId>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut tx = state.pool.begin().await?;
    let kinds = [ShareKind::Cv, ShareKind::Proof];
    let reading = readable(&state, &mut tx, (&recruiter, share), &kinds).await?;
    let file = file_of(&state, &mut tx, &reading).await?;
    let card = files::card(&mut *tx, file).await?.ok_or_else(Error::not_found)?;
    card.scan.may_be_served(state.config.files.unchecked_files)?;
    note(&mut tx, (&recruiter, reading.person), vec![reading.kind.as_str().to_owned()], state.clock.now())
        .await?;
    tx.commit().await?;
    files::serve(&state, file, &headers).await
}

async fn file_of(state: &AppState, tx: &mut Tx<'_>, reading: &Reading) -> Result<FileId> {
    match reading.proof {
        Some(proof) => passport::shown_file(&mut **tx, proof, state.config.files.unchecked_files).await,
        None => reading.cv().ok_or_else(Error::not_found),
    }
}

/// Shows the passport of a share, whole, as it is now: without the person's address and without the files of proofs, which are
/// shared one by one. Each look is noted.
///
/// 403 `share_ended` when it was taken back or is over.
#[utoipa::path(get, path = "/shares/{id}/passport", tag = "sharing", params(("id" = ShareId, Path)),
    responses((status = 200, body = ShownPassport), Problems))]
pub async fn get_shared_passport(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(share): Path<ShareId>,
) -> Result<Json<ShownPassport>> {
    let mut tx = state.pool.begin().await?;
    let reading = readable(&state, &mut tx, (&recruiter, share), &[ShareKind::Passport]).await?;
    note(&mut tx, (&recruiter, reading.person), vec!["passport".to_owned()], state.clock.now()).await?;
    tx.commit().await?;
    Ok(Json(passport::shown_passport(&state, reading.person).await?))
}

async fn note(
    tx: &mut Tx<'_>,
    (recruiter, person): (&VerifiedRecruiter, PersonId),
    fields: Vec<String>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let access = NewAccess {
        person,
        company: recruiter.company,
        recruiter: recruiter.recruiter,
        purpose: AccessPurpose::Share,
        fields,
    };
    store::record_access(tx, &access, now).await
}

/// Notes that a recruiter was shown these items of a person, values and names of files, in the transaction that read them:
/// commit it before you answer. Nothing is noted where nothing can be read.
pub async fn record_shared_reading(
    tx: &mut Tx<'_>,
    recruiter: &VerifiedRecruiter,
    person: PersonId,
    items: &[SharedItem],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let shown = || items.iter().filter(|item| item.state == SharedState::Shared);
    let mut fields: Vec<String> =
        shown().filter(|item| item.value.is_some()).map(|item| item.kind.as_str().to_owned()).collect();
    let names = shown().filter(|item| item.file.is_some()).count();
    if names > 0 {
        fields.push(format!("file_names:{names}"));
    }
    if fields.is_empty() {
        return Ok(());
    }
    note(tx, (recruiter, person), fields, now).await
}
