//! The map of one's skills: of each, what one declares, and what each organisation attested or validated.

use std::collections::BTreeMap;

use axum::extract::State;
use carnet_index::{Level, SkillCode};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Paris;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::model::cell::{self, CellEntry, Rule, Status};
use super::super::model::searchable::{Proof, searchable};
use super::super::store::cards::{self, Mapped};
use super::super::store::declared::{self, Declared, level};
use super::super::store::experience::claims::{Said, said};
use super::super::store::{cells, settings, validations};
use super::grid::GridEntry;
use super::views::{ClaimedIn, SearchableView};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::ids::OrganisationId;
use crate::platform::http::{Json, Page, Problems, Result};
use crate::platform::state::AppState;

/// One skill of one's passport, whoever says something of it. Organisations stand side by side: nothing is merged.
#[derive(Serialize, ToSchema)]
pub struct MappedSkill {
    code: String,
    /// Its label today, or else the newest it was written with.
    label: String,
    /// What the person says, 1 to 4.
    declared_level: Option<u8>,
    declared_at: Option<DateTime<Utc>>,
    /// The declared experiences that claim it: what they claim counts like what is declared, the highest of all.
    experiences: Vec<ClaimedIn>,
    /// What each organisation says, by name.
    organisations: Vec<SkillInOrganisation>,
    /// How it is searchable: the highest that counts, whichever organisation wrote it; null when nothing does.
    searchable: Option<SearchableView>,
    /// Day of the newest entry that counts; null when none does. No recruiter's search sees it.
    last_proof_on: Option<NaiveDate>,
}

/// What an organisation says of a skill.
#[derive(Serialize, ToSchema)]
struct SkillInOrganisation {
    organisation_id: OrganisationId,
    /// As it was when the newest entry was written.
    organisation_name: String,
    /// By which rule it reads its current level.
    level_rule: Rule,
    status: Status,
    /// The entry that holds by that rule.
    current: Option<GridEntry>,
    /// Whether that entry came from an experience the organisation judged, rather than from what it saw itself.
    is_attested: bool,
    /// How many entries it ever wrote.
    entries: usize,
    /// Day of its newest entry.
    last_entry_on: Option<NaiveDate>,
}

/// What one organisation wrote of one skill.
#[derive(Default)]
struct Column {
    name: String,
    entries: Vec<CellEntry>,
    /// The entries that came from an experience.
    attested: Vec<crate::ids::ValidationId>,
    is_waiting: bool,
}

#[derive(Default)]
struct Row {
    label: String,
    declared: Option<Declared>,
    claims: Vec<Said>,
    organisations: BTreeMap<OrganisationId, Column>,
}

/// The map of one's skills, by label.
#[utoipa::path(get, path = "/me/passport/map", tag = "passport",
    responses((status = 200, body = Page<MappedSkill>), Problems))]
pub async fn get_my_skill_map(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<Page<MappedSkill>>> {
    let mut rows: BTreeMap<SkillCode, Row> = BTreeMap::new();
    for entry in cards::mapped(&state.pool, actor.person).await? {
        add(&mut rows, entry);
    }
    for (code, label, organisation, name) in cards::waiting(&state.pool, actor.person).await? {
        let row = rows.entry(validations::skill(code)).or_default();
        if row.label.is_empty() {
            row.label = label;
        }
        let column = row.organisations.entry(organisation).or_default();
        column.is_waiting = true;
        if column.name.is_empty() {
            column.name = name;
        }
    }
    for declared in declared::list(&state.pool, actor.person).await? {
        let row = rows.entry(declared.skill).or_default();
        if row.label.is_empty() {
            row.label.clone_from(&declared.label);
        }
        row.declared = Some(declared);
    }
    for claim in said(&state.pool, actor.person, state.clock.today()).await? {
        let row = rows.entry(claim.skill).or_default();
        if row.label.is_empty() {
            row.label.clone_from(&claim.label);
        }
        row.claims.push(claim);
    }
    let organisations: Vec<OrganisationId> =
        rows.values().flat_map(|row| row.organisations.keys().copied()).collect();
    let rules = settings::rules(&state.pool, &organisations).await?;
    let catalog = state.part::<Catalog>().snapshot();
    let today = state.clock.today();
    let rule = |id: OrganisationId| rules.get(&id).copied().unwrap_or_default();
    let mut skills: Vec<MappedSkill> =
        rows.into_iter().map(|(code, row)| draw(code, row, &catalog, rule, today)).collect();
    skills.sort_by_cached_key(|skill| (carnet_index::text::words(&skill.label), skill.code.clone()));
    Ok(Json(Page::whole(skills)))
}

/// Entries come newest first, and so do they stay.
fn add(rows: &mut BTreeMap<SkillCode, Row>, entry: Mapped) {
    let row = rows.entry(validations::skill(entry.skill_code)).or_default();
    if row.label.is_empty() {
        row.label = entry.label;
    }
    let column = row.organisations.entry(entry.organisation).or_default();
    if column.name.is_empty() {
        column.name = entry.organisation_name;
    }
    if entry.origin == "experience" {
        column.attested.push(entry.id);
    }
    column.entries.push(CellEntry {
        id: entry.id,
        session: None,
        step: None,
        step_name: entry.step_name,
        common_level: entry.common_level.and_then(level),
        passing: entry.passing,
        validated_at: entry.validated_at,
        expires_on: entry.expires_on,
        end: entry.reason_code.as_deref().map(cells::end_of),
    });
}

fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Paris).date_naive()
}

fn draw(
    code: SkillCode,
    row: Row,
    catalog: &CatalogSnapshot,
    rule: impl Fn(OrganisationId) -> Rule,
    today: NaiveDate,
) -> MappedSkill {
    let is_declared = row.declared.is_some() || !row.claims.is_empty();
    let counted = row.claims.iter().filter(|claim| claim.is_counted).map(|claim| claim.level).max();
    let experiences = row.claims.iter().map(ClaimedIn::from).collect();
    let all = || row.organisations.values().flat_map(|column| &column.entries);
    let proofs: Vec<Proof> = all().map(proof).collect();
    let counting = all().filter(|entry| entry.passing && entry.stands(today));
    let last_proof_on = counting.map(|entry| day(entry.validated_at)).max();
    let declared_level = row.declared.as_ref().map(|declared| declared.level);
    let mut organisations: Vec<SkillInOrganisation> = row
        .organisations
        .iter()
        .filter_map(|(id, column)| in_organisation(*id, column, rule(*id), (is_declared, today)))
        .collect();
    organisations
        .sort_by_cached_key(|it| (carnet_index::text::words(&it.organisation_name), it.organisation_id));
    MappedSkill {
        code: code.to_string(),
        label: catalog.skill_label(code).map_or(row.label, str::to_owned),
        declared_level: declared_level.map(Level::get),
        declared_at: row.declared.map(|declared| declared.at),
        experiences,
        organisations,
        searchable: searchable(declared_level.max(counted), &proofs, today).map(SearchableView::from),
        last_proof_on,
    }
}

fn proof(entry: &CellEntry) -> Proof {
    Proof {
        level: entry.common_level,
        is_passing: entry.passing,
        is_revoked: entry.end.is_some(),
        expires_on: entry.expires_on,
    }
}

fn in_organisation(
    organisation: OrganisationId,
    column: &Column,
    rule: Rule,
    (is_declared, today): (bool, NaiveDate),
) -> Option<SkillInOrganisation> {
    let status = cell::status(&column.entries, rule, (is_declared, column.is_waiting), today)?;
    let current = cell::current(&column.entries, rule, today);
    Some(SkillInOrganisation {
        organisation_id: organisation,
        organisation_name: column.name.clone(),
        level_rule: rule,
        status,
        is_attested: current.is_some_and(|entry| column.attested.contains(&entry.id)),
        current: current.map(|entry| GridEntry::new(entry, None)),
        entries: column.entries.len(),
        last_entry_on: column.entries.first().map(|entry| day(entry.validated_at)),
    })
}
