//! Validations of a session, many at once: looked at first, then written together or not at all.

use std::collections::{BTreeMap, HashMap, HashSet, hash_map};

use axum::extract::State;
use carnet_index::SkillCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::super::model::batch::{CellDraft, EvidenceGround, Ground, MOST_CELLS, Planned, plan};
use super::super::model::cell;
use super::super::policy;
use super::super::store::declared::Named;
use super::super::store::entries::{self, Evidence, NewEntry, Origin};
use super::super::store::proposals::{self, NewProposal};
use super::super::store::{chain, quizzes};
use super::grid::GridEntry;
use super::letters;
use super::session::{Loaded, OfSession, admit, load};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::files::{self, Claim, Owner, Purpose};
use crate::ids::{GridId, OrganisationId, PersonId, ProposalId, TrainingSessionId, ValidationId};
use crate::orgs::{GridStep, grid_steps};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, FieldError, Json, Path, Problems, Result};
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::sessions::{SessionCard, Standing};
use crate::trainings::SkillRef;

/// Cells of the grid to write.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ValidationBatch {
    /// 1 to 1000 cells, each once.
    cells: Vec<CellDraft>,
}

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ValidationAction)]
enum Action {
    /// A new entry.
    Write,
    /// A new entry that takes the place of one of this session.
    Replace,
    /// Nothing: it is refused.
    Refuse,
    /// Nothing: somebody wrote in the cell since it was seen.
    Stale,
}

/// What becomes of each cell, in the order asked.
#[derive(Serialize, ToSchema)]
pub struct ValidationPreview {
    /// Whether what is written waits for a second person.
    two_people: bool,
    cells: Vec<PreviewedCell>,
}

/// What becomes of a cell.
#[derive(Serialize, ToSchema)]
struct PreviewedCell {
    action: Action,
    /// What will be written, in words; null when it is refused.
    step_name: Option<String>,
    /// Its place on the common scale.
    common_level: Option<i16>,
    /// Whether that means acquired.
    passing: Option<bool>,
    /// Whether the level was converted from the common scale by the stored mapping.
    is_converted: bool,
    /// Whether the skill is none of the programme.
    off_programme: bool,
    /// Last day on which it will count.
    expires_on: Option<NaiveDate>,
    /// The entry it takes the place of.
    supersedes: Option<ValidationId>,
    /// Why it is refused.
    errors: Vec<FieldError>,
}

/// What was written.
#[derive(Serialize, ToSchema)]
pub struct WrittenValidations {
    /// The entries, in the order asked; none when they wait for a second person.
    validations: Vec<ValidationId>,
    /// What waits for a second person, in the order asked.
    proposals: Vec<ProposalId>,
}

/// Shows what a batch would write, replace and refuse, and why. Nothing is written.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/validations/preview", tag = "passport",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    request_body = ValidationBatch, responses((status = 200, body = ValidationPreview), Problems))]
pub async fn preview_validations(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
    Json(batch): Json<ValidationBatch>,
) -> Result<Json<ValidationPreview>> {
    let mut tx = state.pool.begin().await?;
    let (card, standing) = admit(&mut tx, actor, of, policy::may_fill_grid).await?;
    ensure_count(&batch.cells)?;
    let catalog = state.part::<Catalog>().snapshot();
    let (loaded, planned) =
        planned(&mut tx, &state, &catalog, (&card, standing, actor), &batch.cells).await?;
    tx.commit().await?;
    let two_people = loaded.settings.two_people;
    Ok(Json(ValidationPreview { two_people, cells: planned.into_iter().map(PreviewedCell::from).collect() }))
}

impl From<std::result::Result<Planned, Vec<FieldError>>> for PreviewedCell {
    fn from(planned: std::result::Result<Planned, Vec<FieldError>>) -> Self {
        let refused = Self {
            action: Action::Refuse,
            step_name: None,
            common_level: None,
            passing: None,
            is_converted: false,
            off_programme: false,
            expires_on: None,
            supersedes: None,
            errors: Vec::new(),
        };
        match planned {
            Err(errors) => Self { errors, ..refused },
            Ok(planned) => Self {
                action: match &planned.supersedes {
                    _ if planned.is_stale => Action::Stale,
                    Some(_) => Action::Replace,
                    None => Action::Write,
                },
                step_name: Some(planned.outcome.name),
                common_level: planned.outcome.common_level,
                passing: Some(planned.outcome.passing),
                is_converted: planned.is_converted,
                off_programme: planned.is_off_programme,
                expires_on: planned.expires_on,
                supersedes: planned.supersedes.map(|(id, _)| id),
                errors: Vec::new(),
            },
        }
    }
}

/// Writes every cell of a batch, or none. Where somebody wrote in a cell since it was seen, 412 names those cells and what
/// holds in them now. Each person is told by one mail; what replaces an entry takes effect in the search before the answer.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/validations", tag = "passport",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    request_body = ValidationBatch, responses((status = 200, body = WrittenValidations), Problems))]
pub async fn save_validations(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
    Json(batch): Json<ValidationBatch>,
) -> Result<Json<WrittenValidations>> {
    let mut tx = state.pool.begin().await?;
    let (card, standing) = admit(&mut tx, actor, of, policy::may_fill_grid).await?;
    ensure_count(&batch.cells)?;
    let people: HashSet<PersonId> = batch.cells.iter().map(|cell| cell.person_id).collect();
    chain::lock_all(&mut tx, &people).await?;
    let catalog = state.part::<Catalog>().snapshot();
    let (loaded, planned) =
        planned(&mut tx, &state, &catalog, (&card, standing, actor), &batch.cells).await?;
    let planned = all_sound(planned, &loaded, state.clock.today())?;
    let written = if loaded.settings.two_people {
        propose(&mut tx, &state, &catalog, (&card, actor), &planned).await?
    } else {
        write(&mut tx, &state, &catalog, (&card, actor), &planned).await?
    };
    tx.commit().await?;
    if planned.iter().any(|cell| cell.supersedes.is_some()) && !loaded.settings.two_people {
        state.part::<Search>().settle(&state.pool).await?;
    }
    Ok(Json(written))
}

fn ensure_count(cells: &[CellDraft]) -> Result<()> {
    if (1..=MOST_CELLS).contains(&cells.len()) {
        return Ok(());
    }
    Err(Error::field("/cells", "out_of_range", format!("Entre 1 et {MOST_CELLS} cases.")))
}

type Plans = Vec<std::result::Result<Planned, Vec<FieldError>>>;

/// Reads what the batch is about, and plans each cell.
async fn planned(
    tx: &mut Tx<'_>,
    state: &AppState,
    catalog: &CatalogSnapshot,
    (card, standing, actor): (&SessionCard, Standing, Actor),
    cells: &[CellDraft],
) -> Result<(Loaded, Plans)> {
    let named = cells.iter().filter_map(|cell| match cell.skill.parse() {
        Ok(SkillRef::Catalog(code)) => Some(code),
        _ => None,
    });
    let known: HashSet<SkillCode> = named.filter(|code| catalog.skill(*code).is_some()).collect();
    let beside: Vec<SkillCode> = known.iter().copied().collect();
    let loaded = load(tx, card, &beside).await?;
    let mut grids: HashMap<GridId, Vec<GridStep>> = HashMap::new();
    for grid in cells.iter().filter_map(|cell| cell.level.grid_id) {
        if let hash_map::Entry::Vacant(place) = grids.entry(grid) {
            place.insert(grid_steps(&mut **tx, card.organisation, grid, None).await?);
        }
    }
    let attempts: Vec<_> =
        cells.iter().flat_map(|cell| &cell.evidence).filter_map(|element| element.attempt_id).collect();
    let attempts = quizzes::attempts(tx, card.id, &attempts).await?;
    let participants = loaded.people.iter().map(|(person, _)| *person).collect();
    let validities = loaded.settings.validities.iter().map(|(code, months)| (*code, *months)).collect();
    let ground = Ground {
        session: card.id,
        actor: actor.person,
        is_staff: standing.is_staff(),
        participants: &participants,
        columns: &loaded.columns,
        jobs: &loaded.jobs,
        grids: &grids,
        known: &known,
        entries: &loaded.entries,
        waiting: &loaded.waiting,
        validities: &validities,
        attempts: &attempts,
        today: state.clock.today(),
    };
    let plans = plan(cells, &ground);
    Ok((loaded, plans))
}

/// A cell that is not as it was seen.
#[derive(Serialize)]
struct StaleCell {
    /// Its place in the batch.
    cell: usize,
    person_id: PersonId,
    code: String,
    version: i64,
    current: Option<GridEntry>,
}

/// Every plan, or every fault of every cell; or else every cell that somebody wrote in meanwhile.
fn all_sound(plans: Plans, loaded: &Loaded, today: NaiveDate) -> Result<Vec<Planned>> {
    let (mut sound, mut faults) = (Vec::new(), Vec::new());
    for plan in plans {
        match plan {
            Ok(planned) => sound.push(planned),
            Err(more) => faults.extend(more),
        }
    }
    let stale: Vec<StaleCell> = sound
        .iter()
        .enumerate()
        .filter(|(_, planned)| planned.is_stale)
        .map(|(place, planned)| stale(place, planned, loaded, today))
        .collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    if stale.is_empty() {
        return Ok(sound);
    }
    Err(Error::Stale(json!({ "cells": stale })))
}

fn stale(place: usize, planned: &Planned, loaded: &Loaded, today: NaiveDate) -> StaleCell {
    let entries = loaded.entries.get(&(planned.person, planned.skill)).map(Vec::as_slice).unwrap_or_default();
    let column = loaded.columns.iter().find(|column| column.code == Some(planned.skill));
    let current = cell::current(entries, loaded.settings.rule, today);
    StaleCell {
        cell: place,
        person_id: planned.person,
        code: planned.skill.to_string(),
        version: planned.version,
        current: current.map(|entry| GridEntry::new(entry, column)),
    }
}

/// A skill with its words today.
pub fn named(catalog: &CatalogSnapshot, code: SkillCode) -> Result<Named<'_>> {
    let label = catalog.skill_label(code).ok_or_else(Error::not_found)?;
    Ok(Named { code, label, release: catalog.release().map_or(0, |card| card.release.version) })
}

/// Claims the files of a cell, in the name of the organisation.
async fn evidence(
    tx: &mut Tx<'_>,
    state: &AppState,
    (organisation, actor): (OrganisationId, Actor),
    planned: &Planned,
) -> Result<Vec<Evidence>> {
    let mut evidence = Vec::with_capacity(planned.evidence.len());
    for (title, ground) in &planned.evidence {
        let ground = match ground {
            EvidenceGround::Note(note) => entries::Ground::Note(note.clone()),
            EvidenceGround::Attempt(attempt) => entries::Ground::QuizAttempt(*attempt),
            EvidenceGround::File(file, pointer) => {
                let (owner, purpose) = (Owner::Organisation(organisation), Purpose::PassportProof);
                let claim = Claim { file: *file, purpose, owner, by: actor.person, pointer };
                let card = files::claim(tx, state, &claim).await?;
                entries::Ground::File(card.id, card.sha256)
            }
        };
        evidence.push(Evidence { title: title.clone(), ground });
    }
    Ok(evidence)
}

async fn write(
    tx: &mut Tx<'_>,
    state: &AppState,
    catalog: &CatalogSnapshot,
    (card, actor): (&SessionCard, Actor),
    planned: &[Planned],
) -> Result<WrittenValidations> {
    let mut validations = Vec::with_capacity(planned.len());
    let mut by_person: BTreeMap<PersonId, Vec<ValidationId>> = BTreeMap::new();
    for cell in planned {
        let evidence = evidence(tx, state, (card.organisation, actor), cell).await?;
        let new = NewEntry {
            person: cell.person,
            skill: named(catalog, cell.skill)?,
            organisation: card.organisation,
            validator: actor.person,
            confirmed_by: None,
            outcome: &cell.outcome,
            comment: cell.comment.as_deref(),
            jobs: &cell.jobs,
            expires_on: cell.expires_on,
            origin: Origin::Session { id: card.id, is_off_programme: cell.is_off_programme },
            supersedes: cell.supersedes.as_ref().map(|(id, reason)| (*id, reason.as_str())),
            evidence: &evidence,
        };
        let id = entries::write(tx, state, &new).await?;
        validations.push(id);
        by_person.entry(cell.person).or_default().push(id);
    }
    for (person, written) in by_person {
        letters::tell_written(tx, state, person, &written).await?;
    }
    Ok(WrittenValidations { validations, proposals: Vec::new() })
}

async fn propose(
    tx: &mut Tx<'_>,
    state: &AppState,
    catalog: &CatalogSnapshot,
    (card, actor): (&SessionCard, Actor),
    planned: &[Planned],
) -> Result<WrittenValidations> {
    let (mut proposals, at) = (Vec::with_capacity(planned.len()), state.clock.now());
    for cell in planned {
        let evidence = evidence(tx, state, (card.organisation, actor), cell).await?;
        let new = NewProposal {
            id: state.ids.ordered(),
            organisation: card.organisation,
            session: card.id,
            person: cell.person,
            skill: named(catalog, cell.skill)?,
            is_off_programme: cell.is_off_programme,
            outcome: &cell.outcome,
            jobs: &cell.jobs,
            comment: cell.comment.as_deref(),
            expires_on: cell.expires_on,
            supersedes: cell.supersedes.as_ref().map(|(id, reason)| (*id, reason.as_str())),
            seen: cell.version,
            evidence: &evidence,
            by: actor.person,
            at,
        };
        proposals::insert(tx, &new).await?;
        let told: Value = json!({ "skill": cell.skill.to_string(), "passing": cell.outcome.passing });
        let entry = Entry::new(Event::ValidationProposed, at, "validation_proposal", new.id.0);
        let entry = entry.by(actor.person).within(card.organisation).change(None, told);
        audit::record(tx, &state.ids, entry).await?;
        proposals.push(new.id);
    }
    Ok(WrittenValidations { validations: Vec::new(), proposals })
}
