//! What happens to a participant: registered, confirmed, gone, back, called off, joined to an account.

use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::enrolments::{EnrolmentDetails, EnrolmentSubject, details, find, first_day};
use super::windows::ensure_attended_within;
use super::{begin, places};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{EnrolmentId, OrganisationId, PersonId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{
    Code, Error, FieldError, Fields, IfMatch, Json, Path, Problems, Result, Versioned, texts,
};
use crate::platform::state::AppState;
use crate::sessions::model::half_days::day_of;
use crate::sessions::model::{EnrolmentStatus, Move, Step, Window};
use crate::sessions::store::enrolments::{self, Enrolment, What};
use crate::sessions::store::people;

/// What those who run the organisation do with a participant.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StaffStep {
    /// Registers somebody who did not answer their invitation: they may join their account later.
    Enrol,
    /// Confirms the participation.
    Confirm,
    /// Notes that somebody left: `on` is their last day, and a reason is needed.
    Abandon,
    /// Takes somebody back who left, if a seat is free.
    Resume,
    /// Calls the participation off, while there is no attendance.
    Cancel,
}

/// A step of a participant.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolmentMove {
    step: StaffStep,
    /// The last day of somebody who leaves, today at the latest.
    #[serde(default)]
    on: Option<NaiveDate>,
    /// 500 characters at most; needed of somebody who leaves.
    #[serde(default)]
    reason: Option<String>,
}

impl StaffStep {
    const fn step(self) -> Step {
        match self {
            Self::Enrol => Step::Enrol,
            Self::Confirm => Step::Confirm,
            Self::Abandon => Step::Abandon,
            Self::Resume => Step::Resume,
            Self::Cancel => Step::Cancel,
        }
    }
}

/// Moves a participant to another state. A seat that comes free goes to the one who has waited longest.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}/move", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("enrolment_id" = EnrolmentId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = EnrolmentMove, responses((status = 200, body = EnrolmentDetails), Problems))]
pub async fn move_enrolment(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<EnrolmentSubject>,
    if_match: IfMatch,
    Json(request): Json<EnrolmentMove>,
) -> Result<Versioned<EnrolmentDetails>> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Correct).await?;
    let enrolment = find(&mut tx, session, id, if_match).await?;
    let step = request.step.step();
    let status = enrolment.status.after(step)?;
    let (reason, on) = request.parse(&enrolment, state.clock.today())?;
    match step {
        Step::Cancel if enrolment.has_attendance => return Err(Code::EnrolmentHasAttendance.into()),
        Step::Resume if places::free(&mut tx, session).await? <= 0 => return Err(Code::SessionFull.into()),
        _ => {}
    }
    if let (Step::Abandon, Some(last)) = (step, on) {
        let window = Window { starts_on: enrolment.starts_on, ends_on: Some(last) };
        ensure_attended_within(&mut tx, &state, (session, id), window, ["/on"; 2]).await?;
    }
    let ends_on = match step {
        Step::Abandon => on,
        Step::Resume => None,
        _ => enrolment.ends_on,
    };
    let what = What { event: step.as_str(), on, reason: reason.as_deref() };
    enrolments::set_status(&mut tx, &state, &enrolment, (status, ends_on), &what, Some(actor.person)).await?;
    places::record_move(&mut tx, &state, organisation, &enrolment, status, Some(actor.person)).await?;
    if step == Step::Enrol {
        // A first day that somebody wrote stands; that of the invitation went by without them.
        if enrolment.starts_on == first_day(&card, day_of(enrolment.created_at)) {
            enrolments::start_from(&mut tx, id, state.clock.today()).await?;
        }
        places::tell(&mut tx, &state, organisation, session, id).await?;
    }
    // Nobody is promoted into a session that is over.
    if card.status.after(Move::Write).is_ok() {
        places::fill(&mut tx, &state, organisation, session, Some(actor.person)).await?;
    }
    finish(tx, session, id).await
}

impl EnrolmentMove {
    /// The reason, and the last day of somebody who leaves.
    fn parse(&self, enrolment: &Enrolment, today: NaiveDate) -> Result<(Option<String>, Option<NaiveDate>)> {
        let mut fields = Fields::default();
        let reason = self.reason.as_deref().map(|text| texts::line("/reason", text, 0..=500));
        let reason = reason.and_then(|read| fields.check(read)).filter(|text| !text.is_empty());
        if !matches!(self.step, StaffStep::Abandon) {
            if self.on.is_some() {
                fields.push(FieldError::new("/on", "out_of_range", "Seul un départ a une date."));
            }
            fields.finish()?;
            return Ok((reason, None));
        }
        if reason.is_none() {
            fields.push(FieldError::new("/reason", "required", "Indiquez le motif du départ."));
        }
        match self.on {
            None => fields.push(FieldError::new("/on", "required", "Indiquez le dernier jour de présence.")),
            Some(day) if day > today => {
                fields.push(FieldError::new("/on", "in_future", "Ce jour n’est pas encore venu."));
            }
            Some(day) if day < enrolment.starts_on => {
                let told = "Cette personne n’était pas encore attendue ce jour-là.";
                fields.push(FieldError::new("/on", "before_start", told));
            }
            Some(_) => {}
        }
        fields.finish()?;
        Ok((reason, self.on))
    }
}

/// The account to join to a participant.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolmentAccount {
    /// A member of the organisation.
    person_id: PersonId,
}

/// Joins the account of a member to somebody who was registered without one. All their attendance stays with them. When that
/// person takes part under a second enrolment, the two become one: the one that has attendance stays. Others join their
/// account themselves, by the invitation sent to their address.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}/join", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("enrolment_id" = EnrolmentId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = EnrolmentAccount, responses((status = 200, body = EnrolmentDetails), Problems))]
pub async fn join_enrolment(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<EnrolmentSubject>,
    if_match: IfMatch,
    Json(request): Json<EnrolmentAccount>,
) -> Result<Versioned<EnrolmentDetails>> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Correct).await?;
    let enrolment = find(&mut tx, session, id, if_match).await?;
    let known = people::members(&mut *tx, organisation, Some(request.person_id), &[]).await?;
    if known.is_empty() {
        let told = "Cette personne n’appartient pas à l’organisme.";
        return Err(Error::field("/person_id", "not_a_member", told));
    }
    if people::trains(&mut *tx, session, request.person_id).await? {
        let told = "Cette personne forme dans la session.";
        return Err(Error::field("/person_id", "trainer_of_session", told));
    }
    let kept =
        join(&mut tx, &state, (organisation, session), &enrolment, request.person_id, actor.person).await?;
    if card.status.after(Move::Write).is_ok() {
        places::fill(&mut tx, &state, organisation, session, Some(actor.person)).await?;
    }
    finish(tx, session, kept).await
}

/// Joins an account to an enrolment; gives the enrolment that stands for the person then.
pub async fn join(
    tx: &mut Tx<'_>,
    state: &AppState,
    (organisation, session): (OrganisationId, TrainingSessionId),
    enrolment: &Enrolment,
    person: PersonId,
    by: PersonId,
) -> Result<EnrolmentId> {
    match enrolment.person {
        Some(joined) if joined == person => return Ok(enrolment.id),
        Some(_) => return Err(Code::AlreadyJoined.into()),
        None if enrolment.status == EnrolmentStatus::Cancelled => {
            return Err(Error::illegal_state(enrolment.status.as_str()));
        }
        None => {}
    }
    let other = match enrolments::of_person(tx, session, person).await? {
        Some(other) => enrolments::find(tx, session, other).await?,
        None => None,
    };
    let entry = |kept: EnrolmentId, merged: Option<EnrolmentId>| {
        let entry = Entry::new(Event::EnrolmentJoined, state.clock.now(), "enrolment", kept.0);
        entry.by(by).within(organisation).change(None, json!({ "person": person, "merged": merged }))
    };
    match other {
        Some(other) if enrolment.has_attendance && other.has_attendance => {
            Err(Code::BothHaveAttendance.into())
        }
        Some(other) if !enrolment.has_attendance => {
            enrolments::merge(tx, state, enrolment, other.id, by).await?;
            audit::record(tx, &state.ids, entry(other.id, Some(enrolment.id))).await?;
            Ok(other.id)
        }
        other => {
            if let Some(other) = &other {
                enrolments::merge(tx, state, other, enrolment.id, by).await?;
            }
            // An invited person who joins accepts by it.
            let status = enrolment.status.after(Step::Accept).unwrap_or(enrolment.status);
            let what = What { event: "join", ..What::default() };
            enrolments::join(tx, state, enrolment, (person, status), &what, by).await?;
            if enrolment.status == EnrolmentStatus::Invited {
                enrolments::start_from(tx, enrolment.id, state.clock.today()).await?;
            }
            audit::record(tx, &state.ids, entry(enrolment.id, other.map(|other| other.id))).await?;
            Ok(enrolment.id)
        }
    }
}

async fn finish(
    mut tx: Tx<'_>,
    session: TrainingSessionId,
    id: EnrolmentId,
) -> Result<Versioned<EnrolmentDetails>> {
    let view = details(&mut tx, session, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.enrolment.version, view))
}
