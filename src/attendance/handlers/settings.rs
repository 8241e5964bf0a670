//! When people are told of low attendance, what a session asks, how long its papers stay.

use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::{OfSession, policy, read, write};
use crate::actor::Actor;
use crate::attendance::model::threshold::{self, Threshold};
use crate::attendance::store::retention::{self, Kept};
use crate::attendance::store::settings::{self, OrganisationSettings, SessionSettings};
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId, TrainingSessionId};
use crate::orgs::{Membership, Role, membership};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Error, IfMatch, Json, Path, Problems, Result, Versioned, texts};
use crate::platform::state::AppState;
use crate::sessions::{self, Retention, SessionCard, Standing};

/// When people are told of low attendance in the organisation's sessions.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttendanceSettings {
    /// Raised by every write; 0 before the first.
    version: i32,
    /// The thresholds; each is told once per trainee.
    thresholds: Vec<Threshold>,
    /// Staff who are told beside the trainee; nobody chosen: those who run the organisation.
    recipients: Vec<PersonId>,
}

/// The same, to be written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceSettingsDraft {
    /// At most 5.
    thresholds: Vec<Threshold>,
    /// Members other than trainees, at most 50.
    recipients: Vec<PersonId>,
}

impl From<OrganisationSettings> for AttendanceSettings {
    fn from(settings: OrganisationSettings) -> Self {
        let OrganisationSettings { version, thresholds, recipients } = settings;
        Self { version, thresholds, recipients }
    }
}

/// A member as a session's policy sees somebody who has no place in any session.
fn standing(membership: Option<Membership>) -> Option<Standing> {
    // A trainer reads and writes nothing here: the answer is the one of what is visible and not allowed.
    membership.map(|membership| Standing {
        membership: Some(membership),
        is_assigned: membership.role == Role::Trainer,
        enrolment: None,
    })
}

/// Shows when people are told of low attendance.
#[utoipa::path(get, path = "/organisations/{id}/attendance-settings", tag = "attendance",
    params(("id" = OrganisationId, Path)), responses((status = 200, body = AttendanceSettings), Problems))]
pub async fn get_attendance_settings(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
) -> Result<Versioned<AttendanceSettings>> {
    let mut tx = state.pool.begin().await?;
    policy::may_oversee(standing(membership(&mut *tx, organisation, actor.person).await?))?;
    let settings = settings::of_organisation(&mut tx, organisation).await?;
    tx.commit().await?;
    Ok(Versioned(settings.version, settings.into()))
}

/// Says when people are told of low attendance, and who.
#[utoipa::path(put, path = "/organisations/{id}/attendance-settings", tag = "attendance",
    params(("id" = OrganisationId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes; \"0\" before the first")),
    request_body = AttendanceSettingsDraft, responses((status = 200, body = AttendanceSettings), Problems))]
pub async fn update_attendance_settings(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    if_match: IfMatch,
    Json(draft): Json<AttendanceSettingsDraft>,
) -> Result<Versioned<AttendanceSettings>> {
    let mut tx = state.pool.begin().await?;
    policy::may_run(standing(membership(&mut *tx, organisation, actor.person).await?))?;
    settings::lock_organisation(&mut tx, organisation).await?;
    let before = settings::of_organisation(&mut tx, organisation).await?;
    let version = before.version;
    ensure_current(if_match.version()?, version, &AttendanceSettings::from(before))?;
    threshold::check("/thresholds", &draft.thresholds).map_err(|fault| Error::Invalid(vec![fault]))?;
    check_recipients(&mut tx, organisation, &draft.recipients).await?;
    let AttendanceSettingsDraft { thresholds, recipients } = draft;
    let after = OrganisationSettings { version: version + 1, thresholds, recipients };
    settings::write_organisation(&mut tx, organisation, &after).await?;
    let entry =
        Entry::new(Event::AttendanceSettingsChanged, state.clock.now(), "organisation", organisation.0);
    let entry =
        entry.by(actor.person).within(organisation).change(None, json!({ "thresholds": after.thresholds }));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, after.into()))
}

async fn check_recipients(tx: &mut Tx<'_>, organisation: OrganisationId, chosen: &[PersonId]) -> Result<()> {
    if chosen.len() > 50 {
        return Err(Error::field("/recipients", "too_many", "50 personnes au plus."));
    }
    let staff = settings::staff_among(tx, organisation, chosen).await?;
    for (position, person) in chosen.iter().enumerate() {
        let pointer = format!("/recipients/{position}");
        if !staff.contains(person) {
            let message = "Cette personne ne travaille pas pour l’organisme.";
            return Err(Error::field(pointer, "not_staff", message));
        }
        if chosen[..position].contains(person) {
            return Err(Error::field(pointer, "duplicate", "Cette personne est déjà dans la liste."));
        }
    }
    Ok(())
}

/// What a session asks, and how long its papers stay.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionAttendanceSettings {
    /// Raised by every write; 0 before the first.
    version: i32,
    /// The session's own thresholds; null: those of the organisation.
    thresholds: Option<Vec<Threshold>>,
    /// Whether entry and exit are noted.
    asks_entry_exit: bool,
    /// Why nothing of the session may be deleted; null when nothing holds it back.
    legal_hold: Option<String>,
    /// The rule that says how long papers are kept.
    retention: Retention,
    /// The last day on which certificates are kept.
    certificates_until: NaiveDate,
    /// The last day on which sheets and everything else are kept.
    attendance_until: NaiveDate,
    /// When sheets and everything else were deleted.
    purged_at: Option<DateTime<Utc>>,
}

/// The same, to be written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionAttendanceSettingsDraft {
    /// At most 5; null: those of the organisation.
    thresholds: Option<Vec<Threshold>>,
    /// Whether entry and exit are noted.
    asks_entry_exit: bool,
    /// Why nothing may be deleted, 3 to 500 characters; null when nothing holds it back.
    legal_hold: Option<String>,
    /// How long papers are kept: who pays is often known only after the session. Null: as it is.
    #[serde(default)]
    retention: Option<Retention>,
}

async fn session_view(
    tx: &mut Tx<'_>,
    session: &SessionCard,
    settings: SessionSettings,
) -> Result<SessionAttendanceSettings> {
    Ok(SessionAttendanceSettings {
        version: settings.version,
        thresholds: settings.thresholds,
        asks_entry_exit: settings.asks_entry_exit,
        legal_hold: settings.legal_hold,
        retention: session.retention,
        certificates_until: Kept::Certificates.until(session.retention, session.ends_on),
        attendance_until: Kept::Attendance.until(session.retention, session.ends_on),
        purged_at: retention::purged(&mut **tx, session.id, Kept::Attendance).await?,
    })
}

/// Shows what a session asks, and until when its papers are kept.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/attendance-settings", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = SessionAttendanceSettings), Problems))]
pub async fn get_session_attendance_settings(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Versioned<SessionAttendanceSettings>> {
    let (mut tx, session) = read(&state, actor, of, policy::may_read).await?;
    let settings = settings::of_session(&mut *tx, session.id).await?;
    let view = session_view(&mut tx, &session, settings).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// Says what a session asks, how long its papers are kept, and whether something holds them back from deletion.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/attendance-settings", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes; \"0\" before the first")),
    request_body = SessionAttendanceSettingsDraft,
    responses((status = 200, body = SessionAttendanceSettings), Problems))]
pub async fn update_session_attendance_settings(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
    if_match: IfMatch,
    Json(draft): Json<SessionAttendanceSettingsDraft>,
) -> Result<Versioned<SessionAttendanceSettings>> {
    let (mut tx, mut session) = write(&state, actor, of, policy::may_run).await?;
    let before = settings::of_session(&mut *tx, session.id).await?;
    let current = session_view(&mut tx, &session, before.clone()).await?;
    ensure_current(if_match.version()?, before.version, &current)?;
    threshold::check("/thresholds", draft.thresholds.as_deref().unwrap_or_default())
        .map_err(|fault| Error::Invalid(vec![fault]))?;
    let legal_hold = draft.legal_hold.map(|reason| texts::line("/legal_hold", &reason, 3..=500)).transpose();
    let after = SessionSettings {
        version: before.version + 1,
        thresholds: draft.thresholds,
        asks_entry_exit: draft.asks_entry_exit,
        legal_hold: legal_hold.map_err(|fault| Error::Invalid(vec![fault]))?,
    };
    if !settings::write_session(&mut tx, session.id, &after).await? {
        let current = settings::of_session(&mut *tx, session.id).await?;
        let view = session_view(&mut tx, &session, current).await?;
        return Err(Error::Stale(serde_json::to_value(view).map_err(anyhow::Error::from)?));
    }
    let now = state.clock.now();
    if let Some(retention) = draft.retention {
        sessions::set_retention(&mut tx, session.id, retention, actor.person, now).await?;
        session.retention = retention;
    }
    let entry =
        |event| Entry::new(event, now, "training_session", session.id.0).by(actor.person).within(of.id);
    let told = json!({
        "asks_entry_exit": after.asks_entry_exit, "thresholds": after.thresholds, "retention": session.retention,
    });
    let changed = entry(Event::AttendanceSettingsChanged).change(None, told);
    audit::record(&mut tx, &state.ids, changed).await?;
    if before.legal_hold != after.legal_hold {
        let (was, is) = (before.legal_hold.is_some(), after.legal_hold.is_some());
        let mut held = entry(Event::LegalHoldChanged).change(json!({ "held": was }), json!({ "held": is }));
        if let Some(reason) = &after.legal_hold {
            held = held.because(reason);
        }
        audit::record(&mut tx, &state.ids, held).await?;
    }
    let view = session_view(&mut tx, &session, after).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}
