//! What other platforms attested: imported with its signature, shown as attested from outside, never validated here.

use anyhow::Context;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use uuid::Uuid;

use super::intake::{self, Sent};
use super::own_keys;
use crate::actor::Actor;
use crate::events::Event;
use crate::passport::model::badges::{GivenKeys, KeySource, VerifiedBadge, looks_like_badge, verify_badge};
use crate::passport::model::export::external::{self, TrustedPlatforms};
use crate::passport::model::export::{Choice, ExternalEntry, ExternalKind, Passport, PassportFault};
use crate::passport::model::verify::{of_badge as of_badge_fault, of_export};
use crate::passport::store::exports::gather;
use crate::passport::store::exports::imports::{self, NewImport};
use crate::passport::store::exports::log::{self, LogKind};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, FieldError, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;

/// Largest file that is taken: the largest export there can be, and its manifest.
const LARGEST: u64 = 512 * 1024 * 1024;
/// Longest name of an issuer that is kept.
const LONGEST_ISSUER: usize = 500;

/// Imports what another platform signed: the JSON, PDF or ZIP of a passport, or an Open Badge 3.0 (JWT). Signature, chain and
/// hashes are checked; it is shown as attested from outside and counts in no search. The file itself is not kept.
///
/// 422 at the whole body, one fault each: `unreadable`, `unknown_key` (the operator trusts no platform of this key),
/// `own_document`, `other_holder`, or what does not hold (`seal`, `chain`, `file`…). Nothing is changed then.
#[utoipa::path(post, path = "/me/passport/imports", tag = "passport",
    request_body(content = inline(Vec<u8>), content_type = "application/octet-stream", description = "The file as it is"),
    responses((status = 201, body = ExternalEntry), Problems))]
pub async fn import_passport(
    State(state): State<AppState>,
    actor: Actor,
    body: Body,
) -> Result<(StatusCode, Json<ExternalEntry>)> {
    let sent = intake::receive(&state, body, LARGEST).await?;
    let trusted = trusted(&state).await?;
    let holder = {
        let mut connection = state.pool.acquire().await?;
        let choice = Choice { with_contact: true, ..Choice::whole() };
        gather::holder(&mut connection, actor.person, &choice).await?
    };
    let name = format!("{} {}", holder.first_name, holder.last_name);
    let badge = sent.text().await?.filter(|text| looks_like_badge(text.as_bytes()));
    let new = match badge {
        Some(text) => of_badge(
            &state,
            actor,
            &trusted,
            (text.as_str(), &sent),
            (holder.email.as_deref().unwrap_or_default(), name.as_str()),
        )?,
        None => of_passport(&state, actor, &trusted, &sent, &name).await?,
    };
    let mut tx = state.pool.begin().await?;
    if imports::count(&mut tx, actor.person).await? >= imports::MOST {
        return Err(Code::TooManyImports.into());
    }
    imports::insert(&mut tx, &new).await?;
    let scope = json!({ "kind": new.kind, "issuer": new.issuer, "number": new.number });
    log::add(&mut tx, &state, actor.person, LogKind::EntryImported, (None, scope)).await?;
    let entry = Entry::new(Event::PassportImported, new.now, "passport_import", new.id).by(actor.person);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "kind": new.kind }))).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(new.entry())))
}

fn refused(code: &'static str, message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::Invalid(vec![FieldError::new("", code, message)])
}

/// The platforms the operator trusts, as their file says now.
async fn trusted(state: &AppState) -> Result<TrustedPlatforms> {
    let Some(path) = &state.config.trusted_platforms else { return Ok(TrustedPlatforms::default()) };
    let bytes = tokio::fs::read(path).await;
    let bytes = bytes.with_context(|| format!("reading {}", path.display()))?;
    let read = serde_json::from_slice(&bytes);
    Ok(read.with_context(|| format!("{} is no list of trusted platforms", path.display()))?)
}

/// A passport of a trusted platform, of this person.
async fn of_passport(
    state: &AppState,
    actor: Actor,
    trusted: &TrustedPlatforms,
    sent: &Sent,
    name: &str,
) -> Result<NewImport> {
    let checked = match sent.check(trusted.keys()).await? {
        Ok(checked) => checked,
        Err(faults) => {
            let is_own = sent.check(own_keys(state).await?).await?.is_ok();
            return Err(if is_own { own_document() } else { not_as_signed(&faults) });
        }
    };
    let passport: Box<Passport> = checked.passport.ok_or_else(|| {
        refused("unreadable", "Une preuve isolée ne s’importe pas\u{a0}: importez le carnet entier.")
    })?;
    if !external::is_of(&passport, name) {
        return Err(refused("other_holder", "Ce carnet est celui d’une autre personne."));
    }
    let key_id = passport.disclosures.seal.key_id.clone();
    // A list that names this platform, too, does not make its documents foreign.
    if own_keys(state).await?.iter().any(|own| own.key_id == key_id) {
        return Err(own_document());
    }
    let platform = trusted.owner(&key_id).context("a key of no platform verified a passport")?;
    Ok(NewImport {
        id: state.ids.opaque(),
        person: actor.person,
        kind: ExternalKind::Passport,
        issuer: platform.name.chars().take(LONGEST_ISSUER).collect(),
        issuer_id: Some(platform.url.clone()),
        key_id,
        number: Some(passport.number.clone()),
        issued_on: passport.issued_on,
        sha256: sent.sha256.clone(),
        skills: external::of_passport(&passport),
        now: state.clock.now(),
    })
}

fn own_document() -> Error {
    refused("own_document", "Ce fichier vient de cette plateforme\u{a0}: il n’y a rien à importer.")
}

/// Why a passport is refused. A key nobody knows is told as such alone: what else does not hold follows from it.
fn not_as_signed(faults: &[PassportFault]) -> Error {
    use crate::platform::seal::{PdfFault, SealFault};
    let is_unknown = |fault: &PassportFault| {
        matches!(
            fault,
            PassportFault::Seal(SealFault::UnknownKey)
                | PassportFault::Zip(SealFault::UnknownKey)
                | PassportFault::Pdf(PdfFault::Seal(SealFault::UnknownKey))
        )
    };
    if faults.iter().any(is_unknown) {
        let message = "Ce fichier est signé par une plateforme que celle-ci ne connaît pas.";
        return refused("unknown_key", message);
    }
    let told = faults.iter().map(|fault| FieldError::new("", fault.code(), of_export(fault).french));
    Error::Invalid(told.collect())
}

/// A badge whose signature holds by a key that tells who made it, of this person.
fn of_badge(
    state: &AppState,
    actor: Actor,
    trusted: &TrustedPlatforms,
    (text, sent): (&str, &Sent),
    (email, name): (&str, &str),
) -> Result<NewImport> {
    let keys = GivenKeys::of_platform(&trusted.keys());
    let now = state.clock.now();
    let badge: VerifiedBadge = verify_badge(text, &keys, &[], now).map_err(|faults| {
        let told = faults.iter().map(|fault| {
            let message =
                format!("Ce badge ne peut pas être importé\u{a0}: {}", of_badge_fault(fault).french);
            FieldError::new("", "badge", message)
        });
        Error::Invalid(told.collect())
    })?;
    let key_id = match &badge.key {
        KeySource::Platform(id) => id.clone(),
        KeySource::Given(id) => id.clone().unwrap_or_else(|| badge.issuer_id.clone()),
        KeySource::Issuer => badge.issuer_id.clone(),
        KeySource::Badge => {
            let message = "Ce badge est signé par une clé que rien ne rattache à son émetteur.";
            return Err(refused("unknown_key", message));
        }
    };
    if !external::is_badge_of(&badge, &claims(text), email, name) {
        return Err(refused(
            "other_holder",
            "Ce badge est celui d’une autre personne, ou ne dit pas de qui il est.",
        ));
    }
    let issued_on = badge.valid_from.get(..10).and_then(|day| day.parse().ok());
    Ok(NewImport {
        id: state.ids.opaque(),
        person: actor.person,
        kind: ExternalKind::OpenBadge,
        issuer: badge.issuer.chars().take(LONGEST_ISSUER).collect(),
        issuer_id: Some(badge.issuer_id.clone()),
        key_id,
        number: None,
        issued_on: issued_on.context("a badge that holds has no day")?,
        sha256: sent.sha256.clone(),
        skills: external::of_badge(&badge),
        now,
    })
}

/// The claims of a badge that was verified.
fn claims(text: &str) -> Value {
    let middle = text.trim().split('.').nth(1).and_then(|part| URL_SAFE_NO_PAD.decode(part).ok());
    middle.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// What one imported, the oldest first.
#[utoipa::path(get, path = "/me/passport/imports", tag = "passport",
    responses((status = 200, body = Page<ExternalEntry>), Problems))]
pub async fn list_passport_imports(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<Page<ExternalEntry>>> {
    let mut connection = state.pool.acquire().await?;
    Ok(Json(Page::whole(imports::of_person(&mut connection, actor.person, &Choice::whole()).await?)))
}

/// Removes something imported.
#[utoipa::path(delete, path = "/me/passport/imports/{id}", tag = "passport", params(("id" = Uuid, Path)),
    responses((status = 204), Problems))]
pub async fn delete_passport_import(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    if !imports::delete(&mut tx, actor.person, id).await? {
        return Err(Error::not_found());
    }
    log::add(&mut tx, &state, actor.person, LogKind::ImportRemoved, (None, json!({ "import": id }))).await?;
    let entry = Entry::new(Event::PassportImportRemoved, state.clock.now(), "passport_import", id);
    audit::record(&mut tx, &state.ids, entry.by(actor.person)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
