//! Questions as files.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;

use super::author::{Author, ensure_reads};
use super::questions::skill_code;
use super::searched;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::OrganisationId;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::exchange::{Format, csv, gift};
use crate::quizzes::model::question::Kind;
use crate::quizzes::store::questions::{self, Filter};
use crate::quizzes::store::versions;

/// Most questions of an export: what one import takes, several times over.
const MOST: usize = 5_000;

/// Which questions, in which form.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportQuery {
    /// GIFT, or a table.
    #[param(inline)]
    format: Format,
    /// Whose statement, choices or tags hold this; 200 characters at most.
    q: Option<String>,
    /// Of this kind.
    #[param(inline)]
    kind: Option<Kind>,
    /// Which bear this tag, whatever its case.
    tag: Option<String>,
    /// Which are about this skill of the catalogue.
    skill: Option<String>,
}

/// Downloads the newest versions of questions in use, the last written first: all of them, or those that fit. What was exported comes
/// back through the import as it was, 500 at a time; images stay in the bank, and are named. 5,000 questions at most.
#[utoipa::path(get, path = "/organisations/{id}/question-export", tag = "quizzes",
    params(("id" = OrganisationId, Path), ExportQuery),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn export_questions(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ExportQuery>,
) -> Result<Response> {
    export(&state, Author::of(actor, organisation), query).await
}

/// Downloads the owner's questions.
pub async fn export(state: &AppState, author: Author, query: ExportQuery) -> Result<Response> {
    let mut tx = state.pool.begin().await?;
    ensure_reads(&mut tx, author).await?;
    let filter = Filter {
        words: searched(query.q.as_deref())?,
        kind: query.kind,
        tag: query.tag,
        skill: query.skill.as_deref().map(skill_code).transpose()?,
        archived: Some(false),
        ..Filter::default()
    };
    let rows = questions::list(&mut *tx, author.owner, filter, MOST as i64 + 1).await?;
    if rows.len() > MOST {
        let message = "5\u{202f}000 questions au plus par fichier\u{a0}: précisez lesquelles.";
        return Err(Error::field("/q", "too_many", message));
    }
    let wanted: Vec<_> = rows.iter().map(|row| (row.id, row.number)).collect();
    let mut found = versions::contents(&mut tx, &wanted).await?;
    let contents: Vec<_> = wanted.iter().filter_map(|key| found.remove(key)).collect();
    let (kind, owner) = (author.owner.kind(), author.owner.id());
    let entry = Entry::new(Event::QuestionsExported, state.clock.now(), kind, owner);
    let told = json!({ "format": query.format, "questions": contents.len() });
    let entry = author.sign(entry).change(None, told);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    let format = query.format;
    let bytes = tokio::task::spawn_blocking(move || match format {
        Format::Gift => Ok(gift::write(&contents).into_bytes()),
        Format::Csv => csv::write(&contents),
    });
    let bytes = bytes.await.map_err(anyhow::Error::from)??;
    Ok(download(format, bytes))
}

/// An answer that browsers keep as a file, and nowhere else.
fn download(format: Format, bytes: Vec<u8>) -> Response {
    let (name, media_type) = match format {
        Format::Gift => ("attachment; filename=\"questions.gift.txt\"", "text/plain; charset=utf-8"),
        Format::Csv => ("attachment; filename=\"questions.csv\"", "text/csv; charset=utf-8"),
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static(name));
    response
}
