//! What every answer has in common: what it starts from, and what follows from it.

use chrono::{DateTime, Utc};

use super::mine_views::MyOfferView;
use super::notes;
use crate::actor::Actor;
use crate::companies::Siren;
use crate::ids::OfferRecipientId;
use crate::offers::model::RefusalReason;
use crate::offers::model::state::{Event, State};
use crate::offers::store::recipients::{self, Recipient};
use crate::offers::store::transitions::{self, By, Step};
use crate::platform::db::Tx;
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Code, Error, IfMatch, Peer, Result};
use crate::platform::state::AppState;
use crate::profiles::{self, Stage};
use crate::quizzes;
use crate::sharing::{self, NewReceipt, ReceiptKind, SharePurpose};

/// What the person received, locked; to everybody else it does not exist.
pub async fn lock_own(tx: &mut Tx<'_>, actor: Actor, id: OfferRecipientId) -> Result<Recipient> {
    let found = recipients::lock(tx, id).await?;
    let own = found.filter(|one| one.person == Some(actor.person) && one.state != State::Draft);
    own.ok_or_else(Error::not_found)
}

/// Who answers, and from which network: /24 in IPv4, /48 in IPv6.
pub fn answers(actor: Actor, peer: Peer) -> By {
    By::Person { person: actor.person, network: Some(peer.network_class()) }
}

/// It reaches the person who asks for it, however its mail fares.
pub async fn arrive(
    tx: &mut Tx<'_>,
    state: &AppState,
    recipient: &mut Recipient,
    now: DateTime<Utc>,
) -> Result<()> {
    if !matches!(recipient.state, State::Sent | State::Undelivered) {
        return Ok(());
    }
    let Some(person) = recipient.person else { return Ok(()) };
    let by = By::Person { person, network: None };
    let step = Step { event: Event::Deliver, by: &by, reason: None, at: now };
    transitions::apply(tx, &state.ids, recipient, step).await
}

/// Refuses an answer that comes too late, that another window has given, or that the company's standing forbids.
pub async fn ensure_answerable(
    state: &AppState,
    recipient: &Recipient,
    event: Event,
    if_match: IfMatch,
) -> Result<()> {
    recipient.state.after(event)?;
    if recipient.ends_at.is_some_and(|end| end <= state.clock.now()) {
        return Err(Error::illegal_state(State::Expired.as_str()));
    }
    if recipient.is_paused {
        return Err(Code::OfferPaused.into());
    }
    ensure_version(state, recipient, if_match).await
}

/// Refuses a move that starts from something else than what stands.
pub async fn ensure_version(state: &AppState, recipient: &Recipient, if_match: IfMatch) -> Result<()> {
    let asked = if_match.version()?;
    if asked != recipient.version {
        ensure_current(asked, recipient.version, &MyOfferView::of(state, recipient.clone()).await?)?;
    }
    Ok(())
}

/// Refuses what nobody confirmed.
pub fn ensure_confirmed(confirmed: bool) -> Result<()> {
    if confirmed {
        return Ok(());
    }
    Err(Error::field(
        "/confirmed",
        "confirmation_required",
        "Confirmez votre réponse pour qu’elle soit envoyée.",
    ))
}

/// The legal unit of what was received.
pub fn siren_of(recipient: &Recipient) -> Result<Siren> {
    recipient.siren.parse().map_err(|error| Error::Internal(anyhow::anyhow!("a stored SIREN: {error}")))
}

/// What the person shares, says or takes back is about.
pub fn purpose(recipient: &Recipient) -> Result<SharePurpose> {
    let person = recipient.person.ok_or_else(Error::not_found)?;
    Ok(SharePurpose {
        purpose: recipient.id,
        person,
        company: recipient.company,
        title: recipient.title.clone(),
    })
}

/// The person answered: the stages of the company's lists follow.
pub async fn note_answer(tx: &mut Tx<'_>, recipient: &Recipient, now: DateTime<Utc>) -> Result<()> {
    let person = recipient.person.ok_or_else(Error::not_found)?;
    Ok(profiles::advance_stage(tx, recipient.company, person, Stage::Answered, now).await?)
}

/// Writes the receipt of what the person said.
pub async fn receipt(
    tx: &mut Tx<'_>,
    state: &AppState,
    recipient: &Recipient,
    kind: ReceiptKind,
    now: DateTime<Utc>,
) -> Result<()> {
    let receipt = NewReceipt::of_purpose(kind, &purpose(recipient)?);
    sharing::write_receipt(tx, &state.ids, receipt, now).await?;
    Ok(())
}

/// Says no: the reason where one is given, the receipt, the end of the quiz that went with it, and the company is told.
pub async fn refuse(
    tx: &mut Tx<'_>,
    state: &AppState,
    recipient: &mut Recipient,
    (by, reason, hides): (&By, Option<RefusalReason>, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    let step = Step { event: Event::Refuse, by, reason: None, at: now };
    transitions::apply(tx, &state.ids, recipient, step).await?;
    let person = recipient.person.ok_or_else(Error::not_found)?;
    let hid = hides && sharing::hide_from(state, tx, person, siren_of(recipient)?, now).await?;
    recipients::note_refusal(tx, recipient.id, reason, hid).await?;
    (recipient.refusal_reason, recipient.hid_with_answer) = (reason, hid);
    take_quiz_back(tx, state, recipient, now).await?;
    receipt(tx, state, recipient, ReceiptKind::OfferRefused, now).await?;
    note_answer(tx, recipient, now).await?;
    notes::tell_answer(tx, &state.ids, recipient, "refused", now).await?;
    Ok(())
}

/// Takes back the invitation to the quiz that went with an offer, if the quiz was not handed in.
pub async fn take_quiz_back(
    tx: &mut Tx<'_>,
    state: &AppState,
    recipient: &Recipient,
    now: DateTime<Utc>,
) -> Result<()> {
    if let Some(invitation) = recipient.quiz_invitation {
        quizzes::withdraw_quiz_invitations(tx, &state.ids, &[invitation], now).await?;
    }
    Ok(())
}
