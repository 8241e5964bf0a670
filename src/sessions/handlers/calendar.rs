//! Calendars: a person's own, and an organisation's.

use axum::extract::State;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::actor::Actor;
use crate::ids::{OrganisationId, SlotId, TrainingSessionId};
use crate::orgs::membership;
use crate::platform::http::{Error, FieldError, Json, Page, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sessions::model::general::is_sane_day;
use crate::sessions::model::{HalfDay, SlotKind, Status, half_days};
use crate::sessions::policy::{self, Seen};
use crate::sessions::store::mine::{self, CalendarRole, Entry, Whose};

/// Longest stretch of a calendar, in days.
const LONGEST: i64 = 400;
/// Most slots of one answer.
const MOST: i64 = 5_000;

/// A slot in a calendar.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarEntry {
    slot_id: SlotId,
    session_id: TrainingSessionId,
    session_title: String,
    session_status: Status,
    organisation_id: OrganisationId,
    organisation_name: String,
    /// In which quality it is one's own.
    role: CalendarRole,
    kind: SlotKind,
    course_title: Option<String>,
    /// What is done, beside or instead of the course; may be empty.
    title: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    /// The half-days in Paris it counts for.
    half_days: Vec<HalfDay>,
    /// Its place, or else the session's; may be empty.
    place: String,
    /// Its address at a distance, or else the session's.
    remote_url: Option<String>,
    /// Names of those who train.
    trainers: Vec<String>,
    /// Whether it does not take place, alone or with its session.
    is_cancelled: bool,
}

impl From<Entry> for CalendarEntry {
    fn from(entry: Entry) -> Self {
        Self {
            slot_id: entry.slot,
            session_id: entry.session,
            session_title: entry.session_title,
            session_status: entry.status,
            organisation_id: entry.organisation,
            organisation_name: entry.organisation_name,
            role: entry.role,
            kind: entry.kind,
            course_title: entry.course_title,
            title: entry.title,
            starts_at: entry.starts_at,
            ends_at: entry.ends_at,
            half_days: half_days(entry.starts_at, entry.ends_at),
            place: entry.place,
            remote_url: entry.remote_url,
            trainers: entry.trainers,
            is_cancelled: entry.is_cancelled,
        }
    }
}

/// Which days.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CalendarDays {
    /// The first day, in Paris.
    from: NaiveDate,
    /// The last one, 400 days later at most.
    to: NaiveDate,
}

/// Which days of an organisation's calendar.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrganisationCalendar {
    /// The first day, in Paris.
    from: NaiveDate,
    /// The last one, 400 days later at most.
    to: NaiveDate,
    /// Of this session only.
    session_id: Option<TrainingSessionId>,
}

/// Lists the slots one trains at or takes part in, of every organisation, by time: whole days in Paris, cancelled slots too.
#[utoipa::path(get, path = "/me/calendar", tag = "sessions", params(CalendarDays),
    responses((status = 200, body = Page<CalendarEntry>), Problems))]
pub async fn list_my_calendar(
    State(state): State<AppState>,
    actor: Actor,
    Query(query): Query<CalendarDays>,
) -> Result<Json<Page<CalendarEntry>>> {
    let between = between(query.from, query.to)?;
    let rows = mine::calendar(&state.pool, Whose::Person(actor.person), between, MOST).await?;
    Ok(Json(Page::whole(rows.into_iter().map(CalendarEntry::from).collect())))
}

/// Lists the slots of an organisation by time, those of drafts too. A trainer sees those they train at.
#[utoipa::path(get, path = "/organisations/{id}/calendar", tag = "sessions",
    params(("id" = OrganisationId, Path), OrganisationCalendar),
    responses((status = 200, body = Page<CalendarEntry>), Problems))]
pub async fn list_organisation_calendar(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<OrganisationCalendar>,
) -> Result<Json<Page<CalendarEntry>>> {
    let seen = policy::may_list(membership(&state.pool, organisation, actor.person).await?)?;
    let between = between(query.from, query.to)?;
    let whose = match seen {
        Seen::All => Whose::Organisation(organisation, query.session_id),
        Seen::Assigned => Whose::Trainer(organisation, query.session_id, actor.person),
    };
    let rows = mine::calendar(&state.pool, whose, between, MOST).await?;
    Ok(Json(Page::whole(rows.into_iter().map(CalendarEntry::from).collect())))
}

/// From the beginning of the first day to the end of the last one.
fn between(from: NaiveDate, to: NaiveDate) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
    for (pointer, day) in [("/from", from), ("/to", to)] {
        is_sane_day(pointer, day).map_err(|fault| Error::Invalid(vec![fault]))?;
    }
    if to < from {
        return Err(Error::field("/to", "before_start", "Le dernier jour précède le premier."));
    }
    if (to - from).num_days() > LONGEST {
        let fault = FieldError::new("/to", "too_far", format!("{LONGEST} jours au plus."));
        return Err(Error::Invalid(vec![fault]));
    }
    Ok((midnight(from), midnight(to.checked_add_days(Days::new(1)).unwrap_or(to))))
}

/// The beginning of a day in Paris, where clocks never change at midnight.
fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN);
    Paris
        .from_local_datetime(&local)
        .earliest()
        .map_or_else(|| local.and_utc(), |time| time.with_timezone(&Utc))
}
