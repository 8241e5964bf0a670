//! What a company does with offers it sent: remind, take back, close.

use axum::extract::State;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::answering::take_quiz_back;
use super::recipients::OfRecipient;
use super::rooms::{ClosedBy, close_accepted};
use super::views::{OfferView, RecipientDetail};
use super::{ensure, find, lock, notes};
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::files;
use crate::ids::{OfferId, OfferRecipientId};
use crate::notices::NoticeKind;
use crate::offers::model::REMINDER_AFTER;
use crate::offers::model::state::{Event as Move, State as OfferState};
use crate::offers::store::offers::{self, Status};
use crate::offers::store::recipients::{self, Filter, Recipient};
use crate::offers::store::rooms::{RoomEnd, Rooms};
use crate::offers::store::transitions::{self, By, Step};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Path, Problems, Result, Versioned, texts};
use crate::platform::state::AppState;

const LONGEST_REASON: usize = 500;

/// Why an offer is taken back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawOffer {
    /// What the people are told, 1 to 500 characters.
    reason: String,
}

impl WithdrawOffer {
    fn parse(&self) -> Result<String> {
        texts::line("/reason", &self.reason, 1..=LONGEST_REASON).map_err(|fault| Error::Invalid(vec![fault]))
    }
}

/// Takes an offer back from everybody who has not answered it. They are told, with the reason; its document is gone for them, and
/// for good once nobody who accepted needs it.
///
/// 409 `nothing_to_withdraw` when nobody is left to answer.
#[utoipa::path(post, path = "/offers/{id}/withdrawal", tag = "offers", params(("id" = OfferId, Path)),
    request_body = WithdrawOffer, responses((status = 200, body = OfferView), Problems))]
pub async fn withdraw_offer(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
    Json(body): Json<WithdrawOffer>,
) -> Result<Versioned<OfferView>> {
    let reason = body.parse()?;
    let mut tx = state.pool.begin().await?;
    let offer = lock(&mut tx, &state, recruiter, id).await?;
    ensure(&offer, Status::Sent)?;
    let pending = OfferState::ALL.into_iter().filter(|state| state.is_pending()).collect();
    let filter = Filter { offer: Some(id), states: Some(pending), ..Filter::default() };
    let pending = recipients::lock_all(&mut tx, &filter).await?;
    if pending.is_empty() {
        return Err(Code::NothingToWithdraw.into());
    }
    for recipient in pending {
        withdraw(&mut tx, &state, recruiter, (recipient, &reason)).await?;
    }
    drop_file(&mut tx, &state, id).await?;
    tx.commit().await?;
    let view = OfferView::of(&state, recruiter, find(&state, recruiter, id).await?).await?;
    Ok(Versioned(view.version(), view))
}

/// Takes an offer back from one person who has not answered it.
#[utoipa::path(post, path = "/offers/{id}/recipients/{recipient_id}/withdrawal", tag = "offers",
    params(("id" = OfferId, Path), ("recipient_id" = OfferRecipientId, Path)),
    request_body = WithdrawOffer, responses((status = 200, body = RecipientDetail), Problems))]
pub async fn withdraw_offer_recipient(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(of): Path<OfRecipient>,
    Json(body): Json<WithdrawOffer>,
) -> Result<Json<RecipientDetail>> {
    let reason = body.parse()?;
    let mut tx = state.pool.begin().await?;
    let recipient = lock_recipient(&mut tx, &state, recruiter, of).await?;
    withdraw(&mut tx, &state, recruiter, (recipient, &reason)).await?;
    drop_file(&mut tx, &state, of.id).await?;
    tx.commit().await?;
    detail(&state, recruiter, of).await
}

async fn withdraw(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    (mut recipient, reason): (Recipient, &str),
) -> Result<()> {
    let (now, by) = (state.clock.now(), By::Company(recruiter.actor.person));
    let step = Step { event: Move::Withdraw, by: &by, reason: Some(reason), at: now };
    transitions::apply(tx, &state.ids, &mut recipient, step).await?;
    take_quiz_back(tx, state, &recipient, now).await?;
    notes::tell_person(tx, &state.ids, &recipient, (NoticeKind::OfferWithdrawn, json!({})), now).await?;
    notes::changed_for_company(tx, &recipient).await?;
    Ok(())
}

/// Gives the document up once nobody may read it any more.
pub async fn drop_file(tx: &mut Tx<'_>, state: &AppState, id: OfferId) -> Result<()> {
    if let Some(file) = offers::drop_file(tx, id).await? {
        files::release(tx, state, file).await?;
    }
    Ok(())
}

/// Reminds one person of an offer they have not answered: once, from ten days after it was sent.
///
/// 409 `already_reminded`, `too_early_to_remind`, `offer_paused`.
#[utoipa::path(post, path = "/offers/{id}/recipients/{recipient_id}/reminder", tag = "offers",
    params(("id" = OfferId, Path), ("recipient_id" = OfferRecipientId, Path)),
    responses((status = 200, body = RecipientDetail), Problems))]
pub async fn remind_offer_recipient(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(of): Path<OfRecipient>,
) -> Result<Json<RecipientDetail>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let recipient = lock_recipient(&mut tx, &state, recruiter, of).await?;
    if !recipient.state.is_pending() {
        return Err(Error::illegal_state(recipient.state.as_str()));
    }
    if recipient.ends_at.is_some_and(|end| end <= now) {
        return Err(Error::illegal_state(OfferState::Expired.as_str()));
    }
    if recipient.reminded_at.is_some() {
        return Err(Code::AlreadyReminded.into());
    }
    if recipient.is_paused {
        return Err(Code::OfferPaused.into());
    }
    if recipient.sent_at.is_none_or(|at| at + REMINDER_AFTER > now) {
        return Err(Code::TooEarlyToRemind.into());
    }
    recipients::note_reminder(&mut tx, recipient.id, now).await?;
    notes::tell_person(&mut tx, &state.ids, &recipient, (NoticeKind::OfferReminder, json!({})), now).await?;
    let entry = Entry::new(Event::OfferReminded, now, "offer_recipient", recipient.id.0);
    audit::record(&mut tx, &state.ids, entry.by(recruiter.actor.person)).await?;
    tx.commit().await?;
    detail(&state, recruiter, of).await
}

/// Ends what followed a yes: the room closes, and what was shared ends thirty days later unless it is taken back before.
#[utoipa::path(post, path = "/offers/{id}/recipients/{recipient_id}/closing", tag = "offers",
    params(("id" = OfferId, Path), ("recipient_id" = OfferRecipientId, Path)),
    responses((status = 200, body = RecipientDetail), Problems))]
pub async fn close_offer_recipient(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(of): Path<OfRecipient>,
) -> Result<Json<RecipientDetail>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let recipient = lock_recipient(&mut tx, &state, recruiter, of).await?;
    recipient.state.after(Move::Close)?;
    let (ids, by) = (&state.ids, ClosedBy::Company(recruiter.actor.person));
    state.part::<Rooms>().close(&mut tx, ids, recipient.id, RoomEnd::Company, now).await?;
    close_accepted(&state, &mut tx, recipient.id, by, now).await?;
    tx.commit().await?;
    detail(&state, recruiter, of).await
}

/// One of those an offer was sent to, locked for whoever may act on it.
async fn lock_recipient(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    of: OfRecipient,
) -> Result<Recipient> {
    let offer = lock(tx, state, recruiter, of.id).await?;
    let recipient = recipients::lock(tx, of.recipient_id).await?;
    recipient.filter(|one| one.offer == offer.id).ok_or_else(Error::not_found)
}

async fn detail(
    state: &AppState,
    recruiter: VerifiedRecruiter,
    of: OfRecipient,
) -> Result<Json<RecipientDetail>> {
    let filter = Filter { id: Some(of.recipient_id), offer: Some(of.id), ..Filter::default() };
    let recipient = recipients::find(&state.pool, &filter).await?.ok_or_else(Error::not_found)?;
    Ok(Json(RecipientDetail::of(state, recruiter, recipient).await?))
}
