//! The grid of a session: participants, skills of the programme, and what the organisation found of each.

use std::collections::HashMap;

use axum::extract::State;
use carnet_index::{Level, SkillCode};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::model::batch::Column;
use super::super::model::cell::{self, CellEntry, Rule, Status};
use super::super::model::level::converted;
use super::super::policy;
use super::super::store::cells::{self, Place};
use super::super::store::quizzes::Proposed;
use super::session::{Loaded, OfSession, admit, load};
use crate::actor::Actor;
use crate::ids::{GridId, OrganisationId, PersonId, TrainingSessionId, ValidationId};
use crate::orgs::GridStep;
use crate::platform::http::{Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sessions::{EnrolmentStatus, Participant, SessionCard};
use crate::trainings::Scale;

/// The grid of a session. Cells of which nobody says anything are left out: their version is 0.
#[derive(Serialize, ToSchema)]
pub struct ValidationGrid {
    session_id: TrainingSessionId,
    title: String,
    /// Which of the organisation's standing entries is its current level. The search always takes the highest.
    level_rule: Rule,
    /// Whether what is written here waits for a second person.
    two_people: bool,
    /// Participants who have an account, by name.
    participants: Vec<GridPerson>,
    skills: Vec<GridSkill>,
    cells: Vec<GridCell>,
}

/// A row.
#[derive(Serialize, ToSchema)]
struct GridPerson {
    person_id: PersonId,
    first_name: String,
    last_name: String,
    status: EnrolmentStatus,
    /// Whether whoever reads this may validate them: nobody validates themselves.
    may_be_validated: bool,
}

/// A column.
#[derive(Serialize, ToSchema)]
struct GridSkill {
    /// How a batch names it: its code, or the id of an own skill.
    skill: String,
    /// The skill of the catalogue it is; null for an own skill that is linked to none: it cannot be validated.
    code: Option<String>,
    label: String,
    /// Whether it is none of the programme.
    off_programme: bool,
    /// The grid its levels are read on; null for the common scale.
    grid_id: Option<GridId>,
    grid_version: Option<i32>,
    /// What that scale is called.
    scale: String,
    /// The levels of that scale, lowest first.
    levels: Vec<GridLevel>,
    /// The level aimed at; null outside the programme.
    target: Option<i16>,
    /// The level from which it counts as acquired; null outside the programme.
    pass: Option<i16>,
    /// After how many months its validations end, by the organisation's choice.
    validity_months: Option<i16>,
}

/// A level of a scale.
#[derive(Serialize, ToSchema)]
pub struct GridLevel {
    /// A step counted from 0, or 1 to 4 on the common scale.
    value: i16,
    name: String,
    /// Its place on the common scale.
    common_level: Option<i16>,
}

/// What is said of a skill of a person.
#[derive(Serialize, ToSchema)]
struct GridCell {
    person_id: PersonId,
    /// Code of the skill.
    code: String,
    /// Raised by each entry of the organisation and each end of one; a batch sends it back.
    version: i64,
    status: Status,
    /// What the person declares, 1 to 4.
    declared_level: Option<u8>,
    /// The entry that holds by the organisation's rule.
    current: Option<GridEntry>,
    /// The entry of this session that a new one would replace, with a reason.
    replaced: Option<ValidationId>,
    /// How many entries the organisation ever wrote.
    entries: usize,
    /// Whether a proposal waits for a second person.
    is_waiting: bool,
    /// What results of quizzes propose.
    proposals: Vec<GridProposal>,
}

/// An entry, as a cell shows it.
#[derive(Serialize, ToSchema)]
pub struct GridEntry {
    id: ValidationId,
    /// What was found, in the words of its scale.
    step_name: String,
    /// Its place on the common scale.
    common_level: Option<u8>,
    /// The same on the column's scale, where a stored mapping gives exactly one step; never guessed.
    converted: Option<String>,
    passing: bool,
    validated_at: DateTime<Utc>,
    /// Last day on which it counts.
    expires_on: Option<NaiveDate>,
    /// The session it was written in.
    session_id: Option<TrainingSessionId>,
}

/// A level that a result proposes.
#[derive(Serialize, ToSchema)]
struct GridProposal {
    attempt_id: Uuid,
    quiz: String,
    /// On the column's scale.
    level: i16,
    /// Share of the points, 0 to 100.
    percent: i16,
    published_at: DateTime<Utc>,
}

/// The common scale, lowest first.
fn common_levels() -> Vec<GridLevel> {
    let level = |value| GridLevel {
        value,
        name: Scale::Common.name(value).unwrap_or_default().to_owned(),
        common_level: Some(value),
    };
    (1..=4).map(level).collect()
}

impl GridEntry {
    /// An entry, in a column.
    pub fn new(entry: &CellEntry, column: Option<&Column>) -> Self {
        let is_own =
            |column: &&Column| column.levels.scale.grid() == entry.step.map(|(id, version, _)| (id, version));
        let level = entry.common_level.map(Level::get);
        let step = column
            .filter(|column| !is_own(column))
            .and_then(|column| converted(&column.steps, level.map(i16::from)?));
        Self {
            id: entry.id,
            step_name: entry.step_name.clone(),
            common_level: level,
            converted: step.map(|step| step.name.clone()),
            passing: entry.passing,
            validated_at: entry.validated_at,
            expires_on: entry.expires_on,
            session_id: entry.session,
        }
    }
}

fn skill(column: &Column, loaded: &Loaded) -> GridSkill {
    let grid = column.levels.scale.grid();
    let levels = if grid.is_none() {
        common_levels()
    } else {
        let level = |step: &GridStep| GridLevel {
            value: step.position,
            name: step.name.clone(),
            common_level: step.common_level,
        };
        column.steps.iter().map(level).collect()
    };
    GridSkill {
        skill: column.skill.to_string(),
        code: column.code.map(|code| code.to_string()),
        label: column.label.clone(),
        off_programme: false,
        grid_id: grid.map(|(id, _)| id),
        grid_version: grid.map(|(_, version)| version),
        scale: column.levels.scale.title().to_owned(),
        levels,
        target: Some(column.levels.target),
        pass: Some(column.levels.pass),
        validity_months: column.code.and_then(|code| loaded.settings.validities.get(&code).copied()),
    }
}

fn beside(code: SkillCode, label: String, loaded: &Loaded) -> GridSkill {
    GridSkill {
        skill: code.to_string(),
        code: Some(code.to_string()),
        label,
        off_programme: true,
        grid_id: None,
        grid_version: None,
        scale: Scale::Common.title().to_owned(),
        levels: common_levels(),
        target: None,
        pass: None,
        validity_months: loaded.settings.validities.get(&code).copied(),
    }
}

fn cell_of(
    place: Place,
    loaded: &Loaded,
    proposed: &[&Proposed],
    of: (&SessionCard, NaiveDate),
) -> Option<GridCell> {
    let (session, today) = of;
    let entries = loaded.entries.get(&place).map(Vec::as_slice).unwrap_or_default();
    let declared = loaded.declared.get(&place);
    let is_waiting = loaded.waiting.contains(&place);
    // A result that came before the newest entry was there when it was decided.
    let decided_at = entries.first().map(|entry| entry.validated_at);
    let open = proposed.iter().any(|it| decided_at.is_none_or(|at| it.published_at > at));
    let says = (declared.is_some(), is_waiting || open);
    let status = cell::status(entries, loaded.settings.rule, says, today)?;
    let column = loaded.columns.iter().find(|column| column.code == Some(place.1));
    let current = cell::current(entries, loaded.settings.rule, today);
    Some(GridCell {
        person_id: place.0,
        code: place.1.to_string(),
        version: cell::version(entries),
        status,
        declared_level: declared.copied().map(Level::get),
        current: current.map(|entry| GridEntry::new(entry, column)),
        replaced: cell::replaced(entries, session.id, today).map(|entry| entry.id),
        entries: entries.len(),
        is_waiting,
        proposals: proposed.iter().map(|it| GridProposal::from(*it)).collect(),
    })
}

impl From<&Proposed> for GridProposal {
    fn from(proposed: &Proposed) -> Self {
        Self {
            attempt_id: proposed.attempt,
            quiz: proposed.title.clone(),
            level: proposed.level,
            percent: proposed.percent,
            published_at: proposed.published_at,
        }
    }
}

/// The grid of a session: who takes part, what is taught, what the organisation found, what results propose.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/validations", tag = "passport",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = ValidationGrid), Problems))]
pub async fn get_validation_grid(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Json<ValidationGrid>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let (card, _) = admit(&mut tx, actor, of, policy::may_read_grid).await?;
    let off = cells::off_programme(&mut *tx, card.id).await?;
    let codes: Vec<SkillCode> = off.iter().map(|(code, _)| *code).collect();
    let loaded = load(&mut tx, &card, &codes).await?;
    tx.commit().await?;
    Ok(Json(draw(&card, loaded, off, (actor, state.clock.today()))))
}

fn draw(
    card: &SessionCard,
    mut loaded: Loaded,
    off: Vec<(SkillCode, String)>,
    (actor, today): (Actor, NaiveDate),
) -> ValidationGrid {
    let people = std::mem::take(&mut loaded.people);
    let mut skills: Vec<GridSkill> = loaded.columns.iter().map(|column| skill(column, &loaded)).collect();
    let mut codes: Vec<SkillCode> = loaded.columns.iter().filter_map(|column| column.code).collect();
    for (code, label) in off {
        skills.push(beside(code, label, &loaded));
        codes.push(code);
    }
    codes.sort_unstable();
    codes.dedup();
    let mut proposed: HashMap<Place, Vec<&Proposed>> = HashMap::new();
    for one in &loaded.proposed {
        proposed.entry((one.person, one.skill)).or_default().push(one);
    }
    let mut cells = Vec::new();
    for (person, _) in &people {
        for code in &codes {
            let place = (*person, *code);
            let proposed = proposed.get(&place).map(Vec::as_slice).unwrap_or_default();
            cells.extend(cell_of(place, &loaded, proposed, (card, today)));
        }
    }
    let row = |(person, participant): (PersonId, Participant)| GridPerson {
        person_id: person,
        first_name: participant.first_name,
        last_name: participant.last_name,
        status: participant.status,
        may_be_validated: person != actor.person,
    };
    ValidationGrid {
        session_id: card.id,
        title: card.title.clone(),
        level_rule: loaded.settings.rule,
        two_people: loaded.settings.two_people,
        participants: people.into_iter().map(row).collect(),
        skills,
        cells,
    }
}
