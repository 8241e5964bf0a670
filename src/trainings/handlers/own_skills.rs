//! Skills in an organisation's own words.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::{begin, ensure_reader, folded, searched};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::ids::{OrganisationId, OwnSkillId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, Fields, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned, texts,
};
use crate::platform::state::AppState;
use crate::trainings::store::own_skills::{self, Filter, LabelKey, Link, OwnSkill, OwnSkillText, Refusal};

/// An own skill to write.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnSkillDraft {
    /// 2 to 250 characters; the organisation's only skill of this name.
    label: String,
    /// What is meant, 2000 characters at most.
    #[serde(default)]
    description: String,
}

impl OwnSkillDraft {
    fn parse(&self) -> Result<OwnSkillText> {
        let mut fields = Fields::default();
        let label = fields.check(texts::line("/label", &self.label, 2..=250));
        let description = fields.check(texts::paragraphs("/description", &self.description, 0..=2000));
        fields.finish()?;
        let (label, description) = (label.unwrap_or_default(), description.unwrap_or_default());
        Ok(OwnSkillText { key: folded(&label), label, description })
    }
}

/// A skill in the organisation's own words.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnSkillView {
    id: OwnSkillId,
    label: String,
    description: String,
    link: Link,
    /// The skill of the catalogue it is, when it is linked.
    skill: Option<MatchedSkill>,
    /// Matches that were refused: they are not proposed again.
    refusals: Vec<RefusalView>,
    /// To be sent back as `If-Match`.
    pub version: i32,
    updated_at: DateTime<Utc>,
    /// How many trainings name it, in any revision.
    trainings: i64,
}

/// A skill of the catalogue beside an own skill.
#[derive(Debug, Serialize, ToSchema)]
pub struct MatchedSkill {
    /// Its code.
    pub code: String,
    /// Its name today.
    pub label: String,
}

/// A match that was refused.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefusalView {
    skill: MatchedSkill,
    reason: String,
    refused_at: DateTime<Utc>,
}

impl MatchedSkill {
    /// The skill of this code.
    pub fn new(catalog: &CatalogSnapshot, code: SkillCode) -> Self {
        let label = catalog.skill_label(code).unwrap_or_default().to_owned();
        Self { code: code.to_string(), label }
    }

    fn stored(catalog: &CatalogSnapshot, code: i32) -> Self {
        Self::new(catalog, SkillCode(code.cast_unsigned()))
    }
}

/// Which own skills.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListOwnSkills {
    /// Whose name holds this, whatever its case and accents; 200 characters at most.
    q: Option<String>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Lists the organisation's own skills by name.
#[utoipa::path(get, path = "/organisations/{id}/own-skills", tag = "trainings",
    params(("id" = OrganisationId, Path), ListOwnSkills),
    responses((status = 200, body = Page<OwnSkillView>), Problems))]
pub async fn list_own_skills(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListOwnSkills>,
) -> Result<Json<Page<OwnSkillView>>> {
    ensure_reader(&state, actor, organisation).await?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let filter = Filter { id: None, words: searched(query.q.as_deref())?, after: page.after()? };
    let rows = own_skills::list(&state.pool, organisation, filter, i64::from(limit) + 1).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id.0).collect();
    let mut refusals = own_skills::refusals(&state.pool, &ids).await?;
    let catalog = state.part::<Catalog>().snapshot();
    let page = Page::cut(rows, limit, |row| LabelKey(row.label.clone(), row.id.0));
    Ok(Json(page.map(|row| show(&catalog, row, &mut refusals))))
}

/// Writes a new own skill.
#[utoipa::path(post, path = "/organisations/{id}/own-skills", tag = "trainings",
    params(("id" = OrganisationId, Path)), request_body = OwnSkillDraft,
    responses((status = 201, body = OwnSkillView), Problems))]
pub async fn create_own_skill(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Json(body): Json<OwnSkillDraft>,
) -> Result<(StatusCode, Versioned<OwnSkillView>)> {
    let mut tx = begin(&state, actor, organisation).await?;
    let text = body.parse()?;
    let id: OwnSkillId = state.ids.ordered();
    own_skills::insert(&mut tx, organisation, id, &text, state.clock.now()).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::OwnSkillWritten, None).await?;
    let view = view(&mut tx, &state, organisation, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.version, view)))
}

/// Writes an own skill anew. Revisions that were published keep the name it had then.
#[utoipa::path(put, path = "/organisations/{id}/own-skills/{own_skill_id}", tag = "trainings",
    params(("id" = OrganisationId, Path), ("own_skill_id" = OwnSkillId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = OwnSkillDraft, responses((status = 200, body = OwnSkillView), Problems))]
pub async fn update_own_skill(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, OwnSkillId)>,
    if_match: IfMatch,
    Json(body): Json<OwnSkillDraft>,
) -> Result<Versioned<OwnSkillView>> {
    let mut tx = begin(&state, actor, organisation).await?;
    let (version, _) = own_skills::lock(&mut tx, organisation, id).await?.ok_or_else(Error::not_found)?;
    let text = body.parse()?;
    let asked = if_match.version()?;
    let before = view(&mut tx, &state, organisation, id).await?;
    ensure_current(asked, version, &before)?;
    own_skills::update(&mut tx, id, &text, state.clock.now()).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::OwnSkillWritten, None).await?;
    let after = view(&mut tx, &state, organisation, id).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, after))
}

/// Deletes an own skill that no training names.
#[utoipa::path(delete, path = "/organisations/{id}/own-skills/{own_skill_id}", tag = "trainings",
    params(("id" = OrganisationId, Path), ("own_skill_id" = OwnSkillId, Path)),
    responses((status = 204), Problems))]
pub async fn delete_own_skill(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, OwnSkillId)>,
) -> Result<StatusCode> {
    let mut tx = begin(&state, actor, organisation).await?;
    own_skills::lock(&mut tx, organisation, id).await?.ok_or_else(Error::not_found)?;
    own_skills::delete(&mut tx, id).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::OwnSkillDeleted, None).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Shows an own skill as this transaction sees it.
pub async fn view(
    tx: &mut Tx<'_>,
    state: &AppState,
    organisation: OrganisationId,
    id: OwnSkillId,
) -> Result<OwnSkillView> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let found = own_skills::list(&mut **tx, organisation, filter, 1).await?.pop();
    let row = found.ok_or_else(Error::not_found)?;
    let mut refusals = own_skills::refusals(&mut **tx, &[id.0]).await?;
    Ok(show(&state.part::<Catalog>().snapshot(), row, &mut refusals))
}

fn show(
    catalog: &CatalogSnapshot,
    row: OwnSkill,
    refusals: &mut HashMap<OwnSkillId, Vec<Refusal>>,
) -> OwnSkillView {
    let refusals = refusals.remove(&row.id).unwrap_or_default().into_iter().map(|refusal| RefusalView {
        skill: MatchedSkill::stored(catalog, refusal.skill_code),
        reason: refusal.reason,
        refused_at: refusal.refused_at,
    });
    OwnSkillView {
        id: row.id,
        label: row.label,
        description: row.description,
        link: row.link,
        skill: row.skill_code.map(|code| MatchedSkill::stored(catalog, code)),
        refusals: refusals.collect(),
        version: row.version,
        updated_at: row.updated_at,
        trainings: row.trainings,
    }
}

/// Notes in the audit trail what happened to an own skill, and to which match.
pub async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, OwnSkillId),
    event: Event,
    decision: Option<(&'static str, Option<SkillCode>)>,
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "own_skill", id.0);
    let after = decision.map(
        |(decision, skill)| json!({ "decision": decision, "skill": skill.map(|code| code.to_string()) }),
    );
    let entry = entry.by(actor.person).within(organisation).change(None, after);
    Ok(audit::record(tx, &state.ids, entry).await?)
}
