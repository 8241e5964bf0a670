//! What a link shows to whoever holds it. Read only; nobody need be signed in.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::shown::ShownPassport;
use crate::files;
use crate::passport::model::export::{
    Experience, ExternalEntry, Grid, Holder, Passport, Scope, SummaryLine, Validation,
};
use crate::passport::store::exports::dossier;
use crate::passport::store::exports::log::{self, LogKind};
use crate::passport::store::exports::shares::{self, Filter, Share};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Problems, Result};
use crate::platform::passwords::{Passwords, Verdict};
use crate::platform::state::AppState;
use crate::platform::tokens::OpaqueToken;

/// Wrong passwords in a row before a link rests, and for how long.
const MOST_MISSES: i16 = 5;
const REST: Duration = Duration::minutes(15);
/// Longest secret or password that is read at all.
const LONGEST: usize = 200;

/// The secret of a link, and its password where one is asked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenPassportShare {
    /// What follows the `#` of the address.
    token: String,
    password: Option<String>,
}

/// A proof to open through a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenSharedProof {
    /// What follows the `#` of the address.
    token: String,
    password: Option<String>,
    /// The proof.
    proof_id: Uuid,
}

/// What a link shows: the passport as it is now.
#[derive(Serialize, ToSchema)]
pub struct SharedPassport {
    /// To whom the person gave it.
    recipient: String,
    /// When the link ends.
    expires_at: DateTime<Utc>,
    /// It is true as of this day.
    as_of: NaiveDate,
    /// What the person chose to show.
    scope: Scope,
    /// Whose passport it is.
    holder: Holder,
    /// The summary, by code.
    skills: Vec<SummaryLine>,
    /// The validations, the oldest first.
    validations: Vec<Validation>,
    /// The versions of grids they refer to.
    grids: Vec<Grid>,
    /// The experiences, the oldest first. Their proofs only where the person chose to show them; one with a `path` can be opened.
    experiences: Vec<Experience>,
    /// What other platforms attested.
    external: Vec<ExternalEntry>,
}

/// Opens a link: unknown, over and taken back look the same. Wrong passwords are counted, right ones forgive them.
async fn open(state: &AppState, token: &str, password: Option<&str>, is_look: bool) -> Result<Share> {
    if token.len() > LONGEST || password.is_some_and(|password| password.len() > 4 * LONGEST) {
        return Err(Error::not_found());
    }
    let (hash, now) = (OpaqueToken::presented(token).hash(), state.clock.now());
    let filter = Filter { token: Some(hash.as_slice()), ..Filter::default() };
    let mut tx = state.pool.begin().await?;
    let share = shares::lock(&mut tx, filter).await?.ok_or_else(Error::not_found)?;
    if share.revoked_at.is_some() || share.expires_at <= now {
        return Err(Error::not_found());
    }
    if let Some(stored) = &share.password_hash {
        let Some(password) = password else { return Err(Code::SharePasswordRequired.into()) };
        if let Some(wait) =
            share.locked_until.map(|until| until - now).filter(|wait| *wait > Duration::zero())
        {
            let retry_after = wait.to_std().map_err(anyhow::Error::from)?;
            return Err(Error::RetryAfter { code: Code::TooManyAttempts, retry_after });
        }
        if state.part::<Passwords>().verify(password, Some(stored)).await? == Verdict::Wrong {
            let misses = share.failed_attempts.saturating_add(1);
            let rest = (misses >= MOST_MISSES).then(|| now + REST);
            shares::missed(&mut tx, share.id, if rest.is_some() { 0 } else { misses }, rest).await?;
            tx.commit().await?;
            return Err(Error::field(
                "/password",
                "wrong_password",
                "Ce n’est pas le mot de passe de ce lien.",
            ));
        }
    }
    if is_look {
        shares::viewed(&mut tx, share.id, now).await?;
        note(&mut tx, state, &share, LogKind::ShareViewed).await?;
    } else {
        shares::missed(&mut tx, share.id, 0, None).await?;
    }
    tx.commit().await?;
    Ok(share)
}

async fn note(tx: &mut Tx<'_>, state: &AppState, share: &Share, kind: LogKind) -> sqlx::Result<()> {
    let told = json!({ "share": share.id });
    log::add(tx, state, share.person, kind, (Some(share.recipient.as_str()), told)).await
}

/// Shows what a link shows, and counts the look. The person reads in their log that, and when, somebody looked; not who, beyond
/// the name they gave the link.
///
/// 403 `share_password_required`, 422 `wrong_password` at `/password`, 429 `too_many_attempts` after five wrong ones; 404 when it
/// is unknown, over or taken back.
#[utoipa::path(post, path = "/passport-shares/view", tag = "passport", security(()), request_body = OpenPassportShare,
    responses((status = 200, body = SharedPassport), Problems))]
pub async fn view_passport_share(
    State(state): State<AppState>,
    Json(body): Json<OpenPassportShare>,
) -> Result<Json<SharedPassport>> {
    let share = open(&state, &body.token, body.password.as_deref(), true).await?;
    let passport = dossier(&state, share.person, &share.choice).await?.passport;
    Ok(Json(shown(share, passport)))
}

fn shown(share: Share, passport: Passport) -> SharedPassport {
    let shown = ShownPassport::new(passport, share.choice.with_proofs);
    SharedPassport {
        recipient: share.recipient,
        expires_at: share.expires_at,
        as_of: shown.as_of,
        scope: shown.scope,
        holder: shown.holder,
        skills: shown.skills,
        validations: shown.validations,
        grids: shown.grids,
        experiences: shown.experiences,
        external: shown.external,
    }
}

/// Opens a proof that a link shows: where zones are masked, the masked copy. A proof that was not chosen is unknown.
#[utoipa::path(post, path = "/passport-shares/proof", tag = "passport", security(()), request_body = OpenSharedProof,
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn open_shared_proof(
    State(state): State<AppState>,
    headers: HeaderMap,
    Json(body): Json<OpenSharedProof>,
) -> Result<Response> {
    let share = open(&state, &body.token, body.password.as_deref(), false).await?;
    let dossier = dossier(&state, share.person, &share.choice).await?;
    let proof = dossier.proofs.iter().find(|one| one.id == body.proof_id).ok_or_else(Error::not_found)?;
    let answer = files::serve(&state, proof.file, &headers).await?;
    let mut tx = state.pool.begin().await?;
    note(&mut tx, &state, &share, LogKind::ShareProofOpened).await?;
    tx.commit().await?;
    Ok(answer)
}
