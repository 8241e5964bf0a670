//! Participants of a session: enrolled, listed, written.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::windows::{ensure_attended_within, ensure_open_days};
use super::{Subject, begin, begin_reading, places};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{EnrolmentId, OrganisationId, PersonId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, FieldError, IfMatch, Json, Page, Path, Problems, Query, Result, Versioned,
};
use crate::platform::state::AppState;
use crate::sessions::model::general::MOST_SEATS;
use crate::sessions::model::participant::{NewParticipant, ParticipantDraft, ParticipantText};
use crate::sessions::model::{EnrolmentStatus, Move, Window};
use crate::sessions::store::cards::{SessionCard, standing};
use crate::sessions::store::enrolments::{self, Enrolment, Happened, NewEnrolment, Written};
use crate::sessions::store::people::{self, Known};
use crate::sessions::store::seats;

/// An enrolment as an address names it.
pub type EnrolmentSubject = (OrganisationId, TrainingSessionId, EnrolmentId);

/// A participant of a session, as the organisation wrote them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Enrolment)]
pub struct EnrolmentView {
    pub id: EnrolmentId,
    /// The account; null while nobody of that address accepted, and for people registered without an account.
    person_id: Option<PersonId>,
    first_name: String,
    last_name: String,
    /// Not shown to trainers.
    email: Option<String>,
    /// The organisation's own number for them.
    reference: Option<String>,
    /// Who employs them; null for job seekers, and while it is not known.
    employer: Option<String>,
    status: EnrolmentStatus,
    /// Since when.
    status_at: DateTime<Utc>,
    /// Why, when it ended early.
    reason: Option<String>,
    /// First day on which they are expected.
    starts_on: NaiveDate,
    /// The last one; null: until the end.
    ends_on: Option<NaiveDate>,
    /// Whether attendance was taken: such an enrolment is ended, never cancelled.
    has_attendance: bool,
    /// The enrolment of the same person that stands for this one.
    merged_into: Option<EnrolmentId>,
    /// When they were written first: those who wait move up in this order.
    created_at: DateTime<Utc>,
    /// To be sent back as `If-Match`.
    pub version: i32,
}

/// A participant with their history.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolmentDetails {
    #[serde(flatten)]
    pub enrolment: EnrolmentView,
    /// What happened, oldest first.
    history: Vec<EnrolmentHistory>,
}

/// Something that happened to an enrolment.
#[derive(Debug, Serialize, ToSchema)]
struct EnrolmentHistory {
    /// `enrol` when it began, a step, `write`, `join` or `merge`.
    event: String,
    from_status: Option<EnrolmentStatus>,
    to_status: EnrolmentStatus,
    /// The day it is about: the last one of somebody who left.
    on: Option<NaiveDate>,
    reason: Option<String>,
    at: DateTime<Utc>,
    /// Null once the account is gone, or when the clock did it.
    by: Option<String>,
}

impl From<Enrolment> for EnrolmentView {
    fn from(enrolment: Enrolment) -> Self {
        Self {
            id: enrolment.id,
            person_id: enrolment.person,
            first_name: enrolment.first_name,
            last_name: enrolment.last_name,
            email: enrolment.email,
            reference: enrolment.reference,
            employer: enrolment.employer,
            status: enrolment.status,
            status_at: enrolment.status_at,
            reason: enrolment.reason,
            starts_on: enrolment.starts_on,
            ends_on: enrolment.ends_on,
            has_attendance: enrolment.has_attendance,
            merged_into: enrolment.merged_into,
            created_at: enrolment.created_at,
            version: enrolment.version,
        }
    }
}

impl From<Happened> for EnrolmentHistory {
    fn from(happened: Happened) -> Self {
        Self {
            event: happened.event,
            from_status: happened.from_status,
            to_status: happened.to_status,
            on: happened.on_date,
            reason: happened.reason,
            at: happened.at,
            by: happened.by,
        }
    }
}

/// Which participants to list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListEnrolments {
    /// In this state only.
    status: Option<EnrolmentStatus>,
}

/// Lists the participants of a session by name, on one page; those who wait and those called off too. Trainers see no
/// addresses.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/enrolments", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ListEnrolments),
    responses((status = 200, body = Page<EnrolmentView>), Problems))]
pub async fn list_enrolments(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Query(query): Query<ListEnrolments>,
) -> Result<Json<Page<EnrolmentView>>> {
    let mut tx = begin_reading(&state, actor, subject).await?;
    let shows_addresses = is_staff(&mut tx, actor, subject).await?;
    let mut rows = enrolments::list(&mut *tx, subject.1, None).await?;
    rows.retain(|enrolment| query.status.is_none_or(|status| enrolment.status == status));
    let shown = rows.into_iter().map(|enrolment| shown(enrolment, shows_addresses));
    Ok(Json(Page::whole(shown.collect())))
}

/// Shows a participant with their history. Trainers see no address.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("enrolment_id" = EnrolmentId, Path)),
    responses((status = 200, body = EnrolmentDetails), Problems))]
pub async fn get_enrolment(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<EnrolmentSubject>,
) -> Result<Versioned<EnrolmentDetails>> {
    let mut tx = begin_reading(&state, actor, (organisation, session)).await?;
    let shows_addresses = is_staff(&mut tx, actor, (organisation, session)).await?;
    let mut view = details(&mut tx, session, id).await?;
    if !shows_addresses {
        view.enrolment.email = None;
    }
    Ok(Versioned(view.enrolment.version, view))
}

async fn is_staff(tx: &mut Tx<'_>, actor: Actor, (organisation, session): Subject) -> Result<bool> {
    let standing = standing(&mut **tx, organisation, session, actor.person).await?;
    Ok(standing.is_some_and(crate::sessions::policy::Standing::is_staff))
}

fn shown(enrolment: Enrolment, shows_addresses: bool) -> EnrolmentView {
    let mut view = EnrolmentView::from(enrolment);
    if !shows_addresses {
        view.email = None;
    }
    view
}

/// Enrols somebody. A member of the organisation, named by account or by address, is enrolled at once; somebody without an
/// address is registered at once; any other address is invited, and the answer is the same whether it has an account or not.
/// Without a free seat they wait. Unless it says from which day on, they are expected from the beginning, or from today on once the
/// session has begun; a day whose sheet is sealed takes in nobody.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/enrolments", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)), request_body = NewParticipant,
    responses((status = 201, body = EnrolmentDetails), Problems))]
pub async fn create_enrolment(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(request): Json<NewParticipant>,
) -> Result<(StatusCode, Versioned<EnrolmentDetails>)> {
    let (organisation, session) = subject;
    let (mut tx, card) = begin(&state, actor, subject, Move::Write).await?;
    let written = request.parse()?;
    let emails: Vec<_> = written.email.iter().map(|email| email.to_lowercase()).collect();
    let known = people::members(&mut *tx, organisation, request.person_id, &emails).await?;
    let member = match request.person_id {
        Some(person) => Some(known.into_iter().find(|member| member.person == person).ok_or_else(|| {
            Error::field("/person_id", "not_a_member", "Cette personne n’appartient pas à l’organisme.")
        })?),
        None => known.into_iter().next(),
    };
    if let Some(member) = &member
        && people::trains(&mut *tx, session, member.person).await?
    {
        let pointer = if request.person_id.is_some() { "/person_id" } else { "/email" };
        return Err(Error::field(pointer, "trainer_of_session", "Cette personne forme dans la session."));
    }
    let people = seats::of_session(&mut tx, session).await?.people;
    if people >= i64::from(MOST_SEATS) {
        return Err(Error::field("", "too_many", format!("{MOST_SEATS} personnes au plus par session.")));
    }
    let is_free = places::free(&mut tx, session).await? > 0;
    let today = state.clock.today();
    let new = enrolment_of(first_day(&card, today), &written, member.as_ref(), is_free)?;
    let window = Window { starts_on: new.starts_on, ends_on: new.ends_on };
    ensure_open_days(&mut tx, &state, (session, None), (None, window)).await?;
    let id = enrol(&mut tx, &state, actor, organisation, session, &new).await?;
    let view = details(&mut tx, session, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.enrolment.version, view)))
}

/// The first day on which somebody is expected who comes in now: that of the session, or today.
pub fn first_day(card: &SessionCard, today: NaiveDate) -> NaiveDate {
    card.starts_on.max(today)
}

/// What somebody's enrolment begins as, on this first day unless another is written.
pub fn enrolment_of(
    first_day: NaiveDate,
    written: &ParticipantText,
    member: Option<&Known>,
    is_free: bool,
) -> Result<NewEnrolment> {
    let starts_on = written.starts_on.unwrap_or(first_day);
    if written.ends_on.is_some_and(|last| last < starts_on) {
        return Err(Error::field("/ends_on", "before_start", "Le départ précède l’arrivée."));
    }
    let name =
        |given: &Option<String>, own: Option<&String>| given.as_ref().or(own).cloned().unwrap_or_default();
    let email = written.email.clone().or_else(|| member.map(|member| member.email.clone()));
    let status = match (is_free, member, &email) {
        (false, ..) => EnrolmentStatus::Waiting,
        (true, None, Some(_)) => EnrolmentStatus::Invited,
        (true, ..) => EnrolmentStatus::Enrolled,
    };
    Ok(NewEnrolment {
        person: member.map(|member| member.person),
        first_name: name(&written.first_name, member.map(|member| &member.first_name)),
        last_name: name(&written.last_name, member.map(|member| &member.last_name)),
        email,
        reference: written.reference.clone(),
        employer: written.employer.clone(),
        status,
        starts_on,
        ends_on: written.ends_on,
    })
}

/// Writes an enrolment, its audit entry and its mail.
pub async fn enrol(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    organisation: OrganisationId,
    session: TrainingSessionId,
    new: &NewEnrolment,
) -> Result<EnrolmentId> {
    let id = enrolments::insert(tx, state, session, new, actor.person).await?;
    let entry = Entry::new(Event::EnrolmentWritten, state.clock.now(), "enrolment", id.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "status": new.status }));
    audit::record(tx, &state.ids, entry).await?;
    places::tell(tx, state, organisation, session, id).await?;
    Ok(id)
}

/// Writes a participant anew: names, address, number, employer, and the days on which they are expected, which hold every day on
/// which they were there. Another address of somebody who was invited is invited instead.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("enrolment_id" = EnrolmentId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = ParticipantDraft, responses((status = 200, body = EnrolmentDetails), Problems))]
pub async fn update_enrolment(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<EnrolmentSubject>,
    if_match: IfMatch,
    Json(draft): Json<ParticipantDraft>,
) -> Result<Versioned<EnrolmentDetails>> {
    let (mut tx, _) = begin(&state, actor, (organisation, session), Move::Correct).await?;
    let before = find(&mut tx, session, id, if_match).await?;
    if matches!(before.status, EnrolmentStatus::Cancelled | EnrolmentStatus::Abandoned) {
        return Err(Error::illegal_state(before.status.as_str()));
    }
    let text = draft.parse()?;
    check_address(&before, &text)?;
    let written = Written {
        first_name: text.first_name.as_deref().unwrap_or_default(),
        last_name: text.last_name.as_deref().unwrap_or_default(),
        email: text.email.as_deref(),
        reference: text.reference.as_deref(),
        employer: text.employer.as_deref(),
        starts_on: draft.first_day(),
        ends_on: text.ends_on,
    };
    let places = ["/starts_on", "/ends_on"];
    ensure_attended_within(&mut tx, &state, (session, id), written.window(), places).await?;
    let days = (Some(before.window()), written.window());
    ensure_open_days(&mut tx, &state, (session, Some(id)), days).await?;
    enrolments::update(&mut tx, &state, &before, &written, actor.person).await?;
    let entry = Entry::new(Event::EnrolmentWritten, state.clock.now(), "enrolment", id.0);
    let days = |window: Window| json!({ "starts_on": window.starts_on, "ends_on": window.ends_on });
    let mut after = days(written.window());
    if before.employer.as_deref() != written.employer {
        after["employer"] = json!(true);
    }
    let entry = entry.by(actor.person).within(organisation).change(days(before.window()), after);
    audit::record(&mut tx, &state.ids, entry).await?;
    let is_same = |new: &str| before.email.as_ref().is_some_and(|old| old.eq_ignore_ascii_case(new));
    if text.email.as_deref().is_some_and(|new| !is_same(new)) {
        places::tell(&mut tx, &state, organisation, session, id).await?;
    }
    let view = details(&mut tx, session, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.enrolment.version, view))
}

/// An account signs in with its own address; somebody who was invited needs one.
fn check_address(before: &Enrolment, text: &ParticipantText) -> Result<()> {
    let is_changed = before.email.as_ref().map(|email| email.to_lowercase())
        != text.email.as_ref().map(|email| email.to_lowercase());
    if before.person.is_some() && is_changed {
        let told = "Un compte est rattaché\u{a0}: son adresse ne se change pas ici.";
        return Err(Error::Invalid(vec![FieldError::new("/email", "not_changeable", told)]));
    }
    if before.status == EnrolmentStatus::Invited && text.email.is_none() {
        return Err(Error::field("/email", "required", "Une invitation attend à cette adresse."));
    }
    Ok(())
}

/// One enrolment of the session, for a change that starts from its current version.
pub async fn find(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    id: EnrolmentId,
    if_match: IfMatch,
) -> Result<Enrolment> {
    let enrolment = enrolments::find(tx, session, id).await?.ok_or_else(Error::not_found)?;
    let asked = if_match.version()?;
    if asked != enrolment.version {
        ensure_current(asked, enrolment.version, &details(tx, session, id).await?)?;
    }
    Ok(enrolment)
}

/// An enrolment with its history, as this transaction sees it.
pub async fn details(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    id: EnrolmentId,
) -> Result<EnrolmentDetails> {
    let enrolment = enrolments::find(tx, session, id).await?.ok_or_else(Error::not_found)?;
    let history = enrolments::history(&mut **tx, id).await?;
    Ok(EnrolmentDetails {
        enrolment: enrolment.into(),
        history: history.into_iter().map(EnrolmentHistory::from).collect(),
    })
}
