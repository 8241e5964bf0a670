//! What is asked to be written in the grid of a session, cell by cell, and what becomes of each.

use std::collections::{HashMap, HashSet};

use carnet_index::{Level, RomeCode, SkillCode};
use chrono::{Months, NaiveDate};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::cell::{self, CellEntry};
use super::draft;
use super::level::{Outcome, converted};
use crate::ids::{FileId, GridId, PersonId, TrainingSessionId, ValidationId};
use crate::orgs::GridStep;
use crate::platform::http::{FieldError, Fields, texts};
use crate::trainings::{Levels, Scale, SkillRef};

/// Most cells of one batch.
pub const MOST_CELLS: usize = 1000;
/// Most elements an entry rests on.
const MOST_EVIDENCE: usize = 10;

/// A cell to write.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ValidationCell)]
pub struct CellDraft {
    /// A participant of the session who has an account.
    pub person_id: PersonId,
    /// A skill of the session's revision, as the grid names it; or the code of another: "hors programme".
    pub skill: String,
    /// The version of the cell that was seen; 0 where the grid shows none.
    #[serde(default)]
    pub version: i64,
    /// What was found.
    pub level: LevelDraft,
    /// 2000 characters at most.
    #[serde(default)]
    pub comment: Option<String>,
    /// Last day on which it counts (Europe/Paris); null: as the organisation set it for the skill, or for ever.
    #[serde(default)]
    pub expires_on: Option<NaiveDate>,
    /// Why another entry of this session is replaced, 1000 characters at most; required then.
    #[serde(default)]
    pub reason: Option<String>,
    /// What it rests on, 10 elements at most.
    #[serde(default)]
    pub evidence: Vec<EvidenceDraft>,
}

/// A level: a step of a grid, a level of the common scale, or not acquired. Exactly one.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = ValidationLevel)]
pub struct LevelDraft {
    /// A grid of the organisation, with `step`. For a skill of the programme it is read in the version of the revision.
    pub grid_id: Option<GridId>,
    /// Place of the step reached, counted from 0.
    pub step: Option<i16>,
    /// 1 notions, 2 guided, 3 autonomous, 4 expert: the scale of the jobs.
    pub common_level: Option<i64>,
    /// Found not acquired, without saying how far the person is.
    pub not_acquired: bool,
}

/// What an entry rests on: a note, an attempt at a quiz of the session, or a staged file. Exactly one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ValidationEvidence)]
pub struct EvidenceDraft {
    /// 1 to 200 characters.
    pub title: String,
    /// What was observed, 4000 characters at most.
    #[serde(default)]
    pub note: Option<String>,
    /// An attempt of this person.
    #[serde(default)]
    pub attempt_id: Option<Uuid>,
    /// A staged file of the organisation, sent by whoever validates.
    #[serde(default)]
    pub file_id: Option<FileId>,
}

/// A skill of the session's revision, as a column of the grid.
#[derive(Clone, Debug)]
pub struct Column {
    /// How the grid names it.
    pub skill: SkillRef,
    /// The skill of the catalogue it is; none for an own skill that is linked to none.
    pub code: Option<SkillCode>,
    /// Its name in the revision.
    pub label: String,
    /// The levels the training asks for.
    pub levels: Levels,
    /// The steps of the grid, in the version of the revision; none on the common scale.
    pub steps: Vec<GridStep>,
}

/// What a batch is checked against.
pub struct Ground<'a> {
    /// The session.
    pub session: TrainingSessionId,
    /// Who asks.
    pub actor: PersonId,
    /// Whether they run the organisation.
    pub is_staff: bool,
    /// Participants with an account.
    pub participants: &'a HashSet<PersonId>,
    /// The programme.
    pub columns: &'a [Column],
    /// The jobs of the training.
    pub jobs: &'a [RomeCode],
    /// Steps of the newest versions of the organisation's grids.
    pub grids: &'a HashMap<GridId, Vec<GridStep>>,
    /// Skills of the catalogue that are asked for.
    pub known: &'a HashSet<SkillCode>,
    /// What the organisation wrote, newest first.
    pub entries: &'a HashMap<(PersonId, SkillCode), Vec<CellEntry>>,
    /// Where a proposal waits for a second person.
    pub waiting: &'a HashSet<(PersonId, SkillCode)>,
    /// After how many months validations of a skill end.
    pub validities: &'a HashMap<SkillCode, i16>,
    /// Attempts at quizzes of the session: whose each is.
    pub attempts: &'a HashMap<Uuid, PersonId>,
    /// Today in Paris.
    pub today: NaiveDate,
}

/// What an element rests on, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceGround {
    /// An attempt.
    Attempt(Uuid),
    /// A note.
    Note(String),
    /// A file to claim, and where the request names it.
    File(FileId, String),
}

/// What will be written in a cell.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Whose skill.
    pub person: PersonId,
    /// Which.
    pub skill: SkillCode,
    /// What is written of it.
    pub outcome: Outcome,
    /// Whether the level was given on one scale and is written on the other.
    pub is_converted: bool,
    /// Whether the skill is none of the programme.
    pub is_off_programme: bool,
    /// The jobs it is validated for.
    pub jobs: Vec<RomeCode>,
    /// What the validator adds.
    pub comment: Option<String>,
    /// Last day on which it counts.
    pub expires_on: Option<NaiveDate>,
    /// The entry whose place it takes, and why.
    pub supersedes: Option<(ValidationId, String)>,
    /// What it rests on.
    pub evidence: Vec<(String, EvidenceGround)>,
    /// The version of the cell now.
    pub version: i64,
    /// Whether the cell is not as it was seen.
    pub is_stale: bool,
}

/// What becomes of each cell, in the order asked: a plan, or every fault of it.
pub fn plan(cells: &[CellDraft], ground: &Ground<'_>) -> Vec<Result<Planned, Vec<FieldError>>> {
    let mut seen = HashSet::new();
    let one = |(position, cell): (usize, &CellDraft)| {
        let planned = plan_one(&format!("/cells/{position}"), cell, ground)?;
        if seen.insert((planned.person, planned.skill)) {
            return Ok(planned);
        }
        let message = "Cette case est donnée deux fois.";
        Err(vec![FieldError::new(format!("/cells/{position}/skill"), "duplicate", message)])
    };
    cells.iter().enumerate().map(one).collect()
}

fn plan_one(at: &str, cell: &CellDraft, ground: &Ground<'_>) -> Result<Planned, Vec<FieldError>> {
    let mut fields = Fields::default();
    fields.check(person(at, cell, ground));
    let skill = fields.check(skill(at, cell, ground));
    let level = match &skill {
        Some(skill) => fields.check(outcome(at, &cell.level, skill.column, ground.grids)),
        None => None,
    };
    let comment = fields.check(prefixed(at, draft::comment(cell.comment.as_deref())));
    let expiry = fields.check(prefixed(at, draft::expiry(cell.expires_on, ground.today)));
    let evidence = fields.check(evidence(at, cell, ground));
    let place = skill.as_ref().map(|skill| (cell.person_id, skill.code));
    let entries = place.and_then(|place| ground.entries.get(&place)).map(Vec::as_slice).unwrap_or_default();
    let version = cell::version(entries);
    let is_stale = version != cell.version;
    let replaced = cell::replaced(entries, ground.session, ground.today);
    // What nobody has seen needs no reason yet: the cell is told to be stale.
    let reason = match replaced {
        Some(_) if !is_stale => fields.check(reason(at, cell.reason.as_deref())),
        _ => Some(String::new()),
    };
    if place.is_some_and(|place| ground.waiting.contains(&place)) {
        let message = "Une proposition attend déjà une seconde personne pour cette case.";
        fields.push(FieldError::new(format!("{at}/skill"), "already_waiting", message));
    }
    let faults = fields.into_faults();
    if !faults.is_empty() {
        return Err(faults);
    }
    let missing = || vec![FieldError::new(at, "required", "Cette case est incomplète.")];
    let (skill, (outcome, is_converted)) = skill.zip(level).ok_or_else(missing)?;
    let expires_on = expiry.flatten().or_else(|| lasting(skill.code, &outcome, ground));
    Ok(Planned {
        person: cell.person_id,
        skill: skill.code,
        is_converted,
        is_off_programme: skill.column.is_none(),
        jobs: if skill.column.is_some() { ground.jobs.to_vec() } else { Vec::new() },
        comment: comment.flatten(),
        expires_on: expires_on.filter(|_| outcome.passing),
        supersedes: replaced.map(|entry| entry.id).zip(reason),
        evidence: evidence.unwrap_or_default(),
        outcome,
        version,
        is_stale,
    })
}

fn person(at: &str, cell: &CellDraft, ground: &Ground<'_>) -> Result<(), FieldError> {
    let pointer = format!("{at}/person_id");
    if cell.person_id == ground.actor {
        let message = "On ne peut pas valider ses propres compétences.";
        return Err(FieldError::new(pointer, "self_validation", message));
    }
    if !ground.participants.contains(&cell.person_id) {
        let message = "Cette personne ne participe pas à la session avec un compte.";
        return Err(FieldError::new(pointer, "not_a_participant", message));
    }
    Ok(())
}

/// A skill that may be written, with its column where it is of the programme.
struct Chosen<'a> {
    code: SkillCode,
    column: Option<&'a Column>,
}

fn skill<'a>(at: &str, cell: &CellDraft, ground: &Ground<'a>) -> Result<Chosen<'a>, FieldError> {
    let fault =
        |code: &'static str, message: &'static str| FieldError::new(format!("{at}/skill"), code, message);
    let unknown = || fault("unknown_skill", "Cette compétence n’existe pas au référentiel.");
    let named: SkillRef = cell.skill.parse().map_err(|_| unknown())?;
    if let Some(column) = ground.columns.iter().find(|column| column.skill == named) {
        let code = column.code.ok_or_else(|| {
            let message =
                "Cette compétence propre à l’organisme n’est rattachée à aucune compétence du référentiel.";
            fault("not_in_catalogue", message)
        })?;
        return Ok(Chosen { code, column: Some(column) });
    }
    let SkillRef::Catalog(code) = named else { return Err(unknown()) };
    if !ground.known.contains(&code) {
        return Err(unknown());
    }
    // An own skill of the programme may be this very one.
    if let Some(column) = ground.columns.iter().find(|column| column.code == Some(code)) {
        return Ok(Chosen { code, column: Some(column) });
    }
    if !ground.is_staff {
        let message = "Hors programme\u{a0}: seuls les responsables de l’organisme peuvent valider cette compétence ici.";
        return Err(fault("off_programme", message));
    }
    Ok(Chosen { code, column: None })
}

/// What is written, and whether it was converted from the other scale.
fn outcome(
    at: &str,
    level: &LevelDraft,
    column: Option<&Column>,
    grids: &HashMap<GridId, Vec<GridStep>>,
) -> Result<(Outcome, bool), FieldError> {
    let fault =
        |code: &'static str, message: &'static str| FieldError::new(format!("{at}/level"), code, message);
    let unknown = || {
        fault(
            "unknown_level",
            "Donnez un échelon d’une grille de l’organisme, un niveau de 1 à 4, ou «\u{a0}non acquis\u{a0}».",
        )
    };
    match (level.grid_id, level.step, level.common_level, level.not_acquired) {
        (None, None, None, true) => Ok((Outcome::not_acquired(), false)),
        (Some(grid), Some(step), None, false) => {
            let steps = match column.filter(|column| is_of(column, grid)) {
                Some(column) => &column.steps,
                None => grids.get(&grid).ok_or_else(unknown)?,
            };
            let step = steps.iter().find(|found| found.position == step).ok_or_else(unknown)?;
            of_step(step, column).ok_or_else(|| unmapped(at))
        }
        (None, None, Some(level), false) => {
            let level = u8::try_from(level).ok().and_then(Level::new).ok_or_else(unknown)?;
            of_common(level, column).ok_or_else(|| unmapped(at))
        }
        _ => Err(unknown()),
    }
}

fn unmapped(at: &str) -> FieldError {
    let message = "Aucune correspondance enregistrée entre ce niveau et l’échelle de la formation\u{a0}: utilisez cette échelle.";
    FieldError::new(format!("{at}/level"), "no_mapping", message)
}

fn is_of(column: &Column, grid: GridId) -> bool {
    column.levels.scale.grid().is_some_and(|(id, _)| id == grid)
}

/// A step, against what the training asks for. Nothing where no mapping tells whether that is enough.
fn of_step(step: &GridStep, column: Option<&Column>) -> Option<(Outcome, bool)> {
    let Some(column) = column else { return Some((Outcome::step(step), false)) };
    let pass = column.levels.pass;
    match &column.levels.scale {
        Scale::Grid { id, .. } if *id == step.grid => Some((Outcome::step_from(step, pass), false)),
        Scale::Grid { .. } => {
            let asked = column.steps.iter().find(|own| own.position == pass)?.common_level?;
            Some((above(step, asked)?, false))
        }
        Scale::Common => Some((above(step, pass)?, false)),
    }
}

fn above(step: &GridStep, asked: i16) -> Option<Outcome> {
    let found = Outcome::step(step);
    Some(Outcome { passing: found.passing && found.common_level? >= asked, ..found })
}

/// A level of the common scale. Where the training reads its levels on a grid, the step that stands for it is written; where
/// none does, the level itself, if the mapping tells whether it is enough.
fn of_common(level: Level, column: Option<&Column>) -> Option<(Outcome, bool)> {
    let Some(column) = column else { return Some((Outcome::common(level, 1), false)) };
    let pass = column.levels.pass;
    if column.levels.scale.grid().is_none() {
        return Some((Outcome::common(level, pass), false));
    }
    if let Some(step) = converted(&column.steps, i16::from(level.get())) {
        return Some((Outcome::step_from(step, pass), true));
    }
    let asked = column.steps.iter().find(|own| own.position == pass)?.common_level?;
    Some((Outcome::common(level, asked), false))
}

fn lasting(skill: SkillCode, outcome: &Outcome, ground: &Ground<'_>) -> Option<NaiveDate> {
    let months = ground.validities.get(&skill).filter(|_| outcome.passing)?;
    ground.today.checked_add_months(Months::new(u32::from(months.unsigned_abs())))
}

fn reason(at: &str, text: Option<&str>) -> Result<String, FieldError> {
    let text = text.unwrap_or_default();
    if text.trim().is_empty() {
        let message =
            "Cette case a déjà une validation de la session\u{a0}: dites pourquoi elle est remplacée.";
        return Err(FieldError::new(format!("{at}/reason"), "required", message));
    }
    texts::paragraphs(&format!("{at}/reason"), text, 1..=1000)
}

fn evidence(
    at: &str,
    cell: &CellDraft,
    ground: &Ground<'_>,
) -> Result<Vec<(String, EvidenceGround)>, FieldError> {
    if cell.evidence.len() > MOST_EVIDENCE {
        let message = format!("{MOST_EVIDENCE} éléments au plus.");
        return Err(FieldError::new(format!("{at}/evidence"), "too_many", message));
    }
    let one = |(position, element): (usize, &EvidenceDraft)| {
        let at = format!("{at}/evidence/{position}");
        let title = texts::line(&format!("{at}/title"), &element.title, 1..=200)?;
        let ground = match (&element.note, element.attempt_id, element.file_id) {
            (Some(note), None, None) => {
                EvidenceGround::Note(texts::paragraphs(&format!("{at}/note"), note, 1..=4000)?)
            }
            (None, Some(attempt), None) => {
                if ground.attempts.get(&attempt) != Some(&cell.person_id) {
                    let message = "Cette tentative n’est pas celle de cette personne dans cette session.";
                    return Err(FieldError::new(format!("{at}/attempt_id"), "unknown_attempt", message));
                }
                EvidenceGround::Attempt(attempt)
            }
            (None, None, Some(file)) => EvidenceGround::File(file, format!("{at}/file_id")),
            _ => {
                let message = "Un élément est une note, une tentative ou un fichier.";
                return Err(FieldError::new(at, "one_ground", message));
            }
        };
        Ok((title, ground))
    };
    cell.evidence.iter().enumerate().map(one).collect()
}

/// The same, its fault within the cell.
fn prefixed<T>(at: &str, result: Result<T, FieldError>) -> Result<T, FieldError> {
    result.map_err(|fault| FieldError { pointer: format!("{at}{}", fault.pointer), ..fault })
}

#[cfg(test)]
mod tests;
