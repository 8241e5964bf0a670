//! Participants from a file: read and shown first; taken when that is confirmed, exactly as it was shown.

use std::collections::{HashMap, HashSet};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::enrolments::{enrol, enrolment_of, first_day};
use super::windows::sealed_days;
use super::{Subject, begin, places};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{EnrolmentImportId, OrganisationId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sessions::model::import::preview::{
    Around, ImportAction, ImportCounts, ImportRow, Present, Preview, name_key,
};
use crate::sessions::model::import::{ReadFile, read};
use crate::sessions::model::{EnrolmentStatus, Move};
use crate::sessions::store::cards::SessionCard;
use crate::sessions::store::people::{self, Known};
use crate::sessions::store::{enrolments, imports};

/// Largest file, in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;
/// How long a file can be confirmed.
const KEPT: Duration = Duration::hours(24);

/// What a file would do, or did.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolmentImport {
    id: EnrolmentImportId,
    /// Until when it can be confirmed.
    expires_at: DateTime<Utc>,
    /// When it was; null while nothing was written.
    confirmed_at: Option<DateTime<Utc>>,
    counts: ImportCounts,
    /// Headings of columns that mean nothing here.
    ignored_columns: Vec<String>,
    /// Row by row, in the file's order.
    rows: Vec<ImportRow>,
}

impl EnrolmentImport {
    fn new(
        id: EnrolmentImportId,
        preview: Preview,
        (expires_at, confirmed_at): (DateTime<Utc>, Option<DateTime<Utc>>),
    ) -> Self {
        let Preview { rows, counts, ignored_columns } = preview;
        Self { id, expires_at, confirmed_at, counts, ignored_columns, rows }
    }
}

/// Reads a file of participants and shows what it would do, row by row; nobody is enrolled yet. The body is the file: XLSX, or
/// CSV with `;`, `,` or tabulations in UTF-8, UTF-16 or Windows-1252, of 2,000 rows and 4 MiB at most. Its columns are
/// recognised by their headings in French or English: names, e-mail, reference, first and last day.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/enrolment-imports", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, body = EnrolmentImport), Problems))]
pub async fn create_enrolment_import(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    body: std::result::Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Result<(StatusCode, Json<EnrolmentImport>)> {
    // Rights and state first, without holding the session while the file is read.
    drop(begin(&state, actor, subject, Move::Write).await?);
    let bytes = body.map_err(|_| Error::from(Code::BodyTooLarge))?;
    let file = tokio::task::spawn_blocking(move || read(&bytes)).await.map_err(anyhow::Error::from)??;
    let (mut tx, card) = begin(&state, actor, subject, Move::Write).await?;
    let preview = preview(&mut tx, &card, state.clock.today(), &file).await?.0;
    let (id, now): (EnrolmentImportId, _) = (state.ids.ordered(), state.clock.now());
    let stored = (&written(&file)?, &written(&preview)?);
    imports::insert(&mut tx, (card.id, id), stored, actor.person, (now, now + KEPT)).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(EnrolmentImport::new(id, preview, (now + KEPT, None)))))
}

/// How to confirm.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportConfirmation {
    /// Whether rows in error are left out; otherwise a file with errors is refused.
    skip_errors: bool,
}

/// Takes the participants of a file, exactly as they were shown, all or none. When the session changed such that something else
/// would happen now, that is refused with `stale`, and `current` shows it: confirm again. Twice does nothing more, and nobody is
/// ever taken off a session.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/enrolment-imports/{import_id}/confirm",
    tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("import_id" = EnrolmentImportId, Path)),
    request_body = ImportConfirmation, responses((status = 200, body = EnrolmentImport), Problems))]
pub async fn confirm_enrolment_import(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<(OrganisationId, TrainingSessionId, EnrolmentImportId)>,
    Json(request): Json<ImportConfirmation>,
) -> Result<Json<EnrolmentImport>> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Write).await?;
    let now = state.clock.now();
    let import = imports::lock(&mut tx, session, id, now).await?.ok_or_else(Error::not_found)?;
    let shown: Preview = serde_json::from_value(import.preview).map_err(anyhow::Error::from)?;
    let expires_at = import.expires_at;
    if import.confirmed_at.is_some() {
        return Ok(Json(EnrolmentImport::new(id, shown, (expires_at, import.confirmed_at))));
    }
    let file: ReadFile = serde_json::from_value(import.participants).map_err(anyhow::Error::from)?;
    let today = state.clock.today();
    let (preview, members) = preview(&mut tx, &card, today, &file).await?;
    if preview != shown {
        imports::show(&mut tx, id, &written(&preview)?).await?;
        tx.commit().await?;
        return Err(Error::Stale(written(&EnrolmentImport::new(id, preview, (expires_at, None)))?));
    }
    if preview.counts.error > 0 && !request.skip_errors {
        return Err(Code::ImportHasErrors.into());
    }
    for (read, row) in file.rows.iter().zip(&preview.rows) {
        if let (ImportAction::Create | ImportAction::Match, Some(status)) = (row.action, row.status) {
            let email = read.shown.email.as_ref().map(|email| email.to_lowercase());
            let member = email.and_then(|email| members.get(&email));
            let is_free = status != EnrolmentStatus::Waiting;
            let new = enrolment_of(first_day(&card, today), &read.shown, member, is_free)?;
            enrol(&mut tx, &state, actor, organisation, session, &new).await?;
        }
    }
    imports::confirm(&mut tx, id, &written(&preview)?, now).await?;
    let entry = Entry::new(Event::EnrolmentsImported, now, "training_session", session.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "counts": preview.counts }));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(Json(EnrolmentImport::new(id, preview, (expires_at, Some(now)))))
}

fn written(value: &impl Serialize) -> Result<serde_json::Value> {
    Ok(serde_json::to_value(value).map_err(anyhow::Error::from)?)
}

/// What a file would do to the session as it is now, and the members of the organisation it names, by address.
async fn preview(
    tx: &mut Tx<'_>,
    card: &SessionCard,
    today: NaiveDate,
    file: &ReadFile,
) -> Result<(Preview, HashMap<String, Known>)> {
    let emails: Vec<_> =
        file.rows.iter().filter_map(|row| Some(row.shown.email.as_ref()?.to_lowercase())).collect();
    let members: HashMap<_, _> = people::members(&mut **tx, card.organisation, None, &emails)
        .await?
        .into_iter()
        .map(|member| (member.email.to_lowercase(), member))
        .collect();
    let mut trainers = HashSet::new();
    for member in members.values() {
        if people::trains(&mut **tx, card.id, member.person).await? {
            trainers.insert(member.person);
        }
    }
    let mut present = enrolments::list(&mut **tx, card.id, None).await?;
    present.retain(|enrolment| enrolment.status != EnrolmentStatus::Cancelled);
    let around = Around {
        present: present
            .into_iter()
            .map(|enrolment| Present {
                person: enrolment.person,
                name: name_key(&enrolment.first_name, &enrolment.last_name),
                email: enrolment.email.map(|email| email.to_lowercase()),
                reference: enrolment.reference,
            })
            .collect(),
        members: members.iter().map(|(email, member)| (email.clone(), member.person)).collect(),
        trainers,
        free: places::free(tx, card.id).await?,
        starts_on: first_day(card, today),
        sealed: sealed_days(tx, card.id, |_| false).await?.into_iter().filter(|day| *day < today).collect(),
    };
    Ok((Preview::of(file, &around), members))
}
