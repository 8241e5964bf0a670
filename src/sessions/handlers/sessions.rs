//! Sessions: opened from a training, read, written, deleted, copied.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::slot_rectify::keep_sheets;
use super::views::{SessionSummary, SessionView, content, view};
use super::{Subject, begin, begin_reading};
use crate::actor::Actor;
use crate::events::Event;
use crate::files;
use crate::ids::{OrganisationId, PersonId, TrainingId, TrainingSessionId};
use crate::orgs::membership;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, FieldError, Fields, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned,
    texts,
};
use crate::platform::state::AppState;
use crate::sessions::handlers::{changes, places};
use crate::sessions::model::general::{General, NewSession, SessionDraft, folded, is_sane_day};
use crate::sessions::model::{Move, Status, courses as course_lists};
use crate::sessions::policy::{self, Seen};
use crate::sessions::store::cards::SessionCard;
use crate::sessions::store::sessions::{self, DayKey, Filter, Origin, Session};
use crate::sessions::store::trainers::{self, Assignable};
use crate::sessions::store::{copy, courses, people, resources, rooms, slots};
use crate::trainings;

/// Which sessions to list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListSessions {
    /// In this state only.
    status: Option<Status>,
    /// Of this training only.
    training_id: Option<TrainingId>,
    /// Whose title holds these words.
    q: Option<String>,
    /// That take place on this day or later.
    from: Option<NaiveDate>,
    /// That take place on this day or earlier.
    to: Option<NaiveDate>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Lists the organisation's sessions, the last to start first. A trainer sees those where they train.
#[utoipa::path(get, path = "/organisations/{id}/sessions", tag = "sessions",
    params(("id" = OrganisationId, Path), ListSessions),
    responses((status = 200, body = Page<SessionSummary>), Problems))]
pub async fn list_sessions(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListSessions>,
) -> Result<Json<Page<SessionSummary>>> {
    let seen = policy::may_list(membership(&state.pool, organisation, actor.person).await?)?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let before: Option<DayKey> = page.after()?;
    let words = query.q.map(|typed| texts::line("/q", &typed, 0..=200)).transpose();
    let words = words.map_err(|fault| Error::Invalid(vec![fault]))?.map(|typed| folded(&typed));
    let mut fields = Fields::default();
    for (place, day) in [("/from", query.from), ("/to", query.to)] {
        if let Some(day) = day {
            fields.check(is_sane_day(place, day));
        }
    }
    fields.finish()?;
    let filter = Filter {
        id: None,
        training: query.training_id,
        status: query.status,
        words,
        from: query.from,
        to: query.to,
        trainer: (seen == Seen::Assigned).then_some(actor.person),
        before,
    };
    let now = state.clock.now();
    let rows = sessions::list(&state.pool, organisation, filter, now, i64::from(limit) + 1).await?;
    let key = |session: &Session| DayKey(session.starts_on, session.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(SessionSummary::from)))
}

/// Opens a session from the newest revision of a published training: it takes the revision's ordered courses, which may then
/// be changed for this session alone. A room for everybody and one for those who train come with it.
#[utoipa::path(post, path = "/organisations/{id}/sessions", tag = "sessions",
    params(("id" = OrganisationId, Path)), request_body = NewSession,
    responses((status = 201, body = SessionView), Problems))]
pub async fn create_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Json(draft): Json<NewSession>,
) -> Result<(StatusCode, Versioned<SessionView>)> {
    let mut tx = state.pool.begin().await?;
    policy::may_open(membership(&mut *tx, organisation, actor.person).await?)?;
    let training = draft.training_id;
    let opening = sessions::opening(&mut tx, organisation, training).await?.ok_or_else(|| {
        Error::field("/training_id", "unknown_training", "L’organisme n’a pas cette formation.")
    })?;
    if opening.status != trainings::Status::Published {
        return Err(Error::illegal_state(opening.status.as_str()));
    }
    let content = content(&mut tx, training, opening.revision).await?;
    let general = draft.complete(&content.title, content.minutes()).parse()?;
    let assigned = assignable(&mut tx, (organisation, None), "/trainers", &general.trainers).await?;
    let origin = Origin { organisation, training, revision: opening.revision, copied_from: None };
    let id: TrainingSessionId = state.ids.ordered();
    let now = state.clock.now();
    sessions::insert(&mut tx, id, &origin, &general, actor.person, now).await?;
    let list = course_lists::of_revision(&content, || state.ids.ordered());
    courses::write(&mut tx, id, (training, opening.revision), &content.skills, &list).await?;
    trainers::set_of_session(&mut tx, &state, id, &assigned).await?;
    rooms::open_usual(&mut tx, &state, id).await?;
    record_written(&mut tx, &state, (actor, organisation, id), "created").await?;
    let view = view(&mut tx, &state, (organisation, id)).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.version, view)))
}

/// Shows a session: its general part, courses, trainers and figures.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = SessionView), Problems))]
pub async fn get_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
) -> Result<Versioned<SessionView>> {
    let mut tx = begin_reading(&state, actor, subject).await?;
    let view = view(&mut tx, &state, subject).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// Writes the general part of a session anew. Who is no longer among its trainers is taken off the slots that have not
/// begun, and is told like the others concerned; more seats go to those who wait, first come first served. Once sheets are sealed,
/// another title needs a reason, and is a further link of their chain.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = SessionDraft, responses((status = 200, body = SessionView), Problems))]
pub async fn update_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
    Json(draft): Json<SessionDraft>,
) -> Result<Versioned<SessionView>> {
    let (organisation, id) = subject;
    let (mut tx, card) = begin(&state, actor, subject, Move::Write).await?;
    ensure_version(&mut tx, &state, &card, if_match).await?;
    let why = draft.title_reason()?;
    let general = draft.parse()?;
    let assigned = assignable(&mut tx, (organisation, Some(id)), "/trainers", &general.trainers).await?;
    keep_sheets(&mut tx, &state, (&card, &general), (actor, why)).await?;
    places::ensure_room_for(&mut tx, id, general.seats).await?;
    let now = state.clock.now();
    sessions::update(&mut tx, id, &general, actor.person, now).await?;
    let left = trainers::set_of_session(&mut tx, &state, id, &assigned).await?;
    changes::note_trainers_who_left(&mut tx, &state, &card, left, actor.person).await?;
    tell_of_move(&mut tx, &state, &card, &general).await?;
    record_written(&mut tx, &state, (actor, organisation, id), "general").await?;
    places::fill(&mut tx, &state, organisation, id, Some(actor.person)).await?;
    let view = view(&mut tx, &state, subject).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// Slots that take their place from the session moved with it: calendars and people learn of it. Calendars name the session too.
async fn tell_of_move(tx: &mut Tx<'_>, state: &AppState, before: &SessionCard, now: &General) -> Result<()> {
    if before.title != now.title {
        slots::renew_all(tx, before.id, false, state.clock.now()).await?;
    }
    if before.place == now.place && before.remote_url == now.remote_url {
        return Ok(());
    }
    changes::note_moved_session(tx, state, before).await
}

/// Deletes a draft in which nobody takes part.
#[utoipa::path(delete, path = "/organisations/{id}/sessions/{session_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 204), Problems))]
pub async fn delete_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
) -> Result<StatusCode> {
    let (organisation, id) = subject;
    let (mut tx, card) = begin(&state, actor, subject, Move::Delete).await?;
    ensure_version(&mut tx, &state, &card, if_match).await?;
    if sessions::has_people(&mut tx, id).await? {
        return Err(crate::platform::http::Code::SessionHasPeople.into());
    }
    let unused = resources::files(&mut tx, id).await?;
    sessions::delete(&mut tx, id).await?;
    for file in unused {
        files::release(&mut tx, &state, file).await?;
    }
    let entry = Entry::new(Event::SessionDeleted, state.clock.now(), "training_session", id.0);
    audit::record(&mut tx, &state.ids, entry.by(actor.person).within(organisation)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A copy to make of a session.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionCopy {
    /// The first day of the copy: every date moves by as many days.
    starts_on: NaiveDate,
    /// 2 to 200 characters; the same title when it is left out.
    #[serde(default)]
    title: Option<String>,
}

/// A copy, and what deserves a look in it.
#[derive(Serialize, ToSchema)]
pub struct CopiedSession {
    session: SessionView,
    /// Copied slots that fall on a public holiday.
    on_holidays: Vec<NaiveDate>,
}

/// Copies a session as a draft: courses, slots that were not cancelled, trainers, links, rooms and quizzes, with every date
/// moved by as many days and the same hours in Paris. People, attendance and overrides are not copied.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/duplicate", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)), request_body = SessionCopy,
    responses((status = 201, body = CopiedSession), Problems))]
pub async fn duplicate_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(request): Json<SessionCopy>,
) -> Result<(StatusCode, Json<CopiedSession>)> {
    let (organisation, source) = subject;
    let mut tx = state.pool.begin().await?;
    policy::may_write(super::stands(&mut tx, actor, subject).await?)?;
    let card = sessions::lock(&mut tx, organisation, source).await?.ok_or_else(Error::not_found)?;
    let opening =
        sessions::opening(&mut tx, organisation, card.training).await?.ok_or_else(Error::not_found)?;
    if opening.status != trainings::Status::Published {
        return Err(Error::illegal_state(opening.status.as_str()));
    }
    is_sane_day("/starts_on", request.starts_on).map_err(|fault| Error::Invalid(vec![fault]))?;
    let title = request.title.map(|title| texts::line("/title", &title, 2..=200)).transpose();
    let title = title.map_err(|fault| Error::Invalid(vec![fault]))?;
    let days = request.starts_on - card.starts_on;
    let id: TrainingSessionId = state.ids.ordered();
    let shift = copy::Shift { days, title: title.unwrap_or_else(|| card.title.clone()), by: actor.person };
    copy::general(&mut tx, &state, &card, id, &shift).await?;
    let content = content(&mut tx, card.training, card.revision).await?;
    let mut list = courses::list(&mut tx, source, &content.skills).await?;
    let mut moved = Vec::with_capacity(list.len());
    for course in &mut list {
        let old = std::mem::replace(&mut course.id, state.ids.ordered());
        moved.push((old, course.id));
    }
    courses::write(&mut tx, id, (card.training, card.revision), &content.skills, &list).await?;
    let people: Vec<PersonId> = trainers::of_session(&mut *tx, source)
        .await?
        .into_iter()
        .filter_map(|trainer| trainer.person)
        .collect();
    let still = trainers::assignable(&mut *tx, organisation, &people).await?;
    trainers::set_of_session(&mut tx, &state, id, &still).await?;
    let on_days = copy::slots(&mut tx, &state, &card, id, &moved, &shift).await?;
    copy::attachments(&mut tx, &state, source, id, &moved, &shift).await?;
    let after = json!({ "copied_from": source, "days": days.num_days() });
    let entry = Entry::new(Event::SessionWritten, state.clock.now(), "training_session", id.0);
    audit::record(&mut tx, &state.ids, entry.by(actor.person).within(organisation).change(None, after))
        .await?;
    let session = view(&mut tx, &state, (organisation, id)).await?;
    tx.commit().await?;
    let on_holidays = on_days.into_iter().filter(|day| card.holidays.named(*day).is_some()).collect();
    Ok((StatusCode::CREATED, Json(CopiedSession { session, on_holidays })))
}

/// Refuses a change that starts from an older version of the session, and shows the current one.
pub async fn ensure_version(
    tx: &mut Tx<'_>,
    state: &AppState,
    card: &SessionCard,
    if_match: IfMatch,
) -> Result<()> {
    let asked = if_match.version()?;
    if asked == card.version {
        return Ok(());
    }
    ensure_current(asked, card.version, &view(tx, state, (card.organisation, card.id)).await?)
}

/// The people who are to train, in the order they were named; each must train for the organisation, or run it, and take no part
/// in the session.
pub async fn assignable(
    tx: &mut Tx<'_>,
    (organisation, session): (OrganisationId, Option<TrainingSessionId>),
    pointer: &str,
    people: &[PersonId],
) -> Result<Vec<Assignable>> {
    let known = trainers::assignable(&mut **tx, organisation, people).await?;
    let taking_part = match session {
        Some(session) => people::taking_part(&mut **tx, session, people).await?,
        None => Vec::new(),
    };
    let (mut found, mut faults) = (Vec::with_capacity(people.len()), Vec::new());
    for (place, person) in people.iter().enumerate() {
        match known.iter().find(|known| known.person == *person) {
            Some(_) if taking_part.contains(person) => faults.push(FieldError::new(
                format!("{pointer}/{place}"),
                "trainee_of_session",
                "Cette personne participe à la session\u{a0}: elle ne peut pas y former.",
            )),
            Some(trainer) => found.push(trainer.clone()),
            None => faults.push(FieldError::new(
                format!("{pointer}/{place}"),
                "not_a_trainer",
                "Cette personne ne forme pas pour l’organisme.",
            )),
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(Error::Invalid(faults)) }
}

/// Notes that something of a session was written.
pub async fn record_written(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, TrainingSessionId),
    what: &str,
) -> Result<()> {
    let entry = Entry::new(Event::SessionWritten, state.clock.now(), "training_session", id.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "what": what }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}
