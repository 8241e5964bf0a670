//! Yes, no, and taking it back. Only signed in, only by `POST`, only confirmed.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answering::{
    answers, arrive, ensure_answerable, ensure_confirmed, ensure_version, lock_own, note_answer, purpose,
    receipt, refuse, siren_of,
};
use super::mine_views::{MyOfferView, undo_until};
use super::{notes, rooms};
use crate::actor::Actor;
use crate::ids::OfferRecipientId;
use crate::offers::model::RefusalReason;
use crate::offers::model::state::{Event, State as OfferState};
use crate::offers::store::offers::{self, Filter as OfferFilter};
use crate::offers::store::recipients::{self, Filter, Recipient};
use crate::offers::store::rooms::{NewPrivateRoom, RoomEnd, Rooms};
use crate::offers::store::transitions::{self, By, Step};
use crate::offers::store::{sending, speakers};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Error, IfMatch, Json, Path, Peer, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes::{self, NewQuizInvitation, QuizInvitationState};
use crate::sharing::{self, ReceiptKind, ShareEnd, ShareItem};

/// A yes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptOffer {
    /// True: the person was asked once more, and said so.
    confirmed: bool,
    /// What is shared with the company for this offer; nothing is by default. More can follow later.
    #[serde(default)]
    items: Vec<ShareItem>,
    /// Version of the text about sharing that the person read; needed where something is shared.
    policy_version: Option<String>,
}

/// A no.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseOffer {
    /// True: the person was asked once more, and said so.
    confirmed: bool,
    /// Why, where the person wants to say it; the company reads it.
    reason: Option<RefusalReason>,
    /// Whether the person hides from this company, all its establishments, from now on. It never learns of it.
    #[serde(default)]
    do_not_contact: bool,
}

/// A no to everything.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusePendingOffers {
    /// True: the person was asked once more, and said so.
    confirmed: bool,
}

/// What became of a no to everything.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefusedOffers {
    /// How many offers were refused.
    refused: usize,
}

/// Says yes to an offer: what is ticked is shared, a private room opens, and the company is told. For ten minutes it can be taken
/// back.
///
/// The first window to answer wins: the others get 409 `illegal_transition` with the current state. 409 `offer_paused` while the
/// company may not recruit.
#[utoipa::path(post, path = "/me/offers/{id}/acceptance", tag = "offers",
    params(("id" = OfferRecipientId, Path), ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = AcceptOffer, responses((status = 200, body = MyOfferView), Problems))]
pub async fn accept_offer(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    Path(id): Path<OfferRecipientId>,
    if_match: IfMatch,
    Json(body): Json<AcceptOffer>,
) -> Result<Versioned<MyOfferView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let mut received = lock_own(&mut tx, actor, id).await?;
    ensure_confirmed(body.confirmed)?;
    arrive(&mut tx, &state, &mut received, now).await?;
    ensure_answerable(&state, &received, Event::Accept, if_match).await?;
    let speaker = speakers::of_offer(&mut tx, received.offer).await?.into_iter().next();
    let speaker = speaker.ok_or(Code::OfferPaused)?;
    let by = answers(actor, peer);
    let step = Step { event: Event::Accept, by: &by, reason: None, at: now };
    transitions::apply(&mut tx, &state.ids, &mut received, step).await?;
    receipt(&mut tx, &state, &received, ReceiptKind::OfferAccepted, now).await?;
    note_answer(&mut tx, &received, now).await?;
    if !body.items.is_empty() {
        let version = body.policy_version.as_deref().ok_or_else(|| {
            Error::field("/policy_version", "required", "Dites quel texte du consentement a été lu.")
        })?;
        sharing::grant_shares(&state, &mut tx, &purpose(&received)?, &body.items, version, now).await?;
    }
    let room = NewPrivateRoom {
        recipient: id,
        person: actor.person,
        company: received.company,
        recruiter: speaker.recruiter,
        title: received.title.clone(),
    };
    state.part::<Rooms>().open(&mut tx, &state.ids, room, now).await?;
    notes::tell_answer(&mut tx, &state.ids, &received, "accepted", now).await?;
    tx.commit().await?;
    answered(&state, received).await
}

/// Says no to an offer. For ten minutes it can be taken back.
///
/// The first window to answer wins: the others get 409 `illegal_transition` with the current state. 409 `offer_paused` while the
/// company may not recruit.
#[utoipa::path(post, path = "/me/offers/{id}/refusal", tag = "offers",
    params(("id" = OfferRecipientId, Path), ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = RefuseOffer, responses((status = 200, body = MyOfferView), Problems))]
pub async fn refuse_offer(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    Path(id): Path<OfferRecipientId>,
    if_match: IfMatch,
    Json(body): Json<RefuseOffer>,
) -> Result<Versioned<MyOfferView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let mut received = lock_own(&mut tx, actor, id).await?;
    ensure_confirmed(body.confirmed)?;
    arrive(&mut tx, &state, &mut received, now).await?;
    ensure_answerable(&state, &received, Event::Refuse, if_match).await?;
    let said = (&answers(actor, peer), body.reason, body.do_not_contact);
    refuse(&mut tx, &state, &mut received, said, now).await?;
    tx.commit().await?;
    answered(&state, received).await
}

/// Says no to every offer that waits, at once: for those who found work elsewhere. Companies are told that the person is looking for
/// nothing any more. Offers that are paused are refused as well.
#[utoipa::path(post, path = "/me/offers/refusal", tag = "offers", request_body = RefusePendingOffers,
    responses((status = 200, body = RefusedOffers), Problems))]
pub async fn refuse_pending_offers(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    Json(body): Json<RefusePendingOffers>,
) -> Result<Json<RefusedOffers>> {
    ensure_confirmed(body.confirmed)?;
    let (now, by) = (state.clock.now(), answers(actor, peer));
    let mut tx = state.pool.begin().await?;
    let pending = OfferState::ALL.into_iter().filter(|state| state.is_pending()).collect();
    let filter = Filter { person: Some(actor.person), states: Some(pending), ..Filter::default() };
    let mut refused = 0;
    for mut received in recipients::lock_all(&mut tx, &filter).await? {
        if received.ends_at.is_some_and(|end| end <= now) {
            continue;
        }
        arrive(&mut tx, &state, &mut received, now).await?;
        let said = (&by, Some(RefusalReason::NoLongerLooking), false);
        refuse(&mut tx, &state, &mut received, said, now).await?;
        refused += 1;
    }
    tx.commit().await?;
    Ok(Json(RefusedOffers { refused }))
}

/// Takes an answer back, within ten minutes: the offer waits again, as it did.
///
/// Of a yes, what was shared ends and the room closes (an empty one goes at once; what was written stays readable for a day, as in any
/// room that is closed). Of a no, the person is shown to the company again if the no had hidden them, and may take its quiz again.
/// 409 `undo_over` once the ten minutes have passed.
#[utoipa::path(post, path = "/me/offers/{id}/undo", tag = "offers",
    params(("id" = OfferRecipientId, Path), ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = MyOfferView), Problems))]
pub async fn undo_offer_answer(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    Path(id): Path<OfferRecipientId>,
    if_match: IfMatch,
) -> Result<Versioned<MyOfferView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    // The company first, as its senders do: no other offer of it comes in between.
    let filter = Filter { id: Some(id), person: Some(actor.person), ..Filter::default() };
    let found = recipients::find(&mut *tx, &filter).await?.ok_or_else(Error::not_found)?;
    sending::lock_company(&mut tx, &found.siren).await?;
    let mut received = lock_own(&mut tx, actor, id).await?;
    let before = received.clone();
    let event = match received.answered_from {
        Some(OfferState::Seen) => Event::UndoSeen,
        _ => Event::UndoUnseen,
    };
    received.state.after(event)?;
    if undo_until(&received).is_none_or(|until| until <= now) {
        return Err(Code::UndoOver.into());
    }
    ensure_version(&state, &received, if_match).await?;
    let by = answers(actor, peer);
    let step = Step { event, by: &by, reason: None, at: now };
    transitions::apply(&mut tx, &state.ids, &mut received, step)
        .await
        .on_constraint("offer_recipient_one_pending", Code::UndoOver)?;
    match before.state {
        OfferState::Accepted => undo_yes(&mut tx, &state, &received).await?,
        _ => undo_no(&mut tx, &state, &before).await?,
    }
    receipt(&mut tx, &state, &received, ReceiptKind::OfferAnswerUndone, now).await?;
    notes::tell_answer(&mut tx, &state.ids, &received, "undone", now).await?;
    tx.commit().await?;
    answered(&state, received).await
}

async fn undo_yes(tx: &mut Tx<'_>, state: &AppState, received: &Recipient) -> Result<()> {
    let now = state.clock.now();
    sharing::end_shares(tx, &state.ids, received.id, ShareEnd::Revoked, now).await?;
    state.part::<Rooms>().close(&mut *tx, &state.ids, received.id, RoomEnd::Undone, now).await?;
    Ok(())
}

async fn undo_no(tx: &mut Tx<'_>, state: &AppState, before: &Recipient) -> Result<()> {
    let now = state.clock.now();
    let person = before.person.ok_or_else(Error::not_found)?;
    if before.hid_with_answer {
        sharing::show_to(state, tx, person, siren_of(before)?, now).await?;
    }
    let Some(invitation) = before.quiz_invitation else { return Ok(()) };
    let states = quizzes::quiz_invitation_states(&mut *tx, &[invitation]).await?;
    if states.first().is_none_or(|(_, state)| *state != QuizInvitationState::Withdrawn) {
        return Ok(());
    }
    let invitation = invite_again(tx, state, before).await?;
    Ok(recipients::set_quiz(tx, before.id, invitation).await?)
}

/// A second invitation to the quiz of an offer; none when it can no longer be sent.
async fn invite_again(
    tx: &mut Tx<'_>,
    state: &AppState,
    received: &Recipient,
) -> Result<Option<crate::ids::QuizInvitationId>> {
    let filter = OfferFilter { id: Some(received.offer), ..OfferFilter::default() };
    let offer = offers::find(&mut **tx, filter).await?.ok_or_else(Error::not_found)?;
    let speaker = speakers::of_offer(tx, received.offer).await?.into_iter().next();
    let (Some(quiz), Some(speaker), Some(person)) = (offer.content.quiz, speaker, received.person) else {
        return Ok(None);
    };
    if quizzes::find_sendable_quiz(&mut *tx, offer.company, quiz).await?.is_none() {
        return Ok(None);
    }
    let invitation = NewQuizInvitation {
        company: offer.company,
        quiz,
        person,
        purpose: Some(offer.content.title),
        closes_at: received.ends_at,
        sent_by: speaker.recruiter,
    };
    Ok(Some(quizzes::invite_to_quiz(tx, &state.ids, &invitation, state.clock.now()).await?))
}

/// Ends what followed a yes: the room closes, and what was shared ends thirty days later unless it is taken back before.
#[utoipa::path(post, path = "/me/offers/{id}/closing", tag = "offers", params(("id" = OfferRecipientId, Path)),
    responses((status = 200, body = MyOfferView), Problems))]
pub async fn close_my_offer(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OfferRecipientId>,
) -> Result<Versioned<MyOfferView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let received = lock_own(&mut tx, actor, id).await?;
    received.state.after(Event::Close)?;
    state.part::<Rooms>().close(&mut tx, &state.ids, id, RoomEnd::Person, now).await?;
    rooms::close_accepted(&state, &mut tx, id, rooms::ClosedBy::Person, now).await?;
    let received = lock_own(&mut tx, actor, id).await?;
    tx.commit().await?;
    answered(&state, received).await
}

/// What the person reads after an answer.
pub async fn answered(state: &AppState, received: Recipient) -> Result<Versioned<MyOfferView>> {
    let view = MyOfferView::of(state, received).await?;
    Ok(Versioned(view.version(), view))
}

/// Who moves it when the person only reads.
pub const fn reads(actor: Actor) -> By {
    By::Person { person: actor.person, network: None }
}
