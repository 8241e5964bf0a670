//! Who opened the proofs of one's experience.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::ids::{ExperienceId, ExperienceProofId, OrganisationId};
use crate::passport::store::experience::own as experiences;
use crate::passport::store::experience::readings::{self, Reading};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;

/// Somebody of an organisation opened a proof.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceProofReading)]
pub struct ReadingView {
    proof_id: ExperienceProofId,
    proof_name: String,
    organisation_id: OrganisationId,
    /// When it was chosen.
    organisation_name: String,
    /// Who, by the name of that day.
    reader: String,
    /// Whether they saw the masked copy; else the file itself, in which nothing was masked then.
    masked: bool,
    read_at: DateTime<Utc>,
}

impl From<Reading> for ReadingView {
    fn from(reading: Reading) -> Self {
        Self {
            proof_id: reading.proof,
            proof_name: reading.proof_name,
            organisation_id: reading.organisation,
            organisation_name: reading.organisation_name,
            reader: reading.reader_name,
            masked: reading.is_copy,
            read_at: reading.read_at,
        }
    }
}

/// Lists who opened the proofs of one's own experience, newest first.
#[utoipa::path(get, path = "/me/experiences/{experience_id}/readings", tag = "passport",
    params(("experience_id" = ExperienceId, Path), PageParams),
    responses((status = 200, body = Page<ReadingView>), Problems))]
pub async fn list_proof_readings(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<ReadingView>>> {
    let (limit, before) = (page.limit()?, page.after()?);
    let own = experiences::list(&state.pool, actor.person, Some(id), None, 1).await?;
    if own.is_empty() {
        return Err(Error::not_found());
    }
    let rows = readings::of_experience(&state.pool, id, before, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.read_at, row.id)).map(ReadingView::from)))
}
