//! A person's own sessions: where they take part or train, and nothing of the others who do.

use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::resources::{MyResource, visible};
use super::slots::{SlotView, with_trainers};
use super::views::{SessionCourseView, SessionSkill, TrainerView, content};
use crate::actor::Actor;
use crate::ids::{EnrolmentId, OrganisationId, TrainingSessionId};
use crate::orgs::{Issuer, issuer};
use crate::platform::http::{Error, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sessions::model::half_days::day_of;
use crate::sessions::model::{EnrolmentStatus, Status, Window};
use crate::sessions::store::cards::session_card;
use crate::sessions::store::mine::{self, MySession};
use crate::sessions::store::{courses, enrolments, sessions, slots, trainers};

/// A session of one's own, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MySessionSummary {
    id: TrainingSessionId,
    organisation_id: OrganisationId,
    organisation_name: String,
    status: Status,
    title: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    /// Room or address; may be empty.
    place: String,
    /// Whether one trains in it.
    trains: bool,
    /// One's own enrolment; null when one only trains.
    enrolment_id: Option<EnrolmentId>,
    enrolment_status: Option<EnrolmentStatus>,
    /// The next slot, or the one that is under way.
    next_slot_at: Option<DateTime<Utc>>,
}

impl From<MySession> for MySessionSummary {
    fn from(session: MySession) -> Self {
        Self {
            id: session.id,
            organisation_id: session.organisation,
            organisation_name: session.organisation_name,
            status: session.status,
            title: session.title,
            starts_on: session.starts_on,
            ends_on: session.ends_on,
            place: session.place,
            trains: session.trains,
            enrolment_id: session.enrolment,
            enrolment_status: session.enrolment_status,
            next_slot_at: session.next_slot_at,
        }
    }
}

/// A session in which one takes part: what trainees see of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MySessionView {
    id: TrainingSessionId,
    /// The organisation that gives it, as it signs today.
    organisation: Issuer,
    status: Status,
    /// Why it was cancelled.
    status_reason: Option<String>,
    title: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    /// Room or address; may be empty.
    place: String,
    remote_url: Option<String>,
    /// What to bring, how to come; may be empty.
    information: String,
    trainers: Vec<TrainerView>,
    courses: Vec<SessionCourseView>,
    skills: Vec<SessionSkill>,
    /// The slots of one's own days, cancelled ones too, by time.
    slots: Vec<SlotView>,
    /// What is visible now.
    resources: Vec<MyResource>,
    enrolment: MyEnrolment,
}

/// One's own enrolment.
#[derive(Debug, Serialize, ToSchema)]
struct MyEnrolment {
    id: EnrolmentId,
    status: EnrolmentStatus,
    /// First day on which one is expected.
    starts_on: NaiveDate,
    /// The last one; null: until the end.
    ends_on: Option<NaiveDate>,
    /// As the organisation wrote it; so is the last name.
    first_name: String,
    last_name: String,
}

/// Lists the announced sessions in which one takes part or trains, the last to start first, on one page.
#[utoipa::path(get, path = "/me/sessions", tag = "sessions",
    responses((status = 200, body = Page<MySessionSummary>), Problems))]
pub async fn list_my_sessions(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<Page<MySessionSummary>>> {
    let rows = mine::sessions(&state.pool, actor.person, None, state.clock.now()).await?;
    Ok(Json(Page::whole(rows.into_iter().map(MySessionSummary::from).collect())))
}

/// Shows a session in which one takes part, or took part. Those who only train in it read it among the organisation's sessions.
#[utoipa::path(get, path = "/me/sessions/{session_id}", tag = "sessions",
    params(("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = MySessionView), Problems))]
pub async fn get_my_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<TrainingSessionId>,
) -> Result<Json<MySessionView>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let now = state.clock.now();
    let found = mine::sessions(&mut *tx, actor.person, Some(id), now).await?.pop();
    let found = found.ok_or_else(Error::not_found)?;
    let enrolment = found.enrolment.ok_or_else(Error::not_found)?;
    let own = enrolments::find(&mut tx, id, enrolment).await?.ok_or_else(Error::not_found)?;
    let card = session_card(&mut *tx, found.organisation, id).await?.ok_or_else(Error::not_found)?;
    let filter = sessions::Filter { id: Some(id), ..sessions::Filter::default() };
    let session = sessions::list(&mut *tx, found.organisation, filter, now, 1).await?.pop();
    let session = session.ok_or_else(Error::not_found)?;
    let content = content(&mut tx, card.training, card.revision).await?;
    let courses = courses::list(&mut tx, id, &content.skills).await?;
    let window = Window { starts_on: own.starts_on, ends_on: own.ends_on };
    let mut rows = slots::list(&mut *tx, id, None).await?;
    rows.retain(|slot| window.covers(day_of(slot.starts_at)));
    let mut slots = with_trainers(&mut tx, id, rows).await?;
    slots.iter_mut().for_each(SlotView::for_trainees);
    Ok(Json(MySessionView {
        id,
        organisation: issuer(&mut *tx, found.organisation, state.clock.today())
            .await?
            .ok_or_else(Error::not_found)?,
        status: card.status,
        status_reason: session.status_reason.filter(|_| card.status == Status::Cancelled),
        title: card.title,
        starts_on: card.starts_on,
        ends_on: card.ends_on,
        place: card.place,
        remote_url: card.remote_url,
        information: session.information,
        trainers: trainers::of_session(&mut *tx, id).await?.into_iter().map(TrainerView::from).collect(),
        courses: courses.into_iter().map(SessionCourseView::from).collect(),
        skills: content.skills.iter().map(SessionSkill::from).collect(),
        slots,
        resources: visible(&mut tx, id, now).await?,
        enrolment: MyEnrolment {
            id: own.id,
            status: own.status,
            starts_on: own.starts_on,
            ends_on: own.ends_on,
            first_name: own.first_name,
            last_name: own.last_name,
        },
    }))
}
