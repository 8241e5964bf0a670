//! The calendar address: a secret under which calendar programs read one's slots.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use carnet_documents::calendar::{Calendar, Event as CalendarEvent, icalendar};
use chrono::{DateTime, Duration, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::events::Event;
use crate::platform::db::audit::{self, Entry as AuditEntry};
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::platform::tokens::OpaqueToken;
use crate::sessions::model::SlotKind;
use crate::sessions::store::mine::{self, CalendarRole, Entry, Whose};

/// How far back, and how far ahead, calendars read.
const BACK: Duration = Duration::days(90);
const AHEAD: Duration = Duration::days(550);
/// Most slots of a calendar.
const MOST: i64 = 5_000;
/// How often programs are asked to read again, in minutes.
const REFRESH: u32 = 60;

/// Whether there is a calendar address. The address itself is shown once, when it is given out.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarFeed {
    /// Null when there is none.
    created_at: Option<DateTime<Utc>>,
}

/// A calendar address, shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewCalendarFeed {
    /// To be given to a calendar program. Whoever has it reads the calendar.
    url: String,
    created_at: DateTime<Utc>,
}

/// Tells whether one has a calendar address.
#[utoipa::path(get, path = "/me/calendar-feed", tag = "sessions",
    responses((status = 200, body = CalendarFeed), Problems))]
pub async fn get_calendar_feed(State(state): State<AppState>, actor: Actor) -> Result<Json<CalendarFeed>> {
    let created_at = mine::feed(&state.pool, actor.person).await?;
    Ok(Json(CalendarFeed { created_at }))
}

/// Gives out a calendar address. One given out before is unknown from then on.
#[utoipa::path(post, path = "/me/calendar-feed", tag = "sessions",
    responses((status = 201, body = NewCalendarFeed), Problems))]
pub async fn create_calendar_feed(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<(StatusCode, Json<NewCalendarFeed>)> {
    let (token, now) = (OpaqueToken::draw(&state.ids), state.clock.now());
    let mut tx = state.pool.begin().await?;
    mine::open_feed(&mut tx, actor.person, &token.hash(), now).await?;
    record(&mut tx, &state, actor, true).await?;
    tx.commit().await?;
    let url = format!("{}/api/v1/calendar/{}.ics", state.config.public_url(), token.reveal());
    Ok((StatusCode::CREATED, Json(NewCalendarFeed { url, created_at: now })))
}

/// Withdraws one's calendar address: it is unknown from then on.
#[utoipa::path(delete, path = "/me/calendar-feed", tag = "sessions",
    responses((status = 204), Problems))]
pub async fn delete_calendar_feed(State(state): State<AppState>, actor: Actor) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    if mine::close_feed(&mut tx, actor.person).await? {
        record(&mut tx, &state, actor, false).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn record(
    tx: &mut crate::platform::db::Tx<'_>,
    state: &AppState,
    actor: Actor,
    is_open: bool,
) -> Result<()> {
    let entry = AuditEntry::new(Event::CalendarFeedChanged, state.clock.now(), "person", actor.person.0);
    let entry = entry.by(actor.person).change(None, json!({ "open": is_open }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}

/// Reads a calendar by its secret address, as iCalendar. Nobody need be signed in: calendar programs cannot.
#[utoipa::path(get, path = "/calendar/{file}", tag = "sessions", security(()),
    params(("file" = String, Path, description = "The secret, followed by `.ics`")),
    responses((status = 200, content_type = "text/calendar", body = String), Problems))]
pub async fn read_calendar_feed(State(state): State<AppState>, Path(file): Path<String>) -> Result<Response> {
    let token = file.strip_suffix(".ics").ok_or_else(Error::not_found)?;
    let hash = OpaqueToken::presented(token).hash();
    let owner = mine::owner_of_feed(&state.pool, &hash).await?.ok_or_else(Error::not_found)?;
    let now = state.clock.now();
    let between = (now - BACK, now + AHEAD);
    let rows = mine::calendar(&state.pool, Whose::Person(owner), between, MOST).await?;
    let site = state.config.public_url();
    let text = icalendar(&Calendar {
        name: "Carnet".to_owned(),
        description: Some("Vos créneaux de formation".to_owned()),
        written_at: now,
        refresh_minutes: REFRESH,
        events: rows.into_iter().map(|entry| event(entry, &site)).collect(),
    });
    let mut headers = HeaderMap::new();
    let fixed = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8; method=PUBLISH"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"carnet.ics\""),
        // The address is a secret: nothing keeps it, nothing passes it on.
        (header::CACHE_CONTROL, "private, no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    Ok((headers, text).into_response())
}

/// A slot as calendar programs read it.
fn event(entry: Entry, site: &str) -> CalendarEvent {
    let host = site.split("://").nth(1).unwrap_or(site).split([':', '/']).next().unwrap_or("carnet");
    let label = match (&entry.course_title, entry.title.as_str(), entry.kind) {
        (Some(course), "", SlotKind::Course) => course.clone(),
        (Some(course), "", SlotKind::Exam) => format!("Examen\u{a0}: {course}"),
        (_, "", _) => "Examen".to_owned(),
        (_, title, _) => title.to_owned(),
    };
    let mut description = vec![entry.session_title.clone(), entry.organisation_name];
    if !entry.trainers.is_empty() {
        description.push(format!("Formation\u{a0}: {}", entry.trainers.join(", ")));
    }
    if let Some(url) = &entry.remote_url {
        description.push(url.clone());
    }
    // Whoever trains there has the organisation's page, and no other.
    let page = match entry.role {
        CalendarRole::Trainee => format!("{site}/mes-sessions/{}", entry.session),
        CalendarRole::Trainer | CalendarRole::Staff => {
            format!("{site}/organisations/{}/sessions/{}", entry.organisation, entry.session)
        }
    };
    CalendarEvent {
        uid: format!("{}@{host}", entry.slot),
        sequence: entry.sequence.unsigned_abs(),
        changed_at: entry.updated_at,
        starts_at: entry.starts_at,
        ends_at: entry.ends_at,
        title: format!("{label} – {}", entry.session_title),
        description: Some(description.join("\n")),
        place: Some(entry.place).filter(|place| !place.is_empty()),
        url: Some(page),
        is_cancelled: entry.is_cancelled,
    }
}
