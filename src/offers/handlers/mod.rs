//! HTTP: offers of a company, and offers a person received.

mod answering;
pub mod answers;
pub mod board;
pub mod drafts;
pub mod files;
pub mod mine;
mod mine_views;
pub mod moves;
pub mod notes;
pub mod pool;
pub mod recipients;
pub mod rooms;
pub mod send;
pub mod settings;
pub mod shares;
mod views;

use crate::companies::{Role, VerifiedRecruiter};
use crate::events::Event;
use crate::ids::OfferId;
use crate::offers::policy;
use crate::offers::store::offers::{self, Filter, Offer, Status};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;

/// An offer of the recruiter's company; to everybody else it does not exist.
async fn find(state: &AppState, recruiter: VerifiedRecruiter, id: OfferId) -> Result<Offer> {
    let filter = Filter { company: Some(recruiter.company), id: Some(id), ..Filter::default() };
    offers::find(&state.pool, filter).await?.ok_or_else(Error::not_found)
}

/// Locks an offer for whoever may act on it; who takes it over becomes its author.
async fn lock(tx: &mut Tx<'_>, state: &AppState, recruiter: VerifiedRecruiter, id: OfferId) -> Result<Offer> {
    let filter = Filter { company: Some(recruiter.company), id: Some(id), ..Filter::default() };
    let mut offer = offers::lock(tx, filter).await?.ok_or_else(Error::not_found)?;
    let person = recruiter.actor.person;
    if policy::may_act(offer.hold, person, recruiter.role == Role::Admin)? {
        offers::take_over(tx, id, person).await?;
        let entry = Entry::new(Event::OfferTakenOver, state.clock.now(), "offer", id.0).by(person);
        audit::record(tx, &state.ids, entry).await?;
        offer.hold = policy::Hold { author: Some(person), author_stays: true };
    }
    Ok(offer)
}

/// Refuses unless the offer is still a draft.
fn ensure_draft(offer: &Offer) -> Result<()> {
    ensure(offer, Status::Draft)
}

/// Refuses unless the offer is as far as this.
fn ensure(offer: &Offer, status: Status) -> Result<()> {
    if offer.status == status { Ok(()) } else { Err(Error::illegal_state(offer.status.as_str())) }
}
