//! Jobs and skills that a text in people's own words is likely about.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::jobs::Labelled;
use crate::actor::Actor;
use crate::catalog::model::SkillKind;
use crate::catalog::snapshot::{Catalog, CatalogSnapshot};
use crate::platform::http::{self, Fields, Json, Problems, texts};
use crate::platform::state::AppState;

/// Most jobs and most skills proposed.
const MOST_JOBS: usize = 5;
const MOST_SKILLS: usize = 15;

/// A text to find jobs and skills for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TextToMatch {
    /// What it is called, 1 to 300 characters.
    title: String,
    /// What it is about, 5000 characters at most.
    #[serde(default)]
    description: String,
}

/// What a text is likely about, best first.
#[derive(Debug, Serialize, ToSchema)]
pub struct TextMatches {
    /// Five jobs at most.
    jobs: Vec<ProposedJob>,
    /// Fifteen skills at most.
    skills: Vec<ProposedSkill>,
}

/// A job that a text is likely about.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposedJob {
    /// Its code.
    code: String,
    /// Its title.
    label: String,
    /// The name of the job that is nearest to the text.
    matched: String,
    /// The words of the text that the job's names or its sheet hold, as they were typed.
    words: Vec<String>,
    /// Its professional domain.
    domain: Labelled,
}

/// A skill that a text likely means.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposedSkill {
    /// Its code.
    code: String,
    /// Its name.
    label: String,
    /// What it is.
    kind: SkillKind,
    /// The words of the text that its name holds, as they were typed.
    words: Vec<String>,
}

/// Proposes jobs and skills of the release in place for a title and a description.
#[utoipa::path(
    post, path = "/catalog/suggestions", operation_id = "suggest_from_text", tag = "catalog",
    request_body = TextToMatch, responses((status = 200, body = TextMatches), Problems)
)]
pub async fn suggest_from_text(
    State(state): State<AppState>,
    _: Actor,
    Json(text): Json<TextToMatch>,
) -> http::Result<Json<TextMatches>> {
    let mut fields = Fields::default();
    let title = fields.check(texts::line("/title", &text.title, 1..=300));
    let description = fields.check(texts::paragraphs("/description", &text.description, 0..=5000));
    fields.finish()?;
    let (title, description) = (title.unwrap_or_default(), description.unwrap_or_default());
    let catalog = state.part::<Catalog>().snapshot();
    let found = tokio::task::spawn_blocking(move || propose(&catalog, &title, &description)).await;
    Ok(Json(found.map_err(anyhow::Error::from)?))
}

fn propose(catalog: &CatalogSnapshot, title: &str, description: &str) -> TextMatches {
    let jobs = catalog.index().jobs_of_text(title, description, MOST_JOBS).into_iter();
    TextMatches {
        jobs: jobs
            .map(|job| ProposedJob {
                code: job.code.to_string(),
                label: job.label,
                matched: job.matched,
                words: job.words,
                domain: Labelled::domain(catalog, job.code),
            })
            .collect(),
        skills: proposed_skills(catalog, title, description, |_| true).take(MOST_SKILLS).collect(),
    }
}

/// Skills that a text likely means, but for those left aside; best first.
pub fn proposed_skills<'a>(
    catalog: &'a CatalogSnapshot,
    title: &str,
    description: &str,
    takes: impl Fn(carnet_index::SkillCode) -> bool + 'a,
) -> impl Iterator<Item = ProposedSkill> + 'a {
    let found = catalog.index().skills_of_text(title, description, 100).into_iter();
    found.filter(move |skill| takes(skill.code)).filter_map(|skill| {
        Some(ProposedSkill {
            kind: catalog.skill(skill.code)?.skill.kind,
            code: skill.code.to_string(),
            label: skill.label,
            words: skill.words,
        })
    })
}
