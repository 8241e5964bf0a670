//! Drafts of offers: written, chosen for, looked at as the person will see them, deleted.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::mine_views::MyOfferView;
use super::recipients::{choose, distinct};
use super::views::OfferView;
use super::{ensure_draft, find, lock};
use crate::catalog::Catalog;
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::files::{self, Claim, Owner, Purpose};
use crate::ids::{FileId, OfferId, OfferRecipientId, ProfileId};
use crate::offers::model::{Content, DraftBody};
use crate::offers::policy::{LARGEST_FILE, MOST_DRAFTS};
use crate::offers::store::offers;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Code, Error, FieldError, Fields, IfMatch, Json, Path, Problems, Query, Result, Versioned,
};
use crate::platform::state::AppState;
use crate::profiles::{CriteriaBody, Paging, Selection, Words};
use crate::quizzes;

/// An offer to write, and people to begin with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateOffer {
    offer: DraftBody,
    /// Public profiles, 50 at most; each counts once.
    #[serde(default)]
    recipients: Vec<ProfileId>,
}

/// For whom to show it.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PreviewOffer {
    /// One of those chosen: shows how they fare against the criteria. Without it they are shown of nobody in particular.
    recipient: Option<OfferRecipientId>,
}

/// Begins an offer. A title is enough; 409 `too_many_offer_drafts` with a hundred drafts.
///
/// People the company may not see (any more) are left out: `not_added` names them, for one neutral reason.
#[utoipa::path(post, path = "/offers", tag = "offers", request_body = CreateOffer,
    responses((status = 201, body = OfferView), Problems))]
pub async fn create_offer(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(body): Json<CreateOffer>,
) -> Result<(StatusCode, Versioned<OfferView>)> {
    let profiles = distinct("/recipients", body.recipients)?;
    let (id, now): (OfferId, _) = (state.ids.ordered(), state.clock.now());
    let mut tx = state.pool.begin().await?;
    if offers::count_drafts(&mut tx, recruiter.actor.person).await? >= MOST_DRAFTS {
        return Err(Code::TooManyOfferDrafts.into());
    }
    let content = read(&mut tx, &state, recruiter, ("/offer", body.offer, None)).await?;
    offers::insert(&mut tx, (id, recruiter.company, recruiter.actor.person), &content.title, now).await?;
    offers::write(&mut tx, id, &content, now).await?;
    let left_out = choose(&mut tx, &state, recruiter, id, &profiles).await?;
    note(&mut tx, &state, recruiter, id, Event::OfferWritten).await?;
    tx.commit().await?;
    let view = OfferView::of(&state, recruiter, find(&state, recruiter, id).await?).await?.without(left_out);
    Ok((StatusCode::CREATED, Versioned(view.version(), view)))
}

/// Gives an offer of the company: its author's and its colleagues' to read.
#[utoipa::path(get, path = "/offers/{id}", tag = "offers", params(("id" = OfferId, Path)),
    responses((status = 200, body = OfferView), Problems))]
pub async fn get_offer(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
) -> Result<Versioned<OfferView>> {
    let view = OfferView::of(&state, recruiter, find(&state, recruiter, id).await?).await?;
    Ok(Versioned(view.version(), view))
}

/// Writes a draft anew, whole; its people stay. Its author's to do, or an administrator's of the company.
#[utoipa::path(put, path = "/offers/{id}", tag = "offers",
    params(("id" = OfferId, Path), ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = DraftBody, responses((status = 200, body = OfferView), Problems))]
pub async fn update_offer(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
    if_match: IfMatch,
    Json(body): Json<DraftBody>,
) -> Result<Versioned<OfferView>> {
    let mut tx = state.pool.begin().await?;
    let offer = lock(&mut tx, &state, recruiter, id).await?;
    ensure_draft(&offer)?;
    let (asked, version, held) = (if_match.version()?, offer.version, offer.content.file);
    if asked != version {
        ensure_current(asked, version, &OfferView::of(&state, recruiter, offer).await?)?;
    }
    let content = read(&mut tx, &state, recruiter, ("", body, held)).await?;
    offers::write(&mut tx, id, &content, state.clock.now()).await?;
    if let Some(file) = held.filter(|file| content.file != Some(*file)) {
        files::release(&mut tx, &state, file).await?;
    }
    note(&mut tx, &state, recruiter, id, Event::OfferWritten).await?;
    tx.commit().await?;
    let view = OfferView::of(&state, recruiter, find(&state, recruiter, id).await?).await?;
    Ok(Versioned(view.version(), view))
}

/// Deletes a draft, its document and the choice of its people.
#[utoipa::path(delete, path = "/offers/{id}", tag = "offers", params(("id" = OfferId, Path)),
    responses((status = 204), Problems))]
pub async fn delete_offer(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let offer = lock(&mut tx, &state, recruiter, id).await?;
    ensure_draft(&offer)?;
    offers::delete(&mut tx, id).await?;
    if let Some(file) = offer.content.file {
        files::release(&mut tx, &state, file).await?;
    }
    note(&mut tx, &state, recruiter, id, Event::OfferDeleted).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Shows an offer exactly as the person sees it: the same serialisation, by the same code.
#[utoipa::path(get, path = "/offers/{id}/preview", tag = "offers", params(("id" = OfferId, Path), PreviewOffer),
    responses((status = 200, body = MyOfferView), Problems))]
pub async fn preview_offer(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
    Query(query): Query<PreviewOffer>,
) -> Result<Json<MyOfferView>> {
    let offer = find(&state, recruiter, id).await?;
    Ok(Json(MyOfferView::preview(&state, recruiter, offer, query.recipient).await?))
}

/// Reads what is to be written: every fault is named below the prefix; a new document is taken into use.
async fn read(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    (prefix, body, held): (&str, DraftBody, Option<FileId>),
) -> Result<Content> {
    let catalog = state.part::<Catalog>().snapshot();
    let mut fields = Fields::default();
    let content = body.parse(prefix, &catalog, state.clock.today(), &mut fields);
    if let Some(search) = content.as_ref().and_then(|content| content.search.as_ref()) {
        match selection(state, &format!("{prefix}/search"), search) {
            Ok(_) => {}
            Err(Error::Invalid(faults)) => faults.into_iter().for_each(|fault| fields.push(fault)),
            Err(other) => return Err(other),
        }
    }
    if let Some(quiz) = content.as_ref().and_then(|content| content.quiz)
        && quizzes::find_sendable_quiz(tx, recruiter.company, quiz).await?.is_none()
    {
        let message = "Ce quiz n’existe pas, ou n’est pas publié.";
        fields.push(FieldError::new(format!("{prefix}/quiz_id"), "unknown_quiz", message));
    }
    fields.finish()?;
    let content = content.ok_or_else(|| anyhow::anyhow!("an offer without faults has no content"))?;
    if let Some(file) = content.file.filter(|file| held != Some(*file)) {
        claim(tx, state, recruiter, (file, &format!("{prefix}/file_id"))).await?;
    }
    Ok(content)
}

async fn claim(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    (file, pointer): (FileId, &str),
) -> Result<()> {
    let by = recruiter.actor.person;
    let claim = Claim { file, purpose: Purpose::OfferDocument, owner: Owner::Person(by), by, pointer };
    let card = files::claim(tx, state, &claim).await?;
    files::give_to_company(tx, state, file, recruiter.company).await?;
    if card.bytes > LARGEST_FILE {
        return Err(Error::field(
            pointer,
            "file_too_large",
            "Le document d’une offre compte au plus 5\u{a0}Mio.",
        ));
    }
    Ok(())
}

/// Reads the criteria that selected people against the catalogue of today.
pub fn selection(state: &AppState, field: &str, search: &CriteriaBody) -> Result<Selection> {
    let catalog = state.part::<Catalog>().snapshot();
    Selection::parse(field, search, &catalog, (&state.part::<Words>().now(), state.part::<Paging>()))
}

/// Notes what was done with a draft: never what it says.
pub async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    id: OfferId,
    event: Event,
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "offer", id.0).by(recruiter.actor.person);
    let entry = entry.change(None, json!({ "company": recruiter.company }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}
