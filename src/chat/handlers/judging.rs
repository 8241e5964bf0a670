//! What is decided on a report, and what follows from it.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::edits::blank;
use super::reports::{RoomReportDetails, details, judged, note_reading};
use super::{message_of, telling, within};
use crate::actor::Actor;
use crate::chat::model::lifetime::SILENCE;
use crate::chat::model::message::{State as MessageState, Step};
use crate::chat::model::place::{Of, Place};
use crate::chat::model::report::{Decision, Judgement};
use crate::chat::model::room::Side;
use crate::chat::store::messages::Message;
use crate::chat::store::private::Closer;
use crate::chat::store::reports::{self, Report};
use crate::chat::store::{files as message_files, members, places, private, rooms, writing};
use crate::events::Event;
use crate::files;
use crate::ids::{FileId, PersonId, ReportId};
use crate::notices::NoticeKind;
use crate::offers::{self, ClosedBy};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::live::{self, Notice, Topic};
use crate::platform::state::AppState;

/// A report that waits, its room and its message.
struct Begun {
    tx: Tx<'static>,
    report: Report,
    place: Place,
    message: Message,
}

/// Begins to act on a report that waits, for whoever decides on it: the room is held until the end.
async fn begin(state: &AppState, actor: Actor, id: ReportId, decision: Option<Decision>) -> Result<Begun> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let (report, place) = judged(&mut tx, actor, id, now).await?;
    // All that ends an offer and its room holds the offer first.
    if let (Some(Decision::Expelled), Some(Of::Offer(of))) = (decision, place.map(|place| place.of)) {
        offers::close_accepted(state, &mut tx, of.recipient, ClosedBy::Clock, now).await?;
    }
    if !rooms::lock(&mut tx, report.room).await? {
        return Err(Error::not_found());
    }
    let (report, place) = judged(&mut tx, actor, id, now).await?;
    if report.author == Some(actor.person) {
        return Err(Code::OwnMessage.into());
    }
    if let Some(decision) = report.decision {
        return Err(Error::illegal_state(decision.as_str()));
    }
    let place = place.ok_or_else(Error::not_found)?;
    let message = message_of(&mut tx, &place, report.message).await?;
    Ok(Begun { tx, report, place, message })
}

/// Whether a reported message is hidden.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportedMessageHidden {
    hidden: bool,
}

/// Hides a reported message while it is looked at, or shows it again. Asking for what already holds changes nothing.
#[utoipa::path(put, path = "/room-reports/{id}/hidden", tag = "rooms", params(("id" = ReportId, Path)),
    request_body = ReportedMessageHidden, responses((status = 200, body = RoomReportDetails), Problems))]
pub async fn hide_reported_message(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ReportId>,
    Json(wanted): Json<ReportedMessageHidden>,
) -> Result<Json<RoomReportDetails>> {
    let Begun { mut tx, report, message, .. } = begin(&state, actor, id, None).await?;
    let already = if wanted.hidden { MessageState::Hidden } else { MessageState::Visible };
    if message.state != already {
        let step = if wanted.hidden { Step::Hide } else { Step::Show };
        move_message(&mut tx, &state, Some(actor.person), &message, step).await?;
    }
    let details = details(&mut tx, actor, &report).await?;
    note_reading(&mut tx, &state, actor, &report).await?;
    tx.commit().await?;
    Ok(Json(details))
}

/// Hides a message, or shows it again.
async fn move_message(
    tx: &mut Tx<'_>,
    state: &AppState,
    by: Option<PersonId>,
    message: &Message,
    step: Step,
) -> Result<()> {
    let to = message.state.after(step)?;
    let change = rooms::next_position(tx, message.room).await?;
    let text = message.text.as_deref().unwrap_or_default();
    writing::set_hidden(tx, message.id, to == MessageState::Hidden, (change, text)).await?;
    let mut entry = Entry::new(Event::MessageHidden, state.clock.now(), "message", message.id.0);
    if let Some(by) = by {
        entry = entry.by(by);
    }
    let entry = entry.change(json!({ "state": message.state }), json!({ "state": to }));
    audit::record(tx, &state.ids, entry).await?;
    Ok(live::room_changed(tx, message.room.0, change).await?)
}

/// Decides on a report, and on every other one of the same message that waits. The reporters and the author are told what was
/// decided, not by whom nor why. Decided once; 409 with the decision afterwards.
#[utoipa::path(post, path = "/room-reports/{id}/decision", tag = "rooms", params(("id" = ReportId, Path)),
    request_body = Judgement, responses((status = 200, body = RoomReportDetails), Problems))]
pub async fn decide_room_report(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ReportId>,
    Json(judgement): Json<Judgement>,
) -> Result<Json<RoomReportDetails>> {
    let begun = begin(&state, actor, id, Some(judgement.decision)).await?;
    let Begun { mut tx, place, message, .. } = begun;
    let note = judgement.parse()?;
    if message.side == Side::Staff && matches!(judgement.decision, Decision::Silenced | Decision::Expelled) {
        let told = "L’équipe de la session ne peut être ni réduite au silence ni exclue de ses salons.";
        return Err(Error::field("/decision", "staff_author", told));
    }
    let decided = Decided { place: &place, message: &message, by: Some(actor.person) };
    settle(&mut tx, &state, decided, (judgement.decision, &note)).await?;
    let report = reports::one(&mut tx, id).await?.ok_or_else(Error::not_found)?;
    let details = details(&mut tx, actor, &report).await?;
    note_reading(&mut tx, &state, actor, &report).await?;
    tx.commit().await?;
    Ok(Json(details))
}

/// What is decided on, and by whom; none: by the clock. The row of the room is held.
#[derive(Clone, Copy, Debug)]
pub struct Decided<'a> {
    /// The room.
    pub place: &'a Place,
    /// The message.
    pub message: &'a Message,
    /// Who decides.
    pub by: Option<PersonId>,
}

/// Writes a decision down, does what follows from it, and tells the reporters and the author.
pub async fn settle(
    tx: &mut Tx<'_>,
    state: &AppState,
    decided: Decided<'_>,
    (decision, note): (Decision, &str),
) -> Result<()> {
    let Decided { place, message, by } = decided;
    let now = state.clock.now();
    let waiting = reports::waiting(tx, message.id).await?;
    reports::decide(tx, message.id, (decision, note), by, now).await?;
    match (decision.leads(message.state), by) {
        (Some(Step::Remove), Some(by)) => {
            blank(tx, state, (place, by), message, (Step::Remove, Event::MessageRemoved)).await?;
        }
        (Some(step), _) => move_message(tx, state, by, message, step).await?,
        // Its author deleted it while it was looked at: its files waited for the decision.
        (None, _) if message.text.is_none() => {
            message_files::release_of(tx, &state.ids, message.id, now).await?;
        }
        (None, _) => {}
    }
    if let Some(author) = message.author {
        sanction(tx, state, (place, author), (decision, by)).await?;
    }
    reports::hold(tx, place.room).await?;
    for (report, _) in &waiting {
        let mut entry = Entry::new(Event::ReportDecided, now, "room_report", report.0);
        if let Some(by) = by {
            entry = entry.by(by);
        }
        audit::record(tx, &state.ids, within(place, entry).change(None, json!({ "decision": decision })))
            .await?;
    }
    tell(tx, state, (place, message), (&waiting, decision)).await
}

/// What a decision means for the author of the message.
async fn sanction(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, author): (&Place, PersonId),
    (decision, by): (Decision, Option<PersonId>),
) -> Result<()> {
    let now = state.clock.now();
    match (decision, by) {
        (Decision::Silenced, _) => members::silence(tx, place.room, author, now + SILENCE).await?,
        (Decision::Expelled, Some(by)) => {
            members::expel(tx, place.room, author, now).await?;
            if matches!(place.of, Of::Offer(_)) {
                private::close(tx, &state.ids, place.room, Closer::Moderation(by), now).await?;
            }
        }
        _ => return Ok(()),
    }
    Ok(live::changed(tx, &[author], Topic::Rooms).await?)
}

async fn tell(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, message): (&Place, &Message),
    (waiting, decision): (&[(ReportId, Option<PersonId>)], Decision),
) -> Result<()> {
    let mut told: Vec<(PersonId, ReportId, &str)> = Vec::new();
    for (report, reporter) in waiting {
        told.extend(reporter.map(|reporter| (reporter, *report, "reporter")));
    }
    if let (Some(author), Some((report, _))) = (message.author, waiting.first()) {
        told.push((author, *report, "author"));
    }
    let people: Vec<PersonId> = told.iter().map(|(person, ..)| *person).collect();
    let there = places::find(tx, &people, &[place.room]).await?;
    let notice = |(person, report, role): &(PersonId, ReportId, &str)| {
        let place = there.iter().find(|place| place.person == *person)?;
        let mut facts = telling::facts(place, usual_side(place), "");
        let more = facts.as_object_mut()?;
        more.insert("decision".to_owned(), json!(decision));
        more.insert("as".to_owned(), json!(role));
        Some(Notice { person: *person, kind: NoticeKind::ReportDecided, subject: report.0, facts })
    };
    let notices: Vec<Notice> = told.iter().filter_map(notice).collect();
    Ok(live::tell(tx, &state.ids, &notices, state.clock.now()).await?)
}

/// As whom somebody knows a room, also once they are out of it.
fn usual_side(place: &Place) -> Side {
    match &place.of {
        Of::Offer(of) if of.candidate == Some(place.person) => Side::Person,
        Of::Offer(_) => Side::Company,
        Of::Session(_) => Side::Member,
    }
}

/// Downloads a file of the message that was reported, for whoever decides on the report.
#[utoipa::path(get, path = "/room-reports/{id}/files/{file_id}", tag = "rooms",
    params(("id" = ReportId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_reported_file(
    State(state): State<AppState>,
    actor: Actor,
    Path((id, file)): Path<(ReportId, FileId)>,
    request: HeaderMap,
) -> Result<Response> {
    let mut tx = state.pool.begin().await?;
    let (report, _) = judged(&mut tx, actor, id, state.clock.now()).await?;
    if !message_files::belongs(&mut tx, report.message, file).await? {
        return Err(Error::not_found());
    }
    note_reading(&mut tx, &state, actor, &report).await?;
    tx.commit().await?;
    files::serve(&state, file, &request).await
}
