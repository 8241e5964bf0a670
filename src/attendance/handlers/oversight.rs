//! Totals, anomalies, and what a training paid from a personal account must declare.

use std::collections::BTreeSet;

use axum::extract::State;
use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use serde::Serialize;
use utoipa::ToSchema;

use super::{OfSession, policy, read};
use crate::actor::Actor;
use crate::attendance::model::anomaly::{self, Anomaly};
use crate::attendance::model::edof::{self, End, Proposal};
use crate::attendance::model::{Totals, units};
use crate::attendance::store::anomalies;
use crate::attendance::store::facts::{self, Facts, Wanted};
use crate::ids::{EnrolmentId, OrganisationId, SessionCourseId, TrainingSessionId};
use crate::platform::http::{Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sessions::{EnrolmentStatus, Participant, Status};

/// Totals and the rate they give.
#[derive(Debug, Serialize, ToSchema)]
pub struct RatedTotals {
    /// Minutes.
    totals: Totals,
    /// The rate over everything planned, in thousandths; null when nothing was.
    rate: Option<i32>,
    /// The rate over what was marked.
    rate_so_far: Option<i32>,
}

impl From<Totals> for RatedTotals {
    fn from(totals: Totals) -> Self {
        Self { rate: totals.rate(), rate_so_far: totals.rate_so_far(), totals }
    }
}

/// Totals of one course.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseTotals {
    /// The course; null for slots without one.
    course_id: Option<SessionCourseId>,
    /// Its title.
    title: String,
    /// Minutes and rate.
    #[serde(flatten)]
    rated: RatedTotals,
}

/// Totals of one trainee.
#[derive(Debug, Serialize, ToSchema)]
pub struct TraineeTotals {
    /// Who.
    enrolment_id: EnrolmentId,
    /// First name.
    first_name: String,
    /// Last name.
    last_name: String,
    /// State of the enrolment.
    enrolment_status: EnrolmentStatus,
    /// Minutes and rate.
    #[serde(flatten)]
    rated: RatedTotals,
    /// The same, course by course.
    courses: Vec<CourseTotals>,
}

/// Totals of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionTotals {
    /// How rates are computed, in French.
    formula: &'static str,
    /// Everybody together.
    #[serde(flatten)]
    rated: RatedTotals,
    /// Each trainee, by name.
    trainees: Vec<TraineeTotals>,
    /// Everybody together, course by course.
    courses: Vec<CourseTotals>,
}

type Course = (Option<SessionCourseId>, String);

/// The totals of somebody, course by course in the order in which courses first take place.
fn by_course(facts: &Facts, people: &[&Participant]) -> Vec<CourseTotals> {
    let mut totals: Vec<(Course, Totals)> = Vec::new();
    for slot in facts.held() {
        let course = (slot.course, slot.course_title.clone().unwrap_or_else(|| slot.label().to_owned()));
        let place = totals.iter().position(|(known, _)| *known == course).unwrap_or_else(|| {
            totals.push((course, Totals::default()));
            totals.len() - 1
        });
        for person in people.iter().filter(|person| person.is_expected_at(slot)) {
            facts.count(&mut totals[place].1, slot, person.enrolment);
        }
    }
    let named = |((course_id, title), totals): (Course, Totals)| CourseTotals {
        course_id,
        title,
        rated: totals.into(),
    };
    totals.into_iter().map(named).collect()
}

/// The totals of one trainee.
pub fn trainee_totals(facts: &Facts, person: &Participant) -> TraineeTotals {
    TraineeTotals {
        enrolment_id: person.enrolment,
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        enrolment_status: person.status,
        rated: facts.totals(person, |_| true).into(),
        courses: by_course(facts, &[person]),
    }
}

/// Shows the hours of a session: planned, followed, missed, per trainee and per course.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/attendance-totals", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = SessionTotals), Problems))]
pub async fn get_attendance_totals(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Json<SessionTotals>> {
    let (mut tx, session) = read(&state, actor, of, policy::may_read).await?;
    let facts = facts::of_session(&mut tx, session, Wanted::default(), state.clock.today()).await?;
    tx.commit().await?;
    let mut all = Totals::default();
    let mut trainees = Vec::new();
    for person in &facts.participants {
        all.add(&facts.totals(person, |_| true));
        trainees.push(trainee_totals(&facts, person));
    }
    let everybody: Vec<&Participant> = facts.participants.iter().collect();
    let formula = carnet_documents::sheet::FORMULA;
    Ok(Json(SessionTotals { formula, rated: all.into(), trainees, courses: by_course(&facts, &everybody) }))
}

/// Lists what an inspector would find odd in a session, and what to do about it.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/attendance-anomalies", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Page<Anomaly>), Problems))]
pub async fn list_attendance_anomalies(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Json<Page<Anomaly>>> {
    let (mut tx, session) = read(&state, actor, of, policy::may_oversee).await?;
    let holidays = session.holidays;
    let facts = facts::of_session(
        &mut tx,
        session,
        Wanted { papers: true, ..Wanted::default() },
        state.clock.today(),
    )
    .await?;
    let looked_at = anomalies::facts(&mut tx, &facts, state.clock.now()).await?;
    tx.commit().await?;
    Ok(Json(Page::whole(anomaly::find(&looked_at, |day| holidays.named(day)))))
}

/// What to declare for one trainee, and until when.
#[derive(Debug, Serialize, ToSchema)]
pub struct EdofLine {
    /// Who.
    enrolment_id: EnrolmentId,
    /// First name.
    first_name: String,
    /// Last name.
    last_name: String,
    /// The file number, where the organisation wrote one.
    reference: Option<String>,
    /// The day on which they were first there; null while they never were.
    entered_on: Option<NaiveDate>,
    /// Until when the entry is to be declared: three working days later.
    declare_entry_by: Option<NaiveDate>,
    /// The day on which it ended for them; null while it goes on.
    left_on: Option<NaiveDate>,
    /// Until when the exit and the service done are to be declared.
    declare_exit_by: Option<NaiveDate>,
    /// Whether they left before the end.
    has_abandoned: bool,
    /// Minutes planned, followed, missed.
    totals: Totals,
    /// What to declare; people decide.
    proposal: Proposal,
    /// How the rate was computed, in French, with the figures.
    computation: String,
}

/// What to declare for a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct EdofAssistant {
    /// How rates are computed, in French.
    formula: &'static str,
    /// Each trainee, by name.
    lines: Vec<EdofLine>,
}

/// Proposes what a training paid from a personal account (CPF) must declare. Nothing is sent anywhere.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/edof", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = EdofAssistant), Problems))]
pub async fn get_edof_assistant(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Json<EdofAssistant>> {
    let (mut tx, session) = read(&state, actor, of, policy::may_oversee).await?;
    let facts = facts::of_session(&mut tx, session, Wanted::default(), state.clock.today()).await?;
    tx.commit().await?;
    let today = state.clock.today();
    let lines = facts.participants.iter().map(|person| edof_line(&facts, person, today)).collect();
    Ok(Json(EdofAssistant { formula: carnet_documents::sheet::FORMULA, lines }))
}

fn edof_line(facts: &Facts, person: &Participant, today: NaiveDate) -> EdofLine {
    let session = &facts.session;
    let days: BTreeSet<NaiveDate> = facts
        .held()
        .flat_map(|slot| units(slot.starts_at, slot.ends_at).into_iter().map(move |unit| (slot.id, unit)))
        .filter(|(slot, unit)| facts.status(*slot, unit.part, person.enrolment).was_there())
        .map(|(_, unit)| unit.date)
        .collect();
    let has_abandoned = person.status == EnrolmentStatus::Abandoned;
    let has_ended = matches!(session.status, Status::Ended | Status::Closed);
    let called_off_on = facts.called_off_at.map(|at| at.with_timezone(&Paris).date_naive());
    let (left_on, end) = match (person.ends_on, called_off_on) {
        (Some(last), None) if last < today || has_abandoned => (Some(last), End::Over),
        (Some(last), Some(day)) if last < day || has_abandoned => (Some(last), End::Over),
        (_, Some(day)) => (Some(day.min(session.ends_on)), End::CalledOff),
        _ if has_ended => (Some(session.ends_on), End::Over),
        _ => (None, End::NotYet),
    };
    let is_off = |day| session.holidays.named(day).is_some();
    let deadline = |day: Option<NaiveDate>| day.map(|day| edof::deadline(day, edof::DAYS, is_off));
    // Who gave up was to follow the whole session: the rest of it is what was not achieved.
    let expected = Participant { ends_on: person.ends_on.filter(|_| !has_abandoned), ..person.clone() };
    let mut totals = Totals::default();
    for slot in facts.promised().filter(|slot| expected.is_expected_at(slot)) {
        facts.count(&mut totals, slot, person.enrolment);
    }
    let entered_on = days.first().copied();
    let computation = format!(
        "{} min suivies ÷ ({} min prévues − {} min dispensées)",
        totals.attended, totals.planned, totals.excused
    );
    EdofLine {
        enrolment_id: person.enrolment,
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        reference: person.reference.clone(),
        entered_on,
        declare_entry_by: deadline(entered_on),
        left_on,
        declare_exit_by: deadline(left_on),
        has_abandoned,
        proposal: edof::proposal(&totals, end),
        totals,
        computation,
    }
}
