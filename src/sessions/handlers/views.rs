//! Sessions as the API shows them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::Subject;
use crate::ids::{CourseId, PersonId, SessionCourseId, TrainingId, TrainingSessionId};
use crate::orgs::{Issuer, issuer};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::sessions::model::courses::CourseOfSession;
use crate::sessions::model::{Holidays, Retention, Status};
use crate::sessions::store::cards::Trainer;
use crate::sessions::store::sessions::{self, Filter, Session};
use crate::sessions::store::{courses, trainers};
use crate::trainings::{Content, Modality, SkillLine, revision_content};

/// A session in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionSummary {
    id: TrainingSessionId,
    training_id: TrainingId,
    status: Status,
    title: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    /// Room or address; may be empty.
    place: String,
    /// How many can take part; null: no limit.
    seats: Option<i32>,
    /// People who hold a seat: invited, enrolled, confirmed or finished.
    taken: i64,
    /// People who wait for a seat.
    waiting: i64,
    /// Slots that take place.
    slots: i64,
    /// The next of them, or the one that is under way.
    next_slot_at: Option<DateTime<Utc>>,
    /// Names of the trainers.
    trainers: Vec<String>,
    version: i32,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    id: TrainingSessionId,
    /// The organisation that gives it, as it signs today.
    organisation: Issuer,
    status: Status,
    /// Why it was cancelled, or taken up again after it was closed.
    status_reason: Option<String>,
    /// Since when it is in this state.
    status_at: DateTime<Utc>,
    /// To be sent back as `If-Match`.
    pub version: i32,
    training_id: TrainingId,
    /// The revision of the training it gives, for ever.
    revision: i32,
    /// The newest published revision of the training today.
    newest_revision: i32,
    title: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    /// Room or address; may be empty.
    place: String,
    remote_url: Option<String>,
    /// What participants read; may be empty.
    information: String,
    /// How many can take part; null: no limit.
    seats: Option<i32>,
    /// People who hold a seat: invited, enrolled, confirmed or finished.
    taken: i64,
    /// People who wait for a seat.
    waiting: i64,
    /// Slots that take place.
    slots: i64,
    /// The next of them, or the one that is under way.
    next_slot_at: Option<DateTime<Utc>>,
    /// How long it lasts by what was announced and signed, in minutes.
    announced_minutes: i32,
    holidays: Holidays,
    retention: Retention,
    /// Why it was started although something was not ready.
    start_override: Option<String>,
    /// The session it was copied from.
    copied_from: Option<TrainingSessionId>,
    trainers: Vec<TrainerView>,
    /// Its own ordered list.
    courses: Vec<SessionCourseView>,
    /// The skills of its revision.
    skills: Vec<SessionSkill>,
    updated_at: DateTime<Utc>,
    /// Who wrote it last; null once the account is gone, or when the clock moved it.
    updated_by: Option<String>,
}

/// Somebody who trains.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = SessionTrainer)]
pub struct TrainerView {
    /// Null once the account is gone.
    person_id: Option<PersonId>,
    /// As it was when they were assigned; so is the last name.
    first_name: String,
    last_name: String,
}

/// A course of a session.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SessionCourse)]
pub struct SessionCourseView {
    /// Names the course in this session: slots and resources refer to it.
    id: SessionCourseId,
    course_id: CourseId,
    title: String,
    minutes: i32,
    modality: Modality,
    /// The skills it teaches, named as in `skills` of the session.
    skills: Vec<String>,
}

/// A skill that the session's revision teaches.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionSkill {
    /// Code of a skill of the catalogue, or id of one of the organisation's own.
    skill: String,
    /// Its name when the revision was written.
    label: String,
}

impl From<Session> for SessionSummary {
    fn from(session: Session) -> Self {
        Self {
            id: session.id,
            training_id: session.training,
            status: session.status,
            title: session.title,
            starts_on: session.starts_on,
            ends_on: session.ends_on,
            place: session.place,
            seats: session.seats,
            taken: session.taken,
            waiting: session.waiting,
            slots: session.slots,
            next_slot_at: session.next_slot_at,
            trainers: session.trainers,
            version: session.version,
        }
    }
}

impl From<Trainer> for TrainerView {
    fn from(trainer: Trainer) -> Self {
        Self { person_id: trainer.person, first_name: trainer.first_name, last_name: trainer.last_name }
    }
}

impl From<CourseOfSession> for SessionCourseView {
    fn from(course: CourseOfSession) -> Self {
        Self {
            id: course.id,
            course_id: course.course,
            title: course.title,
            minutes: course.minutes,
            modality: course.modality,
            skills: course.skills.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<&SkillLine> for SessionSkill {
    fn from(line: &SkillLine) -> Self {
        Self { skill: line.skill.to_string(), label: line.label.clone() }
    }
}

/// What the revision of a session says.
pub async fn content(tx: &mut Tx<'_>, training: TrainingId, revision: i32) -> Result<Content> {
    revision_content(tx, training, revision).await?.ok_or_else(Error::not_found)
}

/// Shows a session as this transaction sees it.
pub async fn view(tx: &mut Tx<'_>, state: &AppState, (organisation, id): Subject) -> Result<SessionView> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let found = sessions::list(&mut **tx, organisation, filter, state.clock.now(), 1).await?.pop();
    let session = found.ok_or_else(Error::not_found)?;
    let content = content(tx, session.training, session.revision).await?;
    let courses = courses::list(tx, id, &content.skills).await?;
    let trainers = trainers::of_session(&mut **tx, id).await?;
    Ok(SessionView {
        id,
        organisation: issuer(&mut **tx, organisation, state.clock.today())
            .await?
            .ok_or_else(Error::not_found)?,
        status: session.status,
        status_reason: session.status_reason,
        status_at: session.status_at,
        version: session.version,
        training_id: session.training,
        revision: session.revision,
        newest_revision: session.newest_revision,
        title: session.title,
        starts_on: session.starts_on,
        ends_on: session.ends_on,
        place: session.place,
        remote_url: session.remote_url,
        information: session.information,
        seats: session.seats,
        taken: session.taken,
        waiting: session.waiting,
        slots: session.slots,
        next_slot_at: session.next_slot_at,
        announced_minutes: session.announced_minutes,
        holidays: session.holidays,
        retention: session.retention,
        start_override: session.start_override,
        copied_from: session.copied_from,
        trainers: trainers.into_iter().map(TrainerView::from).collect(),
        courses: courses.into_iter().map(SessionCourseView::from).collect(),
        skills: content.skills.iter().map(SessionSkill::from).collect(),
        updated_at: session.updated_at,
        updated_by: session.updated_by,
    })
}
