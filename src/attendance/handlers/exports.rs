//! Sheets as files: PDF, CSV, XLSX, and JSON that is signed and verifies offline.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use carnet_documents::sheet::{
    AttendanceSheet, attendance_csv, attendance_sheet_pdf, attendance_xlsx, blank_sheet_pdf,
};
use carnet_documents::{Attachment, DocumentError};
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use serde::Deserialize;
use serde_json::{Value, json, to_value};
use utoipa::{IntoParams, ToSchema};

use super::oversight::trainee_totals;
use super::paper::{Scope, sheet};
use super::press::{download, draw};
use super::{OfSession, Place, policy, read};
use crate::actor::Actor;
use crate::attendance::model::document::EXPORT;
use crate::attendance::model::sealed::instant;
use crate::attendance::model::units;
use crate::attendance::store::facts::{self, Facts, Wanted};
use crate::attendance::store::reopenings::Reopening;
use crate::attendance::store::{mine, sealed_mark};
use crate::events::Event;
use crate::ids::{EnrolmentId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Path, Problems, Query, Result};
use crate::platform::seal::{SealKey, SignedDocument, remember_key, seal_pdf};
use crate::platform::state::AppState;
use crate::sessions::{self, Participant};

/// Lines of a blank sheet for people who are not on it.
const SPARE_ROWS: usize = 3;

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SheetFormat {
    /// For people and inspectors; the signed JSON is attached.
    Pdf,
    /// For spreadsheets, one row per trainee and half-day.
    Csv,
    /// A workbook.
    Xlsx,
    /// Signed, to be verified offline.
    Json,
}

/// What part of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExportScope {
    /// One slot: `slot_id`.
    Slot,
    /// One week: `week`, any day of it.
    Week,
    /// One trainee: `enrolment_id`.
    Trainee,
    /// All of it.
    Session,
}

/// What to export.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportQuery {
    /// What part.
    #[param(inline)]
    scope: ExportScope,
    /// In which form.
    #[param(inline)]
    format: SheetFormat,
    /// With `scope=slot`: which.
    slot_id: Option<SlotId>,
    /// With `scope=week`: any day of it.
    week: Option<NaiveDate>,
    /// With `scope=trainee`: who.
    enrolment_id: Option<EnrolmentId>,
}

impl ExportQuery {
    /// The part, which the session has.
    fn scope(&self, facts: &Facts) -> Result<Scope> {
        let missing = |pointer| Error::field(pointer, "required", "Indiquez de quoi vous voulez la feuille.");
        match self.scope {
            ExportScope::Slot => {
                let wanted = self.slot_id.ok_or_else(|| missing("/slot_id"))?;
                let is_known = facts.slots.iter().any(|slot| slot.id == wanted);
                let unknown =
                    || Error::field("/slot_id", "unknown_slot", "Ce créneau n’est pas de la session.");
                is_known.then_some(Scope::Slot(wanted)).ok_or_else(unknown)
            }
            ExportScope::Week => {
                let day = self.week.ok_or_else(|| missing("/week"))?;
                let back = Duration::days(day.weekday().num_days_from_monday().into());
                let far = || Error::field("/week", "out_of_range", "Cette date est trop éloignée.");
                Ok(Scope::Week(day.checked_sub_signed(back).ok_or_else(far)?))
            }
            ExportScope::Trainee => {
                let wanted = self.enrolment_id.ok_or_else(|| missing("/enrolment_id"))?;
                let is_known = facts.participants.iter().any(|person| person.enrolment == wanted);
                let message = "Cette personne ne participe pas à la session.";
                let unknown = || Error::field("/enrolment_id", "not_expected", message);
                is_known.then_some(Scope::Trainee(wanted)).ok_or_else(unknown)
            }
            ExportScope::Session => Ok(Scope::Session),
        }
    }
}

/// Exports sheets, with everything that was rectified and contested, and the people who left.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/attendance-export", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ExportQuery),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn export_attendance(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
    Query(query): Query<ExportQuery>,
) -> Result<Response> {
    let (mut tx, session) = read(&state, actor, of, policy::may_read).await?;
    let facts = facts::of_session(
        &mut tx,
        session,
        Wanted { drawings: true, papers: true, only: None },
        state.clock.today(),
    )
    .await?;
    tx.commit().await?;
    let scope = query.scope(&facts)?;
    note(&state, actor, &facts, &query).await?;
    export(&state, facts, scope, query.format).await
}

async fn note(state: &AppState, actor: Actor, facts: &Facts, query: &ExportQuery) -> Result<()> {
    let mut tx = state.pool.begin().await?;
    remember_key(&mut tx, state.part::<SealKey>(), state.clock.now()).await?;
    let session = &facts.session;
    let entry = Entry::new(Event::AttendanceExported, state.clock.now(), "training_session", session.id.0);
    let told = json!({ "scope": format!("{:?}", query.scope), "format": format!("{:?}", query.format) });
    let entry = entry.by(actor.person).within(session.organisation).change(None, told);
    audit::record(&mut tx, &state.ids, entry).await?;
    Ok(tx.commit().await?)
}

async fn export(state: &AppState, facts: Facts, scope: Scope, format: SheetFormat) -> Result<Response> {
    let now = state.clock.now();
    let name = format!("emargement-{}-{}", scope.name(), now.format("%Y%m%d-%H%M%S"));
    let there = state.clone();
    let (ending, kind) = match format {
        SheetFormat::Csv => ("csv", "text/csv; charset=utf-8"),
        SheetFormat::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        SheetFormat::Json => ("json", "application/json"),
        SheetFormat::Pdf => ("pdf", "application/pdf"),
    };
    let drawn = draw(state, move || match format {
        SheetFormat::Csv => attendance_csv(&laid_out(&facts, scope, now)?),
        SheetFormat::Xlsx => attendance_xlsx(&laid_out(&facts, scope, now)?),
        SheetFormat::Json => Ok(signed(&there, &facts, scope, true)?.into_bytes()),
        SheetFormat::Pdf => {
            let json = signed(&there, &facts, scope, false)?;
            let pdf = attendance_sheet_pdf(&laid_out(&facts, scope, now)?, Some(&attachment(json)))?;
            Ok(seal_pdf(there.part::<SealKey>(), pdf))
        }
    });
    Ok(download(&format!("{name}.{ending}"), kind, drawn.await?))
}

fn laid_out(
    facts: &Facts,
    scope: Scope,
    now: DateTime<Utc>,
) -> std::result::Result<AttendanceSheet, DocumentError> {
    sheet(facts, scope, now).map_err(|error| DocumentError::Inconsistent(error.to_string()))
}

/// The signed JSON, as it is attached to a PDF.
pub fn attachment(json: String) -> Attachment {
    Attachment {
        name: "carnet.json".to_owned(),
        media_type: "application/json".to_owned(),
        description: "Données signées de ce document, vérifiables hors ligne".to_owned(),
        bytes: json.into_bytes(),
    }
}

/// The signed document of an export.
fn signed(
    state: &AppState,
    facts: &Facts,
    scope: Scope,
    with_drawings: bool,
) -> std::result::Result<String, DocumentError> {
    let failed = |error: &dyn std::fmt::Display| DocumentError::Inconsistent(error.to_string());
    let document = document(state, facts, scope, with_drawings).map_err(|error| failed(&error))?;
    let signed =
        SignedDocument::seal(state.part::<SealKey>(), EXPORT, document).map_err(|error| failed(&error))?;
    signed.to_text().map_err(|error| failed(&error))
}

/// What an export says: the chain with what the part of it is about, sheets that are not sealed yet, totals.
fn document(state: &AppState, facts: &Facts, scope: Scope, with_drawings: bool) -> anyhow::Result<Value> {
    let session = &facts.session;
    let issuer = &facts.issuer;
    let people = facts.participants.iter().filter(|person| scope.shows(person.enrolment));
    let of_trainee = |person: &Participant| -> serde_json::Result<Value> {
        let mut told = to_value(trainee_totals(facts, person))?;
        told["employer"] = json!(person.employer);
        Ok(told)
    };
    let totals = people.map(of_trainee).collect::<serde_json::Result<Vec<_>>>()?;
    Ok(json!({
        "title": format!("Feuilles d’émargement\u{a0}: {}", session.title),
        "scope": scope.name(),
        "issued_at": instant(state.clock.now()),
        "organisation": {
            "name": issuer.name, "legal_name": issuer.legal_name, "siret": issuer.siret, "nda": issuer.nda,
        },
        "session": {
            "id": session.id, "title": session.title, "training": facts.training_title,
            "starts_on": session.starts_on, "ends_on": session.ends_on, "status": session.status,
        },
        "chain": { "session_id": session.id, "links": links_of(facts, scope)? },
        "open_sheets": open_sheets(facts, scope),
        "totals": totals,
        "formula": carnet_documents::sheet::FORMULA,
        "drawings": if with_drawings { drawings(facts, scope) } else { BTreeMap::new() },
    }))
}

/// Every link of the chain; what it says only where the part is about it, or it is about the whole session, and of people the
/// part shows.
fn links_of(facts: &Facts, scope: Scope) -> anyhow::Result<Vec<Value>> {
    let mut told = Vec::with_capacity(facts.chain.len());
    for stored in &facts.chain {
        let mut link = stored.link.clone();
        let is_shown = stored
            .slot
            .is_none_or(|about| facts.slots.iter().any(|slot| slot.id == about && scope.has(slot)));
        if is_shown {
            let content = stored.content()?;
            let content = match scope {
                Scope::Trainee(who) => {
                    let who = who.to_string();
                    content.showing(|row| row["enrolment_id"].as_str() == Some(who.as_str()))?
                }
                _ => content,
            };
            link.content = Some(content);
        }
        told.push(to_value(link)?);
    }
    Ok(told)
}

fn open_sheets(facts: &Facts, scope: Scope) -> Vec<Value> {
    let open = facts.held().filter(|slot| scope.has(slot) && !facts::is_sealed(slot));
    let sheet = |slot: &sessions::SlotCard| {
        let mut rows = Vec::new();
        for person in facts.participants.iter().filter(|person| scope.shows(person.enrolment)) {
            for unit in units(slot.starts_at, slot.ends_at) {
                let written = facts.mark(slot.id, unit.part, person.enrolment);
                let signed = facts.signature(slot.id, unit.part, person.enrolment);
                if written.is_none() && signed.is_none() && !person.is_expected_at(slot) {
                    continue;
                }
                rows.push(json!({
                    "enrolment_id": person.enrolment, "first_name": person.first_name,
                    "last_name": person.last_name, "part": unit.part,
                    "mark": written.map(sealed_mark),
                    "signed_at": signed.map(|one| instant(one.signed_at)),
                }));
            }
        }
        json!({
            "slot_id": slot.id, "title": slot.label(), "starts_at": instant(slot.starts_at),
            "ends_at": instant(slot.ends_at), "rows": rows,
            "reopenings": facts.reopenings_of(slot.id).map(Reopening::sealed).collect::<Vec<_>>(),
        })
    };
    open.map(sheet).collect()
}

/// The drawings of signatures, by their hash.
fn drawings(facts: &Facts, scope: Scope) -> BTreeMap<String, String> {
    let shown = facts.signatures.iter().filter(|one| {
        one.enrolment.is_none_or(|enrolment| scope.shows(enrolment))
            && facts.slots.iter().any(|slot| slot.id == one.slot && scope.has(slot))
    });
    let drawn =
        shown.filter_map(|one| Some((one.drawing_sha256.clone()?, STANDARD.encode(one.drawing.as_ref()?))));
    drawn.collect()
}

/// Draws a sheet to be signed on paper, where there is no network.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/blank-sheet", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>), Problems))]
pub async fn get_blank_sheet(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
) -> Result<Response> {
    let (mut tx, session) = read(&state, actor, place.of(), policy::may_read).await?;
    let facts = facts::of_session(&mut tx, session, Wanted::default(), state.clock.today()).await?;
    tx.commit().await?;
    if !facts.slots.iter().any(|slot| slot.id == place.slot_id) {
        return Err(Error::not_found());
    }
    let sheet = sheet(&facts, Scope::Slot(place.slot_id), state.clock.now())?;
    let pdf = draw(&state, move || blank_sheet_pdf(&sheet, SPARE_ROWS)).await?;
    Ok(download("feuille-a-signer.pdf", "application/pdf", pdf))
}

/// In which form.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InForm {
    /// The form.
    #[param(inline)]
    format: SheetFormat,
}

/// Exports one's own sheet of a session: nobody else's rows are in it.
#[utoipa::path(get, path = "/me/attendance/sessions/{session_id}/export", tag = "attendance",
    params(("session_id" = TrainingSessionId, Path), InForm),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn export_my_attendance(
    State(state): State<AppState>,
    actor: Actor,
    Path(session): Path<TrainingSessionId>,
    Query(form): Query<InForm>,
) -> Result<Response> {
    let mut tx: Tx<'_> = state.pool.begin().await?;
    let mine = mine::session(&mut *tx, actor.person, session).await?;
    let mine = mine.ok_or_else(Error::not_found)?;
    let card = sessions::session_card(&mut *tx, mine.organisation, session).await?;
    let card = card.ok_or_else(Error::not_found)?;
    let facts = facts::of_session(
        &mut tx,
        card,
        Wanted { drawings: true, papers: true, only: Some(mine.enrolment) },
        state.clock.today(),
    )
    .await?;
    remember_key(&mut tx, state.part::<SealKey>(), state.clock.now()).await?;
    tx.commit().await?;
    export(&state, facts, Scope::Trainee(mine.enrolment), form.format).await
}
