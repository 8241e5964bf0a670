//! An entry with its proof: scale, evidence, replies, and its place in the person's chain.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::policy;
use super::super::store::cards::{self, Element, Step};
use super::super::store::entries::SUPERSEDED;
use super::super::store::quizzes;
use super::super::store::replies::{self, Filter as ReplyFilter};
use super::super::store::validations::{self, Filter, Listed};
use super::replies::EntryReply;
use super::views::ValidationView;
use crate::actor::Actor;
use crate::events::Event;
use crate::files;
use crate::ids::{EvidenceId, OrganisationId, ValidationId};
use crate::orgs::membership;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::AttemptCard;

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum EntryStatus {
    /// Acquired, and it counts.
    Validated,
    /// Found not acquired.
    NotAcquired,
    /// Revoked.
    Revoked,
    /// Another took its place.
    Superseded,
    /// Its last day has passed.
    Expired,
}

impl EntryStatus {
    fn of(row: &Listed, today: NaiveDate) -> Self {
        match row.reason_code.as_deref() {
            Some(SUPERSEDED) => Self::Superseded,
            Some(_) => Self::Revoked,
            None if !row.passing => Self::NotAcquired,
            None if row.expires_on.is_some_and(|last| last < today) => Self::Expired,
            None => Self::Validated,
        }
    }
}

/// An entry, and everything that proves it.
#[derive(Serialize, ToSchema)]
pub struct EntryProof {
    status: EntryStatus,
    organisation_id: OrganisationId,
    entry: ValidationView,
    /// The scale its step is of, as it was; null on the common scale, or without a step.
    scale: Option<EntryScale>,
    /// Title of the session it was written in.
    session_title: Option<String>,
    evidence: Vec<EvidenceView>,
    /// What the person says of it, and the organisation's answers, oldest first.
    replies: Vec<EntryReply>,
    /// Its place in the person's chain; null for what was there before the chain began.
    link: Option<EntryLink>,
}

/// A version of a grid.
#[derive(Serialize, ToSchema)]
struct EntryScale {
    name: String,
    /// Lowest first.
    steps: Vec<EntryStep>,
}

/// A step of it.
#[derive(Serialize, ToSchema)]
struct EntryStep {
    /// From 0.
    position: i16,
    name: String,
    /// On the common scale.
    common_level: Option<i16>,
    passing: bool,
}

/// A link of a chain.
#[derive(Serialize, ToSchema)]
struct EntryLink {
    /// From 1.
    number: i32,
    /// Its hash; the next link names it.
    sha256: String,
}

/// Who sees an element of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum EvidenceVisibility {
    /// The person, and the organisation that gave it.
    Organisation,
    /// Whoever the person shows the entry to as well.
    Shared,
}

impl EvidenceVisibility {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Shared => "shared",
        }
    }
}

/// An element an entry rests on.
#[derive(Serialize, ToSchema)]
#[schema(as = EntryEvidence)]
struct EvidenceView {
    id: EvidenceId,
    /// `quiz_attempt`, `note` or `file`.
    kind: String,
    title: String,
    note: Option<String>,
    /// The attempt at a quiz, while its result is kept.
    attempt: Option<AttemptView>,
    /// Whether there is a file to download.
    has_file: bool,
    /// Of the file, also once it is gone.
    file_sha256: Option<String>,
    visibility: EvidenceVisibility,
}

/// The result of an attempt at a quiz.
#[derive(Serialize, ToSchema)]
#[schema(as = EvidenceAttempt)]
struct AttemptView {
    id: Uuid,
    quiz: String,
    /// Share of the points, 0 to 100.
    percent: i16,
    /// Null where nothing is passed or failed.
    passed: Option<bool>,
    published_at: DateTime<Utc>,
}

impl From<AttemptCard> for AttemptView {
    fn from(card: AttemptCard) -> Self {
        Self {
            id: card.attempt_id.0,
            quiz: card.quiz_title,
            percent: card.score_percent,
            passed: card.passed,
            published_at: card.published_at,
        }
    }
}

impl EvidenceView {
    fn new(element: Element, attempt: Option<AttemptCard>) -> Self {
        Self {
            id: element.id,
            kind: element.kind,
            title: element.title,
            note: element.note,
            attempt: attempt.map(AttemptView::from),
            has_file: element.file.is_some(),
            file_sha256: element.file_sha256,
            visibility: match element.visibility.as_str() {
                "shared" => EvidenceVisibility::Shared,
                _ => EvidenceVisibility::Organisation,
            },
        }
    }
}

impl From<Step> for EntryStep {
    fn from(step: Step) -> Self {
        Self {
            position: step.position,
            name: step.name,
            common_level: step.common_level,
            passing: step.passing,
        }
    }
}

async fn proof(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ValidationId,
    today: NaiveDate,
) -> Result<EntryProof> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let row = validations::list(&mut **tx, organisation, filter, 1).await?.pop();
    let row = row.ok_or_else(Error::not_found)?;
    let scale = match row.grid_id.zip(row.grid_version) {
        Some(grid) => cards::scale(tx, grid).await?,
        None => None,
    };
    let filter = ReplyFilter { entry: Some(id), ..ReplyFilter::default() };
    let replies = replies::list(&mut **tx, organisation, &filter, MOST_REPLIES).await?;
    let link = cards::link(tx, id).await?;
    Ok(EntryProof {
        status: EntryStatus::of(&row, today),
        organisation_id: organisation,
        entry: ValidationView::from(row),
        scale: scale.map(|(name, steps)| EntryScale {
            name,
            steps: steps.into_iter().map(EntryStep::from).collect(),
        }),
        session_title: cards::session_title(tx, id).await?,
        evidence: evidence(tx, id).await?,
        replies: replies.into_iter().map(|reply| EntryReply::new(reply, today)).collect(),
        link: link.map(|(number, sha256)| EntryLink { number, sha256 }),
    })
}

async fn evidence(tx: &mut Tx<'_>, id: ValidationId) -> Result<Vec<EvidenceView>> {
    let mut evidence = Vec::new();
    for element in cards::evidence(&mut **tx, id).await? {
        let attempt = match element.attempt {
            Some(attempt) => quizzes::card(tx, attempt).await?,
            None => None,
        };
        evidence.push(EvidenceView::new(element, attempt));
    }
    Ok(evidence)
}

/// Most replies shown with an entry: each waits for an answer before the next.
const MOST_REPLIES: i64 = 100;

/// An entry of one's own passport, with its proof.
#[utoipa::path(get, path = "/me/passport/entries/{entry_id}", tag = "passport",
    params(("entry_id" = ValidationId, Path)), responses((status = 200, body = EntryProof), Problems))]
pub async fn get_my_entry(
    State(state): State<AppState>,
    actor: Actor,
    Path(entry): Path<ValidationId>,
) -> Result<Json<EntryProof>> {
    let mut tx = state.pool.begin().await?;
    let organisation =
        validations::issuer_of(&mut tx, actor.person, entry).await?.ok_or_else(Error::not_found)?;
    let proof = proof(&mut tx, organisation, entry, state.clock.today()).await?;
    tx.commit().await?;
    Ok(Json(proof))
}

/// An entry of the organisation, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfEntry {
    id: OrganisationId,
    validation_id: ValidationId,
}

/// An entry that the organisation wrote, with its proof: for those who run it, and the trainers of the person.
#[utoipa::path(get, path = "/organisations/{id}/validations/{validation_id}", tag = "passport",
    params(("id" = OrganisationId, Path), ("validation_id" = ValidationId, Path)),
    responses((status = 200, body = EntryProof), Problems))]
pub async fn get_validation(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfEntry>,
) -> Result<Json<EntryProof>> {
    let mut tx = state.pool.begin().await?;
    ensure_near(&mut tx, actor, of).await?;
    let proof = proof(&mut tx, of.id, of.validation_id, state.clock.today()).await?;
    tx.commit().await?;
    Ok(Json(proof))
}

async fn ensure_near(tx: &mut Tx<'_>, actor: Actor, of: OfEntry) -> Result<()> {
    let member = membership(&mut **tx, of.id, actor.person).await?;
    policy::may_read(member)?;
    let entry = validations::find(tx, of.id, of.validation_id).await?.ok_or_else(Error::not_found)?;
    let circle = cards::circle(&mut **tx, of.id, (actor.person, entry.person)).await?;
    policy::may_read_person(member, circle)
}

/// Who sees an element of evidence of one's own passport.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceChoice {
    visibility: EvidenceVisibility,
}

/// Says who sees what an entry of one's own passport rests on. It changes nothing of the entry.
#[utoipa::path(put, path = "/me/passport/evidence/{evidence_id}", tag = "passport",
    params(("evidence_id" = EvidenceId, Path)), request_body = EvidenceChoice,
    responses((status = 200, body = EntryProof), Problems))]
pub async fn update_my_evidence(
    State(state): State<AppState>,
    actor: Actor,
    Path(element): Path<EvidenceId>,
    Json(body): Json<EvidenceChoice>,
) -> Result<Json<EntryProof>> {
    let mut tx = state.pool.begin().await?;
    let place = cards::place(&mut *tx, element).await?.filter(|place| place.person == actor.person);
    let place = place.ok_or_else(Error::not_found)?;
    let visibility = body.visibility.as_str();
    if place.visibility != visibility {
        cards::set_visibility(&mut tx, element, visibility).await?;
        let (before, after) = (json!(place.visibility), json!(visibility));
        let trail =
            Entry::new(Event::EvidenceVisibilityChanged, state.clock.now(), "validation", place.entry.0);
        let trail = trail.by(actor.person).within(place.organisation).change(before, after);
        audit::record(&mut tx, &state.ids, trail).await?;
    }
    let proof = proof(&mut tx, place.organisation, place.entry, state.clock.today()).await?;
    tx.commit().await?;
    Ok(Json(proof))
}

/// Downloads a file that an entry of one's own passport rests on.
#[utoipa::path(get, path = "/me/passport/evidence/{evidence_id}/file", tag = "passport",
    params(("evidence_id" = EvidenceId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_my_evidence_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(element): Path<EvidenceId>,
    headers: HeaderMap,
) -> Result<Response> {
    let place = cards::place(&state.pool, element).await?.filter(|place| place.person == actor.person);
    let file = place.and_then(|place| place.file).ok_or_else(Error::not_found)?;
    files::serve(&state, file, &headers).await
}

/// An element of an entry of the organisation, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfEvidence {
    id: OrganisationId,
    validation_id: ValidationId,
    evidence_id: EvidenceId,
}

/// Downloads a file that an entry of the organisation rests on.
#[utoipa::path(get, path = "/organisations/{id}/validations/{validation_id}/evidence/{evidence_id}/file", tag = "passport",
    params(("id" = OrganisationId, Path), ("validation_id" = ValidationId, Path), ("evidence_id" = EvidenceId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_evidence_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfEvidence>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut tx = state.pool.begin().await?;
    ensure_near(&mut tx, actor, OfEntry { id: of.id, validation_id: of.validation_id }).await?;
    let place = cards::place(&mut *tx, of.evidence_id).await?;
    tx.commit().await?;
    let file = place.filter(|place| place.entry == of.validation_id).and_then(|place| place.file);
    files::serve(&state, file.ok_or_else(Error::not_found)?, &headers).await
}
