//! Questions of a bank: listed, read, written.

use std::collections::HashSet;

use axum::extract::State;
use axum::http::StatusCode;
use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::author::{Author, begin, begin_reading};
use super::{folded, searched, warnings};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::files::{self, Claim, Owner, Purpose};
use crate::ids::{OrganisationId, QuestionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned,
};
use crate::platform::state::AppState;
use crate::quizzes::model::owner::Owner as Bank;
use crate::quizzes::model::question::draft::{Content, Known, QuestionDraft};
use crate::quizzes::model::question::{Block, Kind, Question};
use crate::quizzes::store::questions::{self, Filter, Locked, Row, TimeKey};
use crate::quizzes::store::versions::{self, Stamp};

/// Which questions.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuestions {
    /// Whose statement, choices or tags hold this, whatever its case and accents; 200 characters at most.
    q: Option<String>,
    /// Of this kind.
    #[param(inline)]
    kind: Option<Kind>,
    /// Which bear this tag, whatever its case.
    tag: Option<String>,
    /// Which are about this skill of the catalogue.
    skill: Option<String>,
    /// Archived ones, or those in use (default: both).
    archived: Option<bool>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A question in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionSummary {
    id: QuestionId,
    kind: Kind,
    /// The beginning of what it asks.
    title: String,
    tags: Vec<String>,
    /// Codes and names of its skills.
    skills: Vec<String>,
    /// Number of its newest version.
    number: i32,
    archived: bool,
    /// To be sent back as `If-Match`.
    version: i32,
    updated_at: DateTime<Utc>,
    /// Who wrote it last; null once the account is gone.
    updated_by: Option<String>,
    /// How many quizzes name it, in any revision.
    quizzes: i64,
}

impl From<Row> for QuestionSummary {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            title: row.title,
            tags: row.tags,
            skills: row.skills,
            number: row.number,
            archived: row.is_archived,
            version: row.version,
            updated_at: row.updated_at,
            updated_by: row.updated_by,
            quizzes: row.quizzes,
        }
    }
}

/// A skill that a question is about.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionSkill {
    code: String,
    /// Its name when the version was written.
    label: String,
}

/// What a version of a question says.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionContent {
    #[serde(flatten)]
    question: Question,
    tags: Vec<String>,
    skills: Vec<QuestionSkill>,
}

impl From<Content> for QuestionContent {
    fn from(content: Content) -> Self {
        let skill = |code: SkillCode, label| QuestionSkill { code: code.to_string(), label };
        Self {
            question: content.question,
            tags: content.tags,
            skills: content.skills.into_iter().map(|line| skill(line.code, line.label)).collect(),
        }
    }
}

/// A question with what its newest version says.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionView {
    #[serde(flatten)]
    summary: QuestionSummary,
    content: QuestionContent,
}

impl QuestionView {
    /// What the next change must name.
    pub fn version(&self) -> i32 {
        self.summary.version
    }

    /// What it says.
    pub fn question(&self) -> &Question {
        &self.content.question
    }
}

/// Lists the organisation's questions, the last written first.
#[utoipa::path(get, path = "/organisations/{id}/questions", tag = "quizzes",
    params(("id" = OrganisationId, Path), ListQuestions),
    responses((status = 200, body = Page<QuestionSummary>), Problems))]
pub async fn list_questions(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListQuestions>,
) -> Result<Json<Page<QuestionSummary>>> {
    list(&state, Author::of(actor, organisation), query).await
}

/// Lists the owner's questions.
pub async fn list(
    state: &AppState,
    author: Author,
    query: ListQuestions,
) -> Result<Json<Page<QuestionSummary>>> {
    let mut tx = begin_reading(state, author).await?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let filter = Filter {
        id: None,
        words: searched(query.q.as_deref())?,
        kind: query.kind,
        tag: query.tag,
        skill: query.skill.as_deref().map(skill_code).transpose()?,
        archived: query.archived,
        before: page.after()?,
    };
    let rows = questions::list(&mut *tx, author.owner, filter, i64::from(limit) + 1).await?;
    let key = |row: &Row| TimeKey(row.updated_at, row.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(QuestionSummary::from)))
}

/// The code of a skill, as it is stored. One that nobody can have is a fault.
pub fn skill_code(text: &str) -> Result<i32> {
    let code = text.parse::<SkillCode>().ok().and_then(|code| i32::try_from(code.0).ok());
    let unknown = || Error::field("/skill", "unknown_skill", "Cette compétence n’existe pas au référentiel.");
    code.ok_or_else(unknown)
}

/// Writes a new question.
#[utoipa::path(post, path = "/organisations/{id}/questions", tag = "quizzes",
    params(("id" = OrganisationId, Path)), request_body = QuestionDraft,
    responses((status = 201, body = QuestionView), Problems))]
pub async fn create_question(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Json(draft): Json<QuestionDraft>,
) -> Result<(StatusCode, Versioned<QuestionView>)> {
    let view = create(&state, Author::of(actor, organisation), &draft).await?;
    Ok((StatusCode::CREATED, Versioned(view.version(), view)))
}

/// Writes a new question in the name of its owner.
pub async fn create(state: &AppState, author: Author, draft: &QuestionDraft) -> Result<QuestionView> {
    let mut tx = begin(state, author).await?;
    let content = read(state, draft, None)?;
    let id = insert(&mut tx, state, author, &content).await?;
    record(&mut tx, state, (author, id), "written", 1).await?;
    warnings::record(&mut tx, state, (author, id), &content).await?;
    let view = view(&mut tx, author.owner, id).await?;
    tx.commit().await?;
    Ok(view)
}

/// Shows a question, with what its newest version says.
#[utoipa::path(get, path = "/organisations/{id}/questions/{question_id}", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("question_id" = QuestionId, Path)),
    responses((status = 200, body = QuestionView), Problems))]
pub async fn get_question(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuestionId)>,
) -> Result<Versioned<QuestionView>> {
    let view = show(&state, Author::of(actor, organisation), id).await?;
    Ok(Versioned(view.version(), view))
}

/// Shows a question of the owner.
pub async fn show(state: &AppState, author: Author, id: QuestionId) -> Result<QuestionView> {
    let mut tx = begin_reading(state, author).await?;
    view(&mut tx, author.owner, id).await
}

/// Writes a question anew: its next version.
///
/// Quizzes that were published, and attempts, stay on the version they have. A choice that names its `id` stays the same
/// choice. What says the same as before writes nothing.
#[utoipa::path(put, path = "/organisations/{id}/questions/{question_id}", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("question_id" = QuestionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = QuestionDraft, responses((status = 200, body = QuestionView), Problems))]
pub async fn update_question(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuestionId)>,
    if_match: IfMatch,
    Json(draft): Json<QuestionDraft>,
) -> Result<Versioned<QuestionView>> {
    let view = update(&state, Author::of(actor, organisation), (id, if_match), &draft).await?;
    Ok(Versioned(view.version(), view))
}

/// Writes a question of the owner anew.
pub async fn update(
    state: &AppState,
    author: Author,
    (id, if_match): (QuestionId, IfMatch),
    draft: &QuestionDraft,
) -> Result<QuestionView> {
    let mut tx = begin(state, author).await?;
    let locked = lock(&mut tx, author.owner, id).await?;
    if locked.is_archived {
        return Err(Error::illegal_state("archived"));
    }
    ensure_version(&mut tx, (author.owner, id), locked, if_match).await?;
    let before = versions::read(&mut tx, id, locked.number).await?.ok_or_else(Error::not_found)?;
    let content = read(state, draft, Some(&before))?;
    if content != before {
        let number = locked.number + 1;
        claim_images(&mut tx, state, author, &content.question).await?;
        let stamp = stamp(state, author);
        versions::add(&mut tx, (id, number), &content, &folded(&content.words()), stamp).await?;
        record(&mut tx, state, (author, id), "written", number).await?;
        warnings::record(&mut tx, state, (author, id), &content).await?;
    }
    let view = view(&mut tx, author.owner, id).await?;
    tx.commit().await?;
    Ok(view)
}

/// Reads a draft against the catalogue and what the question said before.
pub fn read(state: &AppState, draft: &QuestionDraft, before: Option<&Content>) -> Result<Content> {
    let catalog = state.part::<Catalog>().snapshot();
    let label = |code| {
        let card = catalog.skill(code).filter(|card| card.is_active);
        card.map(|card| card.skill.label.clone())
    };
    draft.parse(&Known { label: &label, before, draw: &|| state.ids.opaque() })
}

/// Writes a new question with its first version, and takes its images into use.
pub async fn insert(
    tx: &mut Tx<'_>,
    state: &AppState,
    author: Author,
    content: &Content,
) -> Result<QuestionId> {
    claim_images(tx, state, author, &content.question).await?;
    let id: QuestionId = state.ids.ordered();
    let key = folded(&content.words());
    versions::insert(tx, (author.owner, id), content, &key, stamp(state, author)).await?;
    Ok(id)
}

fn stamp(state: &AppState, author: Author) -> Stamp {
    let catalog = state.part::<Catalog>().snapshot();
    Stamp { release: release(&catalog), by: author.person, now: state.clock.now() }
}

/// Number of the release in place; 0 when there is none.
fn release(catalog: &CatalogSnapshot) -> i32 {
    catalog.release().map_or(0, |card| card.release.version)
}

/// Takes into use the images that no question of the owner shows yet. Those of a company were sent by the recruiter, and are its
/// own from then on.
async fn claim_images(tx: &mut Tx<'_>, state: &AppState, author: Author, question: &Question) -> Result<()> {
    let images: Vec<_> = question.images().collect();
    let mut known: HashSet<_> = questions::shown(&mut **tx, author.owner, &images).await?;
    for (place, block) in question.statement.iter().enumerate() {
        let Block::Image { file_id, .. } = block else { continue };
        if known.insert(*file_id) {
            let owner = match author.owner {
                Bank::Organisation(organisation) => Owner::Organisation(organisation),
                Bank::Company(_) => Owner::Person(author.person),
            };
            let (purpose, pointer) = (Purpose::QuestionImage, format!("/statement/{place}/file_id"));
            let claim = Claim { file: *file_id, purpose, owner, by: author.person, pointer: &pointer };
            files::claim(tx, state, &claim).await?;
            if let Bank::Company(company) = author.owner {
                files::give_to_company(tx, state, *file_id, company).await?;
            }
        }
    }
    Ok(())
}

/// Locks a question of the owner.
pub async fn lock(tx: &mut Tx<'_>, owner: Bank, id: QuestionId) -> Result<Locked> {
    questions::lock(tx, owner, id).await?.ok_or_else(Error::not_found)
}

/// Refuses a change that starts from an older version of the question, and shows the current one.
pub async fn ensure_version(
    tx: &mut Tx<'_>,
    (owner, id): (Bank, QuestionId),
    locked: Locked,
    if_match: IfMatch,
) -> Result<()> {
    let asked = if_match.version()?;
    if asked == locked.version {
        return Ok(());
    }
    ensure_current(asked, locked.version, &view(tx, owner, id).await?)
}

/// Shows a question as this transaction sees it.
pub async fn view(tx: &mut Tx<'_>, owner: Bank, id: QuestionId) -> Result<QuestionView> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let row = questions::list(&mut **tx, owner, filter, 1).await?.pop().ok_or_else(Error::not_found)?;
    let content = versions::read(tx, id, row.number).await?.ok_or_else(Error::not_found)?;
    Ok(QuestionView { summary: row.into(), content: content.into() })
}

/// Notes in the audit trail what happened to a question.
pub async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (author, id): (Author, QuestionId),
    what: &'static str,
    number: i32,
) -> Result<()> {
    let entry = Entry::new(Event::QuestionWritten, state.clock.now(), "question", id.0);
    let entry = author.sign(entry).change(None, json!({ "what": what, "number": number }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}
