//! Seats: who gets one, who waits, and who is told.

use serde_json::json;

use crate::events::Event;
use crate::ids::{EnrolmentId, OrganisationId, PersonId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Result};
use crate::platform::mail::{self, Mail, Template, context};
use crate::platform::state::AppState;
use crate::sessions::mails;
use crate::sessions::model::general::MOST_SEATS;
use crate::sessions::model::local_time::french_date;
use crate::sessions::model::{EnrolmentStatus, Step};
use crate::sessions::store::cards::{SessionCard, session_card};
use crate::sessions::store::changes::organisation_of;
use crate::sessions::store::enrolments::{self, Enrolment, What};
use crate::sessions::store::seats;

/// How many seats are free; no limit counts as the most a session takes.
pub async fn free(tx: &mut Tx<'_>, session: TrainingSessionId) -> Result<i64> {
    let seats = seats::of_session(tx, session).await?;
    Ok(i64::from(seats.total.unwrap_or(MOST_SEATS)) - seats.taken)
}

/// Refuses fewer seats than are held.
pub async fn ensure_room_for(tx: &mut Tx<'_>, session: TrainingSessionId, seats: Option<i32>) -> Result<()> {
    let taken = seats::of_session(tx, session).await?.taken;
    if i64::from(seats.unwrap_or(MOST_SEATS)) < taken {
        let told = format!("{taken} places sont déjà prises.");
        return Err(Error::field("/seats", "below_taken", told));
    }
    Ok(())
}

/// Gives the seats that are free to those who wait, first come first served, and tells them. They are expected from today on.
pub async fn fill(
    tx: &mut Tx<'_>,
    state: &AppState,
    organisation: OrganisationId,
    session: TrainingSessionId,
    by: Option<PersonId>,
) -> Result<()> {
    let (free, today) = (free(tx, session).await?, state.clock.today());
    if free <= 0 {
        return Ok(());
    }
    for id in seats::waiting(tx, session, today, free).await? {
        let enrolment = enrolments::find(tx, session, id).await?.ok_or_else(Error::not_found)?;
        let step = match (&enrolment.person, &enrolment.email) {
            (None, Some(_)) => Step::Invite,
            _ => Step::Promote,
        };
        let status = enrolment.status.after(step)?;
        let what = What { event: step.as_str(), ..What::default() };
        enrolments::set_status(tx, state, &enrolment, (status, enrolment.ends_on), &what, by).await?;
        enrolments::start_from(tx, id, today).await?;
        record_move(tx, state, organisation, &enrolment, status, by).await?;
        tell(tx, state, organisation, session, id).await?;
    }
    Ok(())
}

/// Notes that an enrolment moved to another state.
pub async fn record_move(
    tx: &mut Tx<'_>,
    state: &AppState,
    organisation: OrganisationId,
    before: &Enrolment,
    status: EnrolmentStatus,
    by: Option<PersonId>,
) -> Result<()> {
    let entry =
        Entry::new(Event::EnrolmentMoved, state.clock.now(), "enrolment", before.id.0).within(organisation);
    let entry = entry.change(json!({ "status": before.status }), json!({ "status": status }));
    let entry = match by {
        Some(person) => entry.by(person),
        None => entry,
    };
    Ok(audit::record(tx, &state.ids, entry).await?)
}

/// Writes to somebody that they were invited, or enrolled. Nobody is told of a draft: they are when it is announced.
pub async fn tell(
    tx: &mut Tx<'_>,
    state: &AppState,
    organisation: OrganisationId,
    session: TrainingSessionId,
    id: EnrolmentId,
) -> Result<()> {
    let card = session_card(&mut **tx, organisation, session).await?.ok_or_else(Error::not_found)?;
    if !card.status.is_announced() {
        return Ok(());
    }
    let enrolment = enrolments::find(tx, session, id).await?.ok_or_else(Error::not_found)?;
    let (_, name) = organisation_of(tx, session).await?.ok_or_else(Error::not_found)?;
    tell_one(tx, state, (&card, &name), &enrolment).await
}

/// The same for a session at hand.
pub async fn tell_one(
    tx: &mut Tx<'_>,
    state: &AppState,
    (card, organisation): (&SessionCard, &str),
    enrolment: &Enrolment,
) -> Result<()> {
    let template: &Template = match enrolment.status {
        EnrolmentStatus::Invited => &mails::INVITATION,
        EnrolmentStatus::Enrolled | EnrolmentStatus::Confirmed => &mails::ENROLLED,
        _ => return Ok(()),
    };
    let Some(email) = &enrolment.email else { return Ok(()) };
    let context = context! {
        organisation, session => card.title.clone(), email, place => card.place.clone(),
        starts_on => french_date(card.starts_on.max(enrolment.starts_on)), ends_on => french_date(card.ends_on),
        has_account => enrolment.person.is_some(), session_id => card.id.to_string(),
    };
    mail::send(tx, state, Mail { to: email, template, context }).await
}
