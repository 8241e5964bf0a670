//! How the person can be reached, and their CV: theirs alone, until they share it.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::events::Event;
use crate::files::{self, Claim, FileCard, Owner, Purpose};
use crate::ids::FileId;
use crate::passport::{self, ShareableProof};
use crate::platform::db::{Tx, audit};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Error, IfMatch, Json, Page, PageParams, Problems, Query, Result, Versioned};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;
use crate::sharing::model::{Phone, ShareEnd, ShareKind};
use crate::sharing::store::{self, ContactDetails, OpenFilter};

/// What the person gave of themselves. Nobody else reads it but those they share it with.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContactDetails)]
pub struct ContactView {
    /// Counts changes; the next one starts from it.
    version: i32,
    /// The address of the account.
    email: String,
    /// The number, as E.164 writes it: `+33612345678`.
    phone: Option<String>,
    /// The CV.
    cv: Option<FileCard>,
    /// When it was given.
    cv_added_at: Option<DateTime<Utc>>,
}

/// The phone number, as the person writes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactChange {
    /// `06 12 34 56 78`, or with the country's code; null: none any more, and what was shared of it ends.
    #[serde(deserialize_with = "said")]
    #[schema(required = true)]
    phone: Option<String>,
}

/// A field that must be there, whatever it says.
fn said<'de, D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Option<String>, D::Error> {
    Option::deserialize(deserializer)
}

/// The CV to keep.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplaceCv {
    /// A staged PDF of one's own, 10 MiB at most.
    file_id: FileId,
}

/// Shows one's contact details.
#[utoipa::path(get, path = "/me/contact-details", tag = "sharing",
    responses((status = 200, body = ContactView), Problems))]
pub async fn get_contact_details(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Versioned<ContactView>> {
    let mut tx = state.pool.begin().await?;
    let found = store::find_contact(&mut *tx, actor.person).await?;
    let view = view(&mut tx, found).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// Changes the phone number. Those it is shared with read the new one; without one, what was shared of it ends at once.
///
/// 422 at `/phone`: `invalid_characters`, `too_short`, `too_long`, `missing_prefix`, `not_a_personal_number`.
#[utoipa::path(put, path = "/me/contact-details", tag = "sharing", request_body = ContactChange,
    params(("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = ContactView), Problems))]
pub async fn update_contact_details(
    State(state): State<AppState>,
    actor: Actor,
    version: IfMatch,
    Json(change): Json<ContactChange>,
) -> Result<Versioned<ContactView>> {
    let phone = change.phone.as_deref().map(|text| Phone::parse("/phone", text)).transpose();
    let phone = phone.map_err(|fault| Error::Invalid(vec![fault]))?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let before = lock(&mut tx, actor, version).await?;
    if before.phone.as_deref() != phone.as_ref().map(Phone::as_str) {
        store::set_phone(&mut tx, actor.person, phone.as_ref(), now).await?;
        changed(&state, &mut tx, actor, (ShareKind::Phone, phone.is_none())).await?;
    }
    answer(tx, actor).await
}

/// Keeps another CV in the place of the one before, if there was one. Those it is shared with read the new one, once the
/// antivirus has spoken.
#[utoipa::path(put, path = "/me/contact-details/cv", tag = "sharing", request_body = ReplaceCv,
    params(("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = ContactView), Problems))]
pub async fn replace_cv(
    State(state): State<AppState>,
    actor: Actor,
    version: IfMatch,
    Json(body): Json<ReplaceCv>,
) -> Result<Versioned<ContactView>> {
    let mut tx = state.pool.begin().await?;
    let before = lock(&mut tx, actor, version).await?;
    let (owner, by) = (Owner::Person(actor.person), actor.person);
    let claim = Claim { file: body.file_id, purpose: Purpose::Cv, owner, by, pointer: "/file_id" };
    let card = files::claim(&mut tx, &state, &claim).await?;
    store::set_cv(&mut tx, actor.person, Some(card.id), state.clock.now()).await?;
    if let Some(old) = before.cv {
        files::release(&mut tx, &state, old).await?;
    }
    changed(&state, &mut tx, actor, (ShareKind::Cv, false)).await?;
    answer(tx, actor).await
}

/// Removes the CV, and ends what was shared of it. Removing what is not there changes nothing.
#[utoipa::path(delete, path = "/me/contact-details/cv", tag = "sharing",
    params(("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = ContactView), Problems))]
pub async fn remove_cv(
    State(state): State<AppState>,
    actor: Actor,
    version: IfMatch,
) -> Result<Versioned<ContactView>> {
    let mut tx = state.pool.begin().await?;
    let before = lock(&mut tx, actor, version).await?;
    if let Some(old) = before.cv {
        store::set_cv(&mut tx, actor.person, None, state.clock.now()).await?;
        files::release(&mut tx, &state, old).await?;
        changed(&state, &mut tx, actor, (ShareKind::Cv, true)).await?;
    }
    answer(tx, actor).await
}

/// Downloads one's CV. Not before the antivirus has spoken.
#[utoipa::path(get, path = "/me/contact-details/cv/file", tag = "sharing",
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_cv_file(
    State(state): State<AppState>,
    actor: Actor,
    headers: HeaderMap,
) -> Result<Response> {
    let found = store::find_contact(&state.pool, actor.person).await?;
    files::serve(&state, found.cv.ok_or_else(Error::not_found)?, &headers).await
}

/// Lists the proofs of one's experiences that can be shared, newest first: of declared experiences, not removed. Where zones are
/// masked, others see the masked copy alone.
#[utoipa::path(get, path = "/me/shareable-proofs", tag = "sharing", params(PageParams),
    responses((status = 200, body = Page<ShareableProof>), Problems))]
pub async fn list_shareable_proofs(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<ShareableProof>>> {
    let (limit, before) = (params.limit()?, params.after()?);
    let rows = (i64::from(limit) + 1, state.config.files.unchecked_files);
    let mut connection = state.pool.acquire().await?;
    let proofs = passport::shareable_proofs(&mut connection, actor.person, before, rows).await?;
    Ok(Json(Page::cut(proofs, limit, |proof| (proof.added_at, proof.id))))
}

/// One's contact details, held, as the change knows them.
async fn lock(tx: &mut Tx<'_>, actor: Actor, version: IfMatch) -> Result<ContactDetails> {
    let asked = version.version()?;
    let found = store::lock_contact(tx, actor.person).await?;
    if asked != found.version {
        let current = view(tx, found.clone()).await?;
        ensure_current(asked, found.version, &current)?;
    }
    Ok(found)
}

/// Writes the trail, and tells those who read it; what is gone is shared no longer.
async fn changed(
    state: &AppState,
    tx: &mut Tx<'_>,
    actor: Actor,
    (kind, is_gone): (ShareKind, bool),
) -> Result<()> {
    let now = state.clock.now();
    let entry = audit::Entry::new(Event::ContactDetailsChanged, now, "person", actor.person.0)
        .by(actor.person)
        .change(None, json!({ "changed": kind, "given": !is_gone }));
    audit::record(tx, &state.ids, entry).await?;
    if is_gone {
        let filter = OpenFilter { kind: Some(kind), ..OpenFilter::default() };
        store::end(tx, &state.ids, actor.person, (filter, ShareEnd::ItemRemoved), now).await?;
    } else {
        let readers = store::readers_of(tx, actor.person, kind).await?;
        live::changed(tx, &readers, Topic::Shares).await?;
    }
    Ok(())
}

async fn answer(mut tx: Tx<'_>, actor: Actor) -> Result<Versioned<ContactView>> {
    let found = store::find_contact(&mut *tx, actor.person).await?;
    let view = view(&mut tx, found).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

async fn view(tx: &mut Tx<'_>, found: ContactDetails) -> Result<ContactView> {
    let cv = match found.cv {
        Some(file) => files::card(&mut **tx, file).await?,
        None => None,
    };
    let ContactDetails { version, email, phone, cv_added_at, .. } = found;
    Ok(ContactView { version, email, phone, cv, cv_added_at })
}
