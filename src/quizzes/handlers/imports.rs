//! Questions from a file: read and shown first; written when that is confirmed, exactly as it was shown.

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::author::{Author, begin};
use super::questions::{insert, read as read_question};
use super::warnings;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, QuestionImportId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::exchange::preview::{Action, Around, Counts, Parsed, Preview, Row};
use crate::quizzes::model::exchange::{Format, ReadFile, read};
use crate::quizzes::model::question::statement;
use crate::quizzes::store::{imports, questions};

/// Largest file, in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;
/// How long a file can be confirmed.
const KEPT: Duration = Duration::hours(24);

/// In which form a file is.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImportQuery {
    /// GIFT, or a table.
    #[param(inline)]
    format: Format,
}

impl ImportQuery {
    /// The form.
    pub fn format(&self) -> Format {
        self.format
    }
}

/// What a file would do, or did.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionImport {
    id: QuestionImportId,
    /// Until when it can be confirmed.
    expires_at: DateTime<Utc>,
    /// When it was; null while nothing was written.
    confirmed_at: Option<DateTime<Utc>>,
    counts: Counts,
    /// Headings of columns that mean nothing here.
    ignored_columns: Vec<String>,
    /// Question by question, in the file's order.
    rows: Vec<Row>,
}

impl QuestionImport {
    fn new(
        id: QuestionImportId,
        preview: Preview,
        (expires_at, confirmed_at): (DateTime<Utc>, Option<DateTime<Utc>>),
    ) -> Self {
        let Preview { rows, counts, ignored_columns } = preview;
        Self { id, expires_at, confirmed_at, counts, ignored_columns, rows }
    }
}

/// Reads a file of questions and shows what it would write, question by question, with the line and the column of each fault;
/// nothing is written yet. The body is the file, of 500 questions and 4 MiB at most: GIFT, or CSV with `;`, `,` or tabulations, in
/// UTF-8, UTF-16 or Windows-1252. Columns are recognised by their headings, those that the export writes.
#[utoipa::path(post, path = "/organisations/{id}/question-imports", tag = "quizzes",
    params(("id" = OrganisationId, Path), ImportQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, body = QuestionImport), Problems))]
pub async fn create_question_import(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ImportQuery>,
    body: std::result::Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<QuestionImport>)> {
    create(&state, Author::of(actor, organisation), query.format(), body).await
}

/// Reads a file of questions for the owner's bank.
pub async fn create(
    state: &AppState,
    author: Author,
    format: Format,
    body: std::result::Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<QuestionImport>)> {
    // Rights first, without holding anything while the file is read.
    drop(begin(state, author).await?);
    let bytes = body.map_err(|_| Error::from(Code::BodyTooLarge))?;
    let file = tokio::task::spawn_blocking(move || read(format, &bytes));
    let file = file.await.map_err(anyhow::Error::from)??;
    let mut tx = begin(state, author).await?;
    let (preview, _) = preview(&mut tx, state, author, &file).await?;
    let (id, now): (QuestionImportId, _) = (state.ids.ordered(), state.clock.now());
    let stored = (&written(&file)?, &written(&preview)?);
    imports::insert(&mut tx, (author.owner, id), stored, author.person, (now, now + KEPT)).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(QuestionImport::new(id, preview, (now + KEPT, None)))))
}

/// How to confirm.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionImportConfirmation {
    /// Whether questions in error are left out; otherwise a file with errors is refused.
    skip_errors: bool,
}

/// Writes the questions of a file, exactly as they were shown, all or none. When the bank or the catalogue changed such that
/// something else would happen now, that is refused with `stale`, and `current` shows it: confirm again. Twice does nothing more.
#[utoipa::path(post, path = "/organisations/{id}/question-imports/{import_id}/confirm", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("import_id" = QuestionImportId, Path)),
    request_body = QuestionImportConfirmation, responses((status = 200, body = QuestionImport), Problems))]
pub async fn confirm_question_import(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuestionImportId)>,
    Json(request): Json<QuestionImportConfirmation>,
) -> Result<Json<QuestionImport>> {
    confirm(&state, Author::of(actor, organisation), id, &request).await
}

/// Writes the questions of a file into the owner's bank.
pub async fn confirm(
    state: &AppState,
    author: Author,
    id: QuestionImportId,
    request: &QuestionImportConfirmation,
) -> Result<Json<QuestionImport>> {
    let mut tx = begin(state, author).await?;
    let now = state.clock.now();
    let import = imports::lock(&mut tx, author.owner, id, now).await?.ok_or_else(Error::not_found)?;
    let shown: Preview = serde_json::from_value(import.preview).map_err(anyhow::Error::from)?;
    let expires_at = import.expires_at;
    if import.confirmed_at.is_some() {
        return Ok(Json(QuestionImport::new(id, shown, (expires_at, import.confirmed_at))));
    }
    let file: ReadFile = serde_json::from_value(import.questions).map_err(anyhow::Error::from)?;
    let (preview, parsed) = preview(&mut tx, state, author, &file).await?;
    if preview != shown {
        imports::show(&mut tx, id, &written(&preview)?).await?;
        tx.commit().await?;
        return Err(Error::Stale(written(&QuestionImport::new(id, preview, (expires_at, None)))?));
    }
    if preview.counts.error > 0 && !request.skip_errors {
        return Err(Code::ImportHasErrors.into());
    }
    for (row, parsed) in preview.rows.iter().zip(&parsed) {
        if let (Action::Create, Some(Ok(content))) = (row.action, parsed) {
            let question = insert(&mut tx, state, author, content).await?;
            warnings::record(&mut tx, state, (author, question), content).await?;
        }
    }
    imports::confirm(&mut tx, id, now).await?;
    let entry = Entry::new(Event::QuestionsImported, now, "question_import", id.0);
    let entry = author.sign(entry).change(None, json!({ "counts": preview.counts }));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(Json(QuestionImport::new(id, preview, (expires_at, Some(now)))))
}

fn written(value: &impl Serialize) -> Result<serde_json::Value> {
    Ok(serde_json::to_value(value).map_err(anyhow::Error::from)?)
}

/// What a file would do to the bank as it is now, and its questions.
async fn preview(
    tx: &mut Tx<'_>,
    state: &AppState,
    author: Author,
    file: &ReadFile,
) -> Result<(Preview, Vec<Parsed>)> {
    let mut parsed: Vec<Parsed> = Vec::with_capacity(file.questions.len());
    for question in &file.questions {
        parsed.push(match &question.draft {
            None => None,
            Some(draft) => match read_question(state, draft, None) {
                Ok(content) => Some(Ok(content)),
                Err(Error::Invalid(faults)) => Some(Err(faults)),
                Err(other) => return Err(other),
            },
        });
    }
    let sound = || parsed.iter().filter_map(|parsed| parsed.as_ref()?.as_ref().ok());
    let titles: Vec<_> = sound().map(|content| statement::title(&content.question.statement)).collect();
    let images: Vec<_> = sound().flat_map(|content| content.question.images()).collect();
    let around = Around {
        titles: questions::titles(&mut **tx, author.owner, &titles).await?,
        images: questions::shown(&mut **tx, author.owner, &images).await?,
    };
    Ok((Preview::of(file, &parsed, &around), parsed))
}
